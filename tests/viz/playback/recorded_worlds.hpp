#pragma once

// Runs that the tests of playback look at, each with all its rows beside its recording.

#include <memory>
#include <string>
#include <vector>

#include "sim/scenario/parameters.hpp"
#include "tests/support/investigations.hpp"
#include "tests/support/journeys.hpp"
#include "tests/support/recorded_trace.hpp"
#include "viz/playback/live.hpp"

namespace cordon::testing {

/// Two posts at which everything happens that is played back: vehicles that divert and go on to
/// another border, trains, an operation with officers and machines on the road, messages, cases,
/// papers that come ahead.
inline Scenario two_posts(Duration length = 24h * 6) {
  Scenario s = busy_border_with_operation(length);
  add_exchanges(s);
  add_journeys(s);
  add_investigation(s);
  s.advance["lorry"].referred = 0.2;
  s.advance["wagon"].before = 24h;
  s.advance["wagon"].voyage = 48h;
  s.equipment["scanner"].between_failures = Distribution::exponential(40 * 3600);
  return s;
}

inline Scenario shipped_scenario(const std::string& name, Duration length) {
  Scenario s = read_scenario(std::string(CORDON_SOURCE_DIR "/scenarios/") + name + ".toml").spec;
  s.length = length;
  s.warm_up = Duration{0};
  return s;
}

inline std::shared_ptr<const viz::Recording> recording_of(const ReadTrace& read) {
  viz::RecordingBuilder builder(read.header);
  builder.add(read.rows);
  return builder.finish();
}

struct RecordedWorld {
  std::string name;
  ReadTrace read;
  std::shared_ptr<const viz::Recording> recording;
};

inline RecordedWorld record_world(const std::string& name, const Scenario& scenario, bool truth) {
  RecordedWorld world{name, rows_of(make_setup(scenario), truth), nullptr};
  world.recording = recording_of(world.read);
  return world;
}

/// Made once for all tests.
inline const std::vector<RecordedWorld>& recorded_worlds() {
  static const std::vector<RecordedWorld> worlds = [] {
    std::vector<RecordedWorld> made;
    made.push_back(record_world("two posts", two_posts(), true));
    made.push_back(record_world("two posts for trainees", two_posts(), false));
    made.push_back(record_world("ports", shipped_scenario("ports/baseline", 24h * 3), true));
    made.push_back(
        record_world("pl_ua", shipped_scenario("pl_ua/joint_operation", 24h * 3), false));
    return made;
  }();
  return worlds;
}

/// How many rows there are up to a moment.
inline std::uint64_t count_until(const std::vector<trace::Row>& rows, Time moment) {
  return static_cast<std::uint64_t>(std::count_if(
      rows.begin(), rows.end(), [&](const trace::Row& r) { return viz::time_of(r) <= moment; }));
}

}  // namespace cordon::testing
