#include "analysis/terminal/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace cordon::terminal {
namespace {

constexpr std::uint64_t bar_width = 30;
constexpr auto between_lines = std::chrono::seconds(10);
constexpr auto between_draws = std::chrono::milliseconds(100);

std::string clock_text(double seconds) {
  const auto s = static_cast<std::int64_t>(seconds + 0.5);
  if (s < 60) return fmt::format("{} s", s);
  if (s < 3600) return fmt::format("{} min {:02} s", s / 60, s % 60);
  return fmt::format("{} h {:02} min", s / 3600, s / 60 % 60);
}

}  // namespace

Progress::Progress(bool quiet) : quiet_(quiet), is_terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (drawn_) fmt::print(stderr, "\r\033[K");
}

void Progress::update(std::uint64_t done, std::uint64_t planned) {
  if (quiet_) return;
  const auto now = Clock::now();
  const auto pause = is_terminal_ ? Clock::duration(between_draws) : Clock::duration(between_lines);
  if (now - last_ < pause && done < planned) return;
  last_ = now;
  if (is_terminal_)
    draw(done, planned);
  else
    fmt::print(stderr, "{} of {} replications, {}\n", done, planned, rate(done, planned));
}

void Progress::say(const std::string& line) {
  if (quiet_) return;
  fmt::print(stderr, "{}{}\n", drawn_ ? "\r\033[K" : "", line);
  drawn_ = false;
}

void Progress::draw(std::uint64_t done, std::uint64_t planned) {
  const auto full = static_cast<std::size_t>(bar_width * done / planned);
  fmt::print(stderr, "\r[{:=<{}}{:{}}] {} of {} replications, {}\033[K", "", full, "",
             bar_width - full, done, planned, rate(done, planned));
  std::fflush(stderr);
  drawn_ = true;
}

std::string Progress::rate(std::uint64_t done, std::uint64_t planned) const {
  const double passed = std::chrono::duration<double>(Clock::now() - began_).count();
  if (done >= planned) return clock_text(passed) + " in all";
  const double each = passed / static_cast<double>(done);
  return fmt::format("{:.3g}/min, {} left", 60 / each,
                     clock_text(each * static_cast<double>(planned - done)));
}

}  // namespace cordon::terminal
