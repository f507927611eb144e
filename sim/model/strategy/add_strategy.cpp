// What is decided for years.

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "sim/engine/luck.hpp"
#include "sim/model/make_setup.hpp"

namespace cordon {
namespace {

bool is_among(const std::vector<std::string>& names, const std::string& name) {
  return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

bool can_use(EquipmentIndex kind, const CrossingSetup& post) {
  return std::any_of(post.stages.begin(), post.stages.end(),
                     [&](const StageSetup& stage) { return stage.equipment == kind; });
}

double traffic_of(const CrossingSetup& post, const Setup& setup) {
  double vehicles = 0;
  for (const LineIndex line : post.lines) {
    const auto& by_class = setup.lines[line.value].traffic;
    vehicles += std::accumulate(by_class.begin(), by_class.end(), 0.0);
  }
  return vehicles;
}

ProgrammeSetup programme(const std::string& name, const ProgrammeSpec& spec, const Setup& setup) {
  ProgrammeSetup made;
  made.name = name;
  made.spec = spec;
  made.equipment = index_in<EquipmentIndex>(setup.scenario.equipment, spec.equipment);
  made.source = source_of("programme/" + name);
  for (const CrossingSetup& post : setup.crossings) {
    if (!can_use(made.equipment, post) || !is_among(spec.crossings, post.name)) continue;
    made.posts.push_back(post.index);
    made.traffic.push_back(traffic_of(post, setup));
  }
  if (setup.scenario.equipment.at(spec.equipment).price <= 0)
    throw std::invalid_argument("programme '" + name + "' buys what costs nothing");
  if (made.posts.empty())
    throw std::invalid_argument("programme '" + name + "' has no crossing whose layout uses " +
                                spec.equipment);
  return made;
}

// A course for one officer of the team, that begins when it is ordered.
void add_place(const std::string& team, const TeamSpec& spec, CrossingSetup& post,
               TrainingNeedsSetup& needs, const Scenario& s) {
  CourseSetup course{team, 1, endless, needs.spec.length, {}, needs.spec.gain};
  double lack = 0, taught = 0;
  for (const auto& [technique, unused] : s.technique) {
    course.teaches.push_back(is_among(needs.spec.techniques, technique));
    if (!course.teaches.back()) continue;
    const auto own = spec.skills.find(technique);
    lack += 1 - (own == spec.skills.end() ? spec.skill : own->second);
    ++taught;
  }
  if (taught > 0) lack *= spec.officers / taught;
  needs.places.push_back(
      {post.index, static_cast<std::uint16_t>(post.courses.size()), lack, spec.officers});
  post.courses.push_back(std::move(course));
}

TrainingNeedsSetup training(const std::string& name, const TrainingNeedsSpec& spec, Setup& setup) {
  TrainingNeedsSetup made{name, spec, {}};
  for (CrossingSetup& post : setup.crossings)
    for (const auto& [team, of] : setup.scenario.team) {
      const bool here = (post.is_base ? of.base : of.crossing) == post.name;
      if (here && (!spec.authority || of.authority == *spec.authority))
        add_place(team, of, post, made, setup.scenario);
    }
  if (made.places.empty())
    throw std::invalid_argument("training_needs '" + name + "' has no team of its authority");
  return made;
}

}  // namespace

void add_strategy(Setup& setup) {
  for (const auto& [name, spec] : setup.scenario.assessment)
    setup.assessments.push_back({name, spec});
  for (const auto& [name, spec] : setup.scenario.programme)
    setup.programmes.push_back(programme(name, spec, setup));
  for (const auto& [name, spec] : setup.scenario.training_needs)
    setup.training_needs.push_back(training(name, spec, setup));
}

}  // namespace cordon
