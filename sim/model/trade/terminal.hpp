#pragma once

// Arrivals in lots: a vessel, train or flight waits for a berth, its units come off one by one and
// join the line of their class, and stay in the yard until they are picked up. A yard that is full
// holds up the unloading.

#include <vector>

#include "sim/engine/arena.hpp"
#include "sim/model/crossing/inspection.hpp"

namespace cordon {

struct Berth {
  LotId lot;  ///< none: free
};

struct Terminal {
  std::vector<LotId> waiting;       ///< for a berth, in order of arrival
  std::vector<BerthIndex> held_up;  ///< berths that wait for room in the yard, in this order
  int in_yard = 0;                  ///< units: for control, under it, and released
  int on_hook = 0;                  ///< units coming off, whose places are taken
};

/// All terminals of a crossing.
struct Terminals {
  const CrossingSetup* setup = nullptr;
  Arena<Lot> lots;
  std::vector<Terminal> terminals;      ///< as in Setup::terminals; those elsewhere stay empty
  std::vector<Berth> berths;            ///< as in the setup
  std::vector<std::uint32_t> calls;     ///< so far, as in the setup's callers
  std::vector<Time> due;                ///< the next of each,
  std::vector<EventId> will_call;       ///< and when it is known
  std::vector<Fifo<VehicleId>> stowed;  ///< by line: consignments of groups that come with a lot
};

namespace terminals {

/// No lot calls whose line is closed.
[[nodiscard]] Terminals make(const CrossingSetup& setup, const Setup& world);
void start(Terminals& self, CrossingStep step);

/// When the next call is due by a schedule or by chance, `after` the one before it.
/// @param number  of the call, from 0   @param after  start_of_run for the first
/// @return never when that lies beyond the end of the calendar
[[nodiscard]] Time next_call(const CallerSetup& caller, std::uint32_t number, Time after,
                             const Setup& setup, const Luck& luck);

/// Lots call at lines that open, and at those that close no more.
/// @param before  by which they went
void on(const ConditionsChanged& event, const Setup& before, Terminals& self, CrossingStep step);
void on(const LotDue& event, Terminals& self, Arena<Vehicle>& vehicles, Hold& hold,
        CrossingStep step);
void on(const LotArrived& event, Terminals& self, CrossingStep step);
void on(const UnloadingBegan& event, Terminals& self, Arena<Vehicle>& vehicles, Hold& hold,
        CrossingStep step);
/// A unit is off, and the next one comes.
void on(const VehicleArrived& event, Terminals& self, Arena<Vehicle>& vehicles, Hold& hold,
        CrossingStep step);
void on(const UnloadingEnded& event, Terminals& self, CrossingStep step);
void on(const LotLeft& event, Terminals& self, CrossingStep step);
/// A unit stays in the yard after its release.
void on(const VehicleReleased& event, const Terminals& self, const Arena<Vehicle>& vehicles,
        CrossingStep step);
/// A group's unit comes off with the next lot of its line, in the place of another.
void on(const ConsignmentStowed& event, Terminals& self, const Arena<Vehicle>& vehicles,
        CrossingStep step);
void on(const UnitPickedUp& event, Terminals& self, Arena<Vehicle>& vehicles, Hold& hold,
        CrossingStep step);
/// A unit is not loaded, and comes with no lot.
void leave_behind(VehicleId unit, Terminals& self);
/// A unit is taken out of the yard by the authorities.
void remove(BerthIndex unloaded_at, Terminals& self, Arena<Vehicle>& vehicles, Hold& hold,
            CrossingStep step);

}  // namespace terminals
}  // namespace cordon
