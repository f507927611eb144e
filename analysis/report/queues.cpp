#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "analysis/report/queue_panel.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/text/labels.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

constexpr double few_vehicles = 5;
constexpr std::size_t most_panels = 40;  // of one group

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

/// Which of the peaks belong to panels that are drawn: those long enough, at most the longest few.
std::vector<bool> drawn_of(const std::vector<double>& peaks, double least) {
  std::vector<std::size_t> longest(peaks.size());
  std::iota(longest.begin(), longest.end(), std::size_t{0});
  std::stable_sort(longest.begin(), longest.end(),
                   [&](std::size_t a, std::size_t b) { return peaks[a] > peaks[b]; });
  longest.resize(std::min(longest.size(), most_panels));
  std::vector<bool> drawn(peaks.size());
  for (const std::size_t i : longest) drawn[i] = peaks[i] >= least;
  return drawn;
}

std::string note_on(const std::vector<std::string>& left_out, bool all_short, double least) {
  if (left_out.empty()) return "";
  const std::string why = all_short ? fmt::format("since there never wait {} or more, in the mean",
                                                  text::number(least, text::decimals(0, least)))
                                    : "since their queues are shorter";
  return fmt::format("Not drawn, {}: {}.", why,
                     left_out.size() > most_panels ? text::counted(left_out.size(), "crossing")
                                                   : text::list(left_out));
}

data group_of(const std::string& heading, const std::vector<LineName>& names, double least,
              const Comparison& comparison, json& charts) {
  std::vector<double> peaks;
  for (const LineName& name : names) peaks.push_back(peak_of(name, comparison));
  const auto drawn = drawn_of(peaks, least);
  data panels{data::type::list};
  std::vector<std::string> left_out;
  bool all_short = true;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (drawn[i]) {
      panels << panel_of(names[i], comparison, charts);
    } else {
      left_out.push_back(names[i].crossing);
      all_short &= peaks[i] < least;
    }
  }
  data group;
  group["heading"] = heading;
  group["panels"] = std::move(panels);
  group["left_out"] = note_on(left_out, all_short, least);
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
