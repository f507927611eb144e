#include "analysis/new_post/scenario_files.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/forecast/moment.hpp"
#include "analysis/new_post/lanes.hpp"
#include "analysis/new_post/scenario_text.hpp"
#include "analysis/new_post/tables.hpp"

namespace cordon::new_post {

using namespace forecast;

namespace {

/// Below it a booked queue is not limited by its post, assumed; hours.
constexpr double saturated_wait = 12;
/// Calling forward of such a queue, relative to the count, assumed.
constexpr double spare_calling = 1.5;

/// A spike is told from what came before it alone: nobody knows more at the start.
Observation first_queue(const Post& post, const LineKey& line, double start) {
  const Series seen = post.queue_for_fit(line, start);
  return seen.empty() ? post.data().queues.at(line).front() : seen.back();
}

double busiest_assumed(VehicleClass c) {
  double most = 0;
  for (std::size_t h = 0; h < week_hours; ++h) most = std::max(most, assumed_weight(c, h));
  return most;
}

BuiltLine built(const Post& post, const LineKey& key, const LineFit& fit, double start) {
  BuiltLine line;
  line.key = key;
  line.fit = &fit;
  const double per_hour = fit.volume.vehicles / 24;
  if (fit.booked || fit.physical) line.first_queue = first_queue(post, key, start);
  if (fit.booked) {
    line.is_saturated = fit.booked->reference_hours() >= saturated_wait;
    line.release_per_hour = per_hour * (line.is_saturated ? 1 : spare_calling);
    line.lanes = lanes_that_do(per_hour, key.vehicle_class);
    if (!line.is_saturated) line.lanes.time_factor = 1;
  } else if (fit.physical) {
    line.lanes = lanes_that_do(fit.physical->capacity, key.vehicle_class);
    for (const Observation& o : post.data().queues.at(key))
      line.longest_queue = std::max(line.longest_queue, o.vehicles);
  } else {
    line.lanes = lanes_to_spare(per_hour * busiest_assumed(key.vehicle_class), key.vehicle_class);
  }
  return line;
}

}  // namespace

std::map<std::string, std::string> scenario_files(const Post& post, const PostFit& fit,
                                                  const ScenarioFrame& frame) {
  std::vector<BuiltLine> lines;
  for (const auto& [key, found] : fit.lines)
    if (!frame.queues_only || found.booked || found.physical)
      lines.push_back(built(post, key, found, frame.start));
  std::map<std::string, std::string> files;
  files[frame.name + ".toml"] = scenario_text(post, frame, lines);
  files["links.csv"] = links_table(lines);
  files["volumes.csv"] = volumes_table(lines);
  files["profiles.csv"] = profiles_table(fit, lines);
  files["flows.csv"] = flows_table(post, lines);
  files["teams.csv"] = teams_table(lines);
  const bool any_booked =
      std::any_of(lines.begin(), lines.end(), [](const BuiltLine& l) { return l.fit->booked; });
  if (any_booked) {
    files["bookings.csv"] = bookings_table(lines);
    files["release.csv"] = release_table(lines);
  }
  if (!frame.queues_only) files["observed_queues.csv"] = observed_table(post, lines);
  return files;
}

}  // namespace cordon::new_post
