#include <fmt/format.h>

#include <algorithm>

#include "analysis/report/queue_panel.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/text/labels.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

constexpr double few_vehicles = 5;

std::string heading_of(const LineName& line) {
  return text::sentence(text::vehicles_of(line.vehicle_class)) + ", " + line.direction;
}

/// Lorries that enter come first: they are what the tables of the real border are about.
std::vector<std::pair<std::string, std::vector<LineName>>> grouped_lines(
    const Comparison& comparison) {
  std::vector<LineName> names;
  for (const QueueLine& q : comparison.queues) {
    const LineName name{q.crossing, q.direction, q.vehicle_class};
    if (!q.points.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  }
  std::stable_sort(names.begin(), names.end(), [](const LineName& a, const LineName& b) {
    const auto rank = [](const LineName& n) {
      const int kind = n.vehicle_class == "lorry" ? 0 : n.vehicle_class == "car" ? 1 : 2;
      return std::pair(kind, n.direction != "entry");
    };
    return rank(a) < rank(b);
  });
  std::vector<std::pair<std::string, std::vector<LineName>>> groups;
  for (const LineName& name : names) {
    const std::string heading = heading_of(name);
    auto group =
        std::find_if(groups.begin(), groups.end(), [&](auto& g) { return g.first == heading; });
    if (group == groups.end()) group = groups.insert(groups.end(), {heading, {}});
    group->second.push_back(name);
  }
  return groups;
}

double peak_of(const LineName& name, const Comparison& comparison) {
  double peak = 0;
  for (const QueueLine* line : lines_of(name, comparison))
    for (const QueuePoint& p : line->points) peak = std::max(peak, p.mean);
  if (const ObservedQueue* observed = observed_of(name, comparison))
    for (const auto& [at, vehicles] : observed->points) peak = std::max(peak, vehicles);
  return peak;
}

/// A queue that stays below this is told in words: beside greater ones its picture is noise.
double least_drawn(const Comparison& comparison) {
  double greatest = 0;
  for (const QueueLine& q : comparison.queues)
    for (const QueuePoint& p : q.points) greatest = std::max(greatest, p.mean);
  return std::min(few_vehicles, greatest / 50);
}

data group_of(const std::string& heading, const std::vector<LineName>& names, double least,
              const Comparison& comparison, json& charts) {
  data panels{data::type::list};
  std::vector<std::string> short_ones;
  for (const LineName& name : names) {
    if (peak_of(name, comparison) < least)
      short_ones.push_back(name.crossing);
    else
      panels << panel_of(name, comparison, charts);
  }
  data group;
  group["heading"] = heading;
  group["panels"] = std::move(panels);
  group["left_out"] =
      short_ones.empty()
          ? ""
          : fmt::format("Not drawn, since there never wait {} or more, in the mean: {}.",
                        text::number(least, text::decimals(0, least)), text::list(short_ones));
  return group;
}

data queue_key(const Comparison& comparison) {
  data key{data::type::list};
  for (std::size_t i = 0; i <= comparison.variants.size(); ++i) {
    data entry;
    entry["colour"] = std::to_string(i % 4);
    entry["dash"] = dash_of(i);
    entry["name"] = scenario_name(i, comparison);
    key << entry;
  }
  return key;
}

data operation_key(const Comparison& comparison) {
  data key{data::type::list};
  for (const Window& w : comparison.operations) {
    data entry;
    entry["name"] = w.name;
    entry["days"] = text::date(w.from_ms) + " to " + text::date(w.to_ms - 1);
    key << entry;
  }
  return key;
}

}  // namespace

void add_queues(const Comparison& comparison, PageText& page, json& charts) {
  const auto groups = grouped_lines(comparison);
  page["has_queues"] = data(!groups.empty());
  page["has_observed"] = data(!comparison.observed.empty());
  page["queue_intro"] =
      "A line is the mean over the replications; its band holds the middle 80 % of the "
      "replications. Each panel has "
      "its own "
      "vertical scale. Times are UTC.";
  page["queue_key"] = queue_key(comparison);
  page["operations"] = operation_key(comparison);
  data list{data::type::list};
  const double least = least_drawn(comparison);
  for (const auto& [heading, names] : groups)
    list << group_of(heading, names, least, comparison, charts);
  page["queue_groups"] = std::move(list);
}

}  // namespace cordon
