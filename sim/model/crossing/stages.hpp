#pragma once

// The lanes of a crossing point: who waits where, who is being checked, who finds no room to go on,
// which lane is open.

#include <vector>

#include "sim/engine/arena.hpp"
#include "sim/model/crossing/manning.hpp"
#include "sim/model/crossing/waiting.hpp"
#include "sim/model/events.hpp"
#include "sim/model/setup.hpp"
#include "sim/model/step.hpp"

namespace cordon {

using CrossingStep = Step<CrossingEvent>;

struct Lane {
  VehicleId serving;  ///< or done with, and still there; none: free
  bool open = false;
  bool out = false;  ///< its machine is away, broken, or under maintenance
  Admission admits = everybody;
  CrewTag crew = 0;
  std::uint8_t priority = 0;   ///< of the vehicle in it
  Time began = start_of_run;   ///< the service in hand
  Duration takes{-1};          ///< the service in hand; below 0: as long as it needs
  EventId ends;                ///< of the service in hand; none: nothing is in hand
  bool done = false;           ///< with the vehicle in it
  double finish = 0;           ///< in a hall: when the progress of one vehicle has come so far
  Time closed = start_of_run;  ///< when it was last closed
};

/// A hall serves all at once; their common progress is what one of them has been served so far.
struct Hall {
  double progress = 0;  ///< seconds of service at full speed
  Time as_of = start_of_run;
  int served = 0;  ///< those in it
  EventId due;     ///< the first of them is done
};

/// One that is done elsewhere and waits for room here.
struct Blocked {
  VehicleId vehicle;
  std::uint64_t ticket = 0;
};

inline constexpr int all_lanes = std::numeric_limits<int>::max();

struct Stage {
  Waiting waiting;
  std::vector<Lane> lanes;
  Fifo<Blocked> blocked;
  Hall hall;
  int open = 0, busy = 0;  ///< lanes; a closed lane may still be busy with its last vehicle
  int free = 0;            ///< lanes that are open and not busy
  int wanted = all_lanes;  ///< lanes: no more are to be manned now
  bool equipped = true;    ///< has a machine, or needs none
  bool typed = false;      ///< some lanes are kept for some vehicles
};

/// The queue before the lanes of one direction and class.
struct LineState {
  Waiting before;      ///< on the road beyond the waiting places, or booked and not yet called
  int road = 0;        ///< vehicles that take up the approach road
  double road_km = 0;  ///< of it that they take
  int called = 0;      ///< booked queue: called forward and not yet begun
  EventId call_due;
  Time next_call = start_of_run;
  EventId hours_change;
  std::size_t next_slot = 0;  ///< that opens next
  int slot_left = 0;          ///< of the slot that is open: vehicles still let in
  bool open = true;           ///< by its hours
  int wanted = all_lanes;     ///< by its queue
  EventId wanting;            ///< one more or one less, soon
};

struct Stages {
  const CrossingSetup* setup = nullptr;
  const Setup* world = nullptr;
  CooperationMode cooperation{};
  std::vector<Stage> stages;     ///< as in the setup
  std::vector<LineState> lines;  ///< as in the setup's lines
  std::vector<int> inside;       ///< vehicles in each area
  std::uint64_t tickets = 0;
  bool settling = false;
  double slowness = 1;  ///< by which the officers who begin a service take longer
};

namespace stages {

[[nodiscard]] Stages make(const CrossingSetup& setup, const Setup& world);

/// Lanes, places and times are others from now on. There are no fewer lanes than there were, but
/// those beyond the new number are not manned.
void on(const ConditionsChanged& event, Stages& self, CrossingStep step);
void on(const ServiceBegan& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);
void on(const ServiceResumed& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);
void on(const ServiceEnded& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);
void on(const HallAdvanced& event, Stages& self, CrossingStep step);

/// Whether a vehicle that comes here now finds a lane or a place to wait.
[[nodiscard]] bool has_room(const Stages& self, StageIndex where, const Vehicle& vehicle);
/// To a lane at once, or to the waiting places; its papers to the desks alongside.
void enter(VehicleId vehicle, StageIndex where, Stages& self, Arena<Vehicle>& vehicles,
           CrossingStep step);
/// Sends a vehicle on from the stage where it was, or releases it. While it finds no room, or desks
/// still read its papers, it stays in its lane.
void send_on(VehicleId vehicle, Outcome outcome, Stages& self, Arena<Vehicle>& vehicles,
             CrossingStep step);
/// A desk is done with the papers of a vehicle.
/// @param alarm  it has found something
void return_papers(VehicleId vehicle, bool alarm, Stages& self, Arena<Vehicle>& vehicles,
                   CrossingStep step);
/// A vehicle leaves the crossing: whatever it held is free.
void leave(VehicleId vehicle, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);

/// Opens and closes lanes. What becomes of a vehicle whose lane gets another crew or none is the
/// stage's rule.
void open_lanes(const Manning& manning, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);
/// The machine of a lane works from now on.
void equip(EquipmentIndex kind, std::uint16_t slot, Stages& self);
/// It works no more. What it had in hand is begun anew when it broke; a machine that is taken away
/// finishes it.
/// @param left  machines of the kind that still work: with none, who waits for one goes on without
void strip(EquipmentIndex kind, std::uint16_t slot, bool broke, int left, Stages& self,
           Arena<Vehicle>& vehicles, CrossingStep step);

/// Where a vehicle goes from its stage: to the first choice with an open lane and room, else to the
/// first with an open lane, else to the first that is equipped, to wait until one opens; none: out.
[[nodiscard]] StageIndex next_stage(const Stages& self, const Vehicle& vehicle, Outcome outcome);
/// What the officers check next while the vehicle still stands there: at one stop, the line's next
/// own stage; none: nothing.
[[nodiscard]] StageIndex joined_check(const Stages& self, StageIndex served);

}  // namespace stages
}  // namespace cordon
