#pragma once

// A virtual display, and what is done on it.

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace cordon::viz {

/// What a shell command left.
struct Outcome {
  int code = -1;
  std::string out, err;
};

inline std::string content_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

// Where sanitizers watch: drivers of displays keep memory until the program ends.
inline const std::string without_leaks_of_drivers = "ASAN_OPTIONS=detect_leaks=0";

/// Runs a command in a folder and waits for it.
inline Outcome run(const std::string& command, const std::filesystem::path& folder) {
  const std::string line = "cd '" + folder.string() + "' && export " + without_leaks_of_drivers +
                           " && ( " + command + " ) >out.txt 2>err.txt </dev/null";
  const int status = std::system(line.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(folder / "out.txt"),
          content_of(folder / "err.txt")};
}

/// A program that runs beside the test and ends with it.
class Beside {
 public:
  explicit Beside(const std::string& command) : pid_(fork()) {
    if (pid_ != 0) return;
    execl("/bin/sh", "sh", "-c", ("exec env " + without_leaks_of_drivers + " " + command).c_str(),
          nullptr);
    _exit(127);
  }
  ~Beside() {
    if (pid_ > 0) kill(pid_, SIGTERM), wait();
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  /// Until it ends by itself.
  int wait() {
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t pid_;
};

/// Xvfb, on the first number that is free.
class VirtualDisplay {
 public:
  explicit VirtualDisplay(const std::filesystem::path& folder)
      : number_file_(folder / "display.txt"),
        server_("Xvfb -displayfd 1 -noreset -screen 0 1600x900x24 >'" + number_file_.string() +
                "' 2>/dev/null") {
    for (int tries = 0; tries < 200; ++tries) {
      std::string number;
      if (std::ifstream(number_file_) >> number) name_ = ":" + number;
      if (!name_.empty()) return;
      usleep(50'000);
    }
    throw std::runtime_error("Xvfb does not start; expected the packages xvfb and xauth");
  }
  /// ":99"
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::filesystem::path number_file_;
  Beside server_;
  std::string name_;
};

}  // namespace cordon::viz
