#include "sim/output/moment_text.hpp"

#include <fmt/format.h>

namespace cordon {

std::string_view MomentText::operator()(Time moment) {
  using namespace std::chrono;
  const sys_time<microseconds> at = start_ + moment.time_since_epoch();
  const sys_seconds second = floor<std::chrono::seconds>(at);
  if (second != shown_) {
    shown_ = second;
    const auto day = floor<days>(second);
    const year_month_day date(day);
    const hh_mm_ss clock(second - day);
    whole_ = fmt::format_to_n(text_.data(), text_.size(), "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
                              static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                              static_cast<unsigned>(date.day()), clock.hours().count(),
                              clock.minutes().count(), clock.seconds().count())
                 .size;
  }
  auto fraction = static_cast<int>((at - second).count());
  text_[whole_] = '.';
  for (std::size_t digit = 6; digit > 0; --digit, fraction /= 10)
    text_[whole_ + digit] = static_cast<char>('0' + fraction % 10);
  text_[whole_ + 7] = 'Z';
  return {text_.data(), whole_ + 8};
}

std::string day_text(std::chrono::sys_seconds start, Time moment) {
  MomentText text(start);
  return std::string(text(moment).substr(0, 10));
}

}  // namespace cordon
