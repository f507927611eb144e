// Scores as worked out by hand.

#include <gtest/gtest.h>

#include <cmath>

#include "sim/model/risk/scoring/engine.hpp"

namespace cordon::scoring::engines_test {
namespace {

double log_odds(double p) { return std::log(p / (1 - p)); }

Declared of(std::string_view goods, double price = Declared::not_said) {
  Declared d;
  d.says[static_cast<std::size_t>(Category::goods)] = number_of(goods);
  d.amount[static_cast<std::size_t>(Quantity::item_price)] = price;
  return d;
}

// Of eight shoes six were illicit, of two toys none: (6 + 1) of (10 + 10) is the base rate.
std::unique_ptr<Engine> with_shoes_and_toys(EngineKind kind) {
  auto engine = make_engine(kind);
  for (int n = 0; n < 8; ++n) engine->learn(of("shoes"), n < 6);
  for (int n = 0; n < 2; ++n) engine->learn(of("toys"), false);
  return engine;
}

TEST(LogOdds, AddUpFromASmallTable) {
  const auto engine = with_shoes_and_toys(EngineKind::log_odds);
  const double base = 0.35;
  EXPECT_NEAR(engine->score(of("hats")), log_odds(base), 1e-12);
  // As if one more had been seen at the base rate.
  EXPECT_NEAR(engine->score(of("shoes")), std::log((6 + base) / (2 + 1 - base)), 1e-12);
  EXPECT_NEAR(engine->score(of("toys")), std::log(base / (2 + 1 - base)), 1e-12);
}

TEST(LogOdds, OfTraitsAreAdded) {
  auto engine = make_engine(EngineKind::log_odds);
  for (int n = 0; n < 10; ++n) engine->learn(of("shoes", 100), n < 5);
  for (int n = 0; n < 10; ++n) engine->learn(of("toys", 1), false);
  const double base = 6.0 / 30;
  const double each = std::log((5 + base) / (5 + 1 - base)) - log_odds(base);
  EXPECT_NEAR(engine->score(of("shoes", 100)), log_odds(base) + 2 * each, 1e-12);
  EXPECT_NEAR(engine->score(of("shoes", 127)), log_odds(base) + 2 * each, 1e-12);  // one octave
  EXPECT_NEAR(engine->score(of("shoes", 200)), log_odds(base) + each, 1e-12);
}

TEST(Logistic, BeginsWithoutAnOpinion) {
  const auto engine = make_engine(EngineKind::logistic);
  EXPECT_NEAR(engine->score(of("shoes")), log_odds(0.1), 1e-12);
  for (const Evidence& e : engine->evidence(of("shoes"))) EXPECT_EQ(e.log_odds, 0);
}

// The first declaration says nothing by its traits, so that only the base rate is weighed: one
// Newton step from the prior, whose variance is 0.05 and whose curvature there 0.1 x 0.9.
TEST(Logistic, LearnsTheFirstByOneNewtonStep) {
  auto engine = make_engine(EngineKind::logistic);
  engine->learn(of("shoes"), true);
  const double step = 0.05 * 0.9 / (1 + 0.05 * 0.1 * 0.9);
  EXPECT_NEAR(engine->score(of("hats")), log_odds(2.0 / 11) + step, 1e-12);
}

Declared consignment(double mass, double price) {
  Declared d;
  for (const Category c : {Category::goods, Category::country_of_origin,
                           Category::country_of_departure, Category::tax_type})
    d.says[static_cast<std::size_t>(c)] = 7;
  d.amount = {8, mass, price};
  return d;
}

// Two of three that are the same to the last digit were illicit, and so were two of four that are
// nearly: beta-binomials with a quarter of a declaration beforehand, one above the other.
TEST(Logistic, KnowsRepeatsByHowManyThereWere) {
  auto engine = make_engine(EngineKind::logistic);
  for (int n = 0; n < 3; ++n) engine->learn(consignment(10, 100), n < 2);
  engine->learn(consignment(10, 100.5), false);
  const double p = 1 / (1 + std::exp(-engine->score(consignment(10, 100))));
  // Whatever is said in general, from 0 to 1, it counts for little against four that were seen.
  EXPECT_NEAR(p, (2 + 0.25 * (2 + 0.25 * 0.5) / 4.25) / 3.25, 0.25 * 0.25 * 0.5 / 4.25 / 3.25);
}

TEST(Engines, TakeAnyAmount) {
  for (const EngineKind kind : {EngineKind::log_odds, EngineKind::logistic}) {
    auto engine = make_engine(kind);
    for (const double mass : {0.0, 5e-324, 1.0, 1e300})
      for (const double price : {0.0, 1.7e308}) {
        engine->learn(consignment(mass, price), price > 0);
        EXPECT_TRUE(std::isfinite(engine->score(consignment(mass, price))));
      }
  }
}

TEST(Engines, ScoresAreWhatTheirEvidenceAddsUpTo) {
  for (const EngineKind kind : {EngineKind::log_odds, EngineKind::logistic}) {
    const auto engine = with_shoes_and_toys(kind);
    const auto sum = [&](const Declared& d) {
      double all = 0;
      for (const Evidence& e : engine->evidence(d)) all += e.log_odds;
      return all;
    };
    EXPECT_NEAR(engine->score(of("shoes")) - engine->score(of("hats")),
                sum(of("shoes")) - sum(of("hats")), 1e-9);
    EXPECT_GE(engine->evidence(of("shoes")).front().log_odds,
              engine->evidence(of("shoes")).back().log_odds);
  }
}

TEST(Engines, HaveNoOpinionOfWhatIsNotSaid) {
  for (const EngineKind kind : {EngineKind::log_odds, EngineKind::logistic}) {
    auto engine = make_engine(kind);
    for (int n = 0; n < 50; ++n) engine->learn(Declared{}, n < 25);
    EXPECT_NEAR(engine->score(Declared{}), engine->score(of("hats", 5)), 1e-12);
  }
}

}  // namespace
}  // namespace cordon::scoring::engines_test
