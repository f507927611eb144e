#pragma once

// A targeting centre: so many targeters look at what is referred to them, first come, first served.

#include "sim/model/crossing/waiting.hpp"
#include "sim/model/events.hpp"
#include "sim/model/step.hpp"

namespace cordon {

using DeskStep = Step<DeskEvent>;

struct Targeting {
  Fifo<DeclarationReferred> waiting;
  int busy = 0;             ///< targeters
  std::uint32_t looks = 0;  ///< so far; numbers their luck
};

namespace targeting {

/// What the targeters say after a look.
/// @param score  that they give it; standard normal for legal goods
/// @return none: they ask for information first
[[nodiscard]] std::optional<Verdict> judge(double score, bool may_stop, bool asked,
                                           const TargetingSpec& rules);

/// There may be more targeters from now on.
void on(const ConditionsChanged& event, Targeting& self, DeskStep step);
void on(const ReferralReceived& event, Targeting& self, DeskStep step);
void on(const ReferralBegan& event, Targeting& self, DeskStep step);
void on(const ReferralEnded& event, Targeting& self, DeskStep step);
void on(const InformationRequested& event, DeskStep step);
void on(const InformationReceived& event, Targeting& self, DeskStep step);

}  // namespace targeting
}  // namespace cordon
