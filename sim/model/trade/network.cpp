#include "sim/model/trade/network.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <limits>
#include <vector>

namespace cordon {

using Roads = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                    boost::property<boost::edge_weight_t, double>>;

struct Network::Graph {
  Roads roads;
  std::vector<std::string> names;
  std::map<std::string, std::size_t> nodes;
  std::vector<bool> crossing;
  std::vector<std::string> country;
  struct Road {
    std::size_t a = 0, b = 0;
    double hours = 0;
  };
  std::vector<Road> all;

  // Neighbours of a crossing, and how far it is.
  std::vector<std::pair<std::size_t, double>> neighbours(std::size_t of, Leaving side) const {
    std::vector<std::pair<std::size_t, double>> any, wanted;
    for (const Road& road : all) {
      if (road.a != of && road.b != of) continue;
      const std::size_t n = road.a == of ? road.b : road.a;
      any.emplace_back(n, road.hours);
      const bool inland = country[n] == country[of];
      if (inland == (side == Leaving::inland)) wanted.push_back(any.back());
    }
    return side == Leaving::anywhere || wanted.empty() ? any : wanted;
  }
};

namespace {

std::string country_of(const std::string& name, const Scenario& scenario) {
  const auto place = scenario.place.find(name);
  return place != scenario.place.end() ? place->second.country : scenario.crossing.at(name).country;
}

}  // namespace

Network::Network(const Scenario& scenario) {
  auto graph = std::make_shared<Graph>();
  const auto node = [&](const std::string& name) {
    const auto [at, added] = graph->nodes.emplace(name, graph->names.size());
    if (added) {
      graph->names.push_back(name);
      graph->crossing.push_back(scenario.crossing.count(name) > 0);
      graph->country.push_back(country_of(name, scenario));
      boost::add_vertex(graph->roads);
    }
    return at->second;
  };
  for (const LinkRow& link : scenario.link) {
    const auto a = node(link.from), b = node(link.to);
    const double takes = link.length_km / link.speed_km_per_h;
    graph->all.push_back({a, b, takes});
    // A road may end at a crossing, but the way over the border is the crossing's own affair.
    if (!graph->crossing[a]) boost::add_edge(a, b, takes, graph->roads);
    if (!graph->crossing[b]) boost::add_edge(b, a, takes, graph->roads);
  }
  graph_ = std::move(graph);
}

std::map<std::string, Duration> Network::travel_times(const std::string& from, Leaving side) const {
  std::map<std::string, Duration> times;
  const auto start = graph_->nodes.find(from);
  if (start == graph_->nodes.end()) return times;
  Roads roads = graph_->roads;
  if (graph_->crossing[start->second])  // from a crossing: its roads lead away as well
    for (const auto& [n, takes] : graph_->neighbours(start->second, side))
      boost::add_edge(start->second, n, takes, roads);
  std::vector<double> distance(boost::num_vertices(roads));
  boost::dijkstra_shortest_paths(roads, start->second,
                                 boost::distance_map(boost::make_iterator_property_map(
                                     distance.begin(), boost::get(boost::vertex_index, roads))));
  for (std::size_t n = 0; n < distance.size(); ++n)
    if (distance[n] < std::numeric_limits<double>::max())
      times.emplace(graph_->names[n], from_seconds(distance[n] * 3600));
  return times;
}

}  // namespace cordon
