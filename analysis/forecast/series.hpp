#pragma once

// Queues as somebody counted them, at irregular times.

#include <vector>

namespace cordon::forecast {

struct Observation {
  double hour = 0;      ///< since 1970, UTC
  double vehicles = 0;  ///< waiting for the first check
};

/// In order of time, no two at the same.
using Series = std::vector<Observation>;

/// Hours between two observations over which a queue can still be interpolated.
inline constexpr double longest_gap = 24;

/// The queue at a time, by straight lines between observations; beyond the ends, the nearest one.
/// @param series  not empty
[[nodiscard]] double queue_at(const Series& series, double hour);

/// Whether the time lies between two observations that are at most a day apart.
[[nodiscard]] bool is_covered(const Series& series, double hour);

/// The observations earlier than `hour`.
[[nodiscard]] Series before(const Series& series, double hour);

/// The observations but for spikes: those that leave the line of their neighbours by more than 60
/// vehicles and 6 % of the mean queue, and come straight back within 16 hours, as slips of those
/// who publish queues do. The worst goes first, so that its neighbours are judged without it.
[[nodiscard]] Series without_spikes(Series series);

/// Mean of the queue over the time between two moments.
/// @param series  not empty   @param end  after `start`
[[nodiscard]] double time_mean(const Series& series, double start, double end);

}  // namespace cordon::forecast
