#include "analysis/new_post/tables.hpp"

#include <fmt/format.h>

#include <set>

#include "analysis/forecast/moment.hpp"
#include "analysis/results/csv.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::new_post {

using namespace forecast;

namespace {

using Names = std::vector<std::string_view>;

/// A table whose columns have these names.
class Table {
 public:
  explicit Table(const Names& columns) : rows_(columns.size()) { row(columns); }
  template <class Fields>
  void row(const Fields& fields) {
    for (const auto& field : fields) rows_.text(field);
    rows_.end_row();
  }
  void row(std::initializer_list<std::string> fields) { row(std::vector<std::string>(fields)); }
  [[nodiscard]] const std::string& bytes() const { return rows_.bytes(); }

 private:
  CsvRows rows_;
};

std::string direction_of(const LineKey& key) { return std::string(name_of(key.direction)); }
std::string class_of(const LineKey& key) { return std::string(name_of(key.vehicle_class)); }

std::set<std::string> crossings_of(const std::vector<BuiltLine>& lines) {
  std::set<std::string> crossings;
  for (const BuiltLine& line : lines) crossings.insert(line.key.crossing);
  return crossings;
}

std::string weekday(std::size_t hour_of_week) { return std::to_string(hour_of_week / 24 + 1); }
std::string hour(std::size_t hour_of_week) { return std::to_string(hour_of_week % 24); }

}  // namespace

std::string decimals(double value, int digits) {
  std::string text = fmt::format("{:.{}f}", value, digits);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

std::string source_of(const DailyMean& volume) {
  return fmt::format("counted from {} to {}", date_text(volume.first),
                     date_text(volume.end - std::chrono::days{1}));
}

std::string links_table(const std::vector<BuiltLine>& lines) {
  Table table({"from", "to", "length [km]", "source"});
  for (const std::string& crossing : crossings_of(lines))
    for (const char* place : {"abroad", "inland"})
      table.row({place, crossing, "40", "assumed: the last half hour or so"});
  return table.bytes();
}

std::string volumes_table(const std::vector<BuiltLine>& lines) {
  Table table({"crossing", "direction", "vehicle_class", "vehicles_per_day", "source"});
  for (const BuiltLine& line : lines)
    table.row({line.key.crossing, direction_of(line.key), class_of(line.key),
               decimals(line.fit->volume.vehicles), source_of(line.fit->volume)});
  return table.bytes();
}

std::string profiles_table(const PostFit& fit, const std::vector<BuiltLine>& lines) {
  std::set<std::pair<Direction, VehicleClass>> wanted;
  for (const BuiltLine& line : lines)
    if (!line.fit->booked) wanted.emplace(line.key.direction, line.key.vehicle_class);
  Table table({"vehicle_class", "direction", "weekday", "hour", "weight", "source"});
  for (const auto& key : wanted) {
    const auto seen = fit.profiles.find(key);
    const bool is_seen = seen != fit.profiles.end();
    for (std::size_t h = 0; h < week_hours; ++h)
      table.row({std::string(name_of(key.second)), std::string(name_of(key.first)), weekday(h),
                 hour(h), decimals(is_seen ? seen->second[h] : assumed_weight(key.second, h), 4),
                 is_seen ? "fitted to counts and queues" : "assumed"});
  }
  return table.bytes();
}

std::string flows_table(const Post& post, const std::vector<BuiltLine>& lines) {
  Table table({"name", "vehicle_class", "direction", "crossings", "origins.abroad",
               "origins.inland", "outside", "source"});
  std::vector<std::string> sharing;
  for (const BuiltLine& line : lines) {
    const bool is_entry = line.key.direction == Direction::entry;
    if (line.fit->booked && post.wishes().sharing.contains(line.key.crossing)) {
      sharing.push_back(line.key.crossing);
      continue;
    }
    table.row({name_of(line.key), class_of(line.key), direction_of(line.key), line.key.crossing,
               is_entry ? "1" : "", is_entry ? "" : "1",
               line.fit->booked ? decimals(share_outside) : "",
               line.fit->booked ? "assumed: bookings then follow the wait nearly as exp(-wait/24 h)"
                                : "assumed: they go nowhere else"});
  }
  if (!sharing.empty())
    table.row({"sharing_lorry_entry", "lorry", "entry", format::joined(sharing, ";"), "1", "", "",
               "assumed: they go where the wait is shorter"});
  return table.bytes();
}

std::string teams_table(const std::vector<BuiltLine>& lines) {
  std::map<std::string, int> lanes;
  for (const BuiltLine& line : lines) lanes[line.key.crossing] += line.lanes.count;
  Table table({"name", "crossing", "authority", "officers", "roster", "source"});
  for (const auto& [crossing, count] : lanes) {
    table.row({crossing + "_guards", crossing, "border_guard", std::to_string(count * shifts_a_day),
               "around_the_clock", "assumed: one for each lane"});
    table.row({crossing + "_customs", crossing, "customs",
               std::to_string((count + second_line_officers) * shifts_a_day), "around_the_clock",
               fmt::format("assumed: one for each lane, and {} for documents and searches",
                           second_line_officers)});
  }
  return table.bytes();
}

std::string bookings_table(const std::vector<BuiltLine>& lines) {
  Table table({"crossing", "weekday", "hour", "vehicles", "at_reference_wait"});
  for (const BuiltLine& line : lines)
    for (std::size_t h = 0; line.fit->booked && h < week_hours; ++h)
      table.row({line.key.crossing, weekday(h), hour(h), decimals(line.fit->booked->bookings[h]),
                 decimals(line.fit->booked->at_reference[h])});
  return table.bytes();
}

std::string release_table(const std::vector<BuiltLine>& lines) {
  Table table({"crossing", "hour", "factor"});
  for (const BuiltLine& line : lines)
    for (std::size_t h = 0; line.fit->booked && h < 24; ++h)
      table.row({line.key.crossing, hour(h), decimals(line.fit->booked->shape[h], 4)});
  return table.bytes();
}

std::string observed_table(const Post& post, const std::vector<BuiltLine>& lines) {
  Table table({"crossing", "direction", "vehicle_class", "time", "vehicles"});
  for (const BuiltLine& line : lines) {
    if (!line.first_queue) continue;
    for (const Observation& o : post.data().queues.at(line.key))
      table.row({line.key.crossing, direction_of(line.key), class_of(line.key), moment_text(o.hour),
                 decimals(o.vehicles)});
  }
  return table.bytes();
}

}  // namespace cordon::new_post
