#pragma once

// A physical queue: vehicles stand on the approach road. It grows by those who arrive and are not
// yet served; when it is empty, who arrives is served.

#include "analysis/new_post/usual_flows.hpp"

namespace cordon::new_post {

/// A usual week of a physical queue.
struct PhysicalWeek {
  double per_hour = 0;   ///< mean arrivals, vehicles
  double capacity = 0;   ///< vehicles that the post can serve in an hour while somebody waits
  WeekTable arrivals{};  ///< vehicles in each hour
  double mean_queue = 0;
};

/// Infers arrivals and capacity. In an hour of the week in which somebody waits in the share b of
/// the weeks, b x capacity + (1 - b) x (arrivals while nobody waits) are served, and those who
/// arrive are the served and the change of the queue. As many arrive while nobody waits as while
/// the queue falls, which is by night at most posts, and the week adds up to the count: so
///
///     capacity = mean arrivals + mean fall of the queue x share of time in which nobody waits
///
/// With these arrivals, the capacity is then that which makes the mean queue the observed one.
///
/// @param per_hour  mean arrivals, above 0
/// @return none unless every hour of the week was seen
[[nodiscard]] std::optional<PhysicalWeek> physical_week(const Series& series, double per_hour,
                                                        double memory, const PostClock& clock);

/// Mean queue in front of a post that serves `capacity` vehicles an hour, when in each hour of the
/// week a Poisson number arrives: mean of 13 weeks after one that begins empty, with fixed luck, so
/// that it falls with the capacity.
[[nodiscard]] double mean_queue(const WeekTable& arrivals, double capacity);

/// The capacity with which the mean queue is `queue`; at least the mean arrivals, which is what it
/// comes to for queues that are never empty.
[[nodiscard]] double capacity_for(double queue, const WeekTable& arrivals);

}  // namespace cordon::new_post
