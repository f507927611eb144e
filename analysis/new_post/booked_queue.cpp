#include "analysis/new_post/booked_queue.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace cordon::new_post {

using namespace forecast;

namespace {

constexpr int passes = 3;            // of placing what came in an interval where it usually comes
constexpr double most_exponent = 3;  // a queue is never booked more than e^3 times as usually
constexpr std::size_t fewest_falls = 10;
constexpr double shortest_fall = 1, longest_fall = 4;  // hours

std::size_t hour_of_day(double hour, const PostClock& clock) {
  return clock.hour_of_week(hour) % 24;
}

WeekTable release_of(const BookedWeek& week) {
  WeekTable release{};
  for (std::size_t h = 0; h < week_hours; ++h) release[h] = week.per_hour * week.shape[h % 24];
  return release;
}

/// A usual week ends as it began.
WeekTable balanced(WeekTable bookings, double per_hour) {
  const double total = sum_of(bookings);
  for (double& b : bookings) b *= per_hour * week_hours / total;
  return bookings;
}

/// The queue that bookings and release make, lifted to its observed mean, and so high that it never
/// is below zero.
WeekTable usual_queue(const WeekTable& bookings, const WeekTable& release,
                      const WeekTable& observed) {
  WeekTable queue{};
  for (std::size_t h = 1; h < week_hours; ++h)
    queue[h] = queue[h - 1] + bookings[h - 1] - release[h - 1];
  const double lift = std::max((sum_of(observed) - sum_of(queue)) / week_hours,
                               -*std::min_element(queue.begin(), queue.end()));
  for (double& q : queue) q += lift;
  return queue;
}

/// How many times as often a queue is booked as at the reference wait.
double appeal(double queue, const BookedWeek& week, double outside) {
  const double hours = (queue - week.mean_queue()) / week.per_hour;
  const double weight = std::exp(std::clamp(-hours / choice_hours, -most_exponent, most_exponent));
  return outside == 0 ? weight : weight / ((1 - outside) * weight + outside);
}

// Half of those who join in an hour have decided in the hour before, by the wait at its beginning.
WeekTable bookings_at_reference(const BookedWeek& week, double outside) {
  WeekTable result{};
  for (std::size_t h = 0; h < week_hours; ++h) {
    const double hour_before = week.usual[(h + week_hours - 1) % week_hours];
    const double answer =
        (appeal(hour_before, week, outside) + appeal(week.usual[h], week, outside)) / 2;
    result[h] = week.bookings[h] / answer;
  }
  return result;
}

}  // namespace

std::array<double, 24> release_shape(const Series& series, double per_hour,
                                     const PostClock& clock) {
  std::array<std::vector<double>, 24> falls;
  for (std::size_t i = 1; i < series.size(); ++i) {
    const Observation &a = series[i - 1], &b = series[i];
    const double length = b.hour - a.hour;
    if (length < shortest_fall || length > longest_fall) continue;
    for (double hour = std::ceil(a.hour); hour <= std::floor(b.hour - 0.5); ++hour)
      falls[hour_of_day(hour, clock)].push_back((a.vehicles - b.vehicles) / length / per_hour);
  }
  std::array<double, 24> shape{};
  double sum = 0;
  for (std::size_t h = 0; h < 24; ++h) {
    std::vector<double>& seen = falls[h];
    std::sort(seen.begin(), seen.end());
    shape[h] = seen.size() < fewest_falls ? 1 : std::max(1.0, seen[seen.size() * 4 / 5]);
    sum += shape[h];
  }
  for (double& s : shape) s *= 24 / sum;
  return shape;
}

std::optional<BookedWeek> booked_week(const Series& series, double per_hour, double memory,
                                      double outside, const PostClock& clock) {
  BookedWeek week;
  week.per_hour = per_hour;
  week.shape = release_shape(series, per_hour, clock);
  const WeekTable release = release_of(week);
  WeekTable seen{};
  for (int pass = 0; pass < passes; ++pass) {
    const Levels levels =
        pass == 0 ? straight_levels(series) : shaped_levels(series, week.bookings, release, clock);
    const auto flows = usual_flows(levels, memory, clock);
    if (!flows) return std::nullopt;
    for (std::size_t h = 0; h < week_hours; ++h) week.bookings[h] = flows->change[h] + release[h];
    week.bookings = balanced(non_negative(week.bookings), per_hour);
    seen = flows->level;
  }
  week.usual = usual_queue(week.bookings, release, seen);
  week.at_reference = bookings_at_reference(week, outside);
  return week;
}

}  // namespace cordon::new_post
