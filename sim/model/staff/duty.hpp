#pragma once

// Crews come on duty and go off it, and every change of what they do is told and written down.

#include "sim/model/staff/staff.hpp"

namespace cordon::staff {

/// All teams here, in a fixed order: a loop over them may add and remove some.
[[nodiscard]] std::vector<TeamId> ids(const Staff& self);

/// Where the time of a team's crew is written down.
[[nodiscard]] std::uint16_t account_of(const Team& team, Staff& self);
/// Writes down what the team has done until now.
void settle(Team& team, Account& account, Time now);

/// A team joins the post.
TeamId admit(Team team, const CrossingSetup& here, Staff& self, Time now);
/// It leaves: whoever worked at a lane is no longer there.
Team dismiss(TeamId id, Staff& self, CrossingStep step);

/// Officers come to the team or leave it.
void change_officers(TeamId id, int by, Staff& self, CrossingStep step);

void set_on_duty(TeamId id, bool on, Staff& self, CrossingStep step);

/// From now on this is what the officers of the team do.
void set_doing(TeamId id, const Counts& doing, Staff& self, CrossingStep step);

/// Officers of the team who work over time at a lane are done.
void end_overtime(const Finishing& finishing, Staff& self, CrossingStep step);

/// Spreads the reports over the customs officers on duty; who writes one goes on with it.
void assign_reports(Staff& self);

}  // namespace cordon::staff
