#include "sim/model/cooperation/cases.hpp"

#include <algorithm>

#include "sim/model/drawn_time.hpp"

namespace cordon::cases {
namespace {

enum class CaseLuck : std::uint32_t { assessment, operation, success };

double luck_of(const OpenCase& c, CaseLuck what, CrossingStep step) {
  static constexpr std::uint32_t source = source_of("investigation");
  return step.luck.uniform(Subject{c.about.source ^ source, c.about.number}, what);
}

auto by_number(std::uint32_t number, Cases& self) {
  return std::find_if(self.open.begin(), self.open.end(),
                      [&](const OpenCase& c) { return c.number == number; });
}

template <class Some>
auto by_vehicle(Subject vehicle, Some& self) {
  return std::find_if(self.open.begin(), self.open.end(),
                      [&](const OpenCase& c) { return c.about == vehicle; });
}

bool is_delivery(const OpenCase& c, const Setup& setup) {
  return c.form && setup.special_forms[c.form.value].spec.kind == SpecialForm::controlled_delivery;
}

void add(OpenCase made, Cases& self, CrossingStep step) {
  made.number = ++self.opened;
  step.schedule_at_once(CaseOpened{made.about, made.number, made.found_at, made.matter.goods,
                                   made.matter.destination});
  step.schedule_at_once(StaffChanged{});
  // A delivery cannot wait for the cases before it.
  const auto at =
      is_delivery(made, step.setup)
          ? std::find_if_not(self.open.begin(), self.open.end(),
                             [&](const OpenCase& c) { return is_delivery(c, step.setup); })
          : self.open.end();
  self.open.insert(at, made);
}

// Officers go on with the next step, or wait for its end.
void begin(CaseStep what, Duration officer_time, OpenCase& self, CrossingStep step) {
  self.step = what;
  self.work = {officer_time, false, step.now, {}, officer_time == Duration::zero()};
  if (self.work.idle)
    step.schedule_at_once(CaseStepBegan{self.about, self.number, self.step, self.form});
  step.schedule_at_once(StaffChanged{});
}

void close(OpenCase& self, CaseOutcome outcome, CrossingStep step) {
  step.agenda.future.cancel(self.lapses);
  step.agenda.future.cancel(self.work.ends);
  self.lapses = {};
  self.work.ends = {};
  self.work.idle = true;
  step.schedule_at_once(CaseClosed{self.about, self.number, self.form, outcome});
}

void operate(OpenCase& self, CrossingStep step) {
  const Distribution& takes = self.form
                                  ? step.setup.special_forms[self.form.value].spec.officer_time
                                  : step.setup.scenario.investigation.officer_time;
  const Duration time = drawn_time(takes, luck_of(self, CaseLuck::operation, step));
  begin(CaseStep::operation, std::max(Duration{1}, time), self, step);
}

void ask(const OpenCase& self, CrossingStep step) {
  Message m;
  m.about = self.about;
  m.born = step.now;
  m.exchange = step.setup.permits;
  m.from = step.setup.crossing_at(step.agenda.place);
  m.kind = MessageKind::request;
  m.says = special_forms::pack(self.matter, self.form);
  messages::send(m, step);
}

// A permit that does not come is as good as refused; what is urgent has begun meanwhile.
void ask_permission(OpenCase& self, CrossingStep step) {
  const SpecialFormSpec& form = step.setup.special_forms[self.form.value].spec;
  const ExchangeSpec& rules = step.setup.exchanges[step.setup.permits.value].spec;
  const CaseLapsed lapse{self.about, self.number};
  ask(self, step);
  self.lapses = step.schedule(form.urgent ? form.within : rules.deadline, lapse);
  if (form.urgent) return operate(self, step);
  begin(CaseStep::permission, Duration::zero(), self, step);
}

void prepare(OpenCase& self, CrossingStep step) {
  const Duration set_up = step.setup.special_forms[self.form.value].spec.set_up;
  if (set_up == Duration::zero()) return operate(self, step);
  begin(CaseStep::preparation, Duration::zero(), self, step);
  step.schedule(set_up, CaseStepEnded{self.about, self.number, self.step, self.form});
}

void plan(OpenCase& self, CrossingStep step) {
  if (self.leads_to == Subject{}) return close(self, CaseOutcome::no_lead, step);
  self.form = special_forms::find_for_case(self.matter, step.setup);
  self.approved = !self.form;
  if (self.form) return ask_permission(self, step);
  operate(self, step);
}

void judge(OpenCase& self, CrossingStep step) {
  const double success = self.form ? step.setup.special_forms[self.form.value].spec.success
                                   : step.setup.scenario.investigation.success;
  const bool solved = luck_of(self, CaseLuck::success, step) < success;
  close(self, solved ? CaseOutcome::solved : CaseOutcome::failed, step);
}

void strike(const OpenCase& self, CrossingStep step) {
  const InvestigationSpec& rules = step.setup.scenario.investigation;
  for (const GroupSetup& group : step.setup.groups)
    if (group.source == self.leads_to.source)
      step.send(group.place, step.setup.border,
                NetworkStruck{rules.damage, 0, rules.routes_lost, step.setup.case_tells});
}

}  // namespace

void open(const Message& referral, Cases& self, CrossingStep step) {
  if (!referral.legible || !self.known.insert(referral.about).second) return;
  OpenCase made;
  made.about = referral.about;
  made.leads_to = referral.leads_to;
  made.found_at = referral.from;
  made.matter = special_forms::matter_of(referral.says, referral.from, step.setup);
  const double luck = luck_of(made, CaseLuck::assessment, step);
  made.work.left = drawn_time(step.setup.scenario.investigation.assessment, luck);
  add(made, self, step);
}

void follow(Subject vehicle, CrossingIndex found_at, const Matter& matter, Duration journey,
            Cases& self, CrossingStep step) {
  OpenCase made;
  made.about = vehicle;
  made.found_at = found_at;
  made.matter = matter;
  made.form = special_forms::find_for_delivery(matter, step.setup);
  made.approved = true;
  made.step = CaseStep::operation;
  made.work.left = journey;
  add(made, self, step);
}

bool has_followed(Subject vehicle, const Cases& self) {
  const auto found = by_vehicle(vehicle, self);
  return found != self.open.end() && (found->work.ends || found->work.idle);
}

void end_delivery(Subject vehicle, bool seized, Cases& self, CrossingStep step) {
  const auto found = by_vehicle(vehicle, self);
  if (found != self.open.end())
    close(*found, seized ? CaseOutcome::solved : CaseOutcome::failed, step);
}

int waiting_for_officers(const Cases& self) {
  return static_cast<int>(std::count_if(self.open.begin(), self.open.end(),
                                        [](const OpenCase& c) { return !c.work.idle; }));
}

void work(int officers, Cases& self, CrossingStep step) {
  share_out(
      officers, self.open,
      [](const OpenCase& c) {
        return CaseStepBegan{c.about, c.number, c.step, c.form};
      },
      [](const OpenCase& c) {
        return CaseStepEnded{c.about, c.number, c.step, c.form};
      },
      step);
}

void on(const CaseStepEnded& event, Cases& self, CrossingStep step) {
  const auto found = by_number(event.number, self);
  if (found == self.open.end()) return;
  step.schedule_at_once(StaffChanged{});
  OpenCase& now = *found;
  now.work.ends = {};
  now.work.idle = true;
  if (is_delivery(now, step.setup)) return;  // until it has arrived
  if (event.step == CaseStep::assessment) return plan(now, step);
  if (event.step == CaseStep::permission)
    return now.approved ? prepare(now, step) : close(now, CaseOutcome::refused, step);
  if (event.step == CaseStep::preparation) return operate(now, step);
  judge(now, step);
}

void hear(const Message& answer, Cases& self, CrossingStep step) {
  const auto found = by_vehicle(answer.about, self);
  if (found == self.open.end() || found->approved || !answer.legible) return;
  step.agenda.future.cancel(found->lapses);
  found->lapses = {};
  found->approved = answer.granted;
  if (found->step == CaseStep::permission)
    step.schedule_at_once(
        CaseStepEnded{found->about, found->number, CaseStep::permission, found->form});
  else if (!answer.granted)
    close(*found, CaseOutcome::refused, step);
}

void on(const CaseLapsed& event, Cases& self, CrossingStep step) {
  const auto found = by_number(event.number, self);
  if (found == self.open.end()) return;
  found->lapses = {};
  close(*found, CaseOutcome::not_approved, step);
}

void on(const CaseClosed& event, Cases& self, CrossingStep step) {
  const auto found = by_number(event.number, self);
  if (event.outcome == CaseOutcome::solved && !is_delivery(*found, step.setup))
    strike(*found, step);
  self.open.erase(found);
  step.schedule_at_once(StaffChanged{});
}

}  // namespace cordon::cases
