#pragma once

// Cases of an investigating unit: officers who have nothing else to do assess them, ask for
// permits, and carry out what the states have agreed that they may.

#include <set>

#include "sim/model/cooperation/messages.hpp"
#include "sim/model/cooperation/special_forms.hpp"
#include "sim/model/crossing/desk_work.hpp"

namespace cordon {

struct OpenCase {
  std::uint32_t number = 0;
  Subject about;     ///< in which something was found
  Subject leads_to;  ///< the group, by what its finds have in common; Subject{}: nothing
  CrossingIndex found_at;
  Matter matter;
  SpecialFormIndex form;  ///< that it uses; none: what the law of one state allows
  CaseStep step = CaseStep::assessment;
  bool approved = false;  ///< there is a permit, or none is needed
  EventId lapses;         ///< when no permit has come
  DeskWork work;
};

struct Cases {
  std::uint32_t opened = 0;    ///< so far; numbers them
  std::set<Subject> known;     ///< finds that were referred to it
  std::vector<OpenCase> open;  ///< in order, deliveries first
};

namespace cases {

/// A prosecutor has had the unit open a case: one for each find, however many refer it.
void open(const Message& referral, Cases& self, CrossingStep step);
/// A delivery is on its way, and is to be followed as long as the journey takes.
void follow(Subject vehicle, CrossingIndex found_at, const Matter& matter, Duration journey,
            Cases& self, CrossingStep step);
/// Whether somebody is with a delivery that arrives.
[[nodiscard]] bool has_followed(Subject vehicle, const Cases& self);
void end_delivery(Subject vehicle, bool seized, Cases& self, CrossingStep step);

/// Cases for which officers can do something now.
[[nodiscard]] int waiting_for_officers(const Cases& self);
/// So many officers work on them from now on, deliveries first, then the oldest.
void work(int officers, Cases& self, CrossingStep step);

void on(const CaseStepEnded& event, Cases& self, CrossingStep step);
/// Whoever was asked for a permit has answered.
void hear(const Message& answer, Cases& self, CrossingStep step);
void on(const CaseLapsed& event, Cases& self, CrossingStep step);
/// The group hears of it in its own way, if it is solved.
void on(const CaseClosed& event, Cases& self, CrossingStep step);

}  // namespace cases
}  // namespace cordon
