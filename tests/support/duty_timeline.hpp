#pragma once

// What is told of officers at all posts, as lines that a test can say by hand: the time since the
// start of the run, the post, the crew, and what changed.

#include <fmt/format.h>

#include <string>
#include <vector>

#include "tests/support/observe.hpp"

namespace cordon::testing {

using Lines = std::vector<std::string>;

/// "1 02:03:04.000005", without what is zero: "02:03", "1 02:03:04"
inline std::string clock_text(Time at) {
  const std::int64_t us = at.time_since_epoch().count();
  const std::int64_t s = us / 1'000'000;
  std::string text = s >= 86400 ? fmt::format("{} ", s / 86400) : "";
  text += fmt::format("{:02}:{:02}", s / 3600 % 24, s / 60 % 60);
  if (us % 60'000'000 != 0) text += fmt::format(":{:02}", s % 60);
  if (us % 1'000'000 != 0) text += fmt::format(".{:06}", us % 1'000'000);
  return text;
}

class DutyTimeline {
 public:
  explicit DutyTimeline(const Setup& setup) : setup_(setup) {}
  Lines lines;

  void on(const TeamCameOnDuty& e, const Crossing& here, Time now) {
    tell(e.team, here, now, fmt::format("on duty {}", e.team.officers));
  }
  void on(const TeamWentOffDuty& e, const Crossing& here, Time now) {
    tell(e.team, here, now, fmt::format("off duty {}", e.team.officers));
  }
  void on(const TeamLeft& e, const Crossing& here, Time now) {
    tell(e.team, here, now,
         fmt::format("left for {} {}", setup_.crossings[e.to.value].name, e.team.officers));
  }
  void on(const TeamArrived& e, const Crossing& here, Time now) {
    const Team& team = here.staff.arriving[e.team];
    tell(detachment(team), here, now, fmt::format("arrived {}", team.officers));
  }
  void on(const OfficersPosted& e, const Crossing& here, Time now) {
    tell(e.team, here, now,
         fmt::format("{}.{} {}", here.setup->stages[e.stage.value].name, e.lane, e.team.officers));
  }
  void on(const ActivityChanged& e, const Crossing& here, Time now) {
    tell(e.team, here, now, fmt::format("{} {}", name_of(e.activity), e.team.officers));
  }
  void on(const OvertimeEnded& e, const Crossing& here, Time now) {
    tell(e.team, here, now, fmt::format("home {} since {}", e.team.officers, clock_text(e.since)));
  }
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}

 private:
  void tell(const Detachment& team, const Crossing& here, Time now, const std::string& what) {
    const CrewSetup& crew = setup_.crossings[team.home.value].crews[team.crew];
    lines.push_back(
        fmt::format("{} {}: {} {}", clock_text(now), here.setup->name, crew.name, what));
  }
  const Setup& setup_;
};

/// What happens to officers in a run.
inline Lines duty_timeline(const Scenario& scenario) {
  const auto setup = make_setup(scenario);
  World world = build_world(setup, 1, 0);
  DutyTimeline told(*setup);
  observe(world, told);
  return told.lines;
}

}  // namespace cordon::testing
