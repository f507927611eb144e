#pragma once

// Small crossings without chance: vehicles come when a test says so, services take constant times,
// and what happens is written down to the second, to be compared with a timeline made by hand.

#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

#include "sim/run/simulate.hpp"
#include "tests/support/small_worlds.hpp"

namespace cordon::testing {

/// What a test says of a vehicle; the rest is as of any lorry.
struct Coming {
  Duration at{};
  std::uint8_t priority = 255;  ///< 255: ordinary
  bool aeo = false, empty = false;
  std::uint16_t travellers = 1;
  Duration patience = endless;
  VehicleClass vehicle_class = VehicleClass::lorry;
};

/// A crossing with the stages of a test and as many officers as they need. No traffic of its own.
inline Scenario quiet_crossing(Duration length = 24h) {
  Scenario s = one_stage(0, Distribution::constant(60), 1, length);
  s.team["guards"].officers = 200;
  return s;
}

/// A stage with constant time, whose lanes belong to the line.
inline StageSpec own_stage(int order, Duration time, std::vector<std::string> next = {}) {
  StageSpec stage;
  stage.order = order;
  stage.own_lanes = true;
  stage.crew = {Authority::border_guard};
  stage.time.lorry = stage.time.car = stage.time.bus = Distribution::constant(seconds(time));
  stage.next.cleared = std::move(next);
  return stage;
}
/// The same, whose lanes are shared.
inline StageSpec shared_stage(int order, Duration time, int lanes,
                              std::vector<std::string> next = {}) {
  StageSpec stage = own_stage(order, time, std::move(next));
  stage.own_lanes = false;
  stage.lanes = lanes;
  return stage;
}

/// Runs a crossing with the vehicles that come, numbered from 1, and keeps what happens:
/// "1:30 began 2 check" is minutes and seconds, what, which vehicle, and where.
class Timeline {
 public:
  Timeline(const Scenario& scenario, const std::vector<Coming>& vehicles) {
    const auto setup = make_setup(scenario);
    World world = build_world(setup, 1, 0);
    Crossing& post = world.crossings.front();
    for (std::size_t n = 0; n < vehicles.size(); ++n) add(vehicles[n], n + 1, post, world);
    simulate(world, *this);
  }

  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void on(const VehicleBalked& e, const Crossing& c, Time t) { say(t, "balked", e.vehicle, c); }
  void on(const VehicleGaveUp& e, const Crossing& c, Time t) { say(t, "gave up", e.vehicle, c); }
  void on(const BookingMissed& e, const Crossing& c, Time t) { say(t, "missed", e.vehicle, c); }
  void on(const VehicleCalled& e, const Crossing& c, Time t) { say(t, "called", e.vehicle, c); }
  void on(const VehicleReleased& e, const Crossing& c, Time t) { say(t, "left", e.vehicle, c); }
  void on(const ServiceBegan& e, const Crossing& c, Time t) { say(t, "began", e, c); }
  void on(const ServiceResumed& e, const Crossing& c, Time t) { say(t, "resumed", e, c); }
  void on(const ServiceEnded& e, const Crossing& c, Time t) { say(t, "ended", e, c); }
  void on(const ServiceInterrupted& e, const Crossing& c, Time t) { say(t, "interrupted", e, c); }
  void on(const VehicleBlocked& e, const Crossing& c, Time t) { say(t, "blocked", e, c); }
  void on(const VehicleUnblocked& e, const Crossing& c, Time t) { say(t, "unblocked", e, c); }
  void on(const LanesChanged& e, const Crossing& c, Time t) {
    lines_.push_back(clock(t) + " " + c.setup->stages[e.stage.value].name + " has " +
                     std::to_string(e.open) + " lanes");
  }
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}

  /// What happened to one vehicle, in order.
  [[nodiscard]] std::vector<std::string> of(int vehicle) const {
    std::vector<std::string> mine;
    const std::string number = " " + std::to_string(vehicle);
    for (const std::string& line : lines_)
      if (line.ends_with(number) || line.find(number + " ") != std::string::npos)
        if (line.find("lanes") == std::string::npos) mine.push_back(without(line, number));
    return mine;
  }
  /// How many lanes were open, and when that changed.
  [[nodiscard]] std::vector<std::string> lanes() const {
    std::vector<std::string> all;
    for (const std::string& line : lines_)
      if (line.ends_with("lanes")) all.push_back(line);
    return all;
  }

 private:
  static std::string clock(Time at) {
    const auto micro = at.time_since_epoch().count();
    const auto s = micro / 1'000'000, rest = micro % 1'000'000;
    std::string text =
        std::to_string(s / 60) + ":" + (s % 60 < 10 ? "0" : "") + std::to_string(s % 60);
    if (rest != 0) text += "." + std::to_string(rest + 1'000'000).substr(1);
    return text;
  }
  static std::string without(std::string line, const std::string& number) {
    return line.erase(line.find(number), number.size());
  }
  void say(Time at, const std::string& what, VehicleId id, const Crossing& here) {
    const auto number = here.vehicles[id].draws.subject.number;
    lines_.push_back(clock(at) + " " + what + " " + std::to_string(number));
  }
  template <class E>
  void say(Time at, const std::string& what, const E& e, const Crossing& here) {
    say(at, what, e.vehicle, here);
    lines_.back() += " " + here.setup->stages[e.stage.value].name;
  }
  static void add(const Coming& coming, std::size_t number, Crossing& post, const World& world) {
    Vehicle v;
    v.draws = world.luck.draws({source_of("test"), static_cast<std::uint32_t>(number)});
    v.flow = {0};
    v.line = {0};
    for (const LineIndex line : post.setup->lines)
      if (world.setup->lines[line.value].vehicle_class == coming.vehicle_class) v.line = line;
    v.vehicle_class = coming.vehicle_class;
    v.priority = coming.priority == 255 ? static_cast<std::uint8_t>(world.setup->priorities.size())
                                        : coming.priority;
    v.declaration.aeo = coming.aeo;
    v.empty = coming.empty;
    v.travellers = coming.travellers;
    v.patience = coming.patience;
    const VehicleId id = post.vehicles.add(v);
    post.hold.put(id, {});
    post.agenda.future.schedule(start_of_run + coming.at, post.agenda.next_order(),
                                VehicleArrived{id});
  }

  std::vector<std::string> lines_;
};

}  // namespace cordon::testing
