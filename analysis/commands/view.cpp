#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <stdexcept>

#include "analysis/commands/commands.hpp"

namespace cordon::commands {
namespace {

namespace fs = std::filesystem;

constexpr const char* viewer = "cordon-view";

/// Where it may be: installed beside this program, or built next to it.
std::vector<fs::path> places_of_viewer() {
  std::error_code error;
  const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
  return {here / viewer, here.parent_path() / "viz" / viewer};
}

// Becomes the viewer, which says by itself what is wrong with its arguments.
int become_viewer(const std::vector<std::string>& arguments) {
  std::vector<char*> argv{const_cast<char*>(viewer)};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  std::signal(SIGXFSZ, SIG_DFL);
  for (const fs::path& place : places_of_viewer()) execv(place.c_str(), argv.data());
  execvp(viewer, argv.data());
  throw std::runtime_error(
      "view: the program cordon-view is not there; expected it beside cordon, or on the PATH: "
      "./setup builds it");
}

}  // namespace

void add_view(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line) {
  auto* command = cordon.add_subcommand(
      "view", "Show a run on a map, and play exercises: starts cordon-view with these arguments");
  command->prefix_command();
  command->footer(
      "Example:\n  cordon view scenarios/pl_ua/baseline.toml --at \"3 d 8 h\"\n\ncordon-view "
      "--help says what it takes.");
  command->callback([&chosen, &command_line] {
    chosen = [&command_line] {
      return become_viewer({command_line.begin() + 2, command_line.end()});
    };
  });
}

}  // namespace cordon::commands
