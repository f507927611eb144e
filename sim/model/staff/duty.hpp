#pragma once

// Crews come on duty and go off it, and every change of what they do is told and written down.

#include "sim/model/staff/roster.hpp"
#include "sim/model/staff/staff.hpp"

namespace cordon::staff {

/// All teams here, in a fixed order: a loop over them may add and remove some.
[[nodiscard]] std::vector<TeamId> ids(const Staff& self);

[[nodiscard]] const CrewSetup& crew_of(const Team& team, const Setup& setup);
[[nodiscard]] const RosterSetup& roster_of(const Team& team, const Setup& setup);

/// Where the time of a team's crew is written down.
[[nodiscard]] std::uint16_t account_of(const Team& team, Staff& self);
/// Writes down what the team has done until now.
void settle(Team& team, Account& account, Time now);

/// A team joins the post.
TeamId admit(Team team, const CrewSetup& crew, const CrossingSetup& here, Staff& self, Time now);
/// It leaves: whoever worked at a lane is no longer there.
Team dismiss(TeamId id, Staff& self, CrossingStep step);

/// Officers come to the team or leave it. No more leave than there are.
void change_officers(TeamId id, int by, Staff& self, CrossingStep step);

/// A shift begins or ends for the team, or a briefing or a break, when it is time for that.
void keep_to_roster(TeamId id, Staff& self, CrossingStep step);
/// Off duty, or on the road: on no shift.
void rest(Team& team);
/// So many officers of the team are free to have the break that they are owed.
/// @return whether anybody begins one
bool begin_breaks(TeamId id, int officers, Staff& self, CrossingStep step);
/// Sees to it that no such change is missed.
void schedule_shift_change(Staff& self, CrossingStep step);

/// Tells how many officers of the team's crew are at a lane from now on.
void tell_at_lane(const Team& team, LaneOfStage at, const Staff& self, CrossingStep step);

/// From now on this is what the officers of the team do.
void set_doing(TeamId id, const Counts& doing, Staff& self, CrossingStep step);

/// On duty, and not wanted for other things than lanes.
[[nodiscard]] int to_spare(const Team& team);
/// Officers of the team who are there and not on a course.
[[nodiscard]] int available(const Team& team);

/// The team has forgotten what it does by now.
void remember(Team& team, CrossingStep step);
/// Its officers gain so much skill on average, up to 1 in all.
void gain(Team& team, std::size_t technique, double by, CrossingStep step);
/// Others of the same crew join the team, and it has what they gained as well, on average.
void share_skills(Team& team, Team joining, CrossingStep step);

/// Officers of a team here leave it, and are on no shift.
[[nodiscard]] Team detach(TeamId id, int officers, CrossingIndex to, Errand errand,
                          OperationIndex operation, Staff& self, CrossingStep step);
/// They are on the road until they arrive.
void travel(const Team& leaving, CrossingIndex to, Duration way, CrossingStep step);
/// Guests go home.
void send_home(TeamId id, Duration way, Staff& self, CrossingStep step);
/// The crews of a team of this post, without those elsewhere.
[[nodiscard]] std::vector<TeamId> crews_of(const std::string& team, const Staff& self,
                                           CrossingStep step);
/// Where this is.
[[nodiscard]] const CrossingSetup& here(CrossingStep step);
/// The mobile units that are to set out now do.
void set_out(Staff& self, CrossingStep step);
/// A mobile unit whose visit has ended goes to the next stop, or home.
void go_on(TeamId id, Staff& self, CrossingStep step);
/// Calls for which there was nobody are answered when there is.
void answer_calls(Staff& self, CrossingStep step);

/// Spreads the reports over the officers on duty who may seize, or over all where the post has none
/// of these; who writes one goes on with it.
void assign_reports(Staff& self, const CrossingSetup& here);

}  // namespace cordon::staff
