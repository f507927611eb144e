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
  /// What rows of this event always say.
  [[nodiscard]] std::uint16_t said(Key key) const {
    require(holds(row_, key), "it leaves open what it must say");
    return static_cast<std::uint16_t>(slot(row_, key));
  }
  Whereabouts& known_vehicle() {
    const auto found = here_.vehicles.find(vehicle(row_));
    require(found != here_.vehicles.end(), "the vehicle is not here");
    return found->second;
  }
  CrossingState::Stage& stage(std::uint16_t index) { return here_.stages[index]; }
  CrossingState::Stage& its_stage() { return stage(said(Key::stage)); }

  [[nodiscard]] bool at_desk() const {
    return header_.crossings[index_.value].stages[said(Key::stage)].desk;
  }
  [[nodiscard]] bool at_green_border() const { return header_.crossings[index_.value].base; }
  void enter_sector();
  void catch_intruder();
  void take_lane();
  void free_lane(std::uint16_t where, std::uint16_t lane) { stage(where).lanes.erase(lane); }
  /// The vehicle is no more where it was.
  void depart(Whereabouts& v);
  /// Who waits before a booked queue's gate is called first.
  void require_let_in(const Whereabouts& v) const;
  void fetch_papers(Whereabouts& v);
  void put_aside();
  void turn_back();

  void arrive();
  void part();
  void call();
  void join();
  void begin_service();
  void interrupt();
  void end_service();
  void skip();
  void leave();
  void change_lanes();

  CrossingState::Terminal& terminal_of_lot() {
    return here_.terminals[header_.services[said(Key::service)].terminal];
  }
  void end_lot_wait();
  void end_berth();
  void empty_yard(std::uint16_t terminal, int units);
  void take_away();

  CrewThere& crew_of_row();
  void change_duty(int sign);
  void officers_arrive();
  void officers_leave();
  void post_officers();
  void change_activity();
  void change_machines(int by);
  void finish_report();
  void begin_operation();
  void end_operation();

  const Row& row_;
  CrossingState& here_;
  const Header& header_;
  CrossingIndex index_;
};

}  // namespace cordon::trace
