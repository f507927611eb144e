// Lines, their queues, hours, lanes and slots.

#include <fmt/format.h>

#include <set>
#include <tuple>

#include "sim/scenario/check/check.hpp"

namespace cordon {
namespace {

bool is_clock(std::string_view text) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
    return false;
  return (text[0] - '0') * 10 + text[1] - '0' < 24 && text[3] < '6';
}

bool serves_class(const LineSpec& line, std::string_view word) {
  for (int c = 0; c < vehicle_classes; ++c)
    if (word == name_of(static_cast<VehicleClass>(c)))
      return line.serves(static_cast<VehicleClass>(c));
  return false;
}

void check_lane_types(const std::string& name, const LineSpec& line, Problems& problems) {
  const std::string path = path_of({"line", name, "lane_types"});
  int kept = 0;
  for (const auto& [type, lanes] : line.lane_types) {
    kept += lanes;
    if (type != "aeo" && type != "empty" && !is_class(type))
      problems.at(path,
                  fmt::format("'{}' is not a type of lanes; expected aeo, empty, or a vehicle "
                              "class such as bus",
                              type));
    else if (is_class(type) && !serves_class(line, type))
      problems.at(path, fmt::format("keeps lanes for '{}', which does not come to this line; "
                                    "expected its vehicle_class or one of `also`",
                                    type));
  }
  if (kept >= line.lanes && !line.lane_types.empty())
    problems.at(path, fmt::format("keeps {} of {} lanes; expected fewer, so that one is for all",
                                  kept, line.lanes));
}

void check_queue(const std::string& name, const LineSpec& line, bool has_slots,
                 Problems& problems) {
  const auto path = [&](std::string_view key) { return path_of({"line", name, key}); };
  const bool booked = line.queue == QueueKind::booked;
  if (booked && line.release_per_hour <= 0 && !has_slots)
    problems.at(path("release"), "is 0; expected a rate above 0 for a booked queue, or slots");
  if (!booked && line.initial_queue > line.road_capacity)
    problems.at(path("initial_queue"),
                fmt::format("is {}; expected at most the {} of road_capacity", line.initial_queue,
                            line.road_capacity));
  if (!booked && !has_slots && line.no_show > 0)
    problems.at(path("no_show"),
                "is for those who are called forward; expected a booked queue or "
                "slots");
  if (line.balk_all < line.balk_from)
    problems.at(path("balk_all"), fmt::format("is {}, less than balk_from; expected at least {}",
                                              line.balk_all, line.balk_from));
  if (booked && (line.balk_all > 0 || line.road_km > 0))
    problems.at(path(line.balk_all > 0 ? "balk_all" : "road_length"),
                "is for a physical queue; expected queue = \"physical\"");
  if (line.open_above > 0 && line.close_below > line.open_above)
    problems.at(path("close_below"),
                "is more than open_above: lanes would open and close by turns; expected at most as "
                "much");
  if (line.open_above == 0 && line.close_below > 0)
    problems.at(path("close_below"),
                "is for lanes that the queue opens; expected open_above as well");
  if (line.fewest_lanes > line.lanes)
    problems.at(path("fewest_lanes"), fmt::format("is {}; expected at most {}, the lanes",
                                                  line.fewest_lanes, line.lanes));
}

using Served = std::tuple<std::string, Direction, VehicleClass>;

void check_classes(const std::string& name, const LineSpec& line, std::set<Served>& seen,
                   Problems& problems) {
  std::set<VehicleClass> classes = {line.vehicle_class};
  for (const VehicleClass c : line.also)
    if (!classes.insert(c).second)
      problems.at(path_of({"line", name, "also"}),
                  fmt::format("names {} a second time; expected other classes", name_of(c)));
  for (const VehicleClass c : classes)
    if (!seen.insert({line.crossing, line.direction, c}).second)
      problems.at(path_of({"line", name}),
                  fmt::format("is the second line of this crossing and direction for {}; expected "
                              "one (give it more lanes)",
                              name_of(c)));
}

bool serves(const LineSpec& line, const SlotRow& slot) {
  return line.crossing == slot.crossing && line.direction == slot.direction &&
         line.serves(slot.vehicle_class);
}

void check_slots(const Scenario& s, Problems& problems) {
  for (const SlotRow& slot : s.slot)
    if (!has_line(s, slot.crossing, slot.direction, slot.vehicle_class))
      return problems.at("slot",
                         fmt::format("has slots for a line that crossing '{}' does not have; "
                                     "expected a line of that direction and class",
                                     slot.crossing));
}

}  // namespace

void check_hours(const std::vector<std::string>& hours, const std::string& path,
                 Problems& problems) {
  for (const std::string& span : hours)
    if (!is_span(span) || span.substr(0, 5) == span.substr(6))
      problems.at(
          path,
          fmt::format("'{}' are not opening hours; expected some such as \"06:00-22:00\"", span));
}

bool is_span(std::string_view text) {
  return text.size() == 11 && text[5] == '-' && is_clock(text.substr(0, 5)) &&
         (is_clock(text.substr(6)) || text.substr(6) == "24:00");
}

bool is_class(std::string_view word) {
  for (int c = 0; c < vehicle_classes; ++c)
    if (word == name_of(static_cast<VehicleClass>(c))) return true;
  return false;
}

bool has_line(const Scenario& s, const std::string& crossing, Direction d, VehicleClass c) {
  return std::any_of(s.line.begin(), s.line.end(), [&](const auto& entry) {
    const LineSpec& line = entry.second;
    return line.crossing == crossing && line.direction == d && line.serves(c);
  });
}

void check_lines(const Scenario& s, Problems& problems) {
  std::set<Served> seen;
  for (const auto& [name, crossing] : s.crossing)
    check_hours(crossing.hours, path_of({"crossing", name, "hours"}), problems);
  for (const auto& [name, line] : s.line) {
    check_classes(name, line, seen, problems);
    const bool has_slots = std::any_of(s.slot.begin(), s.slot.end(),
                                       [&, &l = line](const SlotRow& r) { return serves(l, r); });
    check_queue(name, line, has_slots, problems);
    check_lane_types(name, line, problems);
    check_hours(line.hours, path_of({"line", name, "hours"}), problems);
  }
  check_slots(s, problems);
}

}  // namespace cordon
