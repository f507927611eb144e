#include "sim/output/verifier.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/output/moment_text.hpp"
#include "sim/output/words.hpp"

namespace cordon {
namespace {

using trace::CrossingState;

// "" when both agree, as they nearly always do: then no text is made.
std::string differs(std::string_view what, std::string_view of, int said, int there) {
  if (said == there) return {};
  return fmt::format("{} {}: events add up to {}, there are {}", what, of, said, there);
}

std::string stage_differs(const CrossingState::Stage& said, const Stage& there,
                          const std::string& name) {
  std::string wrong = differs("waiting at", name, said.waiting, there.waiting.size());
  if (wrong.empty()) wrong = differs("lanes open at", name, said.open, there.open);
  if (wrong.empty())
    wrong = differs("lanes busy at", name, static_cast<int>(said.lanes.size()), there.busy);
  if (wrong.empty() && there.busy > static_cast<int>(there.lanes.size()))
    return "more lanes busy than there are at " + name;
  return wrong;
}

std::string stages_differ(const CrossingState& said, const Crossing& here) {
  std::string wrong;
  for (std::size_t s = 0; s < said.stages.size() && wrong.empty(); ++s)
    wrong = stage_differs(said.stages[s], here.stages.stages[s], here.setup->stages[s].name);
  return wrong;
}

std::string before_differ(const CrossingState& said, const Crossing& here, const Setup& setup) {
  std::string wrong;
  for (const LineIndex l : here.setup->lines) {
    const LineSetup& line = setup.lines[l.value];
    const auto found = said.before.find(l.value);
    if (wrong.empty())
      wrong = differs("queue before the waiting places of", line.name,
                      found == said.before.end() ? 0 : found->second,
                      here.stages.lines[line.position].before.size());
  }
  return wrong;
}

std::string officers_differ(const CrossingState& said, const Crossing& here,
                            const trace::Header& header) {
  const auto on_duty = said.on_duty(header);
  std::string wrong;
  for (std::size_t a = 0; a < authorities && wrong.empty(); ++a) {
    const std::string_view who = name_of(static_cast<Authority>(a));
    if (here.staff.on_duty[a] < 0) return fmt::format("fewer than no officers on duty of {}", who);
    wrong = differs("officers on duty of", who, on_duty[a], here.staff.on_duty[a]);
  }
  return wrong;
}

// At lanes are also those who work over time; who is spare is what remains.
std::string activities_differ(const CrossingState& said, const Crossing& here) {
  Counts there;
  here.staff.teams.for_each([&](TeamId, const Team& team) {
    for_each_activity([&](Activity a) { there[a] += team.doing[a]; });
  });
  there[Activity::lane] += there[Activity::overtime];
  there[Activity::spare] = 0;
  std::string wrong;
  for_each_activity([&](Activity a) {
    if (wrong.empty()) wrong = differs("officers at", name_of(a), said.doing[a], there[a]);
  });
  return wrong;
}

std::string staff_differs(const CrossingState& said, const Crossing& here,
                          const trace::Header& header) {
  std::string wrong = officers_differ(said, here, header);
  if (wrong.empty()) wrong = activities_differ(said, here);
  for (std::size_t e = 0; e < said.machines.size() && wrong.empty(); ++e)
    wrong =
        differs("machines of kind", header.equipment[e], said.machines[e], here.staff.machines[e]);
  if (!wrong.empty()) return wrong;
  if (said.operations != here.known.operations) return "other operations are in course";
  return differs("reports", "not yet written", said.open_reports,
                 static_cast<int>(here.reporting.open.size()));
}

std::string terminal_differs(const CrossingState::Terminal& said, const Terminal& there,
                             int berths_taken, const std::string& name) {
  std::string wrong =
      differs("lots waiting at", name, said.lots_waiting, static_cast<int>(there.waiting.size()));
  if (wrong.empty()) wrong = differs("units in the yard of", name, said.in_yard, there.in_yard);
  if (wrong.empty())
    wrong = differs("berths taken at", name, static_cast<int>(said.berths.size()), berths_taken);
  return wrong;
}

std::string terminals_differ(const CrossingState& said, const Crossing& here, const Setup& setup) {
  std::string wrong;
  for (std::uint16_t t = 0; t < setup.terminals.size() && wrong.empty(); ++t) {
    int taken = 0;
    for (std::size_t b = 0; b < here.terminals.berths.size(); ++b)
      taken += here.setup->berths[b] == TerminalIndex{t} && here.terminals.berths[b].lot;
    const auto found = said.terminals.find(t);
    wrong =
        terminal_differs(found == said.terminals.end() ? CrossingState::Terminal{} : found->second,
                         here.terminals.terminals[t], taken, setup.terminals[t].name);
  }
  return wrong;
}

// A unit hears of a delivery a while after it has set out.
bool is_unheard_of(const Vehicle& v, const Crossing& here) {
  const auto& cases = here.cases.open;
  return v.aside == Aside::for_permit && here.setup->is_base &&
         std::none_of(cases.begin(), cases.end(),
                      [&](const OpenCase& c) { return c.about == v.draws.subject; });
}

std::string vehicles_differ(const CrossingState& said, const Crossing& here) {
  int there = 0;
  std::string lost;
  here.vehicles.for_each([&](VehicleId, const Vehicle& v) {
    if (v.joined == never || is_unheard_of(v, here)) return;  // on the way here
    ++there;
    if (!said.vehicles.contains(v.draws.subject)) lost = "a vehicle is here that no event told of";
  });
  return lost.empty() ? differs("vehicles", "here", static_cast<int>(said.vehicles.size()), there)
                      : lost;
}

}  // namespace

Verifier::Verifier(const Setup& setup)
    : setup_(setup),
      header_(trace::header_of({}, setup, true)),
      playback_(header_),
      last_(setup.places(), start_of_run) {}

void Verifier::fail(std::string_view what, std::size_t place, Time now,
                    const std::string& why) const {
  MomentText text(setup_.scenario.start);
  throw VerifyError(
      fmt::format("verify: {} at {}, {}: {}", what, header_.places[place].name, text(now), why));
}

void Verifier::fail(const trace::Row& row, const std::string& why) const {
  fail(trace::events()[row.event].name, row.place, Time{Duration{row.time}}, why);
}

void Verifier::check(const trace::Row& row) {
  const Time now{Duration{row.time}};
  if (now < last_[row.place]) fail(row, "time goes back");
  last_[row.place] = now;
  try {
    playback_.apply(row);
  } catch (const trace::ImpossibleRow& e) {
    fail(row, e.what());
  }
  meet_once(row, now);
}

// Crossings may run on several threads.
void Verifier::meet_once(const trace::Row& row, Time now) {
  using namespace trace;
  const std::lock_guard lock(meeting_);
  switch (row.event) {
    case number_of<SectorEntered>:
    case number_of<VehicleArrived>: {
      const auto left = left_.find(vehicle(row));
      const bool was_there = left != left_.end() && left->second > now;
      if (!somewhere_.insert(vehicle(row)).second || was_there)
        fail(row, "the vehicle is at another crossing");
      return;
    }
    case number_of<VehicleBalked>:
    case number_of<VehicleGaveUp>:
    case number_of<BookingMissed>:
    case number_of<VehicleDiverted>:
    case number_of<VehicleReleased>:
    case number_of<SectorLeft>:
    case number_of<GoodsSeized>:
    case number_of<PersonsReferred>:
    case number_of<PassageRefused>:
      somewhere_.erase(vehicle(row));
      left_[vehicle(row)] = now;
      return;
    default:
      return;
  }
}

// All that followed at once from the events so far has happened when time goes on.
void Verifier::compare(const Crossing& here, const trace::Row& row) const {
  const CrossingState& said = playback_.crossings()[here.setup->index.value];
  for (const std::string& wrong :
       {stages_differ(said, here), before_differ(said, here, setup_),
        staff_differs(said, here, header_), terminals_differ(said, here, setup_)})
    if (!wrong.empty()) fail(row, "before it, " + wrong);
}

void Verifier::compare_all(const World& world, Time now) const {
  for (const Crossing& here : world.crossings) {
    const CrossingState& said = playback_.crossings()[here.setup->index.value];
    for (const std::string& wrong :
         {stages_differ(said, here), before_differ(said, here, setup_),
          staff_differs(said, here, header_), terminals_differ(said, here, setup_),
          vehicles_differ(said, here)})
      if (!wrong.empty()) fail("a look", here.setup->place.value, now, wrong);
  }
}

}  // namespace cordon
