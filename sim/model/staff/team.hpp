#pragma once

// The officers of one crew who are together.

#include <vector>

#include "sim/engine/id.hpp"
#include "sim/engine/time.hpp"
#include "sim/model/ids.hpp"
#include "sim/model/staff/activity.hpp"
#include "sim/model/staff/shift.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon {

inline constexpr int everybody_led = 1'000'000'000;

/// Officers on break.
struct Rest {
  Time until;
  int officers = 0;
};

/// Why officers are at a post that is not their own.
enum class Errand : std::uint8_t { none, operation, secondment, call_out, beat };

struct Team {
  CrossingIndex home;
  std::uint16_t crew = 0;  ///< the home crew that it is, or was taken from
  Authority authority{};
  double cost_per_hour = 0;  ///< EUR, an officer
  int officers = 0;          ///< that there are, on duty or off
  int on_course = 0;         ///< of these
  Errand errand = Errand::none;
  OperationIndex operation;   ///< that borrowed it
  Time until = start_of_run;  ///< how long it stays where it is, or at least stays
  std::uint32_t visits = 0;   ///< on its beat, so far; in turn: since it set out
  std::uint8_t need = 0;      ///< for which it was called
  Time left = start_of_run;   ///< when it last set out for another post

  std::vector<double> gained;  ///< skill by technique, until `learnt`; empty: none
  Time learnt = start_of_run;

  Shift shift;                            ///< that is on, or comes next
  Time came = start_of_run;               ///< on duty, the last time that it did
  bool on_duty = false;                   ///< by its roster
  int rostered = 0;                       ///< of the officers, in the shift that is on
  int absent = 0;                         ///< of these
  bool has_set_out = false;               ///< on its beat, in this shift, or was to stay
  int shifts_left = 0, outings_left = 0;  ///< until it goes out by surprise as often again
  std::uint32_t shifts_so_far = 0;        ///< in which it could have
  Time ended;                             ///< the last shift
  int staying = 0;                        ///< officers who may stay at lanes since then
  int break_turns = 0;  ///< groups whose turn to have a break has come in this shift
  int owed = 0;         ///< officers of these who have not begun it
  std::vector<Rest> resting;

  // At the post where it is:
  std::uint64_t fits = 0;     ///< the post's needs that it meets
  std::uint64_t expert = 0;   ///< of these: by its own authority
  int led = everybody_led;    ///< officers who may be posted: Frontex needs liaison officers
  std::uint16_t account = 0;  ///< where its time is written down
  Counts wanted;              ///< for other things than lanes
  Counts doing;               ///< since `since`
  Time since = start_of_run;

  /// On duty and there.
  [[nodiscard]] int present() const { return rostered - absent; }
};
using TeamId = Id<Team>;

/// Officers of one crew, as events tell of them: when an event is seen, the team may be gone.
struct Detachment {
  CrossingIndex home;
  std::uint16_t crew = 0;    ///< of the home post
  OperationIndex operation;  ///< that borrows them, or has; none: they are their own post's
  int officers = 0;
};
/// Some of the officers of a team.
[[nodiscard]] inline Detachment detachment(const Team& team, int officers) {
  return {team.home, team.crew, team.operation, officers};
}
[[nodiscard]] inline Detachment detachment(const Team& team) {
  return detachment(team, team.officers);
}
/// Whether events tell of two teams at a post as one: of the same crew, and lent alike.
[[nodiscard]] inline bool told_as_one(const Team& a, const Team& b) {
  return a.home == b.home && a.crew == b.crew && a.operation == b.operation;
}

}  // namespace cordon
