#include "sim/scenario/check/traffic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace cordon {
namespace {

std::string_view name_of(Direction d) { return d == Direction::entry ? "entry" : "exit"; }
std::string_view name_of(VehicleClass c) {
  return c == VehicleClass::lorry ? "lorry" : c == VehicleClass::car ? "car" : "bus";
}

void check_lines(const Scenario& s, Problems& problems) {
  std::set<std::tuple<std::string, Direction, VehicleClass>> seen;
  for (const auto& [name, line] : s.line) {
    if (!seen.insert({line.crossing, line.direction, line.vehicle_class}).second)
      problems.at(path_of({"line", name}),
                  "is the second line of this crossing, direction and class; expected one (give it "
                  "more lanes)");
    if (line.queue == QueueKind::booked && line.release_per_hour <= 0)
      problems.at(path_of({"line", name, "release"}),
                  "is 0; expected a rate above 0 for a booked queue");
    if (line.queue == QueueKind::physical && line.initial_queue > line.road_capacity)
      problems.at(path_of({"line", name, "initial_queue"}),
                  fmt::format("is {}; expected at most the {} of road_capacity", line.initial_queue,
                              line.road_capacity));
  }
}

template <class Row>
bool has_line(const Scenario& s, const Row& row, Direction d, VehicleClass c) {
  return std::any_of(s.line.begin(), s.line.end(), [&](const auto& entry) {
    const LineSpec& line = entry.second;
    return line.crossing == row.crossing && line.direction == d && line.vehicle_class == c;
  });
}

/// Of two rows about the same only one would count, and nobody would notice.
template <class Row>
void check_rows(const char* table, const std::vector<Row>& rows,
                std::string (*subject_of)(const Row&), Problems& problems) {
  std::set<std::string> seen;
  for (const Row& row : rows)
    if (!seen.insert(subject_of(row)).second)
      return problems.at(table, fmt::format("has two rows for {}; expected one", subject_of(row)));
}

void check_tables(const Scenario& s, Problems& problems) {
  check_rows<VolumeRow>(
      "volume", s.volume,
      [](const VolumeRow& r) {
        return fmt::format("{}, {}, {}, month {}", r.crossing, name_of(r.direction),
                           name_of(r.vehicle_class), r.month);
      },
      problems);
  check_rows<BookingRow>(
      "booking", s.booking,
      [](const BookingRow& r) {
        return fmt::format("{}, weekday {}, hour {}", r.crossing, r.weekday, r.hour);
      },
      problems);
  check_rows<ProfileRow>(
      "profile", s.profile,
      [](const ProfileRow& r) {
        return fmt::format("{}, {}, weekday {}, hour {}", name_of(r.vehicle_class),
                           name_of(r.direction), r.weekday, r.hour);
      },
      problems);
  check_rows<ReleaseRow>(
      "release", s.release,
      [](const ReleaseRow& r) { return fmt::format("{}, hour {}", r.crossing, r.hour); }, problems);
}

void check_flows(const Scenario& s, Problems& problems) {
  for (const auto& [name, flow] : s.flow) {
    const bool any = std::any_of(flow.origins.begin(), flow.origins.end(),
                                 [](const auto& origin) { return origin.second > 0; });
    if (!any)
      problems.at(path_of({"flow", name, "origins"}), "are all 0; expected a share above 0");
  }
}

void check_volumes(const Scenario& s, Problems& problems) {
  for (const VolumeRow& row : s.volume)
    if (row.vehicles_per_day > 0 && !has_line(s, row, row.direction, row.vehicle_class))
      return problems.at("volume",
                         fmt::format("has vehicles for a line that crossing '{}' does not "
                                     "have; expected a line of that direction and class",
                                     row.crossing));
}

void check_observed(const Scenario& s, Problems& problems) {
  for (const ObservedQueueRow& row : s.observed_queue)
    if (row.vehicles > 0 && !has_line(s, row, row.direction, row.vehicle_class))
      return problems.at(
          "observed_queue",
          fmt::format("has a queue ({}, {}) for which crossing '{}' has no line; "
                      "expected one of its lines",
                      name_of(row.direction), name_of(row.vehicle_class), row.crossing));
}

}  // namespace

void check_traffic(const Scenario& scenario, Problems& problems) {
  check_lines(scenario, problems);
  check_tables(scenario, problems);
  check_flows(scenario, problems);
  check_volumes(scenario, problems);
  check_observed(scenario, problems);
}

}  // namespace cordon
