#include "sim/scenario/timetable.hpp"

#include <algorithm>
#include <array>

#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

constexpr std::array<std::string_view, 7> weekdays = {"Mon", "Tue", "Wed", "Thu",
                                                      "Fri", "Sat", "Sun"};

std::optional<Duration> clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':' || !format::is_digit(text[0]) ||
      !format::is_digit(text[1]) || !format::is_digit(text[3]) || !format::is_digit(text[4]))
    return std::nullopt;
  const int hour = (text[0] - '0') * 10 + text[1] - '0';
  const int minute = (text[3] - '0') * 10 + text[4] - '0';
  if (hour > 23 || minute > 59) return std::nullopt;
  return hour * 1h + minute * 1min;
}

}  // namespace

std::optional<TimetableEntry> timetable_entry(std::string_view text) {
  TimetableEntry entry;
  if (text.size() == 9 && text[3] == ' ') {
    const auto day = std::find(weekdays.begin(), weekdays.end(), text.substr(0, 3));
    if (day == weekdays.end()) return std::nullopt;
    entry.weekday = static_cast<int>(day - weekdays.begin()) + 1;
    text.remove_prefix(4);
  }
  const auto of_day = clock(text);
  if (!of_day) return std::nullopt;
  entry.of_day = *of_day;
  return entry;
}

}  // namespace cordon
