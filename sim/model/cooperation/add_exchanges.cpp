// Channels, and by which way messages go over them.

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <limits>
#include <stdexcept>

#include "sim/engine/luck.hpp"
#include "sim/model/cooperation/messages.hpp"
#include "sim/model/make_setup.hpp"

namespace cordon {
namespace {

constexpr double no_way = std::numeric_limits<double>::infinity();

// The fastest channel between two places.
struct Link {
  double seconds = no_way;
  ChannelIndex channel;
};

// Desks as nodes, named by their position in the setup. A post is never on the way.
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                    boost::property<boost::edge_weight_t, double>>;

bool has_access(const std::vector<std::string>& members, const std::string& name) {
  return std::find(members.begin(), members.end(), name) != members.end();
}

class Ways {
 public:
  explicit Ways(const Setup& setup) : setup_(setup), graph_(setup.desks.size()) {
    for (std::size_t a = 0; a < setup.desks.size(); ++a)
      for (std::size_t b = 0; b < setup.desks.size(); ++b) {
        const Link link = between_desks(a, b);
        // Away from the goal: who passes it on to `a` waits for an analyst of `a` as well.
        if (a != b && link.channel) boost::add_edge(a, b, link.seconds + reading(b), graph_);
      }
  }

  /// From a post to a desk; empty: there is none.
  [[nodiscard]] std::vector<Hop> find(const CrossingSetup& post, std::size_t goal) const {
    std::vector<double> distance(setup_.desks.size());
    std::vector<std::size_t> next(setup_.desks.size());  // nearer to the goal
    boost::dijkstra_shortest_paths(
        graph_, goal, boost::distance_map(distance.data()).predecessor_map(next.data()));
    std::size_t first = setup_.desks.size();
    double best = no_way;
    for (std::size_t d = 0; d < setup_.desks.size(); ++d) {
      const Link link = to_desk(post, d);
      const bool leads_on = link.channel && (d == goal || next[d] != d);
      const double all = leads_on ? link.seconds + distance[d] : no_way;
      if (all < best) best = all, first = d;
    }
    if (first == setup_.desks.size()) return {};
    std::vector<Hop> way = {{setup_.desks[first].place, to_desk(post, first).channel}};
    for (std::size_t d = first; d != goal; d = next[d])
      way.push_back({setup_.desks[next[d]].place, between_desks(d, next[d]).channel});
    return way;
  }

 private:
  [[nodiscard]] double reading(std::size_t desk) const {
    return setup_.desks[desk].spec.time.mean();
  }

  template <class HaveAccess>
  [[nodiscard]] Link fastest(HaveAccess have_access) const {
    Link fastest;
    for (std::size_t c = 0; c < setup_.channels.size(); ++c) {
      const ChannelSpec& spec = setup_.channels[c].spec;
      const double takes = spec.latency.mean();
      if (have_access(spec) && takes < fastest.seconds) fastest = {takes, nth<ChannelIndex>(c)};
    }
    return fastest;
  }
  [[nodiscard]] Link between_desks(std::size_t a, std::size_t b) const {
    return fastest([&](const ChannelSpec& spec) {
      return has_access(spec.desks, setup_.desks[a].name) &&
             has_access(spec.desks, setup_.desks[b].name);
    });
  }
  [[nodiscard]] Link to_desk(const CrossingSetup& post, std::size_t desk) const {
    return fastest([&](const ChannelSpec& spec) {
      return has_access(post.is_base ? spec.bases : spec.crossings, post.name) &&
             has_access(spec.desks, setup_.desks[desk].name);
    });
  }

  const Setup& setup_;
  Graph graph_;
};

void add_channels(Setup& setup) {
  for (const auto& [name, spec] : setup.scenario.channel) {
    ChannelSetup channel{name, spec, {}};
    for (const auto& [unused, outage] : spec.outage)
      channel.outages.push_back(
          {start_of_run + outage.from, start_of_run + outage.from + outage.length});
    std::sort(channel.outages.begin(), channel.outages.end(),
              [](const auto& a, const auto& b) { return a.from < b.from; });
    setup.channels.push_back(std::move(channel));
  }
}

bool is_of_cases(const ExchangeSpec& spec) {
  return spec.kind == ExchangeKind::referral || spec.kind == ExchangeKind::permit;
}

// The unit that investigates does, where it is about cases.
bool takes_part(const CrossingSetup& post, const ExchangeSpec& spec, const Setup& setup) {
  if (post.is_base) return post.index == setup.unit && is_of_cases(spec);
  const bool here = spec.countries.empty() || has_access(spec.countries, post.country);
  return here && (spec.crossings.empty() || has_access(spec.crossings, post.name));
}

void add_ways(ExchangeSetup& exchange, const Ways& ways, const Setup& setup) {
  exchange.way.resize(setup.crossings.size());
  for (std::size_t c = 0; c < setup.crossings.size(); ++c) {
    const CrossingSetup& post = setup.crossings[c];
    if (!takes_part(post, exchange.spec, setup)) continue;
    exchange.way[c] = ways.find(post, setup.desk_at(exchange.desk));
    if (exchange.way[c].empty())
      throw std::invalid_argument("no channel leads from " +
                                  std::string(post.is_base ? "base '" : "crossing '") + post.name +
                                  "' to desk '" + exchange.spec.to + "', which exchange '" +
                                  exchange.name + "' goes to");
    if (exchange.way[c].size() > messages::most_hops)
      throw std::invalid_argument("the way of exchange '" + exchange.name + "' from crossing '" +
                                  post.name + "' leads over more than " +
                                  std::to_string(messages::most_hops) + " desks");
  }
}

// Vehicles wait for their pictures, which must not get lost.
void check_pictures(const CrossingSetup& post, const Setup& setup) {
  for (const StageSetup& stage : post.stages) {
    if (!stage.read_at) continue;
    const ExchangeSetup& exchange = setup.exchanges[stage.read_at.value];
    const auto& way = exchange.way[post.index.value];
    if (way.empty())
      throw std::invalid_argument("stage '" + stage.name + "' of crossing '" + post.name +
                                  "' has its pictures read by exchange '" + exchange.name +
                                  "', which the crossing takes no part in");
    for (const Hop& hop : way)
      if (setup.channels[hop.channel.value].spec.loss > 0)
        throw std::invalid_argument(
            "exchange '" + exchange.name + "' carries pictures from crossing '" + post.name +
            "' over channel '" + setup.channels[hop.channel.value].name +
            "', which loses some, and vehicles would wait for ever; expected loss = 0");
  }
}

}  // namespace

void add_exchanges(Setup& setup) {
  const Scenario& s = setup.scenario;
  add_channels(setup);
  const Ways ways(setup);
  for (const auto& [name, spec] : s.exchange) {
    ExchangeSetup exchange;
    exchange.name = name;
    exchange.source = source_of("exchange/" + name);
    exchange.spec = spec;
    for (const DeskSetup& desk : setup.desks)
      if (desk.name == spec.to) exchange.desk = desk.place;
    exchange.operation = index_in<OperationIndex>(s.operation, spec.operation);
    for (const auto& [commodity, unused] : s.commodity)
      exchange.commodities.push_back(spec.commodities.empty() ||
                                     has_access(spec.commodities, commodity));
    add_ways(exchange, ways, setup);
    setup.exchanges.push_back(std::move(exchange));
  }
  for (const CrossingSetup& post : setup.crossings) check_pictures(post, setup);
}

}  // namespace cordon
