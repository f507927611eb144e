#include "viz/scene/road_volumes.hpp"

#include <cmath>
#include <map>
#include <numeric>
#include <queue>
#include <tuple>

namespace cordon::viz {
namespace {

/// The links as a graph, and the quickest ways to one of its nodes.
class Network {
 public:
  explicit Network(const Scenario& scenario) {
    for (std::size_t l = 0; l < scenario.link.size(); ++l) {
      const LinkRow& link = scenario.link[l];
      const double hours = link.length_km / link.speed_km_per_h;
      const std::size_t from = node(link.from), to = node(link.to);
      arcs_[from].push_back({to, l, hours});
      arcs_[to].push_back({from, l, hours});
    }
  }

  void find_ways_to(const std::string& place) {
    best_.assign(arcs_.size(), INFINITY);
    towards_.assign(arcs_.size(), {});
    const auto found = nodes_.find(place);
    if (found == nodes_.end()) return;
    using Step = std::pair<double, std::size_t>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> next;
    next.emplace(best_[found->second] = 0, found->second);
    while (!next.empty()) {
      const auto [hours, at] = next.top();
      next.pop();
      if (hours > best_[at]) continue;
      for (const Arc& arc : arcs_[at])
        if (hours + arc.hours < best_[arc.to]) {
          towards_[arc.to] = {at, arc.link, 0};
          next.emplace(best_[arc.to] = hours + arc.hours, arc.to);
        }
    }
  }

  /// Adds to every link on the way from a place.
  void add(const std::string& from, double vehicles, std::vector<double>& links) const {
    const auto found = nodes_.find(from);
    if (found == nodes_.end() || std::isinf(best_[found->second])) return;
    for (std::size_t at = found->second; best_[at] > 0; at = towards_[at].to)
      links[towards_[at].link] += vehicles;
  }

 private:
  struct Arc {
    std::size_t to = 0, link = 0;
    double hours = 0;
  };
  std::size_t node(const std::string& name) {
    const auto [found, fresh] = nodes_.try_emplace(name, arcs_.size());
    if (fresh) arcs_.emplace_back();
    return found->second;
  }

  std::map<std::string, std::size_t> nodes_;
  std::vector<std::vector<Arc>> arcs_;
  std::vector<double> best_;  // hours to the place
  std::vector<Arc> towards_;  // the first arc of the way there
};

using LineVolume = std::tuple<std::string, Direction, VehicleClass>;

// A volume of every month counts as one of each.
std::map<LineVolume, double> volumes_of(const Scenario& scenario) {
  std::map<LineVolume, double> volumes;
  for (const VolumeRow& row : scenario.volume)
    volumes[{row.crossing, row.direction, row.vehicle_class}] +=
        row.vehicles_per_day / (row.month == 0 ? 1 : 12);
  return volumes;
}

bool goes_over(const FlowSpec& flow, const LineVolume& of) {
  const auto& [crossing, direction, vehicle_class] = of;
  return flow.direction == direction && flow.vehicle_class == vehicle_class &&
         (flow.crossings.empty() || std::find(flow.crossings.begin(), flow.crossings.end(),
                                              crossing) != flow.crossings.end());
}

}  // namespace

std::vector<double> road_volumes(const Scenario& scenario) {
  std::vector<double> links(scenario.link.size(), 0);
  Network network(scenario);
  std::string last;
  for (const auto& [traffic, vehicles] : volumes_of(scenario)) {
    if (std::get<0>(traffic) != last) network.find_ways_to(last = std::get<0>(traffic));
    for (const auto& [name, flow] : scenario.flow) {
      if (!goes_over(flow, traffic)) continue;
      const double all =
          std::accumulate(flow.origins.begin(), flow.origins.end(), 0.0,
                          [](double sum, const auto& origin) { return sum + origin.second; });
      for (const auto& [origin, share] : flow.origins)
        if (all > 0) network.add(origin, vehicles * share / all, links);
    }
  }
  return links;
}

}  // namespace cordon::viz
