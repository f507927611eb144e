#include "analysis/new_post/post.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "analysis/forecast/moment.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/text/numbers.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::new_post {

using namespace forecast;

namespace {

/// The scenario has bookings of entering lorries alone.
bool can_be_booked(const LineKey& line) {
  return line.direction == Direction::entry && line.vehicle_class == VehicleClass::lorry;
}

std::chrono::sys_days day_of(double hour) {
  return std::chrono::floor<std::chrono::days>(moment_of(hour));
}

WeekTable scaled(WeekTable table, double factor) {
  for (double& value : table) value *= factor;
  return table;
}

}  // namespace

Post::Post(PlannerData data, Wishes wishes, PostClock clock)
    : data_(std::move(data)), wishes_(std::move(wishes)), clock_(std::move(clock)) {
  check(wishes_.booked, "--booked");
  check(wishes_.physical, "--physical");
  check(wishes_.sharing, "--sharing");
  for (const std::string& crossing : wishes_.booked)
    if (wishes_.physical.contains(crossing))
      throw UserError(
          fmt::format("--physical {}: is --booked, too; expected one of the two", crossing));
  find_kinds();
  for (const std::string& crossing : wishes_.sharing)
    if (!kinds_.at({crossing, Direction::entry, VehicleClass::lorry}).booked)
      throw UserError(
          fmt::format("--sharing {}: its queue is physical; expected a booked one", crossing));
}

void Post::check(const std::set<std::string>& crossings, const char* flag) const {
  std::vector<std::string> known;
  for (const auto& [line, unused] : data_.queues)
    if (can_be_booked(line)) known.push_back(line.crossing);
  for (const std::string& crossing : crossings)
    if (std::find(known.begin(), known.end(), crossing) == known.end())
      throw UserError(fmt::format(
          "{} {}: is no crossing with a queue of entering lorries{}; there {} {}", flag, crossing,
          format::did_you_mean(crossing, known), known.size() == 1 ? "is" : "are",
          known.empty() ? "none" : text::list(known)));
}

void Post::find_kinds() {
  for (const auto& [line, queue] : data_.queues) {
    const double per_hour = volume_at(line, last_hour()).vehicles / 24;
    if (per_hour <= 0) continue;
    KindFound kind;
    kind.jumps = jumps_of(without_spikes(queue), per_hour);
    kind.is_told = can_be_booked(line) && (wishes_.booked.contains(line.crossing) ||
                                           wishes_.physical.contains(line.crossing));
    kind.booked = kind.is_told ? wishes_.booked.contains(line.crossing)
                               : can_be_booked(line) && is_booked(kind.jumps);
    kinds_[line] = kind;
  }
}

double Post::first_hour() const {
  double first = data_.queues.begin()->second.front().hour;
  for (const auto& [line, queue] : data_.queues) first = std::min(first, queue.front().hour);
  return first;
}

double Post::last_hour() const {
  double last = data_.queues.begin()->second.back().hour;
  for (const auto& [line, queue] : data_.queues) last = std::max(last, queue.back().hour);
  return last;
}

DailyMean Post::volume_at(const LineKey& line, double hour) const {
  return daily_mean(data_.counts.at(line), day_of(hour));
}

Series Post::queue_for_fit(const LineKey& line, double hour) const {
  Series queue = before(data_.queues.at(line), hour);
  return kinds_.at(line).booked ? without_spikes(std::move(queue)) : queue;
}

std::optional<LineKey> Post::unseen(double hour) const {
  for (const auto& [line, kind] : kinds_)
    if (!usual_flows(straight_levels(queue_for_fit(line, hour)), 1, clock_)) return line;
  return std::nullopt;
}

PostFit Post::fit(double hour, double memory) const {
  assert(!unseen(hour));
  PostFit fit;
  for (const auto& [line, counts] : data_.counts) {
    LineFit found;
    found.volume = volume_at(line, hour);
    const double per_hour = found.volume.vehicles / 24;
    if (per_hour <= 0) continue;
    if (const auto kind = kinds_.find(line); kind != kinds_.end()) {
      const Series past = queue_for_fit(line, hour);
      if (kind->second.booked)
        found.booked =
            booked_week(past, per_hour, memory,
                        wishes_.sharing.contains(line.crossing) ? 0 : share_outside, clock_);
      else
        found.physical = physical_week(past, per_hour, memory, clock_);
    }
    fit.lines.emplace(line, std::move(found));
  }
  pool_profiles(fit);
  return fit;
}

// The scenario knows the hours of a class and direction, not those of a line.
void Post::pool_profiles(PostFit& fit) const {
  std::map<std::pair<Direction, VehicleClass>, int> lines;
  for (const auto& [line, found] : fit.lines) {
    if (!found.physical) continue;
    const std::pair key(line.direction, line.vehicle_class);
    WeekTable& profile = fit.profiles[key];
    for (std::size_t h = 0; h < week_hours; ++h) profile[h] += found.physical->arrivals[h];
    ++lines[key];
  }
  for (auto& [key, profile] : fit.profiles) profile = scaled(profile, week_hours / sum_of(profile));
  for (auto& [line, found] : fit.lines) {
    const std::pair key(line.direction, line.vehicle_class);
    if (!found.physical || lines[key] < 2) continue;
    PhysicalWeek& week = *found.physical;
    week.arrivals = scaled(fit.profiles[key], week.per_hour);
    week.capacity = capacity_for(week.mean_queue, week.arrivals);
  }
}

}  // namespace cordon::new_post
