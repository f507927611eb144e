#pragma once

// What happened to vehicles and lots in a run, and when: for timelines worked out by hand.

#include <map>
#include <string>
#include <vector>

#include "sim/run/simulate.hpp"

namespace cordon::testing {

/// Who a vehicle is, at one of the borders that it crosses.
struct Who {
  Subject subject;
  std::uint32_t part = 0;
  auto operator<=>(const Who&) const = default;
};

/// What happened to one vehicle at one border.
struct Passage {
  Time joined = never, began = never, released = never, balked = never, diverted = never;
  LineIndex line;
  Vehicle vehicle;  ///< as it joined
};

struct Timeline {
  std::vector<Who> order;  ///< of joining
  std::map<Who, std::vector<Passage>> passages;
  std::vector<std::string> lots;  ///< "12.5 h: lot 0 arrived"
  std::vector<Time> picked_up;

  static Who who(const Vehicle& v) { return {v.draws.subject, v.draws.part}; }
  Passage& last(VehicleId id, const Crossing& here) {
    return passages[who(here.vehicles[id])].back();
  }
  /// The n-th to join a line.
  const Passage& joined(std::size_t n) const { return passages.at(order.at(n)).front(); }

  void on(const VehicleArrived& e, const Crossing& here, Time now) {
    const Vehicle& v = here.vehicles[e.vehicle];
    order.push_back(who(v));
    Passage& passage = passages[who(v)].emplace_back();
    passage.joined = now, passage.line = v.line, passage.vehicle = v;
  }
  void on(const ServiceBegan& e, const Crossing& here, Time now) {
    if (here.setup->stages[e.stage.value].first) last(e.vehicle, here).began = now;
  }
  void on(const VehicleReleased& e, const Crossing& here, Time now) {
    last(e.vehicle, here).released = now;
  }
  void on(const VehicleBalked& e, const Crossing& here, Time now) {
    last(e.vehicle, here).balked = now;
  }
  void on(const VehicleDiverted& e, const Crossing& here, Time now) {
    last(e.vehicle, here).diverted = now;
  }
  void on(const LotArrived& e, const Crossing& here, Time now) {
    tell("arrived", e.lot, here, now);
  }
  void on(const UnloadingBegan& e, const Crossing& here, Time now) {
    tell("begins", e.lot, here, now);
  }
  void on(const UnloadingEnded& e, const Crossing& here, Time now) {
    tell("is empty", e.lot, here, now);
  }
  void on(const LotLeft& e, const Crossing& here, Time now) { tell("left", e.lot, here, now); }
  void on(const UnitPickedUp&, const Crossing&, Time now) { picked_up.push_back(now); }
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}

 private:
  void tell(const char* what, LotId id, const Crossing& here, Time now) {
    const Lot& lot = here.terminals.lots[id];
    lots.push_back(std::to_string((now - start_of_run) / 1min) + " min: " + here.setup->name +
                   " lot " + std::to_string(lot.number) + " " + what);
  }
};

inline Timeline timeline(const Scenario& scenario, std::uint64_t seed = 1) {
  World world = build_world(make_setup(scenario), seed, 0);
  Timeline happened;
  simulate(world, happened);
  return happened;
}

}  // namespace cordon::testing
