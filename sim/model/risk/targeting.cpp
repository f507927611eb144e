#include "sim/model/risk/targeting.hpp"

#include "sim/engine/elementary.hpp"
#include "sim/model/drawn_time.hpp"

namespace cordon::targeting {
namespace {

constexpr std::uint32_t looks = source_of("targeting");

// Of legal goods.
bool is_among_riskiest(double score, double share) {
  return share >= 1 || (share > 0 && score > -elementary::normal_quantile(share));
}

void look_at_next(Targeting& self, DeskStep step) {
  while (self.busy < step.setup.scenario.targeting.targeters && !self.waiting.empty()) {
    ++self.busy;
    step.schedule_at_once(ReferralBegan{self.waiting.pop()});
  }
}

void look_at(const DeclarationReferred& referral, Targeting& self, DeskStep step) {
  self.waiting.push_back(referral);
  look_at_next(self, step);
}

void answer(const DeclarationReferred& referral, Verdict verdict, DeskStep step) {
  step.send(step.setup.crossings[referral.crossing.value].place, step.setup.border,
            VerdictSent{referral.vehicle, verdict});
}

}  // namespace

std::optional<Verdict> judge(double score, bool may_stop, bool asked, const TargetingSpec& rules) {
  if (may_stop && is_among_riskiest(score, rules.control * rules.stop)) return Verdict::do_not_load;
  if (is_among_riskiest(score, rules.control)) return Verdict::control;
  if (!asked && is_among_riskiest(score, rules.control + rules.ask)) return std::nullopt;
  return Verdict::clear;
}

void on(const ConditionsChanged&, Targeting& self, DeskStep step) { look_at_next(self, step); }

void on(const ReferralReceived& event, Targeting& self, DeskStep step) {
  look_at(event.referral, self, step);
}

void on(const ReferralBegan& event, Targeting& self, DeskStep step) {
  const double luck = step.luck.uniform(Subject{looks, self.looks++}, 0u);
  step.schedule(drawn_time(step.setup.scenario.targeting.time, luck),
                ReferralEnded{event.referral});
}

void on(const ReferralEnded& event, Targeting& self, DeskStep step) {
  const DeclarationReferred& seen = event.referral;
  const double score = static_cast<double>(seen.asked ? seen.in_answer : seen.in_file);
  const auto verdict = judge(score, seen.may_stop, seen.asked, step.setup.scenario.targeting);
  if (verdict)
    answer(seen, *verdict, step);
  else
    step.schedule_at_once(InformationRequested{seen});
  --self.busy;
  look_at_next(self, step);
}

void on(const InformationRequested& event, DeskStep step) {
  DeclarationReferred again = event.referral;
  again.asked = true;
  step.schedule(step.setup.scenario.targeting.answer, InformationReceived{again});
}

void on(const InformationReceived& event, Targeting& self, DeskStep step) {
  look_at(event.referral, self, step);
}

}  // namespace cordon::targeting
