#pragma once

// The headquarters of a joint operation: it orders by letter, and some of its plans leak.

#include "sim/model/crossing/desk_work.hpp"
#include "sim/model/crossing/machines.hpp"
#include "sim/model/risk/selection.hpp"
#include "sim/model/staff/staff.hpp"

namespace cordon {

struct Headquarters {
  Agenda<HeadquartersEvent> agenda;
  const OperationSetup* setup = nullptr;
  OperationIndex index;
  EventId ends;               ///< of its action days
  std::size_t reviewed = 0;   ///< posts that have told what they did,
  ReviewReport so_far;        ///< and the sum of it
  std::size_t debriefed = 0;  ///< the same once it was over
  ReviewReport in_all;
  bool is_debriefed = false;
};
using HeadquartersStep = Step<HeadquartersEvent>;

/// An operation that a post takes part in, or has still to write about.
struct Participation {
  OperationIndex operation;
  EventId ends;
  std::int64_t controls = 0, detections = 0;  ///< of whom it is about, since it began
  bool over = false;
  DeskWork work;  ///< to write it down; idle until it is over
};
using Participations = std::vector<Participation>;

namespace operation {

/// Whether its action days are still to come here, or go on.
[[nodiscard]] bool takes_part(OperationIndex operation, const Participations& self);

[[nodiscard]] Headquarters make(const OperationSetup& setup, OperationIndex index);

// At headquarters.
void on(const OrdersGiven& event, Headquarters& self, HeadquartersStep step);
/// When all posts have reported, the operation goes on or is stopped.
void on(const ReviewReceived& event, Headquarters& self, HeadquartersStep step);
void on(const OperationStopped& event, Headquarters& self, HeadquartersStep step);
/// Headquarters asks the posts what they did, if its plan says so.
void on(const ActionDaysEnded& event, Headquarters& self, HeadquartersStep step);
void on(const DebriefingReceived& event, Headquarters& self, HeadquartersStep step);
void on(const DebriefingEnds& event, Headquarters& self, HeadquartersStep step);
void on(const OperationDebriefed& event, Headquarters& self, HeadquartersStep step);

// At a post that takes part.
/// The mode of the operation in course that has begun last and has one; else the post's own.
void follow_mode(const Known& known, Stages& stages, CrossingStep step);
void on(const OrderReceived& event, Participations& self, CrossingStep step);
/// What the interim review will ask for.
void count_control(const Vehicle& vehicle, const Known& known, Participations& self,
                   CrossingStep step);
void count_detection(const Vehicle& vehicle, const Known& known, Participations& self,
                     CrossingStep step);
void on(const ReviewDue& event, const Participations& self, CrossingStep step);
void on(const StopReceived& event, Participations& self, CrossingStep step);
/// Operations that are over and have still to be written about.
[[nodiscard]] int to_write(const Participations& self);
/// So many officers write from now on, the operation that ended first before others.
void write(int officers, Participations& self, CrossingStep step);
void on(const DebriefingWritten& event, Participations& self, CrossingStep step);
void on(const MoveOrderReceived& event, CrossingStep step);
void on(const MoveDue& event, Staff& staff, Machines& machines, CrossingStep step);
void on(const OperationBegan& event, const Known& known, Stages& stages, Staff& staff,
        CrossingStep step);
void on(const OperationEnded& event, const Known& known, Participations& self, Stages& stages,
        Staff& staff, Machines& machines, CrossingStep step);

}  // namespace operation
}  // namespace cordon
