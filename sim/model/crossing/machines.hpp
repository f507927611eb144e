#pragma once

// The machines of a crossing: which work, which are broken, under maintenance, or on their way.
// Each has a slot, and with it the lane of that number at the stage that uses its kind.

#include <optional>
#include <vector>

#include "sim/model/crossing/stages.hpp"

namespace cordon {

/// `out_of_order`: because conditions are so, whatever its own luck.
enum class MachineState : std::uint8_t { working, broken, in_repair, in_maintenance, out_of_order };

struct MachineOnPost {
  Machine machine;
  std::uint16_t slot = 0;
  MachineState state = MachineState::working;
  bool withdrawn = false;        ///< is out of order, or will be in this instant
  Time since = start_of_run;     ///< its times to failure and to maintenance are as of then
  EventId failure, maintenance;  ///< while it works
  EventId back;                  ///< when it works again
};

struct Machines {
  const CrossingSetup* setup = nullptr;
  Arena<MachineOnPost> on_post;
  Arena<Machine> arriving;               ///< on the road to this post
  std::vector<std::vector<bool>> taken;  ///< slots, by kind
  std::vector<int> working;              ///< by kind
  Fifo<Id<MachineOnPost>> broken;        ///< waiting for somebody to repair them
  int repairs = 0;                       ///< going on
};

namespace machines {

/// Addresses of a machine's luck: when its first maintenance is due, then by turns the time to its
/// next failure and that of the repair.
inline constexpr std::uint32_t first_maintenance = 0, first_failure = 1;

/// One that comes to a post new.
/// @param subject  of its luck
[[nodiscard]] Machine bought(EquipmentIndex kind, CrossingIndex home, Subject subject,
                             const Setup& world, const Luck& luck);
[[nodiscard]] Machines make(const CrossingSetup& setup, const Setup& world);
/// Machines that are there at the start, and those that were bought, when they come.
void start(Machines& self, Agenda<CrossingEvent>& agenda, const Setup& world, const Luck& luck);

/// As many are out of order as the post's setup says.
void on(const ConditionsChanged& event, Machines& self, CrossingStep step);
/// @return its slot, if it works
std::optional<std::uint16_t> on(const MachineArrived& event, Machines& self, CrossingStep step);
void on(const MachineFailed& event, Machines& self, CrossingStep step);
void on(const RepairBegan& event, Machines& self, CrossingStep step);
void on(const MachineRepaired& event, Machines& self, CrossingStep step);
void on(const MaintenanceBegan& event, Machines& self, CrossingStep step);
void on(const MaintenanceEnded& event, Machines& self, CrossingStep step);

/// Sends a working machine of the move's kind to another post, if there is one.
void send(const MoveSetup& move, OperationIndex operation, Machines& self, CrossingStep step);
/// Sends back the machines that an operation had borrowed.
void send_home(OperationIndex operation, Machines& self, CrossingStep step);

}  // namespace machines
}  // namespace cordon
