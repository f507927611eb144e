#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>

#include "sim/engine/luck.hpp"
#include "sim/model/make_setup.hpp"
#include "sim/model/staff/staff.hpp"

namespace cordon {
namespace {

std::set<std::string> roster_names(const Scenario& scenario) {
  std::set<std::string> names;
  for (const auto& [name, team] : scenario.team) names.insert(team.roster);
  return names;
}

std::string crew_name(const std::string& team, const RosterSpec& roster, int crew) {
  if (!roster.cycle.empty()) return team + " crew " + std::to_string(crew + 1);
  return team + " " + roster.shifts[static_cast<std::size_t>(crew)];
}

std::vector<double> skills_of(const TeamSpec& team, const Scenario& scenario) {
  std::vector<double> skills;
  for (const auto& [technique, unused] : scenario.technique) {
    const auto own = team.skills.find(technique);
    skills.push_back(own == team.skills.end() ? team.skill : own->second);
  }
  return skills;
}

CourseSetup course(const CourseSpec& spec, const Scenario& scenario) {
  CourseSetup made{spec.team, spec.officers, spec.start, spec.length, {}, spec.gain};
  const auto& taught = spec.techniques;
  for (const auto& [technique, unused] : scenario.technique)
    made.teaches.push_back(taught.empty() ||
                           std::find(taught.begin(), taught.end(), technique) != taught.end());
  return made;
}

void add_team(const std::string& name, const TeamSpec& team, const Setup& setup,
              CrossingSetup& crossing) {
  const auto names = roster_names(setup.scenario);
  const auto index = std::distance(names.begin(), names.find(team.roster));
  const RosterSpec spec = find_roster(setup.scenario.roster, team.roster);
  int position = 0;
  for (const int officers :
       roster::crew_sizes(setup.rosters[static_cast<std::size_t>(index)], team.officers)) {
    CrewSetup crew;
    crew.name = crew_name(name, spec, position);
    crew.team = name;
    crew.authority = team.authority;
    crew.authorities = set_of(team.authority);
    for (const Authority a : team.joint_with) crew.authorities |= set_of(a);
    crew.frontex = team.frontex;
    crew.country = crossing.country;
    crew.cross_training = team.cross_training;
    crew.officers = officers;
    crew.absence = team.absence;
    crew.roster = static_cast<std::uint16_t>(index);
    crew.position = position++;
    crew.source = source_of("crew/" + name + "/" + std::to_string(crew.position));
    crew.skill = skills_of(team, setup.scenario);
    crew.cost_per_hour = team.cost_per_hour;
    crew.on_call = team.on_call;
    crew.preparation = team.preparation;
    crew.minimum_stay = team.minimum_stay;
    crew.stay = team.stay;
    if (const auto patrol = setup.scenario.patrol.find(team.patrol);
        patrol != setup.scenario.patrol.end()) {
      crew.patrol_officers = patrol->second.officers;
      crew.searched_km2h = patrol->second.width_km * patrol->second.speed_km_per_h;
    }
    crew.beat_choice = team.beat_choice;
    crew.beat_knows = team.beat_knows;
    crew.sets_out = team.sets_out;
    crew.of_shifts = team.of_shifts;
    crew.selection_multiplier = team.selection_multiplier;
    crew.beat_source = source_of("beat/" + name + "/" + std::to_string(crew.position));
    for (const std::string& stop : team.beat)
      crew.beat.push_back(post_or_base(stop, setup.scenario).value);
    crossing.crews.push_back(std::move(crew));
  }
  for (const auto& [unused, training] : setup.scenario.course)
    if (training.team == name) crossing.courses.push_back(course(training, setup.scenario));
}

// The most officers of a post who are on duty at one time and meet a need, in four weeks.
int most_on_duty(const CrossingSetup& post, std::uint8_t need, const Setup& setup) {
  std::map<Time, int> changes;
  for (const CrewSetup& crew : post.crews) {
    if ((staff::fitness(crew, crew.authorities, post) >> need & 1u) == 0) continue;
    Time at = start_of_run;
    while (at < start_of_run + std::chrono::days{28}) {
      const Shift shift =
          roster::shift_at(setup.rosters[crew.roster], crew.position, at, setup.calendar);
      if (shift.begins == never) break;
      const int officers = static_cast<int>(std::llround(shift.share * crew.officers));
      changes[shift.begins] += officers;
      changes[shift.ends] -= officers;
      at = shift.ends;
    }
  }
  int there = 0, most = 0;
  for (const auto& [time, change] : changes) most = std::max(most, there += change);
  return most;
}

// Whether officers of other posts come to this one.
bool gets_guests(const CrossingSetup& post, const Setup& setup) {
  const auto is_here = [&](CrossingIndex there) { return there == post.index; };
  for (const OperationSetup& operation : setup.operations)
    for (const MoveSetup& move : operation.moves)
      if (is_here(move.to) && move.officers > 0) return true;
  for (const CrossingSetup& home : setup.crossings) {
    for (const SecondmentSetup& lent : home.secondments)
      if (is_here({lent.to})) return true;
    for (const CrewSetup& crew : home.crews)
      if (std::find(crew.beat.begin(), crew.beat.end(), post.index.value) != crew.beat.end())
        return true;
  }
  return post.calls_out;
}

}  // namespace

bool any_arrests(const Scenario& scenario) {
  return std::any_of(scenario.commodity.begin(), scenario.commodity.end(),
                     [](const auto& goods) { return goods.second.arrest > 0; });
}

CrossingIndex post_or_base(const std::string& name, const Scenario& scenario) {
  if (const auto post = index_in<CrossingIndex>(scenario.crossing, name)) return post;
  const auto base = index_in<CrossingIndex>(scenario.base, name);
  return nth<CrossingIndex>(scenario.crossing.size() + base.value);
}

void require_officers_for_lanes(const Setup& setup) {
  for (const CrossingSetup& post : setup.crossings) {
    if (gets_guests(post, setup)) continue;
    for (const StageSetup& stage : post.stages)
      for (const LaneNeed& need : stage.needs) {
        const int most = most_on_duty(post, need.need, setup);
        if (most > 0 && most < need.officers)
          throw std::invalid_argument("a lane of stage '" + stage.name + "' at crossing '" +
                                      post.name + "' needs " + std::to_string(need.officers) +
                                      " officers, and there are never more than " +
                                      std::to_string(most) + " on duty who may work there");
      }
  }
}

void add_rosters(Setup& setup) {
  for (const std::string& name : roster_names(setup.scenario))
    setup.rosters.push_back(make_roster(find_roster(setup.scenario.roster, name)));
}

void add_needs(const Setup& setup, CrossingSetup& crossing) {
  const CrossingSpec& spec = setup.scenario.crossing.at(crossing.name);
  for (StageSetup& stage : crossing.stages)
    stage.powers = powers_needed(setup.scenario.layout.at(spec.layout).stage.at(stage.name));
  const bool pursues = setup.scenario.investigation.flees > 0;
  staff::set_needs(crossing, setup.scenario.competence,
                   pursues ? std::optional(Power::pursue) : std::nullopt,
                   any_arrests(setup.scenario));
}

void add_crews(const Setup& setup, CrossingSetup& crossing) {
  for (const auto& [name, team] : setup.scenario.team)
    if ((crossing.is_base ? team.base : team.crossing) == crossing.name)
      add_team(name, team, setup, crossing);
}

}  // namespace cordon
