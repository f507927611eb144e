// The command `cordon`.

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <string>

#include "analysis/commands/commands.hpp"
#include "analysis/results/output_file.hpp"
#include "analysis/study/user_error.hpp"
#include "sim/scenario/problem.hpp"

namespace cordon {
namespace {

int run_command(int argc, char** argv) {
  CLI::App cordon{"Simulates border control: waits, detections and displacement together.",
                  "cordon"};
  cordon.set_version_flag("--version", "cordon " CORDON_VERSION);
  cordon.require_subcommand(1);
  cordon.footer(
      "Example:\n  cordon compare scenarios/pl_ua/baseline.toml "
      "scenarios/pl_ua/joint_operation.toml\n\ncordon COMMAND --help says more.");
  std::vector<std::string> command_line(argv, argv + argc);
  command_line.front() = "cordon";
  commands::Action chosen;
  commands::add_check(cordon, chosen);
  commands::add_run(cordon, chosen, command_line);
  commands::add_compare(cordon, chosen, command_line);
  commands::add_describe(cordon, chosen);
  try {
    cordon.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    if (e.get_exit_code() == 0) return cordon.exit(e);  // --help and --version are no errors
    throw UserError(fmt::format("{}; cordon --help says what is expected", e.what()));
  }
  return chosen();
}

int fail(int code, const char* what) {
  fmt::print(stderr, "cordon: {}\n", what);
  return code;
}

}  // namespace
}  // namespace cordon

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error to tell, as a full disk is
  try {
    return cordon::run_command(argc, argv);
  } catch (const cordon::ScenarioError& e) {
    fmt::print(stderr, "{}\n", e.what());
    return cordon::commands::wrong_input;
  } catch (const cordon::UserError& e) {
    return cordon::fail(cordon::commands::wrong_input, e.what());
  } catch (const cordon::OutputError& e) {
    return cordon::fail(cordon::commands::wrong_input, e.what());
  } catch (const std::exception& e) {
    return cordon::fail(cordon::commands::failed, e.what());
  }
}
