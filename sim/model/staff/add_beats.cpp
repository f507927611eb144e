// Where mobile units go, and what they know of it beforehand.

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "sim/model/make_setup.hpp"
#include "sim/model/staff/coverage.hpp"

namespace cordon {
namespace {

double usual_traffic(const CrossingSetup& post, const Setup& setup) {
  double vehicles = 0;
  for (const LineIndex l : post.lines)
    vehicles += std::accumulate(setup.lines[l.value].traffic.begin(),
                                setup.lines[l.value].traffic.end(), 0.0);
  return vehicles;
}

double harm_per_vehicle(VehicleClass c, Direction d, const Scenario& s) {
  double harm = 0;
  for (const auto& [name, goods] : s.commodity) harm += goods.harm_weight * prevalence(goods, c, d);
  return harm;
}

// What groups would send over a stretch of green border a day, if all ways were worth the same.
double harm_over_green_border(const CrossingSetup& base, const Setup& setup) {
  double harm = 0;
  for (const GroupSetup& group : setup.groups) {
    double all = 0, here = 0;
    for (const RouteSetup& route : group.routes) {
      all += route.traffic;
      if (setup.lines[route.line.value].crossing == base.index) here += route.traffic;
    }
    if (all > 0)
      harm += setup.commodities[group.commodities.front().value].harm_weight *
              group.consignments_per_hour * 24 * here / all;
  }
  return harm;
}

// Harm that would pass a post in a day, if smugglers went as traffic usually does.
double usual_harm(const CrossingSetup& post, const Setup& setup) {
  if (post.sector) return harm_over_green_border(post, setup);
  double harm = 0;
  for (const LineIndex l : post.lines) {
    const LineSetup& line = setup.lines[l.value];
    for (std::size_t c = 0; c < vehicle_classes; ++c)
      harm += line.traffic[c] *
              harm_per_vehicle(static_cast<VehicleClass>(c), line.direction, setup.scenario);
  }
  return harm;
}

// Teams that choose among the same stops by the same game play it together.
double units_of(const CrewSetup& crew, const Setup& setup) {
  const TeamSpec& own = setup.scenario.team.at(crew.team);
  double units = 0;
  for (const auto& [name, team] : setup.scenario.team)
    units += team.beat_choice == BeatChoice::stackelberg && team.beat == own.beat;
  return units;
}

template <class Of>
std::vector<double> by_stop(const CrewSetup& crew, const Setup& setup, Of of) {
  std::vector<double> values;
  for (const std::uint16_t stop : crew.beat) values.push_back(of(setup.crossings[stop], setup));
  return values;
}

std::vector<double> as_shares(std::vector<double> values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  for (double& v : values) v = sum > 0 ? v / sum : 1 / static_cast<double>(values.size());
  return values;
}

std::vector<double> stop_weight(const CrewSetup& crew, const Setup& setup) {
  if (crew.beat_choice == BeatChoice::proportional)
    return as_shares(by_stop(crew, setup, usual_traffic));
  const std::vector<double> harm = by_stop(crew, setup, usual_harm);
  if (crew.beat_choice != BeatChoice::stackelberg) return as_shares(harm);
  std::vector<Target> posts;
  for (const double h : harm) posts.push_back({h, 0});
  return as_shares(coverage(posts, units_of(crew, setup)));
}

void require_roads(const CrossingSetup& home, const CrewSetup& crew, const Setup& setup) {
  const std::size_t stops = crew.beat.size();
  for (std::size_t n = 0; n < stops; ++n) {
    const CrossingSetup& post = setup.crossings[crew.beat[n]];
    require_road(home, post);
    require_road(post, home);
    const bool in_turn = crew.beat_choice == BeatChoice::in_turn;
    for (std::size_t next = in_turn ? n + 1 : 0; next < (in_turn ? n + 2 : stops); ++next)
      require_road(post, setup.crossings[crew.beat[next % stops]]);
  }
}

// A mobile unit sets out for a stop only when it will be home by the end of its shift.
void require_time(const CrossingSetup& home, const CrewSetup& crew, const Setup& setup) {
  const Duration longest = longest_shift(crew, setup);
  for (const std::uint16_t stop : crew.beat) {
    const CrossingSetup& post = setup.crossings[stop];
    const Duration takes = setup.rosters[crew.roster].handover + home.way[stop] + crew.stay +
                           post.way[home.index.value];
    if (takes > longest)
      throw std::invalid_argument("team '" + crew.team + "' has no shift long enough to visit '" +
                                  post.name + "', a stop of its beat, and be back");
    if (crew.beat_choice == BeatChoice::in_turn) return;  // it sets out for the first
  }
}

}  // namespace

void add_beats(Setup& setup) {
  for (CrossingSetup& home : setup.crossings)
    for (CrewSetup& crew : home.crews) {
      if (crew.beat.empty()) continue;
      require_roads(home, crew, setup);
      require_time(home, crew, setup);
      crew.stop_weight = stop_weight(crew, setup);
    }
}

}  // namespace cordon
