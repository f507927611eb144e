#pragma once

// Plays a trace back: what there is at each crossing, from the rows so far and nothing else.

#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <vector>

#include "sim/output/trace/catalogue.hpp"
#include "sim/output/trace/header.hpp"

namespace cordon::trace {

/// A row says what cannot be after those before it; `what()` says what is wrong, in a few words.
struct ImpossibleRow : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A vehicle at a crossing.
struct Whereabouts {
  /// `before`: on the road beyond the waiting places, or booked; `called`: from there; `done`: with
  /// its check, and still in the lane; `leaving`: in none.
  enum class Doing : std::uint8_t { before, called, waiting, in_service, done, leaving };
  Doing doing = Doing::before;
  int stands_for = 1;                         ///< vehicles
  std::uint16_t line = 0, terminal = nobody;  ///< nobody: it came by road
  std::uint16_t stage = nobody;               ///< where it waits or is checked; nobody: before
  std::uint16_t lane = 0;                     ///< that it holds
  std::map<std::uint16_t, int> desks;  ///< that have its papers: the lane, or below 0: waiting
};

/// The officers of one crew who are at a crossing.
struct CrewThere {
  int officers = 0, on_duty = 0;
  bool shift = false;                                            ///< of a crew at home: it is on
  std::map<std::pair<std::uint16_t, std::uint16_t>, int> lanes;  ///< officers by stage and lane
  Counts doing;                                                  ///< but who is at lanes or spare
};
struct CrewKey {
  CrewOf crew;
  OperationIndex operation;  ///< whose guests they are; none: their own post
  auto operator<=>(const CrewKey&) const = default;
};

/// What there is at one crossing.
struct CrossingState {
  std::map<Subject, Whereabouts> vehicles;
  struct Stage {
    int waiting = 0, open = 0;
    std::map<std::uint16_t, Subject> lanes;  ///< that are busy
  };
  std::vector<Stage> stages;            ///< as in the header, as are the next two
  std::map<std::uint16_t, int> before;  ///< by line: on the road or booked
  std::vector<int> machines;            ///< that work
  std::vector<int> machines_away;       ///< lent to others; below 0: others' that are here
  std::map<CrewKey, CrewThere> crews;
  Counts doing;                            ///< all of them, over time at lanes too
  int open_reports = 0;                    ///< of seizures, not yet written
  std::vector<OperationIndex> operations;  ///< in course
  struct Terminal {
    int lots_waiting = 0, in_yard = 0;  ///< for a berth; units
    std::set<std::uint16_t> berths;     ///< that are taken
  };
  std::map<std::uint16_t, Terminal> terminals;  ///< where a lot has come

  /// Officers on duty, by authority.
  [[nodiscard]] std::array<int, authorities> on_duty(const Header& header) const;
};

class Playback {
 public:
  explicit Playback(const Header& header);

  /// The next row. Rows of different crossings may come in any order of places.
  /// @throws ImpossibleRow  and leaves the crossing as it may be
  void apply(const Row& row);

  /// As in the header.
  [[nodiscard]] const std::vector<CrossingState>& crossings() const { return crossings_; }

 private:
  const Header& header_;
  std::vector<CrossingState> crossings_;
  std::vector<int> crossing_at_;  // by place; negative: another kind of place
};

}  // namespace cordon::trace
