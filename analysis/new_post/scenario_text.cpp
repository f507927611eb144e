#include "analysis/new_post/scenario_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/forecast/moment.hpp"
#include "analysis/new_post/tables.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::new_post {

using namespace forecast;

namespace {

using format::toml_text;

constexpr const char* control = R"(
# --- how a vehicle is controlled: assumed, alike at every post ------------------------------------
# Put in your own times, stages and machines: `cordon describe stage` says what there is.

[layout.road.stage.first_line]
order = 1
own_lanes = true
crew = ["border_guard"]
next.cleared = ["customs"]
[layout.road.stage.first_line.time]
lorry = { erlang = { stages = 3, mean = "7 min" }, source = "planning constant of the booked queue at Tysa-Zahony, 2025; shape assumed" }
car = { erlang = { stages = 3, mean = "2 min" }, source = "assumed: 2 travellers at 45 s, half a minute for the car" }
bus = { erlang = { stages = 3, mean = "23 min" }, source = "assumed: 30 travellers at 45 s, half a minute for the bus" }

[layout.road.stage.customs]
order = 2
own_lanes = true
crew = ["customs"]
selects = true
next.yellow = ["documents"]
next.red = ["search"]
[layout.road.stage.customs.time]
source = "assumed"
lorry = { erlang = { stages = 3, mean = "2.5 min" } }
car = { erlang = { stages = 3, mean = "45 s" } }
bus = { erlang = { stages = 3, mean = "5 min" } }

[layout.road.stage.documents]
order = 3
lanes = 2
crew = ["customs"]
technique = "documents"
control = "documents"
next.alarm = ["search"]
[layout.road.stage.documents.time]
source = "assumed"
lorry = { lognormal = { mean = "12 min", cv = 0.8 } }
car = { lognormal = { mean = "5 min", cv = 0.8 } }
bus = { lognormal = { mean = "10 min", cv = 0.8 } }

[layout.road.stage.search]
order = 4
lanes = 5
crew = ["customs"]
officers_per_lane = 2
technique = "partial_search"
control = "search"
[layout.road.stage.search.time]
source = "assumed"
lorry = { lognormal = { mean = "90 min", cv = 0.6 } }
car = { lognormal = { mean = "30 min", cv = 0.6 } }
bus = { lognormal = { mean = "60 min", cv = 0.6 } }

[technique.documents]
source = "assumed"
false_alarm = 0.10
bulky = 0.15
concealed = 0.15
[technique.partial_search]
source = "assumed"
bulky = 0.70
concealed = 0.70

[selection]
source = "assumed"
engine = "binormal"
auc = 0.65
yellow = "6 %"
orange = "0 %"
red = "1 %"
blue = "0 %"

# Nothing is hidden here yet, so that searches take time and find nothing. What is smuggled, and by
# whom, are [commodity.NAME] and [group.NAME]: nobody has counted them, so they will be assumed.

[record]
queues_every = "1 h"
)";

std::string count_of(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string heading(const ScenarioFrame& frame, const std::vector<BuiltLine>& lines) {
  std::set<std::string> crossings;
  for (const BuiltLine& line : lines) crossings.insert(line.key.crossing);
  return fmt::format(
      "# Made by `cordon new` from {} and {}.\n"
      "#\n"
      "# Counted: volumes.csv. Seen: observed_queues.csv. Fitted to them: bookings.csv, "
      "release.csv\n"
      "# and profiles.csv, and what says so below. What nobody has measured has a source that "
      "begins\n"
      "# with \"assumed\": put in what you know.\n"
      "\n"
      "title = {}\n"
      "about = \"{} with {}, fitted to what was counted and seen.\"\n",
      format::printable(frame.counts, 200), format::printable(frame.queues, 200),
      toml_text(frame.name), count_of(crossings.size(), "post", "posts"),
      count_of(lines.size(), "line", "lines"));
}

bool has_booked(const std::vector<BuiltLine>& lines) {
  return std::any_of(lines.begin(), lines.end(),
                     [](const BuiltLine& line) { return line.fit->booked; });
}

std::string frame_of_run(const Post& post, const ScenarioFrame& frame,
                         const std::vector<BuiltLine>& lines) {
  std::string text = fmt::format(
      "real_map = true\nstart = {}\nlength = \"{} h\"\ntime_zone = {}\n"
      "primary_measures = [\"wait_mean\", \"queue_max\", \"in_system_at_end\", "
      "\"officer_hours\"]\n",
      moment_text(frame.start), decimals(frame.hours), toml_text(post.clock().zone()));
  if (has_booked(lines))
    text +=
        "choice_scale = { value = \"24 h\", source = \"assumed; at the Polish-Ukrainian border 12, "
        "48 and 96 h forecast the queues no better\" }\n"
        "binding_side = { value = 0.5, source = \"assumed: queues cannot tell whether calling "
        "forward or the lanes hold lorries back\" }\n"
        "slack = { value = 0.3, source = \"assumed\" }\n";
  text += "\nvolume = \"volumes.csv\"\nprofile = \"profiles.csv\"\nlink = \"links.csv\"\n";
  if (has_booked(lines)) text += "booking = \"bookings.csv\"\nrelease = \"release.csv\"\n";
  if (!frame.queues_only) text += "observed_queue = \"observed_queues.csv\"\n";
  return text;
}

std::string places_of(const Post& post, const std::vector<BuiltLine>& lines) {
  std::string text =
      "\n[flow]\ncsv = \"flows.csv\"\n[team]\ncsv = \"teams.csv\"\n"
      "[roster.around_the_clock]\n"
      "shifts = [\"06:00-14:00\", \"14:00-22:00\", \"22:00-06:00\"]\n"
      "\n# `latitude` and `longitude` put them on a map, and change nothing else.\n"
      "[place.abroad]\nlabel = \"Abroad\"\n[place.inland]\nlabel = \"Inland\"\n";
  std::set<std::string> done;
  for (const BuiltLine& line : lines)
    if (done.insert(line.key.crossing).second)
      text += fmt::format("[crossing.{}]\nlabel = {}\n", line.key.crossing,
                          toml_text(post.data().labels.at(line.key.crossing)));
  return text;
}

std::string with_source(const std::string& key, const std::string& value,
                        const std::string& source) {
  return fmt::format("{} = {{ value = {}, source = {} }}\n", key, value, toml_text(source));
}

std::string first_queue_of(const BuiltLine& line) {
  return with_source("initial_queue", fmt::format("{:.0f}", line.first_queue->vehicles),
                     "seen on " + moment_text(line.first_queue->hour));
}

std::string booked_text(const BuiltLine& line) {
  const BookedWeek& week = *line.fit->booked;
  const std::string counted = source_of(line.fit->volume);
  std::string text = "queue = \"booked\"\n" + first_queue_of(line);
  text +=
      with_source("release", fmt::format("\"{} per hour\"", decimals(line.release_per_hour)),
                  line.is_saturated ? counted : "assumed: half as many again as were " + counted);
  text +=
      with_source("reference_wait", fmt::format("\"{} h\"", decimals(week.reference_hours(), 2)),
                  fmt::format("fitted: the mean queue of a usual week, {:.0f}, over the count",
                              week.mean_queue()));
  text += with_source("lanes", std::to_string(line.lanes.count), "assumed: as few as can do it");
  text += line.is_saturated ? with_source("time_factor", decimals(line.lanes.time_factor, 4),
                                          "fitted: the lanes do just what was counted")
                            : "";
  return text;
}

std::string physical_text(const BuiltLine& line) {
  const PhysicalWeek& week = *line.fit->physical;
  std::string text = "queue = \"physical\"\n" + first_queue_of(line);
  text += with_source("lanes", std::to_string(line.lanes.count), "assumed: as few as can do it");
  text += with_source("time_factor", decimals(line.lanes.time_factor, 4),
                      fmt::format("fitted: the lanes do {} an hour, with which the mean queue is "
                                  "the observed one",
                                  decimals(week.capacity, 1)));
  text +=
      with_source("road_capacity", fmt::format("{:.0f}", 1000 + 10 * std::ceil(line.longest_queue)),
                  "assumed: nobody turns back");
  return text;
}

std::string line_text(const BuiltLine& line) {
  std::string text = fmt::format(
      "\n[line.{}]\ncrossing = \"{}\"\ndirection = \"{}\"\n"
      "vehicle_class = \"{}\"\n",
      name_of(line.key), line.key.crossing, name_of(line.key.direction),
      name_of(line.key.vehicle_class));
  if (line.fit->booked)
    text += booked_text(line);
  else if (line.fit->physical)
    text += physical_text(line);
  else
    text += with_source("lanes", std::to_string(line.lanes.count),
                        "assumed: the busiest hour takes three quarters of what they can do; no "
                        "queue was seen");
  return text + fmt::format("manned_first = {}\n", line.lanes.count);
}

}  // namespace

std::string scenario_text(const Post& post, const ScenarioFrame& frame,
                          const std::vector<BuiltLine>& lines) {
  std::string text = heading(frame, lines) + frame_of_run(post, frame, lines) +
                     places_of(post, lines) +
                     "\n# --- lines: their lanes and queues "
                     "---------------------------------------------------------------\n";
  for (const BuiltLine& line : lines) text += line_text(line);
  return text + control;
}

}  // namespace cordon::new_post
