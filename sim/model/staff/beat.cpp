// Mobile units: when they set out, and where they go next.

#include <algorithm>
#include <numeric>

#include "sim/model/staff/coverage.hpp"
#include "sim/model/staff/duty.hpp"

namespace cordon::staff {
namespace {

constexpr double explored = 0.1;  // of the visits: the 10 in 90:10

enum class BeatLuck : std::uint32_t { stop, outing };

double draw(const CrewSetup& crew, std::uint32_t nth, BeatLuck what, CrossingStep step) {
  return step.luck.uniform(Subject{crew.beat_source, nth}, static_cast<std::uint32_t>(what));
}

// Whether a unit can visit a post and be home by the end of its shift.
bool can_visit(const Team& team, CrossingIndex post, CrossingStep step) {
  const Duration there = here(step).way[post.value];
  const Duration home = step.setup.crossings[post.value].way[team.home.value];
  return step.now + there + crew_of(team, step.setup).stay + home <= team.shift.ends;
}

// What a unit knows to have been found at a post: by its own authorities in its own country, or by
// all.
Finds known_finds(const CrewSetup& crew, std::uint16_t post, CrossingStep step) {
  const bool own_country = step.setup.crossings[post].country == crew.country;
  Finds known;
  for (std::size_t a = 0; a < authorities; ++a) {
    const bool own = own_country && (crew.authorities >> a & 1u) != 0;
    if (!own && crew.beat_knows == BeatKnowledge::own) continue;
    const Finds& found = step.board.finds[post][a];
    known.recent += found.recent;
    known.last = std::max(known.last, found.last);
  }
  return known;
}

// How likely each stop is to be the next.
std::vector<double> wishes(const CrewSetup& crew, CrossingStep step) {
  const std::size_t stops = crew.beat.size();
  std::vector<Finds> known;
  for (const std::uint16_t post : crew.beat) known.push_back(known_finds(crew, post, step));
  // What nobody has looked at yet is expected to be as its usual traffic.
  std::vector<double> estimate = crew.stop_weight;
  for (std::size_t n = 0; n < stops; ++n) estimate[n] += known[n].recent;

  const std::vector<double> alike(stops, 1.0 / static_cast<double>(stops));
  const auto only = [&](auto best, const auto& of) {
    std::vector<double> weight(stops);
    weight[static_cast<std::size_t>(best - of.begin())] = 1;
    return weight;
  };
  switch (crew.beat_choice) {
    case BeatChoice::in_turn:
    case BeatChoice::uniform:
      return alike;
    case BeatChoice::proportional:
    case BeatChoice::stackelberg:
      return crew.stop_weight;
    case BeatChoice::risk_score:
      return estimate;
    case BeatChoice::last_seizure: {
      const auto latest =
          std::max_element(known.begin(), known.end(),
                           [](const Finds& a, const Finds& b) { return a.last < b.last; });
      return latest->last == start_of_run ? alike : only(latest, known);
    }
    case BeatChoice::explore_exploit:
      break;
  }
  std::vector<double> weight = only(std::max_element(estimate.begin(), estimate.end()), estimate);
  for (std::size_t n = 0; n < stops; ++n)
    weight[n] = (1 - explored) * weight[n] + explored * alike[n];
  return weight;
}

std::uint16_t choose(const std::vector<double>& weight, double luck) {
  double left = luck * std::accumulate(weight.begin(), weight.end(), 0.0);
  for (std::size_t n = 0; n < weight.size(); ++n)
    if ((left -= weight[n]) < 0) return static_cast<std::uint16_t>(n);
  return static_cast<std::uint16_t>(weight.size() - 1);
}

// The next stop of a unit; counts it.
std::uint16_t next_stop(Team& unit, const CrewSetup& crew, CrossingStep step) {
  const std::uint32_t nth = unit.visits++;
  if (crew.beat_choice == BeatChoice::in_turn)
    return static_cast<std::uint16_t>(nth % crew.beat.size());
  return choose(wishes(crew, step), draw(crew, nth, BeatLuck::stop, step));
}

// A unit that goes out by surprise does so in some of its shifts; counts this one.
bool goes_out(Team& unit, const CrewSetup& crew, CrossingStep step) {
  if (crew.of_shifts == 0) return true;
  if (unit.shifts_left == 0) {
    unit.shifts_left = crew.of_shifts;
    unit.outings_left = crew.sets_out;
  }
  const double chance = inspection_chance(unit.shifts_left--, unit.outings_left);
  const bool goes = draw(crew, unit.shifts_so_far++, BeatLuck::outing, step) < chance;
  unit.outings_left -= goes;
  return goes;
}

bool is_to_set_out(const Team& unit, const CrewSetup& crew, CrossingStep step) {
  const bool ready = step.now >= unit.came + roster_of(unit, step.setup).handover;
  return !crew.beat.empty() && unit.home == here(step).index && unit.on_duty && !unit.has_set_out &&
         ready && available(unit) > 0;
}

}  // namespace

void set_out(Staff& self, CrossingStep step) {
  for (const TeamId id : ids(self)) {
    Team& unit = self.teams[id];
    const CrewSetup& crew = crew_of(unit, step.setup);
    if (!is_to_set_out(unit, crew, step)) continue;
    unit.has_set_out = true;
    if (!goes_out(unit, crew, step)) continue;
    if (crew.beat_choice == BeatChoice::in_turn) unit.visits = 0;
    const CrossingIndex first{crew.beat[next_stop(unit, crew, step)]};
    if (!can_visit(unit, first, step)) continue;
    const Team leaving = detach(id, available(unit), first, Errand::beat, {}, self, step);
    travel(leaving, first, here(step).way[first.value], step);
  }
}

void go_on(TeamId id, Staff& self, CrossingStep step) {
  Team& unit = self.teams[id];
  const CrewSetup& crew = crew_of(unit, step.setup);
  const CrossingIndex next{crew.beat[next_stop(unit, crew, step)]};
  if (!unit.on_duty || !can_visit(unit, next, step))
    return send_home(id, here(step).way[unit.home.value], self, step);
  if (next == here(step).index) {
    unit.until = step.now + crew.stay;
    step.schedule(crew.stay, StayEnded{id, unit.home, unit.crew});
    return;
  }
  Team leaving = dismiss(id, self, step);
  step.schedule_at_once(TeamLeft{detachment(leaving), next, false});
  leaving.left = step.now;
  travel(leaving, next, here(step).way[next.value], step);
}

double reinforcement(const Staff& self, const Setup& setup) {
  double factor = 1;
  self.teams.for_each([&](TeamId, const Team& team) {
    if (team.errand == Errand::beat && team.on_duty)
      factor *= crew_of(team, setup).selection_multiplier;
  });
  return factor;
}

}  // namespace cordon::staff
