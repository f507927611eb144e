// What rows of vessels, trains and flights change, and of their units.

#include "sim/output/trace/change.hpp"

namespace cordon::trace {

void Change::end_lot_wait() {
  CrossingState::Terminal& terminal = terminal_of_lot();
  require(terminal.lots_waiting > 0, "no lot waits for a berth");
  --terminal.lots_waiting;
  require(terminal.berths.insert(said(Key::berth)).second, "the berth is taken already");
}

void Change::end_berth() {
  require(terminal_of_lot().berths.erase(said(Key::berth)) == 1, "no lot is at this berth");
}

void Change::empty_yard(std::uint16_t terminal, int units) {
  int& in_yard = here_.terminals[terminal].in_yard;
  require(in_yard >= units, "no unit is in the yard");
  in_yard -= units;
}

// A unit of a lot that the authorities keep is not picked up.
void Change::take_away() {
  const std::uint16_t terminal = known_vehicle().terminal;
  if (terminal != nobody) empty_yard(terminal, 1);
  leave();
}

}  // namespace cordon::trace
