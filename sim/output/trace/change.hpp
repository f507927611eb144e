#pragma once

// What one row changes at its crossing.

#include "sim/output/trace/playback.hpp"

namespace cordon::trace {

inline void require(bool possible, const char* otherwise) {
  if (!possible) throw ImpossibleRow(otherwise);
}

/// Looks at the row and the crossing, and at nothing else.
class Change {
 public:
  Change(const Row& row, CrossingState& here, const Header& header, CrossingIndex index)
      : row_(row), here_(here), header_(header), index_(index) {}

  /// @throws ImpossibleRow
  void apply();

 private:
  using Doing = Whereabouts::Doing;
  [[nodiscard]] std::uint16_t said(Key key) const {
    return static_cast<std::uint16_t>(slot(row_, key));
  }
  Whereabouts& known_vehicle() {
    const auto found = here_.vehicles.find(vehicle(row_));
    require(found != here_.vehicles.end(), "the vehicle is not here");
    return found->second;
  }
  CrossingState::Stage& stage(std::uint16_t index) { return here_.stages[index]; }
  CrossingState::Stage& its_stage() { return stage(said(Key::stage)); }

  void wait_at(std::uint16_t where, Whereabouts& v) {
    v.doing = Doing::waiting;
    v.stage = where;
    ++stage(where).waiting;
  }
  void stop_waiting(const Whereabouts& v) {
    require(v.doing == Doing::waiting, "the vehicle does not wait");
    --stage(v.stage).waiting;
  }
  void go_on(Whereabouts& v) {
    if (holds(row_, Key::next)) wait_at(said(Key::next), v);
  }

  void arrive();
  void balk();
  void call();
  void begin_service();
  void end_service();
  void decide();
  void skip();
  void leave();
  void change_lanes();

  CrewThere& crew_of_row();
  void change_duty(int sign);
  void officers_arrive();
  void officers_leave();
  void change_machines(int by);
  void change_writing(int by);
  void begin_operation();
  void end_operation();

  const Row& row_;
  CrossingState& here_;
  const Header& header_;
  CrossingIndex index_;
};

}  // namespace cordon::trace
