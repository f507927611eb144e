#include "sim/engine/luck.hpp"

#include <gtest/gtest.h>

namespace cordon::luck_test {
namespace {

enum class Purpose { first, second, third, fourth, fifth };

// Known-answer vectors of the Random123 distribution (kat_vectors, philox4x32 10).
TEST(Philox, AgreesWithItsPublishedKnownAnswers) {
  const auto zero = r123::Philox4x32{}({{0, 0, 0, 0}}, {{0, 0}});
  EXPECT_EQ(zero[0], 0x6627e8d5u);
  EXPECT_EQ(zero[1], 0xe169c58du);
  EXPECT_EQ(zero[2], 0xbc57ac4cu);
  EXPECT_EQ(zero[3], 0x9b00dbd8u);
}

TEST(Luck, IsTheSameForTheSameSubjectAndPurpose) {
  const Luck luck(1, 0), again(1, 0);
  const Subject lorry{source_of("lorries"), 7};
  EXPECT_EQ(luck.uniform(lorry, Purpose::fifth), again.uniform(lorry, Purpose::fifth));
}

TEST(Luck, DoesNotDependOnHowTheSubjectWasAskedFor) {
  const Luck luck(1, 0);
  const Subject lorry{source_of("lorries"), 7};
  const Draws draws = luck.draws(lorry), others = luck.draws(lorry, 1);
  for (const auto p : {Purpose::first, Purpose::second, Purpose::fourth, Purpose::fifth})
    EXPECT_EQ(luck.uniform(lorry, p), luck.uniform(draws, p));
  for (const auto p : {Purpose::first, Purpose::fifth})
    EXPECT_EQ(luck.uniform(lorry, p), luck.uniform(others, p));
}

TEST(Luck, DiffersBySeedReplicationSubjectAndPurpose) {
  const Subject lorry{source_of("lorries"), 7}, next{source_of("lorries"), 8},
      car{source_of("cars"), 7};
  const double here = Luck(1, 0).uniform(lorry, Purpose::first);
  EXPECT_NE(here, Luck(2, 0).uniform(lorry, Purpose::first));
  EXPECT_NE(here, Luck(1, 1).uniform(lorry, Purpose::first));
  EXPECT_NE(here, Luck(1, 0).uniform(next, Purpose::first));
  EXPECT_NE(here, Luck(1, 0).uniform(car, Purpose::first));
  EXPECT_NE(here, Luck(1, 0).uniform(lorry, Purpose::second));
}

TEST(Luck, IsOfItsOwnInEachPartOfASubjectsLife) {
  const Luck luck(1, 0);
  const Subject lorry{source_of("lorries"), 7};
  const Draws here = luck.draws(lorry), onward = luck.draws(lorry, 0, 1);
  for (const Purpose what : {Purpose::first, Purpose::second, Purpose::fifth})
    EXPECT_NE(luck.uniform(here, what), luck.uniform(onward, what));
  EXPECT_EQ(luck.uniform(here, Purpose::fifth), luck.uniform(lorry, Purpose::fifth));
  // What is at hand is what would be drawn for it.
  const Draws elsewhere = luck.draws(lorry, 5, 1);
  EXPECT_EQ(luck.uniform(onward, Purpose::first), luck.uniform(elsewhere, Purpose::first));
}

TEST(Luck, LiesInTheOpenUnitInterval) {
  const Luck luck(3, 0);
  double least = 1, most = 0;
  for (std::uint32_t n = 0; n < 100000; ++n) {
    const double u = luck.uniform(Subject{1, n}, Purpose::first);
    least = std::min(least, u);
    most = std::max(most, u);
  }
  EXPECT_GT(least, 0.0);
  EXPECT_LT(most, 1.0);
}

// Chi-squared over 64 cells of neighbouring purposes and subjects; 63 degrees of freedom, limit at
// the 0.999 quantile, so one false alarm in 1,000 seeds; the seed is fixed.
TEST(Luck, FillsTheSquareOfNeighbouringDrawsEvenly) {
  const Luck luck(5, 0);
  int cells[64] = {};
  constexpr int draws = 64000;
  for (std::uint32_t n = 0; n < draws; ++n) {
    const Draws d = luck.draws({source_of("x"), n});
    ++cells[int(8 * luck.uniform(d, Purpose::first)) * 8 +
            int(8 * luck.uniform(d, Purpose::second))];
  }
  double chi_squared = 0;
  for (const int count : cells) chi_squared += (count - 1000.0) * (count - 1000.0) / 1000.0;
  EXPECT_LT(chi_squared, 103.4);
}

}  // namespace
}  // namespace cordon::luck_test
