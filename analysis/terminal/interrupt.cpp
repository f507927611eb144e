#include "analysis/terminal/interrupt.hpp"

#include <cstdio>
#include <ctime>

namespace cordon::terminal {

Interrupt::Interrupt() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  waiting_ = std::jthread([this](const std::stop_token& over) { wait(over); });
}

Interrupt::~Interrupt() {
  waiting_.request_stop();
  waiting_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Interrupt::wait(const std::stop_token& over) {
  const timespec a_moment{0, 50'000'000};
  while (!over.stop_requested()) {
    if (sigtimedwait(&signals_, nullptr, &a_moment) < 0) continue;
    asked_.request_stop();
    std::fputs(
        "\nInterrupted: the replications under way are finished and kept; again to stop at once.\n",
        stderr);
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
    break;
  }
  // Only this thread takes the second signal, so it stays.
  while (!over.stop_requested()) nanosleep(&a_moment, nullptr);
}

}  // namespace cordon::terminal
