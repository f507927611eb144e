#pragma once

// Listens to what is told of officers and keeps their time a second time, from events alone. What
// cannot be is a failure: more officers at work than are on duty, an officer in two places.

#include <gtest/gtest.h>

#include <map>

#include "sim/model/places.hpp"

namespace cordon::testing {

/// One crew at one post.
struct CrewLog {
  int on_duty = 0;
  std::map<std::pair<StageIndex, std::uint16_t>, int> lanes;
  Counts told;  ///< what is told of but lanes
  Account account;
  Time since = start_of_run;

  /// In their shift: who works over time is at a lane as well.
  [[nodiscard]] int at_lanes() const {
    int officers = 0;
    for (const auto& [lane, here] : lanes) officers += here;
    return officers - told[Activity::overtime];
  }
  [[nodiscard]] int elsewhere() const {
    int officers = 0;
    for_each_activity([&](Activity a) { officers += told[a]; });
    return officers - told[Activity::overtime];
  }
  [[nodiscard]] int spare() const {
    return on_duty + told[Activity::absent] - at_lanes() - elsewhere();
  }
  void settle(Time now) {
    const Duration time = now - since;
    if (time == Duration::zero()) return;
    EXPECT_GE(spare(), 0) << "more officers at work than are on duty";
    for_each_activity([&](Activity a) { account.add(a, told[a], time); });
    account.add(Activity::lane, at_lanes(), time);
    account.add(Activity::spare, spare(), time);
    account.rostered += Int128{time.count()} * (on_duty + told[Activity::absent]);
    since = now;
  }
};

struct DutyLog {
  struct Key {
    PlaceId at;
    CrossingIndex home;
    std::uint16_t crew;
    OperationIndex operation;
    auto operator<=>(const Key&) const = default;
  };
  std::map<Key, CrewLog> crews;
  std::int64_t postings = 0, overtime_ended = 0;

  CrewLog& crew(const Detachment& team, const Crossing& here, Time now) {
    const bool own = team.home == here.setup->index;
    CrewLog& log =
        crews[{here.agenda.place, team.home, team.crew, own ? OperationIndex{} : team.operation}];
    log.settle(now);
    return log;
  }
  void on(const TeamCameOnDuty& e, const Crossing& here, Time now) {
    crew(e.team, here, now).on_duty += e.team.officers;
  }
  void on(const TeamWentOffDuty& e, const Crossing& here, Time now) {
    crew(e.team, here, now).on_duty -= e.team.officers;
  }
  void on(const TeamLeft& e, const Crossing& here, Time now) {
    if (e.on_duty) crew(e.team, here, now).on_duty -= e.team.officers;
  }
  void on(const TeamArrived& e, const Crossing& here, Time now) {
    const Team& team = here.staff.arriving[e.team];
    CrewLog& log = crew(detachment(team), here, now);
    const Int128 journey = Int128{(now - team.left).count()} * team.officers;
    log.account.add(Activity::travelling, team.officers, now - team.left);
    log.account.rostered += journey;
    if (team.home != here.setup->index) return;
    here.staff.teams.for_each([&](TeamId, const Team& own) {
      if (own.home == team.home && own.crew == team.crew && own.on_duty)
        log.on_duty += team.officers;
    });
  }
  void on(const OfficersPosted& e, const Crossing& here, Time now) {
    ++postings;
    crew(e.team, here, now).lanes[{e.stage, e.lane}] = e.team.officers;
  }
  void on(const ActivityChanged& e, const Crossing& here, Time now) {
    crew(e.team, here, now).told[e.activity] = e.team.officers;
  }
  void on(const OvertimeEnded&, const Crossing&, Time) { ++overtime_ended; }
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time now) {
    for (auto& [key, log] : crews) log.settle(now);
  }

  /// The same as the staff of a post has it.
  [[nodiscard]] Account account(const Crossing& here, CrossingIndex home,
                                std::uint16_t crew) const {
    Account sum;
    for (const auto& [key, log] : crews) {
      if (key.at != here.agenda.place || key.home != home || key.crew != crew) continue;
      for (std::size_t a = 0; a < activities; ++a) sum.spent[a] += log.account.spent[a];
      sum.rostered += log.account.rostered;
    }
    return sum;
  }
};

}  // namespace cordon::testing
