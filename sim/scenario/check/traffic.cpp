// Flows, and the tables of traffic.

#include <fmt/format.h>

#include <set>

#include "sim/scenario/check/check.hpp"

namespace cordon {
namespace {

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
    if (!any && !flow.origins.empty())
      problems.at(path_of({"flow", name, "origins"}), "are all 0; expected a share above 0");
  }
}

void check_volumes(const Scenario& s, Problems& problems) {
  for (const VolumeRow& row : s.volume)
    if (row.vehicles_per_day > 0 && !has_line(s, row.crossing, row.direction, row.vehicle_class))
      return problems.at("volume",
                         fmt::format("has vehicles for a line that crossing '{}' does not "
                                     "have; expected a line of that direction and class",
                                     row.crossing));
}

// The bookings of a crossing take the place of its volume of entering lorries.
void check_bookings(const Scenario& s, Problems& problems) {
  for (const BookingRow& row : s.booking) {
    const bool is_booked = std::any_of(s.line.begin(), s.line.end(), [&](const auto& entry) {
      const LineSpec& line = entry.second;
      return line.crossing == row.crossing && line.direction == Direction::entry &&
             line.serves(VehicleClass::lorry) && line.queue == QueueKind::booked;
    });
    if (!is_booked)
      return problems.at("booking", fmt::format("has bookings at '{}', which has no booked queue "
                                                "for entering lorries; expected a line with "
                                                "queue = \"booked\"",
                                                row.crossing));
  }
}

void check_observed(const Scenario& s, Problems& problems) {
  for (const ObservedQueueRow& row : s.observed_queue)
    if (row.vehicles > 0 && !has_line(s, row.crossing, row.direction, row.vehicle_class))
      return problems.at(
          "observed_queue",
          fmt::format("has a queue ({}, {}) for which crossing '{}' has no line; "
                      "expected one of its lines",
                      name_of(row.direction), name_of(row.vehicle_class), row.crossing));
}

}  // namespace

void check_traffic(const Scenario& scenario, Problems& problems) {
  check_tables(scenario, problems);
  check_flows(scenario, problems);
  check_volumes(scenario, problems);
  check_bookings(scenario, problems);
  check_observed(scenario, problems);
}

}  // namespace cordon
