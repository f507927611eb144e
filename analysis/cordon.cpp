// The command `cordon`.

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/help.hpp"
#include "analysis/results/output_file.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/text/numbers.hpp"
#include "sim/scenario/format/text.hpp"
#include "sim/scenario/problem.hpp"

namespace cordon {
namespace {

void describe_program(CLI::App& cordon) {
  cordon.formatter(std::make_shared<commands::Help>());
  cordon.set_help_flag("-h,--help", "Print this");
  cordon.set_version_flag("--version", "cordon " CORDON_VERSION, "Print the version");
  cordon.require_subcommand(1);
  cordon.footer(
      "Example:\n  cordon compare scenarios/pl_ua/baseline.toml "
      "scenarios/pl_ua/joint_operation.toml\n\ncordon COMMAND --help says more.");
}

void add_version_flags(CLI::App& cordon) {
  for (CLI::App* command : cordon.get_subcommands(nullptr))
    command->set_version_flag("--version", "cordon " CORDON_VERSION, "Print the version");
}

void refuse_unknown_command(const CLI::App& cordon, const std::vector<std::string>& words) {
  std::vector<std::string> known;
  for (const CLI::App* command : cordon.get_subcommands(nullptr))
    known.push_back(command->get_name());
  if (words.size() > 1 && words[1].starts_with('-')) {
    if (words[1] == "-h" || words[1] == "--help" || words[1] == "--version") return;
    throw UserError(fmt::format("{} stands before the command; expected one of {} first",
                                format::in_quotes(words[1]), text::list(known)));
  }
  if (words.size() < 2)
    throw UserError(fmt::format("no command is given; there are {}; cordon --help says more",
                                text::list(known)));
  if (std::find(known.begin(), known.end(), words[1]) == known.end())
    throw UserError(fmt::format("no command is called {}{}; there are {}",
                                format::in_quotes(words[1]), format::did_you_mean(words[1], known),
                                text::list(known)));
}

/// "; did you mean '--seed'?" of the first flag that the command does not have.
std::string meant_flag(const CLI::App& cordon, const std::vector<std::string>& words) {
  std::vector<std::string> known;
  for (const CLI::App* command : cordon.get_subcommands())
    for (const CLI::Option* option : command->get_options())
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  for (const std::string& word : words) {
    const std::string flag = word.substr(0, word.find('='));
    if (flag.starts_with("--") && std::find(known.begin(), known.end(), flag) == known.end())
      return format::did_you_mean(flag, known);
  }
  return "";
}

std::string complaint_of(const CLI::App& cordon, const CLI::ParseError& error,
                         const std::vector<std::string>& words) {
  std::string what = error.what();
  // CLI11 tells them in no order that the user would know again.
  if (dynamic_cast<const CLI::ExtrasError*>(&error))
    what = "not expected: " + format::joined(cordon.remaining(true), " ");
  const auto begun = cordon.get_subcommands();
  return fmt::format("{}{}; cordon {}--help says what is expected", format::printable(what, 300),
                     meant_flag(cordon, words),
                     begun.empty() ? "" : begun.front()->get_name() + " ");
}

int run_command(int argc, char** argv) {
  CLI::App cordon{"Simulates border control: waits, detections and displacement together.",
                  "cordon"};
  describe_program(cordon);
  std::vector<std::string> command_line(argv, argv + argc);
  command_line.front() = "cordon";
  commands::Action chosen;
  commands::add_check(cordon, chosen);
  commands::add_run(cordon, chosen, command_line);
  commands::add_compare(cordon, chosen, command_line);
  commands::add_describe(cordon, chosen);
  commands::add_export(cordon, chosen);
  commands::add_new(cordon, chosen, command_line);
  commands::add_score(cordon, chosen, command_line);
  commands::add_sweep(cordon, chosen, command_line);
  commands::add_sensitivity(cordon, chosen, command_line);
  commands::add_optimise(cordon, chosen, command_line);
  commands::add_calibrate(cordon, chosen, command_line);
  commands::add_report(cordon, chosen, command_line);
  commands::add_view(cordon, chosen, command_line);
  commands::add_completion(cordon, chosen);
  add_version_flags(cordon);
  refuse_unknown_command(cordon, command_line);
  try {
    cordon.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    if (e.get_exit_code() == 0) return cordon.exit(e);  // --help and --version are no errors
    throw UserError(complaint_of(cordon, e, command_line));
  }
  return chosen();
}

int fail(int code, const std::string& what) {
  std::fputs((what + '\n').c_str(), stderr);  // that this fails too, nobody could be told
  return code;
}

// Where one of the three is closed, the next file opened would take its place, and our words.
void open_standard_files() {
  for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(file, F_GETFD) < 0 && open("/dev/null", O_RDWR) < 0) std::exit(commands::failed);
}

}  // namespace
}  // namespace cordon

int main(int argc, char** argv) {
  using namespace cordon;
  open_standard_files();
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error to tell, as a full disk is
  try {
    return run_command(argc, argv);
  } catch (const ScenarioError& e) {
    return fail(commands::wrong_input, e.what());
  } catch (const UserError& e) {
    return fail(commands::wrong_input, std::string("cordon: ") + e.what());
  } catch (const OutputError& e) {
    return fail(commands::wrong_input, std::string("cordon: ") + e.what());
  } catch (const std::exception& e) {
    return fail(commands::failed, std::string("cordon: ") + e.what());
  }
}
