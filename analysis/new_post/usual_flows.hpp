#pragma once

// What happens to a queue in each hour of a usual week.

#include <map>
#include <optional>

#include "analysis/forecast/series.hpp"
#include "analysis/forecast/week.hpp"

namespace cordon::new_post {

using forecast::PostClock;
using forecast::Series;
using forecast::sum_of;
using forecast::week_hours;
using forecast::WeekTable;

/// The queue at full hours, since 1970.
using Levels = std::map<std::int64_t, double>;

/// By straight lines between observations that are at most a day apart.
[[nodiscard]] Levels straight_levels(const Series& series);

/// The same with what came in an interval put where it usually comes, so that a batch that came in
/// an unobserved night stays sharp.
/// @param arrivals, release  vehicles an hour of a usual week
[[nodiscard]] Levels shaped_levels(const Series& series, const WeekTable& arrivals,
                                   const WeekTable& release, const PostClock& clock);

struct UsualFlows {
  WeekTable change{};  ///< of the queue in that hour, vehicles
  WeekTable level{};   ///< at its beginning
  WeekTable busy{};    ///< share of the weeks in which somebody waits at its beginning
};

/// Means by hour of the week; the k-th week before the last counts memory^k.
/// @param memory  in (0, 1]
/// @return none unless every hour of the week was seen
[[nodiscard]] std::optional<UsualFlows> usual_flows(const Levels& levels, double memory,
                                                    const PostClock& clock);

/// Takes what is below zero out of the hours that follow, so that the sum stays.
[[nodiscard]] WeekTable non_negative(WeekTable flows);

}  // namespace cordon::new_post
