// Equipment from funds, training by need, and the review.

#include "sim/model/strategy/strategy.hpp"

#include <gtest/gtest.h>

#include "tests/support/busy_border.hpp"
#include "tests/support/finds.hpp"

namespace cordon::strategy_test {
namespace {

using testing::total;

constexpr Duration day = 24h;

Replication run(const Scenario& s) { return replicate(make_setup(s), 3, 1, 1, 1).front(); }

TEST(HighestAverages, GiveSeatsAsDHondtDoes) {
  // The textbook case: 100, 80, 30 and 20 thousand votes, eight seats: 4, 3, 1 and 0.
  std::vector<int> seats(4);
  for (int n = 0; n < 8; ++n) ++seats[strategy::next_by_averages({100, 80, 30, 20}, seats)];
  EXPECT_EQ(seats, (std::vector<int>{4, 3, 1, 0}));
  std::vector<int> alike(3);
  for (int n = 0; n < 4; ++n) ++alike[strategy::next_by_averages({0, 0, 0}, alike)];
  EXPECT_EQ(alike, (std::vector<int>{2, 1, 1}));
}

// ---- Funds -------------------------------------------------------------------------------------

Scenario with_a_fund(AllocationRule rule) {
  Scenario s = testing::busy_border(day * 40);
  s.equipment["scanner"].price = 1e6;
  s.equipment["scanner"].lead_time = day * 10;
  ProgrammeSpec fund;
  fund.equipment = "scanner";
  fund.budget = 2.5e6;
  fund.first = day * 5;
  fund.every = day * 10;
  fund.rule = rule;
  s.programme["ccei"] = fund;
  return s;
}

std::int64_t machines_at(const Replication& r, std::uint16_t crossing) {
  double hours = 0;
  for (const auto& m : r.details.machines)
    if (m.crossing == CrossingIndex{crossing}) hours = static_cast<double>(m.present) / 3600e6;
  return std::llround(hours);
}

// Machines come 15, 25 and 35 days after the start: two, three and two.
TEST(AFund, BuysWhatItsMoneyBuys) {
  const Replication r = run(with_a_fund(AllocationRule::even));
  EXPECT_EQ(total(r, "purchase_cost"), 10e6);  // three more are ordered at day 35
  const std::int64_t before = 2 * 40 * 24;
  EXPECT_EQ(machines_at(r, 0) + machines_at(r, 1), before + (2 * 25 + 3 * 15 + 2 * 5) * 24);
  EXPECT_NEAR(static_cast<double>(machines_at(r, 0) - machines_at(r, 1)), 0, 15 * 24 + 1);
}

TEST(AFund, GivesToWhoHasMoreTraffic) {
  Scenario s = with_a_fund(AllocationRule::by_traffic);
  for (VolumeRow& row : s.volume)
    if (row.crossing == "south") row.vehicles_per_day /= 10;
  const Replication r = run(s);
  EXPECT_EQ(machines_at(r, 1), 40 * 24);
  EXPECT_GT(machines_at(r, 0), 80 * 24);
}

TEST(AFund, GivesToWhoHasFoundMore) {
  Scenario s = with_a_fund(AllocationRule::by_finds);
  s.programme["ccei"].first = day * 20;
  s.team["south_customs"].officers = 3;  // hardly any control, and so no finds
  const Replication r = run(s);
  EXPECT_GT(machines_at(r, 0), machines_at(r, 1));
}

TEST(AFund, OnlyBuysWhereTheKindIsUsed) {
  Scenario s = with_a_fund(AllocationRule::even);
  s.programme["ccei"].crossings = {"south"};
  const Replication r = run(s);
  EXPECT_EQ(machines_at(r, 0), 40 * 24);
  s.equipment["gamma"].price = 1;
  s.programme["ccei"].equipment = "gamma";
  EXPECT_THROW((void)make_setup(s), std::invalid_argument);
}

// ---- Training ----------------------------------------------------------------------------------

double training_hours(const Replication& r, std::uint16_t crossing) {
  double hours = 0;
  for (const auto& crew : r.details.crews)
    if (crew.who.home == CrossingIndex{crossing})
      hours += static_cast<double>(crew.hours.of(Activity::training)) / 3600e6;
  return hours;
}

TEST(Training, GoesToWhoLacksMost) {
  Scenario s = testing::busy_border(day * 20);
  for (auto& [name, team] : s.team) team.skill = 0.9;
  s.team["south_customs"].skill = 0.2;
  TrainingNeedsSpec stna;
  stna.officers = 6;
  stna.first = day * 2;
  stna.every = day * 365;
  s.training_needs["stna"] = stna;
  const Replication r = run(s);
  EXPECT_EQ(training_hours(r, 0), 0);
  // Six officers for three days, eight hours in each.
  EXPECT_NEAR(training_hours(r, 1), 6 * 3 * 8, 8 + 1e-6);
  s.training_needs["stna"].rule = AllocationRule::even;
  EXPECT_GT(training_hours(run(s), 0), 0);
}

// The south lacks a little more at first; once ten of it have been taught, the north does.
TEST(Training, DoesNotGoTwiceToWhoHasHadIt) {
  Scenario s = testing::busy_border(day * 30);
  for (auto& [name, team] : s.team) team.skill = 1;
  s.team["north_customs"].skill = 0.6;
  s.team["south_customs"].skill = 0.5;
  TrainingNeedsSpec stna;
  stna.officers = 1;
  stna.first = day;
  stna.every = day * 4;
  stna.gain = 5;  // of one officer: as much as the south lacks more
  s.training_needs["stna"] = stna;
  const auto setup = make_setup(s);
  Agenda<DeskEvent> agenda;
  agenda.place = setup->desks.front().place;
  Strategy desk = strategy::make(*setup, agenda);
  const Luck luck(1, 0);
  const Board board;
  std::vector<PlaceId> to;
  for (int n = 0; n < 4; ++n) {
    strategy::on(TrainingDecided{{0}}, desk, {start_of_run, agenda, luck, board, *setup});
    to.push_back(agenda.outbox.back().to);
  }
  const PlaceId north = setup->crossings[0].place, south = setup->crossings[1].place;
  EXPECT_EQ(to, (std::vector<PlaceId>{south, south, north, south}));
}

// ---- Review ------------------------------------------------------------------------------------

TEST(TheReview, MovesOfficersToWhereMoreIsFound) {
  Scenario s = testing::busy_border(day * 40);
  s.link.push_back({"west", "east", 50, 60});
  for (LineSpec* line :
       {&s.line["south_lorry_entry"], &s.line["south_car_entry"], &s.line["south_bus_entry"]})
    line->closed = true;  // nothing to find there
  ReviewSpec review;
  review.first = day * 20;
  review.every = day * 10;
  review.officers = 6;
  s.review = review;
  const auto away = [](const Scenario& of) {
    double hours = 0;
    const Replication with = run(of);
    for (const auto& crew : with.details.crews)
      if (crew.crossing == CrossingIndex{0} && crew.who.home == CrossingIndex{1})
        hours += static_cast<double>(crew.hours.on_duty()) / 3600e6;
    return hours;
  };
  // Six officers, eight hours a day, for nearly twenty days.
  EXPECT_NEAR(away(s), 6 * 8 * 20, 6 * 8 * 2);
  // As many, when nothing is found by still more officers to whom no road leads.
  Scenario with_island = s;
  with_island.crossing["z_island"].country = "PL";
  TeamSpec idle = s.team.begin()->second;
  idle.crossing = "z_island";
  idle.authority = review.authority;
  idle.officers = 500;
  with_island.team["z_idle"] = idle;
  EXPECT_NEAR(away(with_island), 6 * 8 * 20, 6 * 8 * 2);
  s.review->officers = 0;
  for (const auto& crew : run(s).details.crews) EXPECT_EQ(crew.crossing, crew.who.home);
}

// More are asked for than the post has: the other half stays.
TEST(TheReview, TakesHalfOfTheOfficersOfAPostAtMost) {
  Scenario s = testing::busy_border(day * 40);
  s.link.push_back({"west", "east", 50, 60});
  for (LineSpec* line :
       {&s.line["south_lorry_entry"], &s.line["south_car_entry"], &s.line["south_bus_entry"]})
    line->closed = true;  // nothing to find there
  s.review = ReviewSpec{};
  s.review->first = day * 20;
  s.review->every = day * 20;
  s.review->officers = 1000;
  const int all = s.team["south_customs"].officers;
  double away = 0;
  const Replication with = run(s);
  for (const auto& crew : with.details.crews)
    if (crew.crossing == CrossingIndex{0} && crew.who.home == CrossingIndex{1})
      away += static_cast<double>(crew.hours.on_duty()) / 3600e6;
  EXPECT_NEAR(away, all / 2 * 8 * 20, all / 2 * 8 * 2);
}

TEST(TheReview, LeavesOfficersWhereFindsAreMuchAlike) {
  Scenario s = testing::busy_border(day * 40);
  s.review = ReviewSpec{};
  s.review->first = day * 20;
  s.review->officers = 6;
  s.review->margin = 5;
  for (const auto& crew : run(s).details.crews) EXPECT_EQ(crew.crossing, crew.who.home);
}

}  // namespace
}  // namespace cordon::strategy_test
