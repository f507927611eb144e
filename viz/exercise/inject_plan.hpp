#pragma once

// An inject as the form has it, with what happens if the event that should follow does not come:
// as a session says both, and back.

#include "viz/exercise/inject_draft.hpp"
#include "viz/exercise/session_edit.hpp"

namespace cordon::viz {

struct InjectPlan {
  InjectDraft inject;
  std::optional<InjectDraft> contingency;  ///< none, or where no event is expected: nothing happens

  bool operator==(const InjectPlan&) const = default;
};

/// What drafts are called that have no text of their own.
struct PlanTexts {
  std::string inject, contingency;
};
/// Of the two injects in a session.
struct PlanNames {
  std::string inject, contingency;
};
/// Names that no inject of the session has. In the place of another inject, kinds that stay keep
/// their names.
/// @param target  where the plan is to be played; its injects do not matter
[[nodiscard]] PlanNames names_for(const InjectPlan& plan, const SessionSpec& session,
                                  const PlayedInject& target);

/// One inject, or two: the first at a moment, its contingency without one.
[[nodiscard]] Injects injects_of(const InjectPlan& plan, const PlanNames& names, Time at,
                                 const PlanTexts& texts);

/// The inverse: what a form has to hold so that a session says this inject and its contingency.
/// @param injects  of the branch or exercise
/// @param name     of one of them
/// @return none for what is a contingency itself, and where the form cannot hold all that is said,
///         such as other values of the scenario
[[nodiscard]] std::optional<InjectPlan> plan_of(const Injects& injects, const std::string& name,
                                                const Scenario& scenario);

}  // namespace cordon::viz
