#pragma once

// When a crew works: its shifts, its briefing and its breaks, as functions of the clock.

#include <array>
#include <optional>
#include <vector>

#include "sim/model/calendar.hpp"
#include "sim/model/staff/shift.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon {

/// A shift by the clock on the wall.
struct ShiftTimes {
  Duration begins{};  ///< since midnight
  Duration lasts{};   ///< above 0, at most 24 h
};
/// @param text  "06:00-14:00"; it has been checked
[[nodiscard]] ShiftTimes parse_shift(const std::string& text);

/// A roster, ready to be asked.
struct RosterSetup {
  struct Day {
    std::vector<ShiftTimes> shifts;
    double share = 1;  ///< of the officers
  };
  std::vector<ShiftTimes> shifts;
  std::vector<int> cycle;  ///< by day: which of the shifts, or off; empty: each crew its own
  int crews = 0;           ///< that follow the cycle, or one for each shift
  std::array<std::optional<Day>, 8> days;  ///< other than usual: 0 holidays, 1 Monday .. 7 Sunday
  std::vector<std::chrono::sys_days> holidays;
  Duration handover{}, break_length{}, break_from{}, break_to{}, overtime_limit{};
  double handover_share = 1, absence = 0;

  static constexpr int off = -1;
};
[[nodiscard]] RosterSetup make_roster(const RosterSpec& spec);

namespace roster {

/// Officers of a crew in one shift, on average over the cycle, for every officer shift a day.
/// @return that many officers for each of the crews, together `officers` shifts a day
[[nodiscard]] std::vector<int> crew_sizes(const RosterSetup& roster, int officers);

/// The shift that is on for a crew, or comes next. A cycle begins on the day when the run does.
/// @return one that begins never when the crew has none within 400 days
[[nodiscard]] Shift shift_at(const RosterSetup& roster, int crew, Time now,
                             const Calendar& calendar);

/// Officers who take over from the shift before and are not at lanes.
/// @param officers  on duty in this shift
[[nodiscard]] int briefed(const RosterSetup& roster, const Shift& shift, int officers, Time now);

/// Groups whose turn to have their break has come by now, in this shift.
[[nodiscard]] int break_turns(const RosterSetup& roster, const Shift& shift, Time now);
/// Officers of one of these groups, the first being number 0.
[[nodiscard]] int break_group(const RosterSetup& roster, int officers, int group);

/// When something comes next for a crew: its shift begins or ends, its briefing is over, or it is a
/// group's turn to have a break.
/// @param officers  on duty, or who will be
[[nodiscard]] Time next_change(const RosterSetup& roster, const Shift& shift, int officers,
                               Time now);

}  // namespace roster
}  // namespace cordon
