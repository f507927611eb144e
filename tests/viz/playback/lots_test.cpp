// Vessels, trains and flights: where they are, and what lies in yards.

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/viz/playback/recorded_worlds.hpp"

namespace cordon::viz::lots_test {
namespace {

using cordon::testing::recorded_worlds;
using cordon::testing::RecordedWorld;
using trace::Key;
using trace::number_of;

const RecordedWorld& ports() { return recorded_worlds()[2]; }

trace::Playback at(Time moment) {
  trace::Playback playback(ports().read.header);
  for (const trace::Row& row : ports().read.rows)
    if (time_of(row) <= moment) playback.apply(row);
  return playback;
}

// As many as the terminals have of them.
TEST(LotTrips, WaitForABerthAndAreAtIt) {
  int berthed = 0;
  for (const Duration after : {5h, 20h, 40h, 70h}) {
    const Time moment = start_of_run + after;
    std::vector<Trip> trips;
    ports().recording->trips().at(moment, trips);
    const auto count = [&](Trip::Kind kind, std::uint16_t place) {
      return std::count_if(trips.begin(), trips.end(),
                           [&](const Trip& t) { return t.kind == kind && t.to == place; });
    };
    const trace::Playback playback = at(moment);
    const auto& header = ports().read.header;
    for (std::size_t c = 0; c < header.crossings.size(); ++c) {
      std::size_t waiting = 0, at_berths = 0;
      for (const auto& [terminal, there] : playback.crossings()[c].terminals) {
        waiting += static_cast<std::size_t>(there.lots_waiting);
        at_berths += there.berths.size();
      }
      EXPECT_EQ(count(Trip::Kind::lot_waits, header.crossings[c].place), waiting);
      EXPECT_EQ(count(Trip::Kind::lot_berthed, header.crossings[c].place), at_berths);
      berthed += static_cast<int>(at_berths);
    }
  }
  EXPECT_GT(berthed, 0);
}

TEST(LotTrips, ComeWithTheirLoadBeforeTheyArrive) {
  const auto& rows = ports().read.rows;
  const auto arrived = std::find_if(rows.begin(), rows.end(), [](const trace::Row& row) {
    return row.event == number_of<LotArrived> && row.time > Duration(assumed_voyage).count();
  });
  ASSERT_NE(arrived, rows.end());
  std::vector<Trip> trips;
  ports().recording->trips().at(time_of(*arrived) - 1h, trips);
  const auto coming = std::find_if(trips.begin(), trips.end(), [&](const Trip& t) {
    return t.kind == Trip::Kind::lot_comes && t.ends == time_of(*arrived) && t.to == arrived->place;
  });
  ASSERT_NE(coming, trips.end());
  EXPECT_EQ(coming->number, trace::slot(*arrived, Key::units));
  EXPECT_TRUE(coming->assumed);
}

TEST(Timeline, KnowsWhatLiesInTheYards) {
  const Timeline& timeline = ports().recording->timeline();
  std::int64_t most = 0;
  for (const std::size_t i : {timeline.intervals() / 3, timeline.intervals() - 2}) {
    const trace::Playback playback = at(timeline.end_of(i) - 1us);
    for (std::uint16_t c = 0; c < ports().read.header.crossings.size(); ++c) {
      int there = 0;
      for (const auto& [terminal, t] : playback.crossings()[c].terminals) there += t.in_yard;
      const auto& yard = timeline.yard(c);
      EXPECT_EQ(yard.empty() ? 0 : yard[i], there);
      most = std::max<std::int64_t>(most, there);
    }
  }
  EXPECT_GT(most, 0);
  EXPECT_TRUE(recorded_worlds()[3].recording->timeline().yard(0).empty()) << "a road has none";
}

TEST(Timeline, CountsWhoIsSentToTheOrangeOrRedLane) {
  for (const RecordedWorld& world : recorded_worlds()) {
    std::int64_t risky = 0, counted = 0;
    for (const trace::Row& row : world.read.rows)
      if (row.event == number_of<ChannelChosen>) {
        const auto channel = static_cast<Channel>(trace::slot(row, Key::channel));
        risky += channel == Channel::orange || channel == Channel::red;
      }
    for (std::uint16_t l = 0; l < world.read.header.lines.size(); ++l)
      for (const std::int32_t n : world.recording->timeline().line(l).risky) counted += n;
    EXPECT_EQ(counted, risky) << world.name;
  }
}

}  // namespace
}  // namespace cordon::viz::lots_test
