// Engines that learn from inspections while the world goes on.

#include "sim/model/risk/learning.hpp"

#include <gtest/gtest.h>

#include "tests/support/busy_border.hpp"

namespace cordon::learning_test {
namespace {

using scoring::Category;

// Tobacco shows in the papers; nothing else tells it.
Scenario telling_papers(RiskEngine engine, Duration length = 24h * 60) {
  Scenario s = testing::busy_border(length);
  s.warm_up = length / 2;
  s.group.clear();
  s.commodity.erase("persons");
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.03}};
  s.commodity["tobacco"].tells = {{"goods", 0.8}, {"country_of_origin", 0.6}};
  s.declaration["goods"] = {90, 3, 0.9};
  s.declaration["country_of_origin"] = {40, 2, 0.9};
  s.selection.engine = engine;
  s.selection.auc = 0.5;
  return s;
}

double precision(const Scenario& s, int replications = 4) {
  return testing::estimate(replicate(make_setup(s), 7, replications, 1, 1), "selection_precision")
      .mean;
}

// Of lorries that enter, 3 % hide something; all classes and directions are selected alike.
TEST(Engines, LearnWhatPapersTell) {
  const double by_chance = precision(telling_papers(RiskEngine::random));
  EXPECT_NEAR(by_chance, 0.03 * 800 / 5440, 0.003);
  EXPECT_NEAR(precision(telling_papers(RiskEngine::binormal)), by_chance, 0.003);
  const double log_odds = precision(telling_papers(RiskEngine::log_odds));
  const double logistic = precision(telling_papers(RiskEngine::logistic));
  const double proportional = precision(telling_papers(RiskEngine::proportional));
  EXPECT_GT(log_odds, 4 * by_chance);
  EXPECT_GT(logistic, 4 * by_chance);
  EXPECT_GT(proportional, 2 * by_chance);
}

TEST(Engines, KnowNothingOfPapersThatTellNothing) {
  Scenario s = telling_papers(RiskEngine::log_odds);
  s.commodity["tobacco"].tells.clear();
  EXPECT_NEAR(precision(s), precision(telling_papers(RiskEngine::random)), 0.004);
}

TEST(Engines, LearnNothingBeforeLabelsArrive) {
  Scenario s = telling_papers(RiskEngine::log_odds);
  s.selection.label_delay = s.length;
  EXPECT_NEAR(precision(s), precision(telling_papers(RiskEngine::random)), 0.004);
}

TEST(Engines, SelectTheSharesOfThePolicy) {
  Scenario s = telling_papers(RiskEngine::log_odds);
  s.selection.backlog_limit = 100'000;
  const auto runs = replicate(make_setup(s), 7, 4, 1, 1);
  // 11 % of all but authorised operators', 5 % of the lorries', of which half as much.
  EXPECT_NEAR(testing::estimate(runs, "false_positive_rate").mean, 0.109, 0.003);
}

scoring::Declared of(std::uint64_t goods) {
  scoring::Declared d;
  d.says[static_cast<std::size_t>(Category::goods)] = goods;
  return d;
}

std::shared_ptr<const Setup> two_countries(Learning learning) {
  Scenario s = telling_papers(RiskEngine::log_odds, 24h * 4);
  s.crossing["south"].country = "SK";
  s.selection.learning = learning;
  s.selection.harmonisation = 0.5;
  return make_setup(s);
}

Judges taught(const Setup& setup, CrossingIndex by, int lessons) {
  Judges judges(setup);
  std::vector<Lesson> all(static_cast<std::size_t>(lessons), {start_of_run, of(7), true});
  judges.learn(all, by, start_of_run, setup);
  EXPECT_TRUE(all.empty());
  return judges;
}

double score(const Judges& judges, const Setup& setup, std::size_t crossing) {
  return judges[setup.crossings[crossing].judged_by].score(of(7));
}

TEST(Judges, OfACountryLearnFromItsOwnPosts) {
  const auto setup = two_countries(Learning::country);
  const Judges judges = taught(*setup, {0}, 5);
  const double untaught = score(Judges(*setup), *setup, 0);
  EXPECT_GT(score(judges, *setup, 0), untaught + 2);
  EXPECT_EQ(score(judges, *setup, 1), untaught);
}

TEST(Judges, ThatArePooledLearnFromOthersAsFarAsSignalsMeanTheSame) {
  const auto setup = two_countries(Learning::pooled);
  const Judges four = taught(*setup, {0}, 4), two = taught(*setup, {0}, 2);
  EXPECT_DOUBLE_EQ(score(four, *setup, 1), score(two, *setup, 0));
}

TEST(Judges, LearnWhatIsKnownByNow) {
  const auto setup = two_countries(Learning::country);
  Judges judges(*setup);
  std::vector<Lesson> lessons = {{start_of_run + 1h, of(7), true},
                                 {start_of_run + 3h, of(7), true}};
  judges.learn(lessons, {0}, start_of_run + 2h, *setup);
  ASSERT_EQ(lessons.size(), 1u);
  EXPECT_EQ(lessons.front().known, start_of_run + 3h);
}

TEST(Judges, AreCopiedWithWhatTheyKnow) {
  const auto setup = two_countries(Learning::country);
  const Judges judges = taught(*setup, {0}, 5);
  Judges copy = judges;
  EXPECT_EQ(score(copy, *setup, 0), score(judges, *setup, 0));
  std::vector<Lesson> more = {{start_of_run, of(7), false}};
  copy.learn(more, {0}, start_of_run, *setup);
  EXPECT_LT(score(copy, *setup, 0), score(judges, *setup, 0));
}

TEST(Judges, ForgetWithTheirHalfLife) {
  Scenario s = telling_papers(RiskEngine::log_odds, 24h * 4);
  s.publish_every = 1h;
  s.selection.forgetting_half_life = 2h;
  const auto setup = make_setup(s);
  Judges judges = taught(*setup, {0}, 8);
  for (int n = 0; n < 4; ++n) judges.forget(*setup);  // two half-lives
  const Judges two = taught(*setup, {0}, 2);
  EXPECT_NEAR(score(judges, *setup, 0), score(two, *setup, 0), 1e-9);
}

// More than a thousand half-lives, which no double could count up to.
TEST(Judges, ForgetForEver) {
  Scenario s = telling_papers(RiskEngine::logistic, 24h * 4);
  s.selection.forgetting_half_life = 1h;
  const auto setup = make_setup(s);
  Judges judges = taught(*setup, {0}, 8);
  for (int n = 0; n < 3000; ++n) judges.forget(*setup);
  EXPECT_NEAR(score(judges, *setup, 0), score(Judges(*setup), *setup, 0), 0.2);
  std::vector<Lesson> more(8, {start_of_run, of(7), true});
  judges.learn(more, {0}, start_of_run, *setup);
  EXPECT_GT(score(judges, *setup, 0), score(Judges(*setup), *setup, 0) + 1);
}

}  // namespace
}  // namespace cordon::learning_test
