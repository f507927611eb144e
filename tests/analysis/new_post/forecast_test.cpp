#include "analysis/new_post/forecast.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/forecast/moment.hpp"
#include "analysis/study/user_error.hpp"

namespace cordon::new_post::forecast_test {
namespace {

using namespace forecast;
using namespace std::chrono_literals;
using ::testing::HasSubstr;

const PostClock warsaw("Europe/Warsaw");
const LineKey lorries{"north", Direction::entry, VehicleClass::lorry};
const LineKey cars{"north", Direction::exit, VehicleClass::car};

/// Lorries of which 10 an hour leave, and 1680 come every Saturday; cars whose queue is 20 by day.
/// Seen every 3 hours from 1 to 29 June, a Monday; counted in May.
PlannerData four_weeks() {
  PlannerData data;
  data.crossings = {"north"};
  data.labels["north"] = "North";
  const std::chrono::sys_days may{2026y / 5 / 1}, june{2026y / 6 / 1};
  data.counts[lorries] = {{may, june, 31 * 240}};
  data.counts[cars] = {{may, june, 31 * 1200}};
  const double start = static_cast<double>(june.time_since_epoch().count()) * 24;
  for (int hour = 0; hour <= 4 * 168; hour += 3) {
    const int of_week = hour % 168;
    data.queues[lorries].push_back(
        {start + hour, 1500.0 - 10 * of_week + (of_week > 129 ? 1680 : 0)});
    data.queues[cars].push_back({start + hour, hour % 24 >= 9 && hour % 24 <= 15 ? 20.0 : 0.0});
  }
  return data;
}

Post post(Wishes wishes = {}) { return {four_weeks(), std::move(wishes), warsaw}; }

TEST(Post, TellsBookedQueuesFromPhysicalOnes) {
  EXPECT_TRUE(post().kinds().at(lorries).booked);
  EXPECT_EQ(post().kinds().at(lorries).jumps.count, 4);
  EXPECT_FALSE(post().kinds().at(cars).booked);
  const Post told = post({.physical = {"north"}});
  EXPECT_FALSE(told.kinds().at(lorries).booked);
  EXPECT_TRUE(told.kinds().at(lorries).is_told);
}

std::string refused(Wishes wishes) {
  try {
    (void)post(std::move(wishes));
  } catch (const UserError& e) {
    return e.what();
  }
  return "";
}

TEST(Post, RefusesWishesThatCannotBe) {
  EXPECT_THAT(refused({.booked = {"nort"}}),
              HasSubstr("--booked nort: is no crossing with a queue "
                        "of entering lorries; did you mean 'north'"));
  EXPECT_THAT(refused({.booked = {"north"}, .physical = {"north"}}), HasSubstr("--booked, too"));
  EXPECT_THAT(refused({.physical = {"north"}, .sharing = {"north"}}), HasSubstr("is physical"));
}

TEST(Post, KnowsNothingOfWhatComesLater) {
  PlannerData changed = four_weeks();
  const double moment = changed.queues[lorries][150].hour;
  for (auto& [line, queue] : changed.queues)
    for (Observation& o : queue)
      if (o.hour >= moment) o.vehicles *= 3;
  const PostFit before = post().fit(moment);
  const PostFit after = Post(changed, {}, warsaw).fit(moment);
  EXPECT_EQ(before.lines.at(lorries).booked->bookings, after.lines.at(lorries).booked->bookings);
  EXPECT_EQ(before.lines.at(cars).physical->capacity, after.lines.at(cars).physical->capacity);
}

TEST(Post, SaysWhoseQueueWasNotSeenInEveryHour) {
  const Post four = post();
  EXPECT_EQ(four.unseen(four.first_hour() + 100), lorries);
  EXPECT_FALSE(four.unseen(four.first_hour() + 171.5));
}

TEST(OriginsOf, AreNoonsWithAWeekBeforeAndAfterThem) {
  const Post four = post();
  const auto origins = origins_of(four, 10);
  ASSERT_EQ(origins.size(), 10u);
  EXPECT_EQ(moment_text(origins.back()), "2026-06-21T10:00:00Z");
  EXPECT_EQ(moment_text(origins.front()), "2026-06-12T10:00:00Z");
  const auto all = origins_of(four, 100);
  EXPECT_EQ(moment_text(all.front()), "2026-06-08T10:00:00Z");
  EXPECT_EQ(all.size(), 14u);
  EXPECT_TRUE(origins_of(four, 0).empty());
}

TEST(JudgeForecasts, HoldsEachMethodAgainstWhatWasSeen) {
  const Post four = post();
  const std::vector<double> origins = origins_of(four, 1);
  // A simulation that says 7 more than there will be.
  MeanQueues simulated = {{lorries, four.data().queues.at(lorries)}};
  for (Observation& o : simulated[lorries]) o.vehicles += 7;
  const Forecasts judged = judge_forecasts(four, origins, std::vector{simulated});
  ASSERT_EQ(judged.lines.size(), 2u);
  const LineForecast& of_lorries = judged.lines[0];
  EXPECT_EQ(of_lorries.line, lorries);
  EXPECT_EQ(of_lorries.observations[0], 56);
  EXPECT_NEAR(of_lorries.mean_error(Method::simulation), 7, 1e-9);
  EXPECT_NEAR(of_lorries.mean_error(Method::last_week), 0, 1e-9);
  EXPECT_NEAR(of_lorries.mean_error(Method::weekday_mean), 0, 1e-9);
  EXPECT_TRUE(std::isnan(judged.lines[1].mean_error(Method::simulation)));
  EXPECT_TRUE(counted_later(four, origins).empty());
}

}  // namespace
}  // namespace cordon::new_post::forecast_test
