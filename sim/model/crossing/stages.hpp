#pragma once

// The lanes of a crossing point: who waits where, who is being checked, which lane is open.

#include <boost/circular_buffer.hpp>
#include <limits>
#include <vector>

#include "sim/engine/arena.hpp"
#include "sim/model/crossing/manning.hpp"
#include "sim/model/events.hpp"
#include "sim/model/setup.hpp"
#include "sim/model/step.hpp"

namespace cordon {

using CrossingStep = Step<CrossingEvent>;

/// First in, first out, in memory that grows with the longest line there has been.
class WaitingLine {
 public:
  void push(VehicleId v) {
    if (line_.full()) line_.set_capacity(line_.capacity() * 2 + 8);
    line_.push_back(v);
  }
  VehicleId pop() {
    const VehicleId v = line_.front();
    line_.pop_front();
    return v;
  }
  [[nodiscard]] bool empty() const { return line_.empty(); }
  [[nodiscard]] int size() const { return static_cast<int>(line_.size()); }

 private:
  boost::circular_buffer<VehicleId> line_;
};

struct Lane {
  VehicleId serving;  ///< none: free
  bool open = false;
  Time closed = start_of_run;  ///< when it was last closed
};

inline constexpr int all_lanes = std::numeric_limits<int>::max();

struct Stage {
  WaitingLine priority, ordinary;
  std::vector<Lane> lanes;
  int open = 0, busy = 0;  ///< lanes; a closed lane may still be busy with its last vehicle
  int wanted = all_lanes;  ///< lanes: no more are to be manned now
  bool equipped = true;    ///< has a machine, or needs none
  [[nodiscard]] int waiting() const { return priority.size() + ordinary.size(); }
};

/// The queue before the lanes of one direction and class.
struct LineState {
  WaitingLine booked;  ///< in the booked queue, not yet called forward
  int called = 0;      ///< called forward and not yet begun
  EventId call_due;
  Time next_call = start_of_run;
};

struct Stages {
  const CrossingSetup* setup = nullptr;
  CooperationMode cooperation{};
  std::vector<Stage> stages;     ///< as in the setup
  std::vector<LineState> lines;  ///< as in the setup's lines
  double slowness = 1;           ///< by which the officers who begin a service take longer
};

namespace stages {

[[nodiscard]] Stages make(const CrossingSetup& setup, const Setup& world);

void on(const VehicleArrived& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);
void on(const CallDue& event, Stages& self, CrossingStep step);
void on(const VehicleCalled& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);
void on(const ServiceBegan& event, Stages& self, const Arena<Vehicle>& vehicles, CrossingStep step);
void on(const ServiceEnded& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);

/// Sends a vehicle on from the stage where it was, or releases it.
void send_on(VehicleId vehicle, Outcome outcome, Stages& self, Arena<Vehicle>& vehicles,
             CrossingStep step);
/// Opens and closes lanes; a closed lane finishes the vehicle it has.
void open_lanes(const Manning& manning, Stages& self, CrossingStep step);

/// There are so many machines of a kind now. With none left, who waits for one goes on without.
void equip(EquipmentIndex equipment, int machines, Stages& self, Arena<Vehicle>& vehicles,
           CrossingStep step);

/// What drivers are told to expect from joining the line to the first check.
[[nodiscard]] Duration published_wait(const LineSetup& line, const Stages& self);
/// Where a vehicle goes from a stage: to the first choice with an open lane, else to the first
/// that is equipped, to wait until one opens; none: out.
[[nodiscard]] StageIndex next_stage(const Stages& self, StageIndex from, Outcome outcome);
/// Vehicles waiting for the first check of a line.
[[nodiscard]] int waiting_for_first_check(const Stages& self, const LineSetup& line);

}  // namespace stages
}  // namespace cordon
