#pragma once

// A booked queue: vehicles take a place from wherever they are, and are called forward at a rate.
// Nobody publishes the bookings; they follow from the queue and the throughput.

#include <array>

#include "analysis/new_post/usual_flows.hpp"

namespace cordon::new_post {

/// Hours of wait that make a booked queue e times less attractive (scenario key `choice_scale`).
inline constexpr double choice_hours = 24;
/// Share of those who might book and stay away at the reference wait, where they cannot go to
/// another crossing (key `outside` of a flow), assumed.
inline constexpr double share_outside = 0.8;

/// A usual week of a booked queue.
struct BookedWeek {
  double per_hour = 0;             ///< mean throughput, vehicles
  std::array<double, 24> shape{};  ///< of the throughput by hour of the day; mean 1
  WeekTable bookings{};            ///< vehicles that join in that hour
  WeekTable at_reference{};        ///< the same, if the queue were the mean queue of the week
  WeekTable usual{};               ///< the queue at the beginning of that hour
  [[nodiscard]] double mean_queue() const { return sum_of(usual) / week_hours; }
  /// At which as many book as `at_reference` says.
  [[nodiscard]] double reference_hours() const { return mean_queue() / per_hour; }
};

/// Throughput by hour of the day, relative to its mean. Where the queue falls faster than the mean
/// throughput (upper fifth of the intervals of 1 to 4 hours that cover the hour, if there are 10),
/// throughput must be as high as the fall. Elsewhere the queue does not tell throughput from
/// bookings, and it is taken as even.
[[nodiscard]] std::array<double, 24> release_shape(const Series& series, double per_hour,
                                                   const PostClock& clock);

/// Infers bookings: in an interval, throughput x length + change of the queue, spread evenly at
/// first, then twice where bookings usually fall. Their mean by hour of the week is scaled so that
/// a usual week ends as it began.
///
/// How they answer to the wait is the simulator's rule: who joins has decided half an hour before,
/// by the wait that was published at the last full hour.
///
/// @param series    without spikes
/// @param per_hour  mean throughput, above 0
/// @param outside   share that stays away at the reference wait; 0: they go to other crossings
/// @return none unless every hour of the week was seen
[[nodiscard]] std::optional<BookedWeek> booked_week(const Series& series, double per_hour,
                                                    double memory, double outside,
                                                    const PostClock& clock);

}  // namespace cordon::new_post
