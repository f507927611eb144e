#include "sim/output/trace/playback.hpp"

#include <gtest/gtest.h>

#include "tests/support/recorded_trace.hpp"

namespace cordon::trace::playback_test {
namespace {

using cordon::testing::busy_border_with_operation;
using cordon::testing::read_trace;
using cordon::testing::ReadTrace;
using cordon::testing::trace_of;

// The crossings as they stand at every publication.
struct Photographer {
  std::map<Time, std::vector<Crossing>> pictures;
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World&, Time) {}
  void sample(const World& world, Time now) {
    if (pictures.empty() || now >= pictures.rbegin()->first + 11h) pictures[now] = world.crossings;
  }
  void end(const World& world, Time now) { pictures[now] = world.crossings; }
};

void expect_same(const CrossingState& played, const Crossing& there, const Header& header) {
  for (std::size_t s = 0; s < played.stages.size(); ++s) {
    EXPECT_EQ(played.stages[s].waiting, there.stages.stages[s].waiting.size());
    EXPECT_EQ(played.stages[s].open, there.stages.stages[s].open);
    EXPECT_EQ(static_cast<int>(played.stages[s].lanes.size()), there.stages.stages[s].busy);
  }
  EXPECT_EQ(played.on_duty(header), there.staff.on_duty);
  EXPECT_EQ(played.machines, there.staff.machines);
  EXPECT_EQ(played.operations, there.known.operations);
  there.vehicles.for_each([&](VehicleId, const Vehicle& v) {
    const auto found = played.vehicles.find(v.draws.subject);
    ASSERT_EQ(found != played.vehicles.end(), v.joined != never);
    if (v.joined == never) return;
    EXPECT_EQ(found->second.line, v.line.value);
    EXPECT_EQ(found->second.stage, v.stage.value);
  });
}

// A viewer that has only the file sees at any time what there was.
TEST(Playback, ShowsWhatThereWasAtAnyTime) {
  const auto setup = make_setup(busy_border_with_operation());
  Photographer photographer;
  const ReadTrace read = read_trace(trace_of(setup, true, 1, photographer));
  EXPECT_GT(photographer.pictures.size(), 25u);
  Playback playback(read.header);
  auto row = read.rows.begin();
  for (const auto& [at, crossings] : photographer.pictures) {
    for (; row != read.rows.end() && Time{Duration{row->time}} < at; ++row) playback.apply(*row);
    if (at == start_of_run) continue;  // the first moment of all is in the picture, and no row yet
    for (std::size_t c = 0; c < crossings.size(); ++c)
      expect_same(playback.crossings()[c], crossings[c], read.header);
  }
}

TEST(Playback, RefusesWhatCannotBe) {
  const auto setup = make_setup(busy_border_with_operation(24h));
  const ReadTrace read = read_trace(trace_of(setup, true, 1));
  Playback playback(read.header);
  const Row* arrival = nullptr;
  for (const Row& row : read.rows) {
    playback.apply(row);
    if (row.event == number_of<VehicleArrived>) arrival = &row;
  }
  EXPECT_THROW(playback.apply(*arrival), ImpossibleRow);
}

// A row may name nothing where its event always names something, and no list is too short for that.
TEST(Playback, RefusesRowsThatLeaveOpenWhatTheyMustSay) {
  const auto setup = make_setup(busy_border_with_operation());
  const ReadTrace read = read_trace(trace_of(setup, true, 1));
  const auto refuses = [&](std::uint16_t event, Key key) {
    Playback playback(read.header);
    for (Row row : read.rows) {
      if (row.event == event) {
        row.slots[static_cast<std::size_t>(slot_in(event, key))] = none;
        EXPECT_THROW(playback.apply(row), ImpossibleRow) << field(key).name;
        return;
      }
      playback.apply(row);
    }
    ADD_FAILURE() << "no " << events()[event].name;
  };
  refuses(number_of<VehicleArrived>, Key::line);
  refuses(number_of<QueueJoined>, Key::stage);
  refuses(number_of<ServiceBegan>, Key::stage);
  refuses(number_of<LanesChanged>, Key::stage);
  refuses(number_of<TeamCameOnDuty>, Key::crew);
  refuses(number_of<OfficersPosted>, Key::lane);
  refuses(number_of<ActivityChanged>, Key::activity);
  refuses(number_of<MachineLeft>, Key::equipment);
}

// A trace without truth shows the same crossings.
TEST(Playback, NeedsNoTruth) {
  const auto setup = make_setup(busy_border_with_operation(24h * 6));
  const ReadTrace all = read_trace(trace_of(setup, true, 1));
  const ReadTrace some = read_trace(trace_of(setup, false, 1));
  Playback one(all.header), other(some.header);
  for (const Row& row : all.rows) one.apply(row);
  for (const Row& row : some.rows) other.apply(row);
  for (std::size_t c = 0; c < one.crossings().size(); ++c) {
    const CrossingState &a = one.crossings()[c], &b = other.crossings()[c];
    EXPECT_EQ(a.vehicles.size(), b.vehicles.size());
    EXPECT_EQ(a.before, b.before);
    EXPECT_EQ(a.on_duty(all.header), b.on_duty(some.header));
    for (std::size_t s = 0; s < a.stages.size(); ++s)
      EXPECT_EQ(a.stages[s].waiting, b.stages[s].waiting);
  }
}

}  // namespace
}  // namespace cordon::trace::playback_test
