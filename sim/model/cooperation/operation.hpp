#pragma once

// The headquarters of a joint operation: it orders by letter, and some of its plans leak.

#include "sim/model/crossing/machines.hpp"
#include "sim/model/staff/staff.hpp"

namespace cordon {

struct Headquarters {
  Agenda<HeadquartersEvent> agenda;
  const OperationSetup* setup = nullptr;
  OperationIndex index;
};
using HeadquartersStep = Step<HeadquartersEvent>;

namespace operation {

[[nodiscard]] Headquarters make(const OperationSetup& setup, OperationIndex index);

// At headquarters.
void on(const OrdersGiven& event, Headquarters& self, HeadquartersStep step);

// At a post that takes part.
void on(const OrderReceived& event, CrossingStep step);
void on(const MoveOrderReceived& event, CrossingStep step);
void on(const MoveDue& event, Staff& staff, Machines& machines, CrossingStep step);
void on(const OperationBegan& event, Stages& stages, CrossingStep step);
void on(const OperationEnded& event, Stages& stages, Staff& staff, Machines& machines,
        CrossingStep step);

}  // namespace operation
}  // namespace cordon
