#include "viz/playback/timeline.hpp"

#include <gtest/gtest.h>

#include <map>
#include <numeric>

#include "sim/output/recorder/recorder.hpp"
#include "tests/viz/playback/recorded_worlds.hpp"

namespace cordon::viz::timeline_test {
namespace {

using cordon::testing::ReadTrace;
using cordon::testing::recorded_worlds;
using cordon::testing::RecordedWorld;
using cordon::testing::recording_of;
using cordon::testing::rows_of;
using cordon::testing::shipped_scenario;
using cordon::testing::two_posts;
using trace::Row;

template <class T>
std::int64_t sum(const std::vector<T>& values) {
  return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

// A run, what `cordon run` measures of it, and its recording.
struct Measured {
  std::shared_ptr<const Setup> setup;
  std::vector<MeasureValue> values;
  std::vector<QueueSample> queues;
  std::shared_ptr<const Recording> recording;

  // 0: nothing of the kind can happen in this world.
  [[nodiscard]] double total(std::string_view measure) const {
    for (const MeasureValue& v : values)
      if (v.measure->name == measure && v.labels == Labels{}) return v.value;
    return 0;
  }
};

Measured measured(Scenario scenario) {
  for (auto& [name, line] : scenario.line) line.initial_queue = 0;  // these are in no measure
  scenario.warm_up = Duration{0};
  scenario.record.queues_every = 1h;
  Measured run;
  run.setup = make_setup(scenario);
  Recorder recorder(*run.setup);
  run.recording = recording_of(rows_of(run.setup, true, recorder));
  run.values = recorder.values();
  run.queues = recorder.queues();
  return run;
}

const std::vector<Measured>& measured_worlds() {
  static const std::vector<Measured> worlds = {
      measured(two_posts()), measured(shipped_scenario("pl_ua/joint_operation", 96h))};
  return worlds;
}

// The sum over all lines of a curve.
template <class Curve>
std::int64_t sum_over_lines(const Recording& recording, Curve LineCurves::*curve) {
  std::int64_t all = 0;
  for (std::uint16_t l = 0; l < recording.header().lines.size(); ++l)
    all += sum(recording.timeline().line(l).*curve);
  return all;
}

TEST(Timeline, HasAGridThatAReaderCanName) {
  const auto interval = [](Duration length) {
    trace::Header header;
    header.length = length.count();
    const Timeline timeline(header);
    EXPECT_LE(length, timeline.interval() * most_points);
    return timeline.interval();
  };
  EXPECT_EQ(interval(1h), Duration(1min));
  EXPECT_EQ(interval(2000min), Duration(1min));
  EXPECT_EQ(interval(2001min), Duration(5min));
  EXPECT_EQ(interval(24h * 28), Duration(30min));
  EXPECT_EQ(interval(24h * 365), Duration(6h));
  EXPECT_EQ(interval(24h * 3650), Duration(48h));
}

TEST(Timeline, EndsItsLastIntervalWithTheRun) {
  const Timeline& timeline = recorded_worlds().front().recording->timeline();
  EXPECT_EQ(timeline.interval(), Duration(5min));
  EXPECT_EQ(timeline.intervals(), 6u * 288);
  EXPECT_EQ(timeline.end_of(0), start_of_run + 5min);
  EXPECT_EQ(timeline.end_of(timeline.intervals() - 1), start_of_run + 144h);
  EXPECT_EQ(timeline.interval_at(start_of_run + 5min), 1u);
  EXPECT_EQ(timeline.interval_at(start_of_run + 5min - 1us), 0u);
  EXPECT_EQ(timeline.interval_at(start_of_run + 144h), timeline.intervals() - 1);
}

// The queues of the tables, which a run samples without any trace.
TEST(Timeline, HasTheQueuesThatARunSamples) {
  for (const Measured& world : measured_worlds()) {
    const Timeline& timeline = world.recording->timeline();
    std::map<std::pair<Time, std::uint16_t>, std::pair<int, int>> sampled;  // over all classes
    for (const QueueSample& q : world.queues) {
      auto& [queue, busy] = sampled[{q.at, q.line}];
      queue += q.waiting;
      busy += q.in_service;
    }
    int waiting = 0, in_service = 0;
    for (const auto& [when, queue] : sampled) {
      const auto& [at, line] = when;
      if (at == start_of_run) continue;  // no interval ends there
      const std::size_t i = timeline.interval_at(at) - 1;
      ASSERT_EQ(timeline.end_of(i), at);
      ASSERT_EQ(timeline.line(line).waiting[i], queue.first) << hours(at - start_of_run);
      ASSERT_EQ(timeline.line(line).in_service[i], queue.second) << hours(at - start_of_run);
      waiting += queue.first > 0;
      in_service += queue.second > 0;
    }
    EXPECT_GT(waiting, 20);
    EXPECT_GT(in_service, 20);
  }
}

TEST(Timeline, AddsUpToWhatARunMeasures) {
  for (const Measured& world : measured_worlds()) {
    const Recording& recording = *world.recording;
    const auto of = [&](auto curve) {
      return static_cast<double>(sum_over_lines(recording, curve));
    };
    EXPECT_EQ(of(&LineCurves::crossed), world.total("crossed"));
    EXPECT_EQ(of(&LineCurves::controls), world.total("controls"));
    EXPECT_EQ(of(&LineCurves::finds), world.total("seizures") + world.total("referrals") +
                                          world.total("sanction_refusals"));
    EXPECT_EQ(of(&LineCurves::passed), world.total("illicit_passed"));
    EXPECT_NEAR(of(&LineCurves::waited) / of(&LineCurves::began) / 60e6, world.total("wait_mean"),
                1e-9);
    EXPECT_GT(of(&LineCurves::crossed), 1000);
    EXPECT_GT(of(&LineCurves::passed), 0);
    EXPECT_GT(of(&LineCurves::finds), 0);
  }
}

TEST(Timeline, KnowsTheOfficersOnDuty) {
  for (const RecordedWorld& world : recorded_worlds()) {
    const Timeline& timeline = world.recording->timeline();
    trace::Playback playback(world.read.header);
    auto row = world.read.rows.begin();
    int most = 0;
    for (std::size_t i = 0; i < timeline.intervals(); ++i) {
      for (; row != world.read.rows.end() && time_of(*row) < timeline.end_of(i); ++row)
        playback.apply(*row);
      if (i % 97 != 0) continue;
      for (std::uint16_t c = 0; c < playback.crossings().size(); ++c) {
        const auto by_authority = playback.crossings()[c].on_duty(world.read.header);
        const int all = std::accumulate(by_authority.begin(), by_authority.end(), 0);
        ASSERT_EQ(timeline.officers(c)[i], all) << world.name;
        most = std::max(most, all);
      }
    }
    EXPECT_GT(most, 5);
  }
}

TEST(Timeline, CountsInTheIntervalOfARow) {
  const RecordedWorld& world = recorded_worlds().front();
  const Timeline& timeline = world.recording->timeline();
  std::vector<std::int32_t> controls(timeline.intervals());
  for (const Row& row : world.read.rows)
    if (row.event == trace::number_of<ChannelChosen> && trace::slot(row, trace::Key::line) == 0)
      controls[static_cast<std::size_t>(row.time / Duration(5min).count())] +=
          trace::slot(row, trace::Key::channel) != 0;
  EXPECT_EQ(timeline.line(0).controls, controls);
  EXPECT_GT(sum(controls), 10);
}

TEST(Timeline, SumsTheLinesOfACrossing) {
  const RecordedWorld& world = recorded_worlds().front();
  const Timeline& timeline = world.recording->timeline();
  const LineCurves north = timeline.crossing(0);
  std::int64_t crossed = 0, waited = 0;
  for (std::uint16_t l = 0; l < world.read.header.lines.size(); ++l)
    if (world.read.header.lines[l].crossing == 0) {
      crossed += sum(timeline.line(l).crossed);
      waited += sum(timeline.line(l).waited);
    }
  EXPECT_EQ(sum(north.crossed), crossed);
  EXPECT_EQ(sum(north.waited), waited);
  EXPECT_GT(crossed, 1000);
}

TEST(Timeline, HasNoMeanWaitWhereNobodyBegan) {
  LineCurves curves;
  curves.began = {0, 4};
  curves.waited = {0, 4 * 60'000'000};
  EXPECT_FALSE(curves.mean_wait(0));
  EXPECT_EQ(curves.mean_wait(1), Duration(1min));
}

TEST(Timeline, TellsNoTruthThatTheTraceDoesNot) {
  for (const RecordedWorld& world : recorded_worlds())
    for (std::uint16_t l = 0; l < world.read.header.lines.size(); ++l)
      EXPECT_EQ(world.recording->timeline().line(l).passed.empty(), !world.read.header.truth);
}

MarkKinds kinds(std::initializer_list<Mark::Kind> list) {
  MarkKinds set;
  for (const Mark::Kind k : list) set.set(static_cast<std::size_t>(k));
  return set;
}

TEST(Timeline, MarksWhatOneMayWantToSee) {
  const RecordedWorld& world = recorded_worlds().front();
  std::map<std::uint16_t, int> rows;
  for (const Row& row : world.read.rows) ++rows[row.event];
  std::map<Mark::Kind, int> marks;
  for (const Mark& mark : world.recording->timeline().marks()) {
    ++marks[mark.kind];
    EXPECT_EQ(time_of(world.read.rows[mark.row]), mark.time);
  }
  EXPECT_EQ(marks[Mark::Kind::seizure], rows[trace::number_of<GoodsSeized>]);
  EXPECT_EQ(marks[Mark::Kind::operation_began], rows[trace::number_of<OperationBegan>]);
  EXPECT_EQ(marks[Mark::Kind::operation_ended], rows[trace::number_of<OperationEnded>]);
  EXPECT_EQ(marks[Mark::Kind::machine_failed], rows[trace::number_of<MachineFailed>]);
  EXPECT_EQ(marks[Mark::Kind::message_received], rows[trace::number_of<MessageReceived>]);
  EXPECT_EQ(marks[Mark::Kind::message_lost], rows[trace::number_of<MessageLost>]);
  for (const auto kind :
       {Mark::Kind::seizure, Mark::Kind::operation_began, Mark::Kind::machine_failed,
        Mark::Kind::message_received, Mark::Kind::message_lost, Mark::Kind::shift})
    EXPECT_GT(marks[kind], 0) << static_cast<int>(kind);
}

TEST(Timeline, SaysWhatAMarkIsAbout) {
  const RecordedWorld& world = recorded_worlds().front();
  for (const Mark& mark : world.recording->timeline().marks()) {
    const Row& row = world.read.rows[mark.row];
    if (mark.kind != Mark::Kind::seizure && mark.kind != Mark::Kind::message_received) continue;
    const bool seizure = mark.kind == Mark::Kind::seizure;
    EXPECT_EQ(mark.place, row.place);
    EXPECT_EQ(mark.what, trace::slot(row, seizure ? trace::Key::commodity : trace::Key::message));
    EXPECT_EQ(mark.line, seizure ? trace::slot(row, trace::Key::line) : trace::nobody);
  }
}

// One shock changes all places at one instant.
TEST(Timeline, MarksAChangeOfConditionsOnce) {
  Scenario s = two_posts(48h);
  const auto before = std::make_shared<const Scenario>(s);
  Scenario closed = s;
  closed.line["south_lorry_exit"].closed = true;
  s.conditions = {{20h, std::make_shared<const Scenario>(closed)}, {30h, before}};
  const auto recording = recording_of(rows_of(make_setup(s), true));
  std::vector<Time> changes;
  for (const Mark& mark : recording->timeline().marks())
    if (mark.kind == Mark::Kind::conditions_changed) {
      changes.push_back(mark.time);
      EXPECT_EQ(mark.place, trace::nobody);
    }
  EXPECT_EQ(changes, (std::vector<Time>{start_of_run + 20h, start_of_run + 30h}));
}

TEST(Timeline, FindsTheNextAndThePreviousMark) {
  const Timeline& timeline = recorded_worlds().front().recording->timeline();
  const MarkKinds wanted = kinds({Mark::Kind::seizure, Mark::Kind::operation_began});
  std::vector<const Mark*> expected, there, back;
  for (const Mark& mark : timeline.marks())
    if (wanted[static_cast<std::size_t>(mark.kind)]) expected.push_back(&mark);
  ASSERT_GT(expected.size(), 3u);
  for (const Mark* m = timeline.next(0, wanted); m; m = timeline.next(m->row + 1, wanted))
    there.push_back(m);
  EXPECT_EQ(there, expected);
  for (const Mark* m = expected.back(); m; m = timeline.previous(m->row + 1, wanted))
    back.push_back(m);
  std::reverse(back.begin(), back.end());
  EXPECT_EQ(back, expected);
  const std::uint16_t place = expected.back()->place;
  const Mark* there_only = timeline.next(0, wanted, place);
  ASSERT_TRUE(there_only);
  EXPECT_EQ(there_only->place, place);
  EXPECT_EQ(timeline.next(expected.back()->row + 1, wanted), nullptr);
}

}  // namespace
}  // namespace cordon::viz::timeline_test
