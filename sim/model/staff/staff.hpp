#pragma once

// Who is on duty at a crossing, what each of them does, and which lanes they man.

#include <array>
#include <concepts>
#include <map>
#include <vector>

#include "sim/engine/arena.hpp"
#include "sim/model/crossing/stages.hpp"
#include "sim/model/staff/account.hpp"
#include "sim/model/staff/posting.hpp"
#include "sim/model/staff/skill.hpp"

namespace cordon {

/// Officers of one crew on a course.
struct Attendance {
  std::uint16_t course = 0;
  TeamId team;
  int officers = 0;
};

/// Officers who get ready to leave on a call.
struct Preparation {
  TeamId team;
  int officers = 0;
};

/// Of the crews that take part in an operation, in the first shift that each has in it.
struct Briefing {
  OperationIndex operation;
  Time began;
};

struct Staff {
  Arena<Team> teams;                       ///< on post, on duty or off
  Arena<Team> arriving;                    ///< on the road to this post
  std::array<int, authorities> on_duty{};  ///< officers
  int reports = 0;                         ///< of seizures, not yet written
  int audits = 0;                          ///< controls after clearance that are open
  int pursuits = 0;                        ///< that go on; whoever is on one stays on it
  int cases = 0;                           ///< on which officers can work, and new pursuits
  int staying = 0;                         ///< officers at lanes after their shift
  std::vector<int> machines;               ///< that work, by kind
  std::vector<Posting> postings;           ///< who works where; no officer is in two of them
  std::vector<Finishing> finishing;        ///< who stays for a vehicle in a lane that has closed
  std::vector<Account> accounts;           ///< of all crews that are here, or have been
  /// Lanes that several crews man together: their accounts, and the tag of such a lane.
  std::map<std::vector<std::uint16_t>, CrewTag> mixed_crews;
  std::vector<bool> called;            ///< by need: a call is out, and nobody has come
  std::vector<HelpCalled> calls;       ///< to here, for which there is nobody yet
  std::vector<Preparation> preparing;  ///< to answer a call
  int helpers = 0;                     ///< teams here that were called
  std::vector<Attendance> attending;   ///< courses in progress
  std::vector<Briefing> briefings;     ///< of operations in course
  EventId shift_change;                ///< the next ShiftChanged,
  Time shift_changes = never;          ///< and when it is due
};

namespace staff {

/// Sets what the lanes of each stage need, from the crews and powers of the stages, and who has
/// which powers there.
/// @param investigator  power of whoever pursues or investigates here; none: nobody does
/// @param arrests       whether finds may lead to some
void set_needs(CrossingSetup& crossing, const std::vector<CompetenceRow>& competence,
               std::optional<Power> investigator, bool arrests);
/// The needs of the post that a crew meets with officers of these authorities.
[[nodiscard]] Fitness fitness(const CrewSetup& crew, AuthoritySet authorities,
                              const CrossingSetup& here);

/// Whether a post has border guards of its own, who lead Frontex officers: without, these do
/// nothing.
[[nodiscard]] bool can_lead_frontex(const CrossingSetup& post);

[[nodiscard]] Staff make(const CrossingSetup& setup);

/// Competences may be others from now on.
void on(const ConditionsChanged& event, Staff& self, CrossingStep step);
void on(const ShiftChanged& event, Staff& self, CrossingStep step);
void on(const TeamArrived& event, Staff& self, CrossingStep step);
void on(const SecondmentDue& event, Staff& self, CrossingStep step);
void on(const ReassignmentReceived& event, Staff& self, CrossingStep step);
void on(const StayEnded& event, Staff& self, CrossingStep step);
void on(const CallReceived& event, Staff& self, CrossingStep step);
void on(const HelpReady& event, Staff& self, CrossingStep step);
void on(const CourseBegan& event, Staff& self, CrossingStep step);
void on(const CourseEnded& event, Staff& self, CrossingStep step);
/// A lane's vehicle is done, or broken off: who only stayed for it, or for the queue, leaves.
void leave_lane(LaneOfStage at, Staff& self, const Stages& stages, CrossingStep step);
template <class E>
requires std::same_as<E, ServiceEnded> || std::same_as<E, ServiceInterrupted>
void on(const E& event, Staff& self, const Stages& stages, CrossingStep step) {
  if (!self.finishing.empty() || self.staying > 0 || self.helpers > 0)
    leave_lane({event.stage, event.lane}, self, stages, step);
}
/// Papers have been taken away from a desk: who stayed to finish them may leave.
inline void stop_finishing(Staff& self, CrossingStep step) {
  if (!self.finishing.empty()) step.schedule_at_once(StaffChanged{});
}

/// Takes officers of one authority off the post, evenly from its crews, and sends them to another.
/// No crew gives more officers than it has; guests are never given away.
void send_officers(const MoveSetup& move, OperationIndex operation, Staff& self, CrossingStep step);
/// Crews are briefed when they first come on duty in an operation.
void brief(OperationIndex operation, Staff& self, CrossingStep step);
/// Sends home whom an operation had borrowed.
void send_guests_home(OperationIndex operation, Staff& self, CrossingStep step);

/// Calls for help where vehicles wait for what none of those present may do: at one stage, or at
/// all. There is one call at a time for each need.
void call_out(StageIndex stage, Staff& self, const Stages& stages, CrossingStep step);
void call_out(Staff& self, const Stages& stages, CrossingStep step);
/// Who was called leaves when nobody waits for him any more.
void send_helpers_home(Staff& self, const Stages& stages, CrossingStep step);

/// What the officers at a lane bring to a check. Where nobody is posted any more it is what the
/// customs officers on duty would.
/// @param check  the stage whose check it is, which may be joined to that of the lane
[[nodiscard]] Ability ability(const Staff& self, StageIndex stage, std::uint16_t lane,
                              const StageSetup& check, CrossingStep step);
/// By which tired officers take longer.
[[nodiscard]] double slowness(const Staff& self, StageIndex stage, std::uint16_t lane,
                              CrossingStep step);
/// The officers at a lane learn from an inspection.
void learn(Staff& self, StageIndex stage, std::uint16_t lane, TechniqueIndex technique,
           CrossingStep step);

/// Posts officers to lanes and says which lanes are open.
[[nodiscard]] Manning man(Staff& self, const Stages& stages, CrossingStep step);

/// By how much the mobile units that are here multiply what is selected.
[[nodiscard]] double reinforcement(const Staff& self, const Setup& setup);

/// Whether somebody who meets a need of the post is on duty.
[[nodiscard]] bool is_there(std::uint8_t need, const Staff& self);
/// Officers here who do this now.
[[nodiscard]] int doing(const Staff& self, Activity what);
/// What the officers of each crew have done here until now.
[[nodiscard]] std::vector<Account> accounts(const Staff& self, Time now);

}  // namespace staff
}  // namespace cordon
