#pragma once

// What there is to say of a crossing at a moment, from what the trace tells of it.

#include <vector>

#include "sim/output/trace/playback.hpp"

namespace cordon::viz {

/// Officers, by who they work for.
struct Officers {
  int customs = 0, border_guards = 0, others = 0;
  [[nodiscard]] int all() const { return customs + border_guards + others; }
};

struct PostNow {
  int entry_waiting = 0, exit_waiting = 0;  ///< vehicles before their first check
  int inside = 0;                           ///< vehicles between their first check and the end
  Officers on_duty;
  int lanes = 0, lanes_open = 0, lanes_busy = 0;  ///< of stages that vehicles come to
  int first_lanes_open = 0;                       ///< of first checks
  int machines = 0;                               ///< there at the start
  int machines_down = 0, machines_lent = 0;       ///< of these: do not work; are with others
  int in_yard = 0;                                ///< units of vessels and trains, until picked up
  int open_reports = 0;
  int operations = 0;  ///< in course
  [[nodiscard]] int waiting() const { return entry_waiting + exit_waiting; }
};

/// Vehicles of a line before its first check: on the road, booked, called, or at the first stage.
[[nodiscard]] int waiting_of(std::uint16_t line, const trace::CrossingState& state,
                             const trace::Header& header);
/// Machines of a kind that do not work, of those that are there.
[[nodiscard]] int machines_down(std::size_t equipment, const trace::CrossingShape& shape,
                                const trace::CrossingState& state);
[[nodiscard]] PostNow post_now(std::size_t crossing, const trace::CrossingState& state,
                               const trace::Header& header);

}  // namespace cordon::viz
