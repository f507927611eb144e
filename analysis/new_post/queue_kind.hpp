#pragma once

// Whether a queue is booked or stands on a road, as far as its changes tell.

#include <optional>

#include "analysis/forecast/series.hpp"

namespace cordon::new_post {

using forecast::Series;

/// A road brings no more than this many times the mean arrivals of a post over an hour and more,
/// assumed: the busiest hours of real traffic have two to three times the mean.
inline constexpr double most_by_road = 4;
/// Vehicles by which a queue must grow meanwhile, so that few vehicles are no batch.
inline constexpr double least_jump = 60;

struct QueueJumps {
  int count = 0;          ///< intervals in which more came than a road brings
  double most = 0;        ///< vehicles by which the queue grew in the greatest of them
  double most_hours = 0;  ///< in so many hours
};

/// Intervals of 1 to 24 hours in which the queue grew by 60 vehicles or more, and as many came
/// (change of the queue + throughput x length) as 4 times the mean arrivals.
/// @param series  without spikes   @param per_hour  mean throughput, above 0
[[nodiscard]] QueueJumps jumps_of(const Series& series, double per_hour);

/// A queue that jumped twice or more often is booked; once may be a slip.
[[nodiscard]] inline bool is_booked(const QueueJumps& jumps) { return jumps.count >= 2; }

}  // namespace cordon::new_post
