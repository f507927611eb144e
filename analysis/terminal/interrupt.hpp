#pragma once

#include <signal.h>

#include <stop_token>
#include <thread>

namespace cordon::terminal {

/// While it lives, the first SIGINT or SIGTERM asks for a stop, and the second ends the program.
/// Made before any other thread, so that none of them takes the signal.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  [[nodiscard]] std::stop_token token() const { return asked_.get_token(); }

 private:
  void wait(const std::stop_token& over);
  sigset_t signals_{}, before_{};
  std::stop_source asked_;
  std::jthread waiting_;
};

}  // namespace cordon::terminal
