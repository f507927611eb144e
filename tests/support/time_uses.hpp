#pragma once

// Rows of where time goes, for tests of how they are shown.

#include <string>
#include <vector>

#include "analysis/comparison.hpp"

namespace cordon::testing {

/// Of 6000 vehicles a scenario: minutes for each, with intervals of +-10 %, and a change of
/// +-0.9 % of the baseline. By hour all vehicles at noon.
inline TimeUse time_use(const std::string& crossing, const std::string& stage,
                        const std::string& activity, const std::vector<double>& minutes,
                        bool before_control = false) {
  TimeUse use{crossing, "entry", "lorry", stage, activity, before_control, {}, {}};
  for (const double m : minutes) {
    use.in.push_back({m * 100, m, m / 10, {}});
    use.in.back().by_hour.fill(m / 10);
    use.in.back().by_hour[12] = m;
  }
  for (std::size_t v = 1; v < minutes.size(); ++v) {
    Change change;
    change.variant = static_cast<int>(v) - 1;
    change.measure = find_measure("wait_mean");
    change.baseline = minutes.front(), change.value = minutes[v];
    change.difference = minutes[v] - minutes.front();
    change.low = change.difference - minutes.front() * 0.009;
    change.high = change.difference + minutes.front() * 0.009;
    use.changes.push_back(change);
  }
  return use;
}

/// A crossing with a long wait, one at which the search holds lorries up, and their sums.
inline std::vector<TimeUse> time_uses() {
  return {time_use("all", "all", "lost", {430, 418}),
          time_use("all", "all", "in_service", {12, 12}),
          time_use("Medyka", "all", "lost", {400, 388}),
          time_use("Medyka", "all", "in_service", {7, 7}),
          time_use("Medyka", "first_line", "waiting", {398, 386.5}, true),
          time_use("Medyka", "search", "blocked", {2, 1.5}),
          time_use("Zosin", "all", "lost", {30, 30}),
          time_use("Zosin", "all", "in_service", {5, 5}),
          time_use("Zosin", "first_line", "waiting", {10, 10}, true),
          time_use("Zosin", "search", "waiting", {20, 20})};
}

}  // namespace cordon::testing
