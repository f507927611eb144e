#include "sim/model/crossing/open_hours.hpp"

#include <algorithm>

namespace cordon {

std::vector<OpenHours> parse_hours(const std::vector<std::string>& texts) {
  std::vector<OpenHours> hours;
  for (const std::string& text : texts) {
    const auto clock = [&](std::size_t at) {
      return std::stoi(text.substr(at, 2)) * 1h + std::stoi(text.substr(at + 3, 2)) * 1min;
    };
    hours.push_back({clock(0), clock(6)});
  }
  return hours;
}

bool is_open(const std::vector<OpenHours>& hours, Duration of_day) {
  return hours.empty() || std::any_of(hours.begin(), hours.end(), [&](const OpenHours& h) {
           return h.from < h.to ? of_day >= h.from && of_day < h.to
                                : of_day >= h.from || of_day < h.to;
         });
}

Duration until_change(const std::vector<OpenHours>& hours, Duration of_day) {
  constexpr Duration day = 24h;
  Duration next = day;
  for (const OpenHours& h : hours)
    for (const Duration at : {h.from, h.to}) {
      const Duration ahead = at - of_day;
      next = std::min(next, ahead > Duration::zero() ? ahead : ahead + day);
    }
  return next;
}

}  // namespace cordon
