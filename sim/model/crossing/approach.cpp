#include "sim/model/crossing/approach.hpp"

#include <algorithm>

namespace cordon::approach {
namespace {

constexpr Duration day = 24h, week = 7 * 24h;

LineState& state_of(Stages& self, const LineSetup& line) { return self.lines[line.position]; }
const LineSetup& setup_of(const Stages& self, LineIndex line) {
  return self.world->lines[line.value];
}

// Units of lots come from no road: they wait in the yard.
bool takes_road(const Vehicle& v, const LineSetup& line) {
  return line.queue == QueueKind::physical && !v.berth;
}

bool road_is_full(const LineSetup& line, const LineState& state, double space_km) {
  return line.road_km > 0 ? state.road_km + space_km > line.road_km
                          : state.road >= line.road_capacity;
}

bool finds_no_room(const Vehicle& v, const LineSetup& line, const LineState& state,
                   CrossingStep step) {
  if (line.closed) return !v.berth;
  return takes_road(v, line) &&
         road_is_full(line, state, step.setup.scenario.road_space.of(v.vehicle_class));
}

// Too many wait for it.
bool is_put_off(const Vehicle& v, const LineSetup& line, const Stages& self, CrossingStep step) {
  const double p = balking_probability(line, waiting_for_first_check(self, line));
  return p > 0 && step.luck.uniform(v.draws, VehicleLuck::balking) < p;
}

void take_road(Vehicle& v, LineState& state, CrossingStep step) {
  v.on_road = true;
  state.road += v.stands_for;
  state.road_km += v.stands_for * step.setup.scenario.road_space.of(v.vehicle_class);
}

// When the booked queue may call again: the n-th call of an hour comes at the hour's rate. One who
// stands for several takes up the calls of all of them, hour by hour.
Time next_call_after(Time now, int vehicles, const LineSetup& line, const Calendar& calendar) {
  double calls = vehicles;
  for (int idle = 0; idle < 24; ++idle) {
    const auto local = calendar.local(now);
    const double rate = line.release_per_hour[static_cast<std::size_t>(local.hour)];
    const Duration left = (local.hour + 1) * 1h - local.of_day;
    if (rate > 0) {
      const Duration takes = from_seconds(3600.0 * calls / rate);
      if (calls <= 1 || takes <= left) return now + takes;
      calls -= rate * hours(left);
      idle = 0;
    }
    now += left;
  }
  return never;
}

bool is_called_at_a_rate(const LineSetup& line) {
  return line.queue == QueueKind::booked && line.slots.empty();
}

void arm_call(LineIndex index, Stages& self, const Arena<Vehicle>& vehicles, CrossingStep step) {
  const LineSetup& line = setup_of(self, index);
  LineState& state = state_of(self, line);
  if (state.call_due || state.before.empty() || state.called >= line.pool) return;
  if (state.next_call == never) return;
  if (self.setup->limited &&
      !stages::has_room(self, line.first, vehicles[state.before.front(everybody)]))
    return;
  const Duration in = std::max(Duration::zero(), state.next_call - step.now);
  state.call_due = step.schedule(in, CallDue{index});
}

// Whom it is the turn of is called, and comes or does not.
void call_first(const LineSetup& line, LineState& state, const Arena<Vehicle>& vehicles,
                CrossingStep step) {
  const VehicleId first = state.before.pop(everybody).vehicle;
  const bool stays_away =
      line.no_show > 0 && !vehicles[first].berth &&  // what came with a lot is there
      step.luck.uniform(vehicles[first].draws, VehicleLuck::no_show) < line.no_show;
  if (stays_away) return void(step.schedule_at_once(BookingMissed{first}));
  state.called += vehicles[first].stands_for;
  step.schedule_at_once(VehicleCalled{first});
}

void wait_for_room(LineIndex index, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  const LineSetup& line = setup_of(self, index);
  LineState& state = state_of(self, line);
  while (!state.before.empty() &&
         stages::has_room(self, line.first, vehicles[state.before.front(everybody)]))
    stages::enter(state.before.pop(everybody).vehicle, line.first, self, vehicles, step);
}

// One at a time: the next when this one has come, or has not.
void wait_for_slot(LineIndex index, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  const LineSetup& line = setup_of(self, index);
  LineState& state = state_of(self, line);
  if (state.slot_left <= 0 || state.before.empty() ||
      !stages::has_room(self, line.first, vehicles[state.before.front(everybody)]))
    return;
  state.slot_left -= vehicles[state.before.front(everybody)].stands_for;
  call_first(line, state, vehicles, step);
}

// Local time since Monday 0:00.
Duration of_week(Time at, const Calendar& calendar) {
  const auto local = calendar.local(at);
  return (local.weekday - 1) * day + local.of_day;
}

// The next time after `now` at which the local clock shows that time of the week.
Time next_time(Duration wanted, Time now, const Calendar& calendar) {
  Duration ahead = wanted - of_week(now, calendar);
  if (ahead <= Duration::zero()) ahead += week;
  const Time at = now + ahead;
  const Duration off = wanted - of_week(at, calendar);  // the clock was changed in between
  return off > -2h && off < 2h && at + off > now ? at + off : at;
}

void schedule_slot(LineIndex index, Stages& self, Agenda<CrossingEvent>& agenda, Time now) {
  const LineSetup& line = setup_of(self, index);
  LineState& state = state_of(self, line);
  Time first = never;
  for (std::size_t s = 0; s < line.slots.size(); ++s) {
    const Time at = next_time(line.slots[s].of_week, now, self.world->calendar);
    if (at < first) first = at, state.next_slot = s;
  }
  agenda.future.schedule(first, agenda.next_order(), SlotOpened{index});
}

// Where the next slots are at the very same time, they open together.
int size_of_slots_at(const LineSetup& line, std::size_t slot) {
  int size = 0;
  for (const Slot& s : line.slots)
    if (s.of_week == line.slots[slot].of_week) size += s.size;
  return size;
}

void want_lanes(const LineSetup& line, Stages& self, CrossingStep step) {
  const LineState& state = self.lines[line.position];
  self.stages[line.first.value].wanted = state.open && !line.closed ? state.wanted : 0;
  step.schedule_at_once(StaffChanged{});
}

// The queue has grown or shrunk.
void watch_queue(LineIndex index, Stages& self, CrossingStep step) {
  const LineSetup& line = setup_of(self, index);
  if (line.open_above <= 0) return;
  LineState& state = state_of(self, line);
  const int now = std::min(state.wanted, line.lanes);
  const int want = lanes_wanted(line, now, waiting_for_first_check(self, line));
  if (want == now || state.wanting) return;
  const auto lanes = static_cast<std::uint16_t>(want);
  state.wanting = step.schedule(want > now ? line.opening_time : 0s, LanesWanted{index, lanes});
}

double slots_per_hour(const LineSetup& line) {
  double a_week = 0;
  for (const Slot& slot : line.slots) a_week += slot.size;
  return a_week / 168;
}

double calls_per_hour(const LineSetup& line) {
  double a_day = 0;
  for (const double rate : line.release_per_hour) a_day += rate;
  return a_day / 24;
}

double checks_per_hour(const LineSetup& line, const Stages& self) {
  const Stage& first = self.stages[line.first.value];
  const int lanes = self.lines[line.position].open ? first.open : line.lanes;
  return line.mean_first_check > 0 ? 3600.0 * lanes / line.mean_first_check : 1e9;
}

// Of a booked queue the slower of the calling and the booths.
double per_hour(const LineSetup& line, const Stages& self) {
  if (!line.slots.empty()) return slots_per_hour(line);
  const double checks = checks_per_hour(line, self);
  return line.queue == QueueKind::booked ? std::min(calls_per_hour(line), checks) : checks;
}

// From now on the queue calls at other times, or not at all.
void call_anew(LineIndex index, Stages& self, CrossingStep step) {
  const LineSetup& line = setup_of(self, index);
  LineState& state = state_of(self, line);
  step.agenda.future.cancel(state.call_due);
  state.call_due = {};
  state.next_call = line.closed ? never
                    : line.queue == QueueKind::booked
                        ? next_call_after(step.now, 1, line, step.setup.calendar)
                        : step.now;
}

void open_anew(LineIndex index, Stages& self, CrossingStep step) {
  const LineSetup& line = setup_of(self, index);
  LineState& state = state_of(self, line);
  step.agenda.future.cancel(state.hours_change);
  state.hours_change = {};
  state.open = true;
  if (!line.closed && !line.hours.empty())
    state.hours_change = step.schedule_at_once(HoursChanged{index});
}

void want_anew(LineIndex index, Stages& self, CrossingStep step) {
  const LineSetup& line = setup_of(self, index);
  LineState& state = state_of(self, line);
  step.agenda.future.cancel(state.wanting);
  state.wanting = {};
  state.wanted = line.open_above > 0 ? line.fewest_lanes : all_lanes;
}

}  // namespace

void on(const ConditionsChanged&, const Setup& before, Stages& self, Arena<Vehicle>& vehicles,
        CrossingStep step) {
  for (const LineIndex index : self.setup->lines) {
    const LineSetup& was = before.lines[index.value];
    const LineSetup& is = setup_of(self, index);
    const bool reopened = was.closed != is.closed;
    if (reopened || was.release_per_hour != is.release_per_hour) call_anew(index, self, step);
    if (reopened || was.hours != is.hours) open_anew(index, self, step);
    if (reopened || (was.open_above > 0) != (is.open_above > 0) ||
        was.fewest_lanes != is.fewest_lanes)
      want_anew(index, self, step);
    const LineState& state = state_of(self, is);
    self.stages[is.first.value].wanted = is.closed || !state.open ? 0 : state.wanted;
    if (is.closed) continue;
    let_in(index, self, vehicles, step);
    watch_queue(index, self, step);
  }
}

void start(Stages& self, Agenda<CrossingEvent>& agenda, const Setup& world) {
  for (const LineIndex index : self.setup->lines) {
    const LineSetup& line = world.lines[index.value];
    LineState& state = self.lines[line.position];
    // A slot at the very start is not missed.
    if (!line.slots.empty()) schedule_slot(index, self, agenda, start_of_run - Duration{1});
    if (line.closed) {
      state.next_call = never;
      continue;
    }
    state.next_call = line.queue == QueueKind::booked
                          ? next_call_after(start_of_run, 1, line, world.calendar)
                          : start_of_run;
    if (line.open_above > 0) {
      state.wanted = line.fewest_lanes;
      self.stages[line.first.value].wanted = line.fewest_lanes;
    }
    if (!line.hours.empty())
      state.hours_change =
          agenda.future.schedule(start_of_run, agenda.next_order(), HoursChanged{index});
  }
}

void on(const VehicleArrived& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  Vehicle& v = vehicles[event.vehicle];
  const LineSetup& line = setup_of(self, v.line);
  LineState& state = state_of(self, line);
  v.joined = v.since = step.now;
  if (finds_no_room(v, line, state, step)) {
    if (line.diverts) return void(step.schedule_at_once(RoadFoundFull{event.vehicle}));
    return void(step.schedule_at_once(VehicleBalked{event.vehicle}));
  }
  if (takes_road(v, line)) {
    if (is_put_off(v, line, self, step))
      return void(step.schedule_at_once(VehicleBalked{event.vehicle}));
    take_road(v, state, step);
  }
  if (v.patience != endless) v.gives_up = step.schedule(v.patience, PatienceEnded{event.vehicle});
  const bool walks_in = line.queue == QueueKind::physical && line.slots.empty() &&
                        state.before.empty() && stages::has_room(self, line.first, v);
  if (walks_in) {
    stages::enter(event.vehicle, line.first, self, vehicles, step);
  } else {
    state.before.join(event.vehicle, v, 0, 0);
    let_in(v.line, self, vehicles, step);
  }
  watch_queue(v.line, self, step);
}

void on(const CallDue& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  const LineSetup& line = setup_of(self, event.line);
  LineState& state = state_of(self, line);
  state.call_due = {};
  const int vehicles_called = vehicles[state.before.front(everybody)].stands_for;
  state.next_call = next_call_after(step.now, vehicles_called, line, step.setup.calendar);
  call_first(line, state, vehicles, step);
}

void on(const VehicleCalled& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  const LineIndex line = vehicles[event.vehicle].line;
  stages::enter(event.vehicle, setup_of(self, line).first, self, vehicles, step);
  let_in(line, self, vehicles, step);
}

void on(const BookingMissed& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  const Vehicle& v = vehicles[event.vehicle];
  step.agenda.future.cancel(v.gives_up);
  let_in(v.line, self, vehicles, step);
}

void on(const PatienceEnded& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  Vehicle& v = vehicles[event.vehicle];
  const LineSetup& line = setup_of(self, v.line);
  LineState& state = state_of(self, line);
  v.gives_up = {};
  if (self.stages[line.first.value].waiting.remove(event.vehicle))
    state.called -= line.queue == QueueKind::booked || !line.slots.empty() ? v.stands_for : 0;
  else
    state.before.remove(event.vehicle);
  if (is_called_at_a_rate(line) && state.before.empty()) {
    step.agenda.future.cancel(state.call_due);  // there is nobody to call
    state.call_due = {};
  }
  step.schedule_at_once(VehicleGaveUp{event.vehicle});
}

void on(const SlotOpened& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  const LineSetup& line = setup_of(self, event.line);
  LineState& state = state_of(self, line);
  // Who stood for more than the last slot let in has used up some of this one.
  state.slot_left = std::min(0, state.slot_left) + size_of_slots_at(line, state.next_slot);
  schedule_slot(event.line, self, step.agenda, step.now);
  let_in(event.line, self, vehicles, step);
}

void on(const HoursChanged& event, Stages& self, CrossingStep step) {
  const LineSetup& line = setup_of(self, event.line);
  const Duration of_day = step.setup.calendar.local(step.now).of_day;
  self.lines[line.position].open = is_open(line.hours, of_day);
  want_lanes(line, self, step);
  self.lines[line.position].hours_change =
      step.schedule(until_change(line.hours, of_day), HoursChanged{event.line});
}

void on(const LanesWanted& event, Stages& self, CrossingStep step) {
  const LineSetup& line = setup_of(self, event.line);
  LineState& state = state_of(self, line);
  state.wanting = {};
  state.wanted = event.lanes;
  want_lanes(line, self, step);
  watch_queue(event.line, self, step);
}

void let_in(LineIndex index, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  const LineSetup& line = setup_of(self, index);
  if (line.closed) return;
  if (!line.slots.empty()) return wait_for_slot(index, self, vehicles, step);
  if (line.queue == QueueKind::booked) return arm_call(index, self, vehicles, step);
  wait_for_room(index, self, vehicles, step);
}

void begin_first_check(VehicleId id, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  Vehicle& v = vehicles[id];
  const LineSetup& line = setup_of(self, v.line);
  leave_road(v, self);
  if (v.gives_up) {
    step.agenda.future.cancel(v.gives_up);
    v.gives_up = {};
  }
  watch_queue(v.line, self, step);
  if (line.queue != QueueKind::booked && line.slots.empty()) return;
  state_of(self, line).called -= v.stands_for;
  let_in(v.line, self, vehicles, step);
}

void leave_road(Vehicle& v, Stages& self) {
  if (!v.on_road) return;
  v.on_road = false;
  LineState& state = state_of(self, setup_of(self, v.line));
  state.road -= v.stands_for;
  state.road_km -= v.stands_for * self.world->scenario.road_space.of(v.vehicle_class);
  if (state.road == 0) state.road_km = 0;  // no crumbs of rounding
}

double balking_probability(const LineSetup& line, int waiting) {
  if (line.balk_all <= 0 || waiting < line.balk_from) return 0;
  if (waiting >= line.balk_all) return 1;
  return static_cast<double>(waiting - line.balk_from) / (line.balk_all - line.balk_from);
}

int lanes_wanted(const LineSetup& line, int wanted, int waiting) {
  if (wanted < line.lanes && waiting > line.open_above * wanted) return wanted + 1;
  if (wanted > line.fewest_lanes && waiting < line.close_below * wanted) return wanted - 1;
  return wanted;
}

int waiting_for_first_check(const Stages& self, const LineSetup& line) {
  return self.lines[line.position].before.size() + self.stages[line.first.value].waiting.size();
}

Duration published_wait(const LineSetup& line, const Stages& self, Time now) {
  constexpr Duration longest = 14 * day;
  Duration until_open{0};
  if (!self.lines[line.position].open)
    until_open = until_change(line.hours, self.world->calendar.local(now).of_day);
  const int ahead = waiting_for_first_check(self, line);
  if (ahead == 0) return until_open;
  const double rate = per_hour(line, self);
  if (rate <= 0) return longest;
  return std::min(longest, until_open + from_seconds(3600.0 * ahead / rate));
}

}  // namespace cordon::approach
