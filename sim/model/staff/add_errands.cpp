// Bases, ways, who is called where, and secondments.

#include <algorithm>
#include <stdexcept>

#include "sim/model/make_setup.hpp"
#include "sim/model/staff/staff.hpp"

namespace cordon {
namespace {

bool has_errands(const Scenario& s) {
  return !s.secondment.empty() || s.review ||
         std::any_of(s.team.begin(), s.team.end(), [](const auto& team) {
           return team.second.on_call > 0 || !team.second.beat.empty();
         });
}

// Where it is in the network.
const std::string& node_of(const CrossingSetup& c, const Scenario& s) {
  return c.is_base ? s.base.at(c.name).place : c.name;
}

void add_ways_to_posts(Setup& setup, const Network& network) {
  for (CrossingSetup& from : setup.crossings) {
    const auto times = network.travel_times(node_of(from, setup.scenario));
    for (const CrossingSetup& to : setup.crossings) {
      const std::string& there = node_of(to, setup.scenario);
      const auto time = times.find(there);
      const bool same = there == node_of(from, setup.scenario);
      from.way.push_back(same ? Duration::zero() : time == times.end() ? endless : time->second);
    }
  }
}

// Whether a crew on call can be at the post in its shift, and is of use there.
bool can_be_called(const CrewSetup& crew, const CrossingSetup& home, const CrossingSetup& post,
                   const Setup& setup) {
  const Duration way = home.way[post.index.value];
  return crew.on_call > 0 && home.index != post.index && way != endless &&
         crew.preparation + way < longest_shift(crew, setup) &&
         (!crew.frontex || staff::can_lead_frontex(post));
}

void require_posts_for_crews_on_call(const Setup& setup) {
  for (const CrossingSetup& home : setup.crossings)
    for (const CrewSetup& crew : home.crews)
      if (crew.on_call > 0 && std::none_of(setup.crossings.begin(), setup.crossings.end(),
                                           [&](const CrossingSetup& post) {
                                             return !post.is_base &&
                                                    can_be_called(crew, home, post, setup);
                                           }))
        throw std::invalid_argument("team '" + crew.team +
                                    "' is on call and can be at no other post by the end of a "
                                    "shift, or is of no use there");
}

// How soon somebody of `home` who meets the need can be at the post; endless: nobody can.
Duration response(const CrossingSetup& home, const CrossingSetup& post, std::size_t need,
                  const Setup& setup) {
  Duration soonest = endless;
  for (const CrewSetup& crew : home.crews)
    if (can_be_called(crew, home, post, setup) &&
        (staff::fitness(crew, crew.authorities, post) >> need & 1u))
      soonest = std::min(soonest, home.way[post.index.value] + crew.preparation);
  return soonest;
}

void add_on_call(const Setup& setup, CrossingSetup& post) {
  for (std::size_t need = 0; need < post.needs.size(); ++need) {
    std::vector<std::pair<Duration, CrossingIndex>> found;
    for (const CrossingSetup& home : setup.crossings) {
      const Duration soonest = response(home, post, need, setup);
      if (soonest != endless) found.emplace_back(soonest, home.index);
    }
    std::sort(found.begin(), found.end());
    post.on_call.emplace_back();
    for (const auto& [soonest, home] : found) post.on_call.back().push_back(home);
    post.calls_out |= !found.empty();
  }
}

// Whoever is on the way home from one secondment cannot leave for the next.
void require_officers_for_secondments(const CrossingSetup& home, const Setup& setup) {
  for (const SecondmentSetup& one : home.secondments) {
    int away = 0;
    for (const SecondmentSetup& other : home.secondments) {
      const Time back = other.until + setup.crossings[other.to].way[home.index.value];
      if (other.team == one.team && other.leaves <= one.leaves && one.leaves < back)
        away += other.officers;
    }
    const int all = setup.scenario.team.at(one.team).officers;
    if (away > all)
      throw std::invalid_argument("the secondments of team '" + one.team + "' to '" +
                                  setup.crossings[one.to].name + "' and elsewhere take " +
                                  std::to_string(away) +
                                  " officers with the way there and back, "
                                  "and it has " +
                                  std::to_string(all));
  }
}

void add_secondments(Setup& setup, CrossingSetup& home) {
  for (const auto& [name, spec] : setup.scenario.secondment) {
    const bool ours = std::any_of(home.crews.begin(), home.crews.end(),
                                  [&](const CrewSetup& c) { return c.team == spec.team; });
    if (!ours) continue;
    const auto there = std::find_if(setup.crossings.begin(), setup.crossings.end(),
                                    [&](const CrossingSetup& c) { return c.name == spec.to; });
    const CrossingIndex to = there->index;
    require_road(home, setup.crossings[to.value]);
    require_road(setup.crossings[to.value], home);
    const Time starts = start_of_run + spec.start;
    home.secondments.push_back({spec.team, to.value, spec.officers,
                                std::max(start_of_run, starts - home.way[to.value]),
                                starts + spec.length});
  }
}

}  // namespace

void require_road(const CrossingSetup& from, const CrossingSetup& to) {
  if (from.way[to.index.value] == endless)
    throw std::invalid_argument("no road leads from '" + from.name + "' to '" + to.name + "'");
}

Duration longest_shift(const CrewSetup& crew, const Setup& setup) {
  const RosterSetup& roster = setup.rosters[crew.roster];
  Duration longest{0};
  const auto see = [&](const std::vector<ShiftTimes>& shifts) {
    for (const ShiftTimes& shift : shifts) longest = std::max(longest, shift.lasts);
  };
  see(roster.shifts);
  for (const auto& day : roster.days)
    if (day) see(day->shifts);
  return longest;
}

void add_bases(Setup& setup, std::uint16_t& next) {
  const Scenario& s = setup.scenario;
  for (const auto& [name, spec] : s.base) {
    CrossingSetup base;
    base.is_base = true;
    base.index = nth<CrossingIndex>(setup.crossings.size());
    base.name = name;
    base.label = spec.label.empty() ? name : spec.label;
    base.place = {next++};
    const auto lies_at = [&](const auto& there) {
      base.country = spec.country.empty() ? there.country : spec.country;
      base.latitude = there.latitude;
      base.longitude = there.longitude;
    };
    if (const auto place = s.place.find(spec.place); place != s.place.end())
      lies_at(place->second);
    else
      lies_at(s.crossing.at(spec.place));
    base.equipment.assign(s.equipment.size(), 0);
    base.out_of_order.assign(s.equipment.size(), 0);
    base.sector = spec.sector;
    const bool investigates = name == s.investigation.unit;
    if (base.sector || investigates)
      staff::set_needs(base, s.competence,
                       investigates ? std::optional(Power::observe) : std::nullopt, any_arrests(s));
    add_crews(setup, base);
    setup.crossings.push_back(std::move(base));
  }
}

void add_errands(Setup& setup, const Network& network) {
  if (!has_errands(setup.scenario)) return;
  add_ways_to_posts(setup, network);
  add_beats(setup);
  require_posts_for_crews_on_call(setup);
  for (CrossingSetup& post : setup.crossings) {
    add_on_call(setup, post);
    add_secondments(setup, post);
  }
  for (const CrossingSetup& post : setup.crossings) require_officers_for_secondments(post, setup);
}

}  // namespace cordon
