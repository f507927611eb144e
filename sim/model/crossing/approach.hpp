#pragma once

// The way to the first check of a line: the road or the booked queue before it, who turns back or
// gives up, when vehicles are let in, when lanes are wanted.

#include "sim/model/crossing/stages.hpp"

namespace cordon::approach {

/// Schedules what the clock brings to the lines of a crossing: opening hours and slots.
void start(Stages& self, Agenda<CrossingEvent>& agenda, const Setup& world);

/// Lines close or open, their hours, rates and rules are others from now on.
/// @param before  by which they went
void on(const ConditionsChanged& event, const Setup& before, Stages& self, Arena<Vehicle>& vehicles,
        CrossingStep step);
void on(const VehicleArrived& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);
void on(const CallDue& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);
void on(const VehicleCalled& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);
void on(const BookingMissed& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);
void on(const PatienceEnded& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);
void on(const SlotOpened& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);
void on(const HoursChanged& event, Stages& self, CrossingStep step);
void on(const LanesWanted& event, Stages& self, CrossingStep step);

/// Lets in who waits before the first check, while there is room and the gate is open.
void let_in(LineIndex line, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);
/// The first check of a vehicle begins: it has left the queue.
void begin_first_check(VehicleId vehicle, Stages& self, Arena<Vehicle>& vehicles,
                       CrossingStep step);
/// The vehicle takes up no room on the road any more.
void leave_road(Vehicle& vehicle, Stages& self);

/// Probability that an arrival turns back for the length of the queue.
[[nodiscard]] double balking_probability(const LineSetup& line, int waiting);
/// Lanes wanted, by the queue's rule.
[[nodiscard]] int lanes_wanted(const LineSetup& line, int wanted, int waiting);

/// Vehicles waiting for the first check of a line, wherever they wait.
[[nodiscard]] int waiting_for_first_check(const Stages& self, const LineSetup& line);
/// What drivers are told to expect from joining the line to the first check.
[[nodiscard]] Duration published_wait(const LineSetup& line, const Stages& self, Time now);

}  // namespace cordon::approach
