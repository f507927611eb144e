#include "analysis/terminal/progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace cordon::terminal {
namespace {

constexpr std::uint64_t bar_width = 30;
constexpr auto between_lines = std::chrono::seconds(10);
constexpr auto between_draws = std::chrono::milliseconds(100);

// Nobody can be told when this fails, and results are worth more than news of them.
void write(const std::string& text) {
  std::fputs(text.c_str(), stderr);
  std::fflush(stderr);
}

std::string clock_text(double seconds) {
  const auto s = static_cast<std::int64_t>(seconds + 0.5);
  if (s < 60) return fmt::format("{} s", s);
  if (s < 3600) return fmt::format("{} min {:02} s", s / 60, s % 60);
  return fmt::format("{} h {:02} min", s / 3600, s / 60 % 60);
}

bool can_draw() {
  const char* kind = std::getenv("TERM");
  return isatty(STDERR_FILENO) == 1 && !(kind && std::string_view(kind) == "dumb");
}

std::size_t columns_of_terminal() {
  winsize size{};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 2) return 80;
  return size.ws_col;
}

}  // namespace

Progress::Progress(bool quiet) : quiet_(quiet), draws_(can_draw()) {}

Progress::~Progress() {
  if (drawn_) std::fputs("\r\033[K", stderr);
}

void Progress::update(std::uint64_t done, std::uint64_t planned) {
  if (quiet_) return;
  const auto now = Clock::now();
  const auto pause = draws_ ? Clock::duration(between_draws) : Clock::duration(between_lines);
  const bool first = done == 0;
  if (now - last_ < pause && done < planned && !first) return;
  last_ = now;
  if (draws_)
    draw(done, planned);
  else if (!first)
    write(words(done, planned) + '\n');
}

void Progress::say(const std::string& line) {
  if (quiet_) return;
  write((drawn_ ? "\r\033[K" : "") + line + '\n');
  drawn_ = false;
}

// A line that is longer than the terminal could not be taken away again.
void Progress::draw(std::uint64_t done, std::uint64_t planned) {
  const std::size_t columns = columns_of_terminal();
  std::string line = words(done, planned);
  if (line.size() + bar_width + 4 < columns) {
    const auto full = static_cast<std::size_t>(bar_width * done / planned);
    line = fmt::format("[{:=<{}}{:{}}] {}", "", full, "", bar_width - full, line);
  }
  write('\r' + line.substr(0, columns - 1) + "\033[K");
  drawn_ = true;
}

std::string Progress::words(std::uint64_t done, std::uint64_t planned) const {
  std::string text = fmt::format("{} of {} replications", done, planned);
  const double passed = std::chrono::duration<double>(Clock::now() - began_).count();
  if (done >= planned) return text + ", " + clock_text(passed) + " in all";
  if (done == 0) return text;
  const double each = passed / static_cast<double>(done);
  return fmt::format("{}, {:.3g}/min, {} left", text, 60 / each,
                     clock_text(each * static_cast<double>(planned - done)));
}

}  // namespace cordon::terminal
