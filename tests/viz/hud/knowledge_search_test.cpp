#include "viz/hud/knowledge_search.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/viz/playback/recorded_worlds.hpp"
#include "viz/hud/known_summary.hpp"
#include "viz/hud/word_panel.hpp"

namespace cordon::viz::knowledge_search_test {
namespace {

using cordon::testing::recorded_worlds;
using trace::Key;
using trace::number_of;

const std::shared_ptr<const Recording>& recording() { return recorded_worlds().front().recording; }
std::uint16_t place_named(std::string_view name) {
  const auto& places = recording()->header().places;
  for (std::uint16_t p = 0; p < places.size(); ++p)
    if (places[p].name == name) return p;
  ADD_FAILURE() << "no " << name;
  return 0;
}
Time after(Duration time) { return start_of_run + time; }

void expect_same(const Knowledge& a, const Knowledge& b) {
  ASSERT_EQ(a.learnt.size(), b.learnt.size());
  for (std::size_t i = 0; i < a.learnt.size(); ++i)
    EXPECT_EQ(a.learnt[i].what.number, b.learnt[i].what.number);
  EXPECT_EQ(a.entry_summaries, b.entry_summaries);
  EXPECT_EQ(a.rows, b.rows);
  ASSERT_EQ(a.vehicles.size(), b.vehicles.size());
  for (const auto& [vehicle, known] : a.vehicles) {
    ASSERT_TRUE(b.vehicles.contains(vehicle));
    EXPECT_EQ(known.arrived, b.vehicles.at(vehicle).arrived);
    EXPECT_EQ(known.risk_score, b.vehicles.at(vehicle).risk_score);
  }
}

TEST(Knowledge, GrowsFromAnEarlierMomentToTheSame) {
  for (const char* name : {"north", "europol"}) {
    const std::uint16_t place = place_named(name);
    Knowledge known = knowledge(*recording(), place, after(20h));
    known = later(std::move(known), *recording(), place, after(20h));
    known = later(std::move(known), *recording(), place, after(77h));
    expect_same(known, knowledge(*recording(), place, after(77h)));
  }
}

const KnownAt* wait_for(KnowledgeSearch& search, std::uint16_t place, Time moment) {
  do search.look_for(recording(), place, moment);
  while (search.is_looking());
  return search.found();
}

TEST(KnowledgeSearch, FindsWhatThePlaceKnewAndNeverWhatItLearntLater) {
  KnowledgeSearch search;
  const std::uint16_t north = place_named("north"), europol = place_named("europol");
  for (const Duration at : {90h, 100h, 30h}) {
    const KnownAt* const found = wait_for(search, north, after(at));
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->moment, after(at));
    expect_same(found->known, knowledge(*recording(), north, after(at)));
  }
  search.look_for(recording(), north, after(10h));
  EXPECT_EQ(search.found(), nullptr) << "nothing later is shown meanwhile";
  search.look_for(recording(), north, after(95h));
  ASSERT_NE(search.found(), nullptr);
  EXPECT_EQ(search.found()->moment, after(90h)) << "the last before is shown meanwhile";
  search.look_for(recording(), europol, after(95h));
  EXPECT_EQ(search.found(), nullptr) << "nor what another place knew";
  EXPECT_EQ(wait_for(search, europol, after(95h))->place, europol);
  search.look_for(recording(), trace::nobody, after(95h));
  EXPECT_EQ(search.found(), nullptr);
  EXPECT_FALSE(search.is_looking());
}

TEST(PlaceOf, IsThatOfACrossingOrAnOfficeAndOfNothingElse) {
  const trace::Header& header = recording()->header();
  EXPECT_EQ(place_of(CrossingIndex{1}, header), header.crossings[1].place);
  EXPECT_EQ(place_of(Office{3}, header), 3);
  EXPECT_EQ(place_of(std::monostate{}, header), trace::nobody);
  EXPECT_EQ(place_of(Subject{}, header), trace::nobody);
}

TEST(VehiclesKnown, CountsThoseThereAndThoseAnnounced) {
  Knowledge known;
  const auto vehicle = [&](std::uint32_t n) -> KnownVehicle& {
    Subject subject;
    subject.number = n;
    return known.vehicles[subject];
  };
  vehicle(1).announced = after(1h);
  vehicle(1).control_ordered = true;
  for (const std::uint32_t n : {2U, 3U, 4U}) vehicle(n).arrived = after(2h);
  for (const std::uint32_t n : {2U, 3U}) vehicle(n).channel = Channel::red;
  vehicle(2).risk_score = 0.4F;
  vehicle(3).risk_score = 0.9F;
  const VehiclesKnown sum = vehicles_known(known);
  EXPECT_EQ(sum.there, 3);
  EXPECT_EQ(sum.announced, 1);
  EXPECT_EQ(sum.control_ordered, 1);
  EXPECT_EQ(sum.by_channel[static_cast<std::size_t>(Channel::red)], 2);
  const auto urgent = most_urgent(known, 2);
  ASSERT_EQ(urgent.size(), 2u);
  EXPECT_EQ(urgent[0].vehicle.number, 1u) << "a control that is ordered goes before any score";
  EXPECT_EQ(urgent[1].vehicle.number, 3u);
}

TEST(ToldOf, CountsMessagesAndReportsByWhereTheFindWas) {
  const Knowledge known = knowledge(*recording(), place_named("europol"), never);
  const auto told = told_of(known, recording()->header());
  ASSERT_EQ(told.size(), recording()->header().crossings.size());
  const auto sum = static_cast<std::uint64_t>(std::accumulate(told.begin(), told.end(), 0));
  EXPECT_GT(sum, 0u);
  EXPECT_LE(sum, known.count(Learnt::Kind::message) + known.count(Learnt::Kind::report));
}

// The way of a message is told no farther than it had come.
TEST(WayText, SaysHowFarAMessageHasCome) {
  const auto& rows = recorded_worlds().front().read.rows;
  const auto received = std::find_if(rows.begin(), rows.end(), [](const trace::Row& row) {
    return row.event == number_of<MessageReceived>;
  });
  ASSERT_NE(received, rows.end());
  const Chain found = chain(*recording(), trace::vehicle(*received));
  const auto way = std::find_if(found.messages.begin(), found.messages.end(),
                                [](const MessageWay& w) { return w.arrived().has_value(); });
  ASSERT_NE(way, found.messages.end());
  const auto text = [&](Time until) {
    return way_text(*way, recording()->header(), english, until);
  };
  EXPECT_NE(text(never).find("arrived after "), std::string::npos) << text(never);
  EXPECT_NE(text(*way->began()).find("under way"), std::string::npos) << text(*way->began());
  EXPECT_EQ(text(*way->began() - 1us), "");
}

}  // namespace
}  // namespace cordon::viz::knowledge_search_test
