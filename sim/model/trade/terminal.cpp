#include "sim/model/trade/terminal.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/elementary.hpp"
#include "sim/model/drawn_time.hpp"
#include "sim/model/risk/advance_information.hpp"
#include "sim/model/trade/birth.hpp"
#include "sim/scenario/timetable.hpp"

namespace cordon::terminals {
namespace {

// A unit's number is that of its call and its own in it, so that a change of one call's size leaves
// the units of all others what they are.
constexpr std::uint32_t largest_lot = 0xffff;

Subject call_of(const CallerSetup& caller, std::uint32_t number) {
  return {caller.calls_source, number};
}

Duration drawn(const Distribution& time, const CallerSetup& caller, std::uint32_t number,
               LotLuck what, const Luck& luck) {
  return drawn_time(time, luck.uniform(call_of(caller, number), what));
}

int size_of(const CallerSetup& caller, std::uint32_t number, const Luck& luck) {
  const double units =
      caller.spec.size.sample(luck.uniform(call_of(caller, number), LotLuck::size));
  return static_cast<int>(std::clamp(std::floor(units + 0.5), 1.0, double{largest_lot}));
}

Terminal& terminal_of(BerthIndex berth, Terminals& self) {
  return self.terminals[self.setup->berths[berth.value].value];
}

// How long before a lot is due its units are known: the entry summary declarations are lodged then.
Duration lead(const CallerSetup& caller, const Setup& setup) {
  const AdvanceSpec* spec =
      setup.advance_of(caller.vehicle_class, setup.lines[caller.line.value].direction);
  return spec == nullptr ? Duration::zero() : spec->before + spec->voyage;
}

void schedule_call(std::size_t position, Time after, Terminals& self, CrossingStep step) {
  const CallerIndex index = self.setup->callers[position];
  const CallerSetup& caller = step.setup.callers[index.value];
  const Time due = next_call(caller, self.calls[position], after, step.setup, step.luck);
  self.due[position] = due;
  self.will_call[position] = {};
  if (due == never) return;
  const Time known = std::max(step.now, due - lead(caller, step.setup));
  self.will_call[position] =
      step.agenda.future.schedule(known, step.agenda.next_order(), LotDue{index});
}

BerthIndex free_berth(TerminalIndex terminal, const Terminals& self) {
  for (std::size_t b = 0; b < self.berths.size(); ++b)
    if (self.setup->berths[b] == terminal && !self.berths[b].lot)
      return {static_cast<std::uint16_t>(b)};
  return {};
}

void begin_unloading(LotId lot, BerthIndex berth, Terminals& self, CrossingStep step) {
  self.berths[berth.value].lot = lot;
  step.schedule_at_once(UnloadingBegan{lot, berth});
}

// Units as their flow's laws have them. @param most  that one agent may stand for
VehicleId make_units(const CallerSetup& caller, std::uint32_t number, int most,
                     Arena<Vehicle>& vehicles, Hold& hold, CrossingStep step) {
  const Subject first{caller.source, number};
  Vehicle v;
  Shipment hidden;
  birth::give(step.luck.draws(first, birth_block), caller.flow, step.setup, step.luck, v, hidden);
  v.line = caller.line;
  most = std::min(most, step.setup.scenario.scale);
  if (most > 1)
    v.stands_for =
        birth::go_together(first, most, caller.flow, step.setup, step.luck, [](const Draws&) {});
  const VehicleId id = vehicles.add(v);
  hold.put(id, hidden);
  return id;
}

std::uint32_t number_of_unit(const Lot& lot, int unit) {
  return lot.number * (largest_lot + 1) + static_cast<std::uint32_t>(unit);
}

VehicleId next_units(const Lot& lot, Terminals& self, Arena<Vehicle>& vehicles, Hold& hold,
                     CrossingStep step) {
  const CallerSetup& caller = step.setup.callers[lot.caller.value];
  Fifo<VehicleId>& stowed = self.stowed[step.setup.lines[caller.line.value].position];
  const auto place = static_cast<std::size_t>(lot.unloaded);
  if (!stowed.empty()) {
    if (!lot.aboard.empty()) vehicles.remove(lot.aboard[place]);
    return stowed.pop();
  }
  if (!lot.aboard.empty()) return lot.aboard[place];
  return make_units(caller, number_of_unit(lot, lot.unloaded), lot.size - lot.unloaded, vehicles,
                    hold, step);
}

// Their declarations are lodged now.
void announce_units(LotId id, Time due, Terminals& self, Arena<Vehicle>& vehicles, Hold& hold,
                    CrossingStep step) {
  Lot& lot = self.lots[id];
  const CallerSetup& caller = step.setup.callers[lot.caller.value];
  for (int n = 0; n < lot.size; ++n) {
    const VehicleId unit = make_units(caller, number_of_unit(lot, n), 1, vehicles, hold, step);
    lot.aboard.push_back(unit);
    advance::announce(unit, vehicles[unit], due, step.now, step.agenda.next_order(), step.agenda,
                      step.setup, step.luck);
  }
}

// The next unit is taken on the hook as soon as the yard has room for it.
void lift(BerthIndex berth, Terminals& self, Arena<Vehicle>& vehicles, Hold& hold,
          CrossingStep step) {
  Terminal& terminal = terminal_of(berth, self);
  const TerminalSetup& setup = step.setup.terminals[self.setup->berths[berth.value].value];
  const LotId id = self.berths[berth.value].lot;
  Lot& lot = self.lots[id];
  if (lot.unloaded == lot.size) return void(step.schedule_at_once(UnloadingEnded{id, berth}));
  if (terminal.in_yard + terminal.on_hook >= setup.spec.yard_capacity)
    return terminal.held_up.push_back(berth);
  const VehicleId next = next_units(lot, self, vehicles, hold, step);
  Vehicle& units = vehicles[next];
  units.berth = berth;
  units.patience = endless;  // it has nowhere to go
  terminal.on_hook += units.stands_for;
  lot.unloaded += units.stands_for;
  step.schedule(units.stands_for * setup.lift, VehicleArrived{next});
}

void make_room(Terminal& terminal, int units, Terminals& self, Arena<Vehicle>& vehicles, Hold& hold,
               CrossingStep step) {
  terminal.in_yard -= units;
  if (terminal.held_up.empty()) return;
  const BerthIndex next = terminal.held_up.front();
  terminal.held_up.erase(terminal.held_up.begin());
  lift(next, self, vehicles, hold, step);
}

Time next_by_timetable(const LotSpec& lot, Time after, const Calendar& calendar) {
  Time next = never;
  for (const std::string& text : lot.timetable) {
    const auto entry = timetable_entry(text);
    next = std::min(next, calendar.next(entry->weekday, entry->of_day, after));
  }
  return next;
}

}  // namespace

Terminals make(const CrossingSetup& setup, const Setup& world) {
  Terminals made;
  made.setup = &setup;
  made.terminals.resize(world.terminals.size());
  made.berths.resize(setup.berths.size());
  made.calls.resize(setup.callers.size());
  made.due.resize(setup.callers.size(), never);
  made.will_call.resize(setup.callers.size());
  made.stowed.resize(setup.lines.size());
  return made;
}

void start(Terminals& self, CrossingStep step) {
  for (std::size_t c = 0; c < self.setup->callers.size(); ++c) {
    const CallerSetup& caller = step.setup.callers[self.setup->callers[c].value];
    if (!step.setup.lines[caller.line.value].closed) schedule_call(c, start_of_run, self, step);
  }
}

// What was due while the line was closed is left out.
void on(const ConditionsChanged&, const Setup& before, Terminals& self, CrossingStep step) {
  self.setup = &step.setup.crossings[self.setup->index.value];
  for (std::size_t c = 0; c < self.setup->callers.size(); ++c) {
    const CallerSetup& caller = step.setup.callers[self.setup->callers[c].value];
    const bool was_closed = before.lines[caller.line.value].closed;
    const bool is_closed = step.setup.lines[caller.line.value].closed;
    if (is_closed && !was_closed) step.agenda.future.cancel(self.will_call[c]);
    if (is_closed || !was_closed) continue;
    schedule_call(c, self.due[c] == never ? start_of_run : self.due[c], self, step);
    while (self.due[c] != never && self.due[c] < step.now) {
      ++self.calls[c];
      step.agenda.future.cancel(self.will_call[c]);
      schedule_call(c, self.due[c], self, step);
    }
  }
}

Time next_call(const CallerSetup& caller, std::uint32_t number, Time after, const Setup& setup,
               const Luck& luck) {
  const LotSpec& lot = caller.spec;
  if (lot.every) return number == 0 ? start_of_run + lot.first : after + *lot.every;
  if (lot.rate_per_hour) {
    const double u = luck.uniform(call_of(caller, number), LotLuck::gap);
    return after +
           std::max(Duration{1}, from_seconds(-elementary::log(u) * 3600 / *lot.rate_per_hour));
  }
  // What is due at the start of the run comes, as the first of them.
  return next_by_timetable(lot, number == 0 ? after - Duration{1} : after, setup.calendar);
}

void on(const LotDue& event, Terminals& self, Arena<Vehicle>& vehicles, Hold& hold,
        CrossingStep step) {
  const auto& callers = self.setup->callers;
  const auto position = static_cast<std::size_t>(
      std::find(callers.begin(), callers.end(), event.caller) - callers.begin());
  const CallerSetup& caller = step.setup.callers[event.caller.value];
  const std::uint32_t number = self.calls[position]++;
  const Time due = self.due[position];
  const LotId lot =
      self.lots.add({event.caller, number, size_of(caller, number, step.luck), 0, never, {}});
  if (lead(caller, step.setup) > Duration::zero())
    announce_units(lot, due, self, vehicles, hold, step);
  step.schedule(
      due - step.now + drawn(caller.spec.lateness, caller, number, LotLuck::lateness, step.luck),
      LotArrived{lot});
  schedule_call(position, due, self, step);
}

void on(const LotArrived& event, Terminals& self, CrossingStep step) {
  Lot& lot = self.lots[event.lot];
  lot.arrived = step.now;
  const TerminalIndex terminal = step.setup.callers[lot.caller.value].terminal;
  if (const BerthIndex berth = free_berth(terminal, self))
    begin_unloading(event.lot, berth, self, step);
  else
    self.terminals[terminal.value].waiting.push_back(event.lot);
}

void on(const UnloadingBegan& event, Terminals& self, Arena<Vehicle>& vehicles, Hold& hold,
        CrossingStep step) {
  lift(event.berth, self, vehicles, hold, step);
}

void on(const VehicleArrived& event, Terminals& self, Arena<Vehicle>& vehicles, Hold& hold,
        CrossingStep step) {
  const BerthIndex berth = vehicles[event.vehicle].berth;
  Terminal& terminal = terminal_of(berth, self);
  terminal.on_hook -= vehicles[event.vehicle].stands_for;
  terminal.in_yard += vehicles[event.vehicle].stands_for;
  lift(berth, self, vehicles, hold, step);
}

void on(const UnloadingEnded& event, Terminals& self, CrossingStep step) {
  const Lot& lot = self.lots[event.lot];
  const CallerSetup& caller = step.setup.callers[lot.caller.value];
  step.schedule(drawn(caller.spec.stay, caller, lot.number, LotLuck::stay, step.luck),
                LotLeft{event.lot, event.berth});
}

void on(const LotLeft& event, Terminals& self, CrossingStep step) {
  self.lots.remove(event.lot);
  self.berths[event.berth.value].lot = {};
  auto& waiting = terminal_of(event.berth, self).waiting;
  if (waiting.empty()) return;
  begin_unloading(waiting.front(), event.berth, self, step);
  waiting.erase(waiting.begin());
}

void on(const VehicleReleased& event, const Terminals& self, const Arena<Vehicle>& vehicles,
        CrossingStep step) {
  const Vehicle& v = vehicles[event.vehicle];
  const TerminalIndex terminal = self.setup->berths[v.berth.value];
  const Duration dwell = drawn_time(step.setup.terminals[terminal.value].spec.dwell,
                                    step.luck.uniform(v.draws, VehicleLuck::dwell));
  step.schedule(dwell, UnitPickedUp{terminal, v.joined, v.stands_for});
}

void on(const ConsignmentStowed& event, Terminals& self, const Arena<Vehicle>& vehicles,
        CrossingStep step) {
  const LineIndex line = vehicles[event.vehicle].line;
  self.stowed[step.setup.lines[line.value].position].push_back(event.vehicle);
}

void leave_behind(VehicleId unit, Terminals& self) {
  self.lots.for_each([&](LotId id, const Lot& lot) {
    const auto place = std::find(lot.aboard.begin(), lot.aboard.end(), unit);
    if (place == lot.aboard.end()) return;
    Lot& its = self.lots[id];
    its.aboard.erase(its.aboard.begin() + (place - lot.aboard.begin()));
    --its.size;
  });
  for (auto& stowed : self.stowed) stowed.remove_if([&](VehicleId v) { return v == unit; });
}

void on(const UnitPickedUp& event, Terminals& self, Arena<Vehicle>& vehicles, Hold& hold,
        CrossingStep step) {
  make_room(self.terminals[event.terminal.value], event.units, self, vehicles, hold, step);
}

void remove(BerthIndex unloaded_at, Terminals& self, Arena<Vehicle>& vehicles, Hold& hold,
            CrossingStep step) {
  make_room(terminal_of(unloaded_at, self), 1, self, vehicles, hold, step);
}

}  // namespace cordon::terminals
