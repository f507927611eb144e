#include "viz/playback/knowledge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/viz/playback/recorded_worlds.hpp"
#include "viz/playback/history.hpp"

namespace cordon::viz::knowledge_test {
namespace {

using cordon::testing::recorded_worlds;
using cordon::testing::RecordedWorld;
using trace::Key;
using trace::number_of;
using trace::Row;

const RecordedWorld& world() { return recorded_worlds().front(); }
std::uint16_t place_of(std::string_view name) {
  const auto& places = world().read.header.places;
  for (std::uint16_t p = 0; p < places.size(); ++p)
    if (places[p].name == name) return p;
  ADD_FAILURE() << "no " << name;
  return 0;
}

std::uint64_t count(std::uint16_t event, std::uint16_t place, Time until) {
  return static_cast<std::uint64_t>(std::count_if(
      world().read.rows.begin(), world().read.rows.end(),
      [&](const Row& r) { return r.event == event && r.place == place && time_of(r) <= until; }));
}

const Row& first(std::uint16_t event) {
  return *std::find_if(world().read.rows.begin(), world().read.rows.end(),
                       [&](const Row& r) { return r.event == event; });
}

TEST(Knowledge, IsWhatHasReachedThePlaceByThen) {
  for (const char* name : {"north", "europol", "cid", "contact"}) {
    const std::uint16_t place = place_of(name);
    for (const Duration after : {Duration(0), Duration(40h), Duration(144h)}) {
      const Time moment = start_of_run + after;
      const Knowledge known = knowledge(*world().recording, place, moment);
      using Kind = Learnt::Kind;
      EXPECT_EQ(known.count(Kind::message), count(number_of<MessageReceived>, place, moment));
      EXPECT_EQ(known.count(Kind::risk_form), count(number_of<RiskFormReceived>, place, moment));
      EXPECT_EQ(known.count(Kind::taken_up), count(number_of<RiskFormTakenUp>, place, moment));
      for (const Learnt& l : known.learnt) {
        EXPECT_EQ(l.what.row.place, place);
        EXPECT_LE(time_of(l.what.row), moment);
      }
      EXPECT_TRUE(std::is_sorted(
          known.learnt.begin(), known.learnt.end(),
          [](const Learnt& a, const Learnt& b) { return a.what.number < b.what.number; }));
    }
  }
  EXPECT_GT(knowledge(*world().recording, place_of("europol"), never).learnt.size(), 10u);
  EXPECT_GT(knowledge(*world().recording, place_of("cid"), never).count(Learnt::Kind::case_of_unit),
            0u);
}

// Who is there, and whom papers announce: no more, and no fewer.
TEST(Knowledge, KnowsTheVehiclesThatAreThere) {
  const auto& header = world().read.header;
  for (const Duration after : {Duration(30h), Duration(90h)}) {
    const Time moment = start_of_run + after;
    trace::Playback playback(header);
    for (const Row& row : world().read.rows)
      if (time_of(row) <= moment) playback.apply(row);
    for (std::size_t c = 0; c < 2; ++c) {
      const Knowledge known = knowledge(*world().recording, header.crossings[c].place, moment);
      std::set<Subject> there, told;
      for (const auto& [vehicle, where] : playback.crossings()[c].vehicles) there.insert(vehicle);
      for (const auto& [vehicle, k] : known.vehicles)
        if (k.arrived) told.insert(vehicle);
      EXPECT_GT(there.size(), 5u);
      EXPECT_EQ(told, there);
    }
  }
}

TEST(Knowledge, HasTheRiskScoreOfThePapersThatWereRead) {
  const Row& chosen =
      *std::find_if(world().read.rows.begin(), world().read.rows.end(), [](const Row& r) {
        return r.event == number_of<ChannelChosen> &&
               trace::slot(r, Key::channel) == static_cast<std::uint32_t>(Channel::red);
      });
  const Knowledge known = knowledge(*world().recording, chosen.place, time_of(chosen));
  const auto vehicle = known.vehicles.find(trace::vehicle(chosen));
  ASSERT_NE(vehicle, known.vehicles.end());
  EXPECT_EQ(vehicle->second.risk_score, trace::real(chosen, Key::risk_score));
  EXPECT_EQ(vehicle->second.channel, static_cast<Channel>(trace::slot(chosen, Key::channel)));
  const Knowledge before = knowledge(*world().recording, chosen.place, time_of(chosen) - 1us);
  EXPECT_FALSE(before.vehicles.at(trace::vehicle(chosen)).risk_score);
}

// Papers come before what they are about.
TEST(Knowledge, KnowsOfVehiclesThatAreAnnounced) {
  const auto& rows = world().read.rows;
  const auto lodged = std::find_if(rows.begin(), rows.end(), [](const Row& r) {
    return r.event == number_of<EntrySummaryLodged> && r.time > Duration(24h).count();
  });
  ASSERT_NE(lodged, rows.end());
  const Knowledge known = knowledge(*world().recording, lodged->place, time_of(*lodged));
  const KnownVehicle& vehicle = known.vehicles.at(trace::vehicle(*lodged));
  EXPECT_EQ(vehicle.announced, time_of(*lodged));
  EXPECT_FALSE(vehicle.arrived);
  EXPECT_GT(known.entry_summaries, 10u);
}

TEST(Chain, FollowsWordOfAFind) {
  int with_messages = 0, with_reports = 0, with_cases = 0;
  for (const Row& row : world().read.rows) {
    if (row.event != number_of<GoodsSeized>) continue;
    const Chain all = chain(*world().recording, trace::vehicle(row));
    ASSERT_FALSE(all.find.empty());
    with_messages += !all.messages.empty();
    with_cases += !all.cases.empty();
    for (const MessageWay& way : all.messages) {
      ASSERT_FALSE(way.steps.empty());
      EXPECT_EQ(way.began(), time_of(way.steps.front().row));
      EXPECT_TRUE(!way.arrived() || way.hops() > 0);
    }
    int written = 0, received = 0;
    for (const Found& report : all.reports) {
      written += report.row.event == number_of<ReportWritten>;
      received += report.row.event == number_of<ReportReceived>;
      if (report.row.event != number_of<ReportReceived>) continue;
      EXPECT_EQ(trace::moment(report.row, Key::seized), time_of(row));
    }
    with_reports += received > 0;
    EXPECT_LE(written, 1);
  }
  EXPECT_GT(with_messages, 3);
  EXPECT_GT(with_reports, 3);
  EXPECT_GT(with_cases, 0);
}

// A message is written, sent, received; each row of it is in the chain once.
TEST(Chain, HasEveryRowOfAMessage) {
  const Row& sent = first(number_of<MessageSent>);
  const Subject find = trace::vehicle(sent);
  std::size_t rows = 0;
  for (const Row& row : world().read.rows) {
    const bool of_message = trace::slot_in(row.event, Key::hops) >= 0;
    rows += of_message && row.event != number_of<MatchFound> && trace::vehicle(row) == find;
  }
  std::size_t told = 0;
  for (const MessageWay& way : chain(*world().recording, find).messages) {
    told += way.steps.size();
    for (std::size_t n = 1; n < way.steps.size(); ++n)
      EXPECT_LT(way.steps[n - 1].number, way.steps[n].number);
  }
  EXPECT_EQ(told, rows);
  EXPECT_GT(rows, 2u);
}

std::vector<std::uint64_t> numbers(const std::vector<Found>& found) {
  std::vector<std::uint64_t> all;
  for (const Found& f : found) all.push_back(f.number);
  return all;
}

template <class Tells>
std::vector<std::uint64_t> expected(Tells tells) {
  std::vector<std::uint64_t> all;
  for (std::uint64_t n = 0; n < world().read.rows.size(); ++n)
    if (tells(world().read.rows[n])) all.push_back(n);
  return all;
}

bool says(const Row& row, Key key) { return trace::slot_in(row.event, key) >= 0; }

TEST(History, OfAVehicleIsAllThatNamesIt) {
  for (const std::uint16_t event :
       {number_of<GoodsSeized>, number_of<TransitBegan>, number_of<MatchFound>}) {
    const Subject vehicle = trace::vehicle(first(event));
    const auto rows = expected([&](const Row& r) {
      return (says(r, Key::vehicle) && trace::vehicle(r) == vehicle) ||
             (says(r, Key::other_find) && trace::vehicle(r, Key::other_find) == vehicle) ||
             (says(r, Key::from) && trace::vehicle(r, Key::from) == vehicle);
    });
    EXPECT_GT(rows.size(), 4u);
    EXPECT_EQ(numbers(history(*world().recording, vehicle)), rows);
  }
}

TEST(History, OfACrewAnOperationAGroupOrMessagesIsAllThatNamesThem) {
  const trace::CrewOf crew = trace::crew(first(number_of<TeamLeft>));
  EXPECT_EQ(numbers(history(*world().recording, crew)),
            expected([&](const Row& r) { return says(r, Key::crew) && trace::crew(r) == crew; }));
  EXPECT_EQ(numbers(history(*world().recording, OperationIndex{0})), expected([&](const Row& r) {
              return says(r, Key::operation) && trace::slot(r, Key::operation) == 0;
            }));
  const std::uint16_t group = place_of(world().read.header.groups[1]);
  const auto of_group = expected([&](const Row& r) {
    return r.place == group || (says(r, Key::hidden_by) && trace::slot(r, Key::hidden_by) == 1);
  });
  EXPECT_GT(of_group.size(), 5u);
  EXPECT_EQ(numbers(history(*world().recording, GroupIndex{1})), of_group);
  const Row& sent = first(number_of<MessageSent>);
  const auto exchange = static_cast<std::uint16_t>(trace::slot(sent, Key::exchange));
  const auto of_messages = expected([&](const Row& r) {
    return says(r, Key::exchange) && says(r, Key::vehicle) &&
           trace::slot(r, Key::exchange) == exchange && trace::vehicle(r) == trace::vehicle(sent);
  });
  EXPECT_GT(of_messages.size(), 1u);
  EXPECT_EQ(numbers(history(*world().recording, MessagesOn{trace::vehicle(sent), exchange})),
            of_messages);
}

TEST(History, EndsWhenItIsAskedTo) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_TRUE(history(*world().recording, OperationIndex{0}, stop.get_token()).empty());
  EXPECT_TRUE(
      knowledge(*world().recording, place_of("north"), never, stop.get_token()).vehicles.empty());
}

}  // namespace
}  // namespace cordon::viz::knowledge_test
