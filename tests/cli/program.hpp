#pragma once

// Runs the command as a user does, and takes down what it says.

#include <pty.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tests/support/folder.hpp"

namespace cordon::testing {

struct Outcome {
  int code = -1;  ///< exit code; 128 + n when ended by signal n
  std::string out, err;
};

inline std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// What a child process does.
[[noreturn]] inline void become_cordon(std::vector<std::string> arguments) {
  std::string program = CORDON_PROGRAM;
  std::vector<char*> argv = {program.data()};
  for (std::string& a : arguments) argv.push_back(a.data());
  argv.push_back(nullptr);
  execv(argv[0], argv.data());
  _exit(98);
}

class Program {
 public:
  /// @param before  done in the child, before the command begins
  Program(const Folder& folder, std::vector<std::string> arguments,
          const std::function<void()>& before = {})
      : out_(folder / "stdout.txt"), err_(folder / "stderr.txt") {
    child_ = fork();
    if (child_ != 0) return;
    if (!std::freopen(out_.c_str(), "w", stdout) || !std::freopen(err_.c_str(), "w", stderr))
      _exit(99);
    if (before) before();
    become_cordon(std::move(arguments));
  }
  void signal(int number) const { kill(child_, number); }
  /// Until stderr has this text, or a minute is over.
  [[nodiscard]] bool says(const std::string& text) const {
    for (int tries = 0; tries < 1200; ++tries) {
      if (text_of(err_).find(text) != std::string::npos) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
  }
  Outcome wait() {
    int status = 0;
    waitpid(child_, &status, 0);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, text_of(out_), text_of(err_)};
  }

 private:
  std::filesystem::path out_, err_;
  pid_t child_ = -1;
};

inline Outcome cordon(const Folder& folder, std::vector<std::string> arguments,
                      const std::function<void()>& before = {}) {
  return Program(folder, std::move(arguments), before).wait();
}

/// All that the command writes to a terminal of so many columns, on stdout and stderr.
/// @param environment  "NAME=VALUE", on top of TERM=xterm
inline std::string on_a_terminal(std::vector<std::string> arguments, unsigned short columns,
                                 const std::vector<std::string>& environment = {}) {
  const winsize size{24, columns, 0, 0};
  int terminal = -1;
  const pid_t child = forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    setenv("TERM", "xterm", 1);
    unsetenv("NO_COLOR");
    for (std::string entry : environment) putenv(strdup(entry.c_str()));
    become_cordon(std::move(arguments));
  }
  std::string all;
  char block[4096];
  for (ssize_t n = 0; (n = read(terminal, block, sizeof block)) > 0;)
    all.append(block, static_cast<std::size_t>(n));
  close(terminal);
  waitpid(child, nullptr, 0);
  return all;
}

/// What is in a folder, but for what the program said.
inline std::vector<std::string> in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (name != "stdout.txt" && name != "stderr.txt") names.push_back(name);
  }
  return names;
}

/// A file among the data of these tests.
inline std::string data(const std::string& name) { return CORDON_CLI_DATA "/" + name; }

}  // namespace cordon::testing
