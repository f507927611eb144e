#pragma once

#include <signal.h>

#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace cordon::terminal {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP asks for a stop, and the second ends the
/// program. Those that the program was started to ignore, as under nohup, stay ignored.
/// Made before any other thread, so that none of them takes the signal.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  [[nodiscard]] std::stop_token token() const { return asked_.get_token(); }
  /// What is to be put away before the second signal ends the program, by another thread.
  void clean_up_with(std::function<void()> work);

 private:
  void wait(const std::stop_token& over);
  [[noreturn]] void end_by(int number);

  sigset_t signals_{}, before_{};
  std::stop_source asked_;
  std::mutex cleaning_;
  std::function<void()> clean_up_;
  std::jthread waiting_;
};

}  // namespace cordon::terminal
