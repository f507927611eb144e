#include "sim/model/cooperation/operation.hpp"

#include <algorithm>

#include "sim/model/risk/targets.hpp"

namespace cordon::operation {
namespace {

constexpr Duration order_latency = 1h;

Time begins(const OperationSetup& plan) { return start_of_run + plan.spec.start; }
Time ends(const OperationSetup& plan) { return begins(plan) + plan.spec.length; }

Duration letter_latency(const Setup& setup) { return std::max(order_latency, setup.border); }

// Whether an operation has begun here, and is about the vehicle.
bool is_in_course_about(const Vehicle& vehicle, const Participation& p, const Known& known,
                        const Setup& setup) {
  const auto& in_course = known.operations;
  if (std::find(in_course.begin(), in_course.end(), p.operation) == in_course.end()) return false;
  return !targets::is_targeted(setup.operations[p.operation.value]) ||
         vehicle.targeted_by == p.operation;
}

Duration until(Time at, Time now) { return std::max(Duration::zero(), at - now); }

}  // namespace

Headquarters make(const OperationSetup& setup, OperationIndex index) {
  Headquarters made;
  made.setup = &setup;
  made.index = index;
  made.agenda.place = setup.place;
  auto& future = made.agenda.future;
  const Time orders = std::max(start_of_run, begins(setup) - setup.spec.notice);
  future.schedule(orders, made.agenda.next_order(), OrdersGiven{});
  future.schedule(begins(setup), made.agenda.next_order(), ActionDaysBegan{});
  made.ends = future.schedule(ends(setup), made.agenda.next_order(), ActionDaysEnded{});
  return made;
}

void on(const OrdersGiven&, Headquarters& self, HeadquartersStep step) {
  const OperationSetup& plan = *self.setup;
  const Duration latency = letter_latency(step.setup);
  for (const CrossingIndex c : plan.crossings)
    step.send(step.setup.crossings[c.value].place, latency, OperationOrdered{self.index});
  for (std::uint16_t m = 0; m < plan.moves.size(); ++m)
    step.send(step.setup.crossings[plan.moves[m].from.value].place, latency,
              MoveOrdered{self.index, m});
  for (std::size_t g = 0; g < step.setup.groups.size(); ++g) {
    const Subject subject{plan.source, static_cast<std::uint32_t>(g)};
    if (step.luck.uniform(subject, VehicleLuck::news) < 1 - plan.spec.secrecy)
      step.send(step.setup.groups[g].place, latency, OperationLeaked{self.index});
  }
}

void on(const ReviewReceived& event, Headquarters& self, HeadquartersStep step) {
  self.so_far.controls += event.report.controls;
  self.so_far.detections += event.report.detections;
  if (++self.reviewed < self.setup->crossings.size()) return;
  const double expected =
      self.setup->spec.review_hit_rate * static_cast<double>(self.so_far.controls);
  if (static_cast<double>(self.so_far.detections) < expected)
    step.schedule_at_once(OperationStopped{});
  else
    step.schedule_at_once(OperationContinued{});
}

void on(const OperationStopped&, Headquarters& self, HeadquartersStep step) {
  if (step.agenda.future.cancel(self.ends)) step.schedule_at_once(ActionDaysEnded{});
  for (const CrossingIndex c : self.setup->crossings)
    step.send(step.setup.crossings[c.value].place, letter_latency(step.setup),
              StopOrdered{self.index});
}

void on(const ActionDaysEnded&, Headquarters& self, HeadquartersStep step) {
  const Duration waits = self.setup->spec.debriefing;
  if (waits > Duration::zero()) step.schedule(waits, DebriefingEnds{});
}

void on(const DebriefingReceived& event, Headquarters& self, HeadquartersStep step) {
  if (self.is_debriefed) return;  // too late
  self.in_all.controls += event.report.controls;
  self.in_all.detections += event.report.detections;
  if (++self.debriefed == self.setup->crossings.size()) step.schedule_at_once(OperationDebriefed{});
}

void on(const DebriefingEnds&, Headquarters& self, HeadquartersStep step) {
  if (!self.is_debriefed) step.schedule_at_once(OperationDebriefed{});
}

void on(const OperationDebriefed&, Headquarters& self, HeadquartersStep step) {
  self.is_debriefed = true;
  step.schedule(self.setup->spec.report_time, OperationReported{});
}

bool takes_part(OperationIndex operation, const Participations& self) {
  return std::any_of(self.begin(), self.end(),
                     [&](const Participation& p) { return p.operation == operation && !p.over; });
}

void on(const OrderReceived& event, Participations& self, CrossingStep step) {
  const OperationSetup& plan = step.setup.operations[event.operation.value];
  step.schedule(until(begins(plan), step.now), OperationBegan{event.operation});
  Participation& made = self.emplace_back();
  made.operation = event.operation;
  made.ends = step.schedule(until(ends(plan), step.now), OperationEnded{event.operation});
  made.work.left = plan.spec.debriefing_time;
  made.work.idle = true;
}

int to_write(const Participations& self) {
  return static_cast<int>(
      std::count_if(self.begin(), self.end(), [](const Participation& p) { return p.over; }));
}

void write(int officers, Participations& self, CrossingStep step) {
  share_out(
      officers, self, [](const Participation& p) { return DebriefingBegan{p.operation}; },
      [](const Participation& p) { return DebriefingWritten{p.operation}; }, step);
}

void on(const DebriefingWritten& event, Participations& self, CrossingStep step) {
  const auto done = std::find_if(self.begin(), self.end(), [&](const Participation& p) {
    return p.operation == event.operation;
  });
  step.send(step.setup.operations[event.operation.value].place, letter_latency(step.setup),
            DebriefingSent{
                {step.setup.crossing_at(step.agenda.place), done->controls, done->detections}});
  self.erase(done);
}

void count_control(const Vehicle& vehicle, const Known& known, Participations& self,
                   CrossingStep step) {
  for (Participation& p : self)
    if (is_in_course_about(vehicle, p, known, step.setup)) ++p.controls;
}

void count_detection(const Vehicle& vehicle, const Known& known, Participations& self,
                     CrossingStep step) {
  for (Participation& p : self)
    if (is_in_course_about(vehicle, p, known, step.setup)) ++p.detections;
}

void on(const ReviewDue& event, const Participations& self, CrossingStep step) {
  const CrossingIndex here = step.setup.crossing_at(step.agenda.place);
  for (const Participation& p : self)
    if (p.operation == event.operation && !p.over)
      step.send(step.setup.operations[event.operation.value].place, letter_latency(step.setup),
                ReviewReport{here, p.controls, p.detections});
}

void on(const StopReceived& event, Participations& self, CrossingStep step) {
  for (const Participation& p : self)
    if (p.operation == event.operation && step.agenda.future.cancel(p.ends))
      step.schedule_at_once(OperationEnded{event.operation});
}

// Officers and machines leave in time to be there when the action days begin.
void on(const MoveOrderReceived& event, CrossingStep step) {
  const OperationSetup& plan = step.setup.operations[event.operation.value];
  const MoveSetup& move = plan.moves[event.move];
  const Time leaves = begins(plan) - move.travel - move.relocation;
  step.schedule(until(leaves, step.now), MoveDue{event.operation, event.move});
}

void on(const MoveDue& event, Staff& staff, Machines& machines, CrossingStep step) {
  const MoveSetup& move = step.setup.operations[event.operation.value].moves[event.move];
  if (move.authority && move.officers > 0) staff::send_officers(move, event.operation, staff, step);
  if (move.equipment) machines::send(move, event.operation, machines, step);
}

void follow_mode(const Known& known, Stages& stages, CrossingStep step) {
  stages.cooperation = stages.setup->cooperation;
  for (const OperationIndex o : known.operations)
    stages.cooperation =
        step.setup.operations[o.value].spec.cooperation.value_or(stages.cooperation);
}

void on(const OperationBegan& event, const Known& known, Stages& stages, Staff& staff,
        CrossingStep step) {
  const OperationSpec& plan = step.setup.operations[event.operation.value].spec;
  staff::brief(event.operation, staff, step);
  follow_mode(known, stages, step);
  if (plan.review_after > Duration::zero())
    step.schedule(plan.review_after, ReviewDue{event.operation});
  step.schedule_at_once(StaffChanged{});
}

void on(const OperationEnded& event, const Known& known, Participations& self, Stages& stages,
        Staff& staff, Machines& machines, CrossingStep step) {
  const bool debriefs =
      step.setup.operations[event.operation.value].spec.debriefing > Duration::zero();
  std::erase_if(
      self, [&](const Participation& p) { return p.operation == event.operation && !debriefs; });
  for (Participation& p : self)
    if (p.operation == event.operation) p.over = true, p.work.idle = false;
  follow_mode(known, stages, step);
  staff::send_guests_home(event.operation, staff, step);
  machines::send_home(event.operation, machines, step);
  step.schedule_at_once(StaffChanged{});
}

}  // namespace cordon::operation
