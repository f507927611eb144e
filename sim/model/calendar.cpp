#include "sim/model/calendar.hpp"

#include <date/date.h>
#include <date/tz.h>

#include <algorithm>
#include <stdexcept>

namespace cordon {

Calendar::Calendar(std::chrono::sys_seconds start, Duration length, const std::string& zone)
    : start_(start), end_(start_of_run + length) {
  const date::time_zone* tz = nullptr;
  try {
    tz = date::locate_zone(zone);
  } catch (const std::exception&) {
    throw std::invalid_argument("there is no time zone '" + zone + "'");
  }
  const auto end = start + std::chrono::ceil<std::chrono::seconds>(length);
  for (auto at = start; at <= end;) {
    const date::sys_info info = tz->get_info(at);
    offsets_.emplace_back(Time{at - start}, info.offset);
    if (info.end > end) break;
    at = info.end;
  }
}

std::vector<Calendar::Offset>::const_iterator Calendar::offset_at(Time at) const {
  auto next = std::upper_bound(offsets_.begin(), offsets_.end(), at,
                               [](Time t, const auto& o) { return t < o.first; });
  if (next == offsets_.begin()) ++next;
  return std::prev(next);
}

Calendar::Local Calendar::local(Time at) const {
  const auto clock = start_ + at.time_since_epoch() + offset_at(at)->second;
  const auto day = std::chrono::floor<std::chrono::days>(clock);
  const Duration of_day = clock - day;
  const std::chrono::year_month_day date{day};
  const int weekday = static_cast<int>(std::chrono::weekday{day}.iso_encoding());
  const int hour = static_cast<int>(of_day / 1h);
  return {static_cast<int>(static_cast<unsigned>(date.month())), weekday, hour,
          (weekday - 1) * 24 + hour, of_day};
}

std::chrono::sys_days Calendar::date(Time at) const {
  return std::chrono::floor<std::chrono::days>(start_ + at.time_since_epoch() +
                                               offset_at(at)->second);
}

Time Calendar::hour_ends(Time at) const {
  const auto offset = offset_at(at);
  const auto now = local(at);
  const Time full = at + (now.hour + 1) * 1h - now.of_day;
  return std::next(offset) == offsets_.end() ? full : std::min(full, std::next(offset)->first);
}

Time Calendar::instant(std::chrono::sys_days day, Duration of_day) const {
  for (auto offset = offsets_.begin();; ++offset) {
    const Time shown = start_of_run + (day + of_day - start_ - offset->second);
    const bool later = std::next(offset) != offsets_.end() && shown >= std::next(offset)->first;
    if (later) continue;
    const bool skipped = offset != offsets_.begin() && shown < offset->first;
    return skipped ? offset->first : shown;
  }
}

Time Calendar::next(int weekday, Duration of_day, Time after) const {
  const auto clock = start_ + after.time_since_epoch() + offset_at(after)->second;
  auto day = std::chrono::floor<std::chrono::days>(clock) - std::chrono::days{1};
  for (int tries = 0; tries < 16; ++tries, day += std::chrono::days{1}) {
    const bool due =
        weekday == 0 || weekday == static_cast<int>(std::chrono::weekday{day}.iso_encoding());
    if (!due) continue;
    const Time at = instant(day, of_day);
    if (at > end_) return never;
    if (at > after) return at;
  }
  return never;
}

std::string Calendar::iso(Time at) const {
  const auto utc = start_ + std::chrono::floor<std::chrono::seconds>(at.time_since_epoch());
  return date::format("%FT%TZ", utc);
}

}  // namespace cordon
