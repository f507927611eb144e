#include "analysis/terminal/interrupt.hpp"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <utility>

namespace cordon::terminal {
namespace {

bool is_ignored(int number) {
  struct sigaction action {};
  return sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

Interrupt::Interrupt() {
  sigemptyset(&signals_);
  for (const int number : {SIGINT, SIGTERM, SIGHUP})
    if (!is_ignored(number)) sigaddset(&signals_, number);
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  waiting_ = std::jthread([this](const std::stop_token& over) { wait(over); });
}

Interrupt::~Interrupt() {
  waiting_.request_stop();
  waiting_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Interrupt::clean_up_with(std::function<void()> work) {
  const std::lock_guard lock(cleaning_);
  clean_up_ = std::move(work);
}

void Interrupt::wait(const std::stop_token& over) {
  const timespec a_moment{0, 50'000'000};
  while (!over.stop_requested()) {
    const int number = sigtimedwait(&signals_, nullptr, &a_moment);
    if (number < 0) continue;
    if (asked_.stop_requested()) end_by(number);
    asked_.request_stop();
    std::fputs(
        "\nInterrupted: the replications under way are finished and kept; again to stop at once.\n",
        stderr);
  }
}

void Interrupt::end_by(int number) {
  const std::lock_guard lock(cleaning_);
  if (clean_up_) clean_up_();
  signal(number, SIG_DFL);
  pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
  raise(number);
  std::abort();  // never reached: nobody handles the signal
}

}  // namespace cordon::terminal
