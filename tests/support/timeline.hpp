#pragma once

// What happened to vehicles and lots in a run, and when: for timelines worked out by hand. Tests
// read it vehicle by vehicle, as moments or as lines of text.

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "sim/output/stage_times.hpp"
#include "sim/output/words.hpp"
#include "sim/run/together.hpp"
#include "tests/support/observe.hpp"
#include "tests/support/quiet_crossing.hpp"

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

/// Who a vehicle is, at one of the borders that it crosses.
struct Who {
  Subject subject;
  std::uint32_t part = 0;
  auto operator<=>(const Who&) const = default;
};

/// What happened to one vehicle at one border.
struct Passage {
  Time joined = never, began = never, released = never, balked = never, diverted = never;
  Time gave_up = never;
  LineIndex line;
  Vehicle vehicle;  ///< as it joined
};

class Timeline {
 public:
  /// Of a whole scenario.
  explicit Timeline(const Scenario& scenario, std::uint64_t seed = 1) {
    World world = build_world(make_setup(scenario), seed, 0);
    observe(world, *this);
  }
  /// Of the first crossing, with the vehicles that come besides, numbered from 1.
  Timeline(const Scenario& scenario, const std::vector<Coming>& vehicles) {
    const auto setup = make_setup(scenario);
    World world = build_world(setup, 1, 0);
    Crossing& post = world.crossings.front();
    for (std::size_t n = 0; n < vehicles.size(); ++n) add(vehicles[n], n + 1, post, world);
    StageTimes stage_times(*setup);
    Together together(*this, stage_times);
    observe(world, together);
    for (const StageTime& time : stage_times.times()) spent_.push_back(text_of(time, *setup));
  }
  /// Of nothing yet: it listens to a run.
  Timeline() = default;

  std::vector<Who> order;  ///< of joining
  std::map<Who, std::vector<Passage>> passages;
  std::vector<std::string> lots;  ///< "12 min: post lot 0 arrived"
  std::vector<Time> picked_up;

  static Who who(const Vehicle& v) { return {v.draws.subject, v.draws.part}; }
  /// The n-th to join a line.
  [[nodiscard]] const Passage& joined(std::size_t n) const {
    return passages.at(order.at(n)).front();
  }
  /// What happened to the vehicle of that number, in order: "1:30 began check" is minutes and
  /// seconds, what, and where.
  [[nodiscard]] std::vector<std::string> of(int vehicle) const {
    std::vector<std::string> mine;
    const std::string number = " " + std::to_string(vehicle);
    for (const std::string& line : lines_)
      if (line.ends_with(number) || line.find(number + " ") != std::string::npos)
        if (line.find("lanes") == std::string::npos) mine.push_back(without(line, number));
    return mine;
  }
  /// How long which stage took of all vehicles: "3:30 at check, blocked, 2 vehicles".
  [[nodiscard]] const std::vector<std::string>& spent() const { return spent_; }
  /// How many lanes were open, and when that changed.
  [[nodiscard]] std::vector<std::string> lanes() const {
    std::vector<std::string> all;
    for (const std::string& line : lines_)
      if (line.ends_with("lanes")) all.push_back(line);
    return all;
  }

  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void on(const VehicleArrived& e, const Crossing& c, Time t) {
    const Vehicle& v = c.vehicles[e.vehicle];
    order.push_back(who(v));
    Passage& passage = passages[who(v)].emplace_back();
    passage.joined = t, passage.line = v.line, passage.vehicle = v;
  }
  void on(const VehicleBalked& e, const Crossing& c, Time t) {
    last(e, c).balked = t;
    say(t, "balked", e.vehicle, c);
  }
  void on(const VehicleDiverted& e, const Crossing& c, Time t) {
    last(e, c).diverted = t;
    say(t, "diverted", e.vehicle, c);
  }
  void on(const VehicleGaveUp& e, const Crossing& c, Time t) {
    last(e, c).gave_up = t;
    say(t, "gave up", e.vehicle, c);
  }
  void on(const VehicleReleased& e, const Crossing& c, Time t) {
    last(e, c).released = t;
    say(t, "left", e.vehicle, c);
  }
  void on(const ServiceBegan& e, const Crossing& c, Time t) {
    if (c.setup->stages[e.stage.value].first) last(e, c).began = t;
    say(t, "began", e, c);
  }
  void on(const BookingMissed& e, const Crossing& c, Time t) { say(t, "missed", e.vehicle, c); }
  void on(const VehicleCalled& e, const Crossing& c, Time t) { say(t, "called", e.vehicle, c); }
  void on(const ServiceResumed& e, const Crossing& c, Time t) { say(t, "resumed", e, c); }
  void on(const ServiceEnded& e, const Crossing& c, Time t) { say(t, "ended", e, c); }
  void on(const ServiceInterrupted& e, const Crossing& c, Time t) { say(t, "interrupted", e, c); }
  void on(const VehicleBlocked& e, const Crossing& c, Time t) { say(t, "blocked", e, c); }
  void on(const VehicleUnblocked& e, const Crossing& c, Time t) { say(t, "unblocked", e, c); }
  void on(const LanesChanged& e, const Crossing& c, Time t) {
    lines_.push_back(clock(t) + " " + c.setup->stages[e.stage.value].name + " has " +
                     std::to_string(e.open) + " lanes");
  }
  void on(const LotArrived& e, const Crossing& c, Time t) { tell("arrived", e.lot, c, t); }
  void on(const UnloadingBegan& e, const Crossing& c, Time t) { tell("begins", e.lot, c, t); }
  void on(const UnloadingEnded& e, const Crossing& c, Time t) { tell("is empty", e.lot, c, t); }
  void on(const LotLeft& e, const Crossing& c, Time t) { tell("left", e.lot, c, t); }
  void on(const UnitPickedUp&, const Crossing&, Time t) { picked_up.push_back(t); }
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}

 private:
  template <class E>
  Passage& last(const E& e, const Crossing& here) {
    return passages[who(here.vehicles[e.vehicle])].back();
  }
  void tell(const char* what, LotId id, const Crossing& here, Time now) {
    const Lot& lot = here.terminals.lots[id];
    lots.push_back(std::to_string((now - start_of_run) / 1min) + " min: " + here.setup->name +
                   " lot " + std::to_string(lot.number) + " " + what);
  }
  static std::string text_of(const StageTime& time, const Setup& setup) {
    const auto& stages = setup.crossings.front().stages;
    const auto at = std::find_if(stages.begin(), stages.end(),
                                 [&](const StageSetup& s) { return s.order == time.stage; });
    const Duration all{std::accumulate(time.by_hour.begin(), time.by_hour.end(), std::int64_t{0})};
    return clock(start_of_run + all) + " at " + at->name + ", " +
           std::string(name_of(time.activity)) + ", " + std::to_string(time.vehicles) + " vehicles";
  }
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

  std::vector<std::string> lines_, spent_;
};

inline Timeline timeline(const Scenario& scenario, std::uint64_t seed = 1) {
  return Timeline(scenario, seed);
}

}  // namespace cordon::testing
