#include "viz/playback/trips.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "tests/viz/playback/recorded_worlds.hpp"

namespace cordon::viz::trips_test {
namespace {

using cordon::testing::recorded_worlds;
using cordon::testing::RecordedWorld;
using trace::Key;
using trace::number_of;
using trace::Row;

const RecordedWorld& two_posts() { return recorded_worlds()[0]; }
const RecordedWorld& for_trainees() { return recorded_worlds()[1]; }

std::vector<Trip> all_trips(const RecordedWorld& world) {
  std::vector<Trip> trips;
  world.recording->trips().between(start_of_run, never, trips);
  return trips;
}

std::vector<Trip> trips_of(const RecordedWorld& world, Trip::Kind kind) {
  std::vector<Trip> trips = all_trips(world);
  std::erase_if(trips, [&](const Trip& t) { return t.kind != kind; });
  return trips;
}

int count(const RecordedWorld& world, std::uint16_t event) {
  int rows = 0;
  for (const Row& row : world.read.rows) rows += row.event == event;
  return rows;
}

auto order(const Trip& t) {
  return std::tuple(t.begins, t.ends, t.kind, t.vehicle, t.from, t.to, t.what, t.detail, t.number);
}
bool earlier(const Trip& a, const Trip& b) { return order(a) < order(b); }

TEST(Trips, ComeWhereTheyAreAskedFor) {
  for (const RecordedWorld& world : recorded_worlds()) {
    const std::vector<Trip> all = all_trips(world);
    EXPECT_EQ(all.size(), world.recording->trips().size());
    std::mt19937_64 dice(1);
    std::size_t most = 0;
    for (int n = 0; n < 30; ++n) {
      const Time moment{Duration{static_cast<std::int64_t>(
          dice() % static_cast<std::uint64_t>(world.read.header.length))}};
      std::vector<Trip> there, expected;
      world.recording->trips().at(moment, there);
      for (const Trip& trip : all)
        if (trip.begins <= moment && moment < trip.ends) expected.push_back(trip);
      std::sort(there.begin(), there.end(), earlier);
      std::sort(expected.begin(), expected.end(), earlier);
      ASSERT_TRUE(std::equal(there.begin(), there.end(), expected.begin(), expected.end(),
                             [](const Trip& a, const Trip& b) { return order(a) == order(b); }))
          << world.name;
      most = std::max(most, there.size());
    }
    EXPECT_GT(most, 20u) << world.name;
  }
}

TEST(Trips, OfAWindowAreToldOnce) {
  const std::vector<Trip> all = all_trips(two_posts());
  const Time from = start_of_run + 31h + 10min, until = start_of_run + 36h;
  std::vector<Trip> window;
  two_posts().recording->trips().between(from, until, window);
  const auto expected = std::count_if(
      all.begin(), all.end(), [&](const Trip& t) { return t.begins < until && from < t.ends; });
  EXPECT_EQ(static_cast<std::ptrdiff_t>(window.size()), expected);
  EXPECT_GT(expected, 100);
}

// From the region that it set out from, since then.
TEST(Trips, OfAVehicleBeginWhereItSetsOut) {
  std::map<Subject, const Row*> due;
  for (const Row& row : two_posts().read.rows)
    if (row.event == number_of<VehicleDue>) due[trace::vehicle(row)] = &row;
  int told = 0;
  for (const Trip& trip : trips_of(two_posts(), Trip::Kind::approach)) {
    if (trip.assumed) continue;
    const auto set_out = due.find(trip.vehicle);
    if (set_out == due.end()) continue;  // a group's
    EXPECT_EQ(trip.begins, time_of(*set_out->second));
    EXPECT_EQ(trip.from, set_out->second->place);
    EXPECT_EQ(two_posts().read.header.places[trip.from].kind, "region");
    EXPECT_EQ(two_posts().read.header.lines[trip.what].crossing,
              two_posts().read.header.crossings[0].place == trip.to ? 0 : 1);
    ++told;
  }
  EXPECT_GT(told, 1000);
}

// Every vehicle that came by road has one, if its queue is no booked one.
TEST(Trips, BringEveryVehicleThatComesByRoad) {
  const auto& header = two_posts().read.header;
  std::map<Subject, Time> went_on;  // these come from another border, or line
  int physical = 0, booked = 0, assumed = 0;
  for (const Row& row : two_posts().read.rows) {
    if (row.event == number_of<VehicleDiverted> || row.event == number_of<TransitBegan>)
      went_on[trace::vehicle(row)] = time_of(row);
    if (row.event != number_of<VehicleArrived> || trace::slot(row, Key::initial) == 1 ||
        trace::holds(row, Key::terminal) || went_on.erase(trace::vehicle(row)) > 0)
      continue;
    ++(header.lines[trace::slot(row, Key::line)].queue == "booked" ? booked : physical);
  }
  for (const Trip& t : trips_of(two_posts(), Trip::Kind::approach)) assumed += t.assumed;
  EXPECT_EQ(static_cast<int>(trips_of(two_posts(), Trip::Kind::approach).size()),
            physical + count(two_posts(), number_of<VehicleCalled>));
  EXPECT_LE(static_cast<int>(trips_of(two_posts(), Trip::Kind::booking).size()), booked);
  EXPECT_GT(physical, 1000);
  // Decoys and what a consignment was split over set out unseen even by a trace.
  EXPECT_LT(assumed - count(two_posts(), number_of<VehicleCalled>), physical / 50);
}

// Nobody at a border sees who sets out: a trace for trainees says no more.
TEST(Trips, OfWhichNothingIsToldAreAssumedAndSaySo) {
  const std::vector<Trip> approaches = trips_of(for_trainees(), Trip::Kind::approach);
  EXPECT_GT(approaches.size(), 1000u);
  for (const Trip& trip : approaches) {
    EXPECT_TRUE(trip.assumed);
    EXPECT_EQ(trip.from, trace::nobody);
    EXPECT_EQ(trip.begins, std::max(start_of_run, trip.ends - assumed_way));
  }
  EXPECT_TRUE(trips_of(for_trainees(), Trip::Kind::booking).empty());
}

TEST(Trips, LeadAwayWhoWasReleased) {
  const auto departures = trips_of(two_posts(), Trip::Kind::departure);
  const auto transits = trips_of(two_posts(), Trip::Kind::transit);
  EXPECT_EQ(static_cast<int>(departures.size() + transits.size()),
            count(two_posts(), number_of<VehicleReleased>) +
                count(two_posts(), number_of<VehicleEscaped>));
  EXPECT_EQ(static_cast<int>(transits.size()), count(two_posts(), number_of<TransitBegan>));
  EXPECT_GT(transits.size(), 10u);
  for (const Trip& trip : departures) {
    EXPECT_TRUE(trip.assumed);
    EXPECT_EQ(trip.ends, trip.begins + assumed_way);
    EXPECT_EQ(trip.to, trace::nobody);
  }
}

TEST(Trips, LeadFromOneBorderToAnother) {
  for (const auto kind : {Trip::Kind::transit, Trip::Kind::diversion}) {
    int arrived = 0;
    for (const Trip& trip : trips_of(two_posts(), kind)) {
      EXPECT_FALSE(trip.assumed);
      EXPECT_NE(trip.from, trip.to);
      EXPECT_NE(trip.to, trace::nobody);
      arrived += trip.ends != never;
    }
    EXPECT_GT(arrived, 5) << static_cast<int>(kind);
  }
}

TEST(Trips, BringOfficersWhereTheyAreSent) {
  const auto& header = two_posts().read.header;
  std::multiset<std::tuple<Time, Time, std::uint16_t, std::uint32_t>> arrivals, ended;
  for (const Row& row : two_posts().read.rows)
    if (row.event == number_of<TeamArrived>)
      arrivals.emplace(trace::moment(row, Key::set_out), time_of(row), row.place,
                       trace::slot(row, Key::officers));
  const auto trips = trips_of(two_posts(), Trip::Kind::team);
  for (const Trip& t : trips) {
    if (t.ends != never) ended.emplace(t.begins, t.ends, t.to, t.number);
    EXPECT_LT(t.what, header.crossings.size());
  }
  EXPECT_EQ(ended, arrivals);
  EXPECT_GT(arrivals.size(), 2u);
  EXPECT_EQ(static_cast<int>(trips.size()), count(two_posts(), number_of<TeamLeft>));
}

TEST(Trips, BringMachinesWhereTheyAreSent) {
  const auto trips = trips_of(two_posts(), Trip::Kind::machine);
  EXPECT_EQ(static_cast<int>(trips.size()), count(two_posts(), number_of<MachineLeft>));
  EXPECT_EQ(
      std::count_if(trips.begin(), trips.end(), [](const Trip& t) { return t.ends != never; }),
      count(two_posts(), number_of<MachineArrived>));
  EXPECT_GT(trips.size(), 0u);
  for (const Trip& t : trips) EXPECT_NE(t.from, t.to);
}

// What was sent was received, is lost, or is still on its way.
TEST(Trips, CarryEveryMessage) {
  int received = 0, under_way = 0;
  for (const Trip& t : trips_of(two_posts(), Trip::Kind::message)) {
    ++(t.ends == never ? under_way : received);
    EXPECT_NE(t.from, t.to);
  }
  // Intelligence comes to its desk from outside.
  int from_outside = 0;
  for (const Row& row : two_posts().read.rows)
    from_outside += row.event == number_of<MessageReceived> && !trace::holds(row, Key::crossing) &&
                    trace::slot(row, Key::hops) == 0;
  EXPECT_EQ(received + from_outside, count(two_posts(), number_of<MessageReceived>));
  EXPECT_EQ(received + under_way, count(two_posts(), number_of<MessageSent>) -
                                      count(two_posts(), number_of<MessageLost>));
  EXPECT_GT(received, 50);
}

TEST(Trips, CarryEveryReport) {
  const auto reports = trips_of(two_posts(), Trip::Kind::report);
  EXPECT_EQ(static_cast<int>(reports.size()), count(two_posts(), number_of<ReportReceived>));
  EXPECT_GT(reports.size(), 5u);
  for (const Trip& t : reports) {
    EXPECT_EQ(two_posts().read.header.places[t.to].kind, "desk");
    EXPECT_LT(t.begins, t.ends);
  }
}

TEST(Trips, TellHowFarAlongTheyAre) {
  Trip trip;
  trip.begins = start_of_run + 1h;
  trip.ends = start_of_run + 3h;
  EXPECT_EQ(progress(trip, start_of_run), 0);
  EXPECT_EQ(progress(trip, start_of_run + 90min), 0.25);
  EXPECT_EQ(progress(trip, start_of_run + 3h), 1);
  trip.ends = never;
  EXPECT_EQ(progress(trip, start_of_run + 90min), 0);
}

}  // namespace
}  // namespace cordon::viz::trips_test
