#include "sim/model/crossing/machines.hpp"

#include <algorithm>

namespace cordon::machines {
namespace {

using OnPostId = Id<MachineOnPost>;

const EquipmentSetup& kind_of(const Machine& m, const Setup& world) {
  return world.equipment[m.kind.value];
}

bool is_working(const MachineOnPost& m) { return m.state == MachineState::working; }

std::uint16_t take_slot(EquipmentIndex kind, Machines& self) {
  auto& taken = self.taken[kind.value];
  const auto free = std::find(taken.begin(), taken.end(), false);
  const auto slot = static_cast<std::uint16_t>(free - taken.begin());
  if (free == taken.end())
    taken.push_back(true);
  else
    *free = true;
  return slot;
}

Duration time_to_failure(const Machine& m, const Setup& world, const Luck& luck) {
  const EquipmentSetup& kind = kind_of(m, world);
  if (!kind.between_failures) return endless;
  const double u = luck.uniform(m.subject, first_failure + 2 * m.failures);
  return std::max(Duration{1}, from_seconds(kind.between_failures->sample(u)));
}

// While a machine works on a post, its clocks to failure and to maintenance run.
void start_work(OnPostId id, Machines& self, CrossingStep step) {
  MachineOnPost& m = self.on_post[id];
  m.state = MachineState::working;
  m.since = step.now;
  m.back = {};
  ++self.working[m.machine.kind.value];
  if (m.machine.fails_in != endless)
    m.failure = step.schedule(m.machine.fails_in, MachineFailed{id, m.machine.kind, m.slot});
  if (m.machine.serviced_in != endless)
    m.maintenance =
        step.schedule(m.machine.serviced_in, MaintenanceBegan{id, m.machine.kind, m.slot});
}

void stop_work(MachineOnPost& m, Machines& self, CrossingStep step) {
  if (!is_working(m)) return;
  const auto stop = [&](EventId& event, Duration& left) {
    if (left != endless) left = std::max(Duration{1}, left - (step.now - m.since));
    step.agenda.future.cancel(event);
    event = {};
  };
  stop(m.failure, m.machine.fails_in);
  stop(m.maintenance, m.machine.serviced_in);
  --self.working[m.machine.kind.value];
}

void repair_next(Machines& self, CrossingStep step) {
  const int most = self.setup->repair_teams;
  while (!self.broken.empty() && (most == 0 || self.repairs < most)) {
    const OnPostId id = self.broken.pop();
    MachineOnPost& m = self.on_post[id];
    m.state = MachineState::in_repair;
    ++self.repairs;
    step.schedule_at_once(RepairBegan{id, m.machine.kind, m.slot});
  }
}

void break_down(OnPostId id, Machines& self, CrossingStep step) {
  self.on_post[id].state = MachineState::broken;
  self.broken.push_back(id);
  repair_next(self, step);
}

int withdrawn(EquipmentIndex kind, const Machines& self) {
  int count = 0;
  self.on_post.for_each([&](OnPostId, const MachineOnPost& m) {
    count += m.machine.kind == kind && m.withdrawn ? 1 : 0;
  });
  return count;
}

// The next time of day at which maintenance is done, or as soon as it is due.
Duration until_maintenance(const EquipmentSetup& kind, Duration due_in, Time now,
                           const Calendar& calendar) {
  if (!kind.maintenance_at) return due_in;
  const Duration of_day = calendar.local(now + due_in).of_day;
  const Duration wait = *kind.maintenance_at - of_day;
  return due_in + (wait >= Duration::zero() ? wait : wait + 24h);
}

Duration until_next_maintenance(const EquipmentSetup& kind, CrossingStep step) {
  return until_maintenance(kind, kind.maintenance_every - kind.maintenance_lasts, step.now,
                           step.setup.calendar);
}

// What would have ended before it works again counts as done.
void keep_out(OnPostId id, Machines& self, CrossingStep step) {
  MachineOnPost& m = self.on_post[id];
  step.agenda.future.cancel(m.back);
  if (m.state == MachineState::in_repair) --self.repairs;
  self.broken.remove_if([&](OnPostId b) { return b == id; });
  if (m.state == MachineState::in_maintenance) {
    m.machine.serviced_in = until_next_maintenance(kind_of(m.machine, step.setup), step);
  } else {
    ++m.machine.failures;
    m.machine.fails_in = time_to_failure(m.machine, step.setup, step.luck);
  }
  m.state = MachineState::out_of_order;
  repair_next(self, step);
}

// The last of those that work, or else one that does not, which stays so; none where all are.
bool withdraw(EquipmentIndex kind, Machines& self, CrossingStep step) {
  OnPostId working, other;
  self.on_post.for_each([&](OnPostId id, const MachineOnPost& m) {
    if (m.machine.kind == kind && !m.withdrawn) (is_working(m) ? working : other) = id;
  });
  const OnPostId chosen = working ? working : other;
  if (!chosen) return false;
  MachineOnPost& m = self.on_post[chosen];
  m.withdrawn = true;
  if (working)
    step.schedule_at_once(MachineFailed{chosen, kind, m.slot});
  else
    keep_out(chosen, self, step);
  return true;
}

void put_back(EquipmentIndex kind, Machines& self, CrossingStep step) {
  OnPostId chosen;
  self.on_post.for_each([&](OnPostId id, const MachineOnPost& m) {
    if (!chosen && m.machine.kind == kind && m.withdrawn) chosen = id;
  });
  MachineOnPost& m = self.on_post[chosen];
  m.withdrawn = false;
  step.schedule_at_once(MachineRepaired{chosen, kind, m.slot});
}

std::uint16_t put(const Machine& machine, Machines& self, CrossingStep step) {
  MachineOnPost m;
  m.machine = machine;
  m.machine.broken = false;
  m.slot = take_slot(machine.kind, self);
  const OnPostId id = self.on_post.add(m);
  if (machine.broken)
    break_down(id, self, step);
  else
    start_work(id, self, step);
  return m.slot;
}

// A machine that is broken goes as it is, and is repaired where it comes to.
Machine take_away(OnPostId id, Machines& self, CrossingStep step) {
  MachineOnPost& m = self.on_post[id];
  stop_work(m, self, step);
  step.agenda.future.cancel(m.back);
  if (m.state == MachineState::in_repair) --self.repairs;
  self.broken.remove_if([&](OnPostId b) { return b == id; });
  self.taken[m.machine.kind.value][m.slot] = false;
  const MachineState state = m.state;
  Machine machine = self.on_post.remove(id).machine;
  machine.broken = state == MachineState::broken || state == MachineState::in_repair;
  repair_next(self, step);
  return machine;
}

void depart(OnPostId id, const MoveSetup& move, CrossingIndex to, OperationIndex operation,
            Machines& self, CrossingStep step) {
  const EquipmentIndex kind = self.on_post[id].machine.kind;
  step.schedule_at_once(
      MachineLeft{kind, operation, self.on_post[id].slot, is_working(self.on_post[id])});
  Machine machine = take_away(id, self, step);
  machine.operation = operation;
  step.send(step.setup.crossings[to.value].place,
            std::max(move.travel + move.relocation, step.setup.border), MachineSent{machine});
}

}  // namespace

Machine bought(EquipmentIndex kind, CrossingIndex home, Subject subject, const Setup& world,
               const Luck& luck) {
  Machine m;
  m.kind = kind;
  m.home = home;
  m.subject = subject;
  m.fails_in = time_to_failure(m, world, luck);
  const Duration serviced = world.equipment[kind.value].maintenance_every;
  if (serviced > Duration::zero()) m.serviced_in = serviced;
  return m;
}

Machines make(const CrossingSetup& setup, const Setup& world) {
  Machines made;
  made.setup = &setup;
  made.taken.resize(world.equipment.size());
  made.working.resize(world.equipment.size());
  return made;
}

void start(Machines& self, Agenda<CrossingEvent>& agenda, const Setup& world, const Luck& luck) {
  static const Board empty;
  const CrossingStep step{start_of_run, agenda, luck, empty, world};
  for (std::size_t k = 0; k < world.equipment.size(); ++k)
    for (int n = 0; n < self.setup->equipment[k]; ++n) {
      const EquipmentSetup& kind = world.equipment[k];
      Machine m;
      m.kind = {static_cast<std::uint16_t>(k)};
      m.home = self.setup->index;
      m.subject = {self.setup->machine_sources[k], static_cast<std::uint32_t>(n)};
      m.fails_in = time_to_failure(m, world, luck);
      if (kind.maintenance_every > Duration::zero()) {
        // Somewhere in its cycle, so that not all machines are away at once.
        const double u = luck.uniform(m.subject, first_maintenance);
        m.serviced_in = until_maintenance(kind, from_seconds(u * seconds(kind.maintenance_every)),
                                          start_of_run, world.calendar);
      }
      put(m, self, step);
    }
  on(ConditionsChanged{}, self, step);
  for (const PurchaseSetup& bought : world.purchases) {
    if (bought.crossing != self.setup->index) continue;
    const Machine m = machines::bought(bought.equipment, self.setup->index,
                                       {bought.source, bought.number}, world, luck);
    agenda.future.schedule(start_of_run + bought.arrives, agenda.next_order(),
                           MachineArrived{m.kind, {}, self.arriving.add(m)});
  }
}

void on(const ConditionsChanged&, Machines& self, CrossingStep step) {
  for (std::uint16_t k = 0; k < self.setup->out_of_order.size(); ++k) {
    int missing = self.setup->out_of_order[k] - withdrawn({k}, self);
    for (; missing > 0 && withdraw({k}, self, step); --missing) {
    }
    for (; missing < 0; ++missing) put_back({k}, self, step);
  }
}

std::optional<std::uint16_t> on(const MachineArrived& event, Machines& self, CrossingStep step) {
  const Machine machine = self.arriving.remove(event.machine);
  const std::uint16_t slot = put(machine, self, step);
  return machine.broken ? std::nullopt : std::optional(slot);
}

void on(const MachineFailed& event, Machines& self, CrossingStep step) {
  MachineOnPost& m = self.on_post[event.machine];
  if (!m.withdrawn) m.failure = {};
  stop_work(m, self, step);
  if (m.withdrawn)
    m.state = MachineState::out_of_order;
  else
    break_down(event.machine, self, step);
}

void on(const RepairBegan& event, Machines& self, CrossingStep step) {
  MachineOnPost& m = self.on_post[event.machine];
  const double u = step.luck.uniform(m.machine.subject, first_failure + 2 * m.machine.failures + 1);
  m.back = step.schedule(from_seconds(kind_of(m.machine, step.setup).repair.sample(u)),
                         MachineRepaired{event.machine, event.equipment, event.slot});
}

void on(const MachineRepaired& event, Machines& self, CrossingStep step) {
  MachineOnPost& m = self.on_post[event.machine];
  if (m.state == MachineState::out_of_order) return start_work(event.machine, self, step);
  --self.repairs;
  ++m.machine.failures;
  m.machine.fails_in = time_to_failure(m.machine, step.setup, step.luck);
  start_work(event.machine, self, step);
  repair_next(self, step);
}

void on(const MaintenanceBegan& event, Machines& self, CrossingStep step) {
  MachineOnPost& m = self.on_post[event.machine];
  m.maintenance = {};
  stop_work(m, self, step);
  m.state = MachineState::in_maintenance;
  m.back = step.schedule(kind_of(m.machine, step.setup).maintenance_lasts,
                         MaintenanceEnded{event.machine, event.equipment, event.slot});
}

void on(const MaintenanceEnded& event, Machines& self, CrossingStep step) {
  MachineOnPost& m = self.on_post[event.machine];
  const EquipmentSetup& kind = kind_of(m.machine, step.setup);
  m.machine.serviced_in = until_next_maintenance(kind, step);
  start_work(event.machine, self, step);
}

void send(const MoveSetup& move, OperationIndex operation, Machines& self, CrossingStep step) {
  OnPostId chosen;
  self.on_post.for_each([&](OnPostId id, const MachineOnPost& m) {
    if (m.machine.kind == move.equipment && !m.machine.operation && is_working(m)) chosen = id;
  });
  if (chosen) depart(chosen, move, move.to, operation, self, step);
}

void send_home(OperationIndex operation, Machines& self, CrossingStep step) {
  const CrossingIndex here = self.setup->index;
  for (const MoveSetup& move : step.setup.operations[operation.value].moves) {
    if (!move.equipment || move.to != here) continue;
    OnPostId guest;
    self.on_post.for_each([&](OnPostId id, const MachineOnPost& m) {
      if (!guest && m.machine.operation == operation && m.machine.kind == move.equipment &&
          m.machine.home == move.from)
        guest = id;
    });
    if (guest) depart(guest, move, move.from, {}, self, step);
  }
}

}  // namespace cordon::machines
