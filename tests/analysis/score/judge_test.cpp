// What inspecting the riskiest part finds, by hand.

#include "analysis/score/judge.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cordon::score::judge_test {
namespace {

// Scores by the price alone.
class ByPrice final : public scoring::Engine {
 public:
  void learn(const scoring::Declared&, bool, double) override {}
  void forget(double) override {}
  std::unique_ptr<scoring::Engine> copy() const override {
    return std::make_unique<ByPrice>(*this);
  }
  double score(const scoring::Declared& d) const override {
    return d.of(scoring::Quantity::item_price);
  }
  std::vector<scoring::Evidence> evidence(const scoring::Declared&) const override { return {}; }
};

Declarations priced(const std::vector<std::pair<double, bool>>& rows) {
  Declarations table;
  for (const auto& [price, illicit] : rows) {
    Inspected row;
    row.declared.amount = {10, 1, price};
    row.duty = price / 10;
    row.illicit = illicit;
    table.rows.push_back(row);
  }
  return table;
}

TEST(Judgement, CountsHitsAndDutyAmongTheRiskiest) {
  const Declarations table =
      priced({{1, true}, {9, true}, {5, false}, {8, false}, {7, true}, {2, false}});
  const Ranking ranking = rank(ByPrice(), table);
  EXPECT_EQ(ranking.rows, (std::vector<std::size_t>{1, 3, 4, 2, 5, 0}));
  const Precision half = judge(ranking, table, 0.5);
  EXPECT_EQ(half.selected, 3u);
  EXPECT_EQ(half.hits, 2u);
  EXPECT_DOUBLE_EQ(half.precision, 2.0 / 3);
  EXPECT_DOUBLE_EQ(half.recall, 2.0 / 3);
  EXPECT_DOUBLE_EQ(half.revenue, 16.0 / 17);
}

TEST(Judgement, SelectsAtLeastOne) {
  const Declarations table = priced({{1, false}, {2, true}, {3, false}});
  EXPECT_EQ(judge(rank(ByPrice(), table), table, 0.01).selected, 1u);
  EXPECT_EQ(judge(rank(ByPrice(), table), table, 1).recall, 1);
}

TEST(Judgement, KeepsTheOrderOfEquals) {
  const Declarations table = priced({{1, false}, {1, true}, {1, false}});
  EXPECT_EQ(rank(ByPrice(), table).rows, (std::vector<std::size_t>{0, 1, 2}));
}

TEST(Judgement, SaysNothingOfWhatIsNotThere) {
  const Declarations table = priced({{1, false}, {2, false}});
  const Precision p = judge(rank(ByPrice(), table), table, 0.5);
  EXPECT_EQ(p.precision, 0);
  EXPECT_TRUE(std::isnan(p.recall) && std::isnan(p.revenue));
}

}  // namespace
}  // namespace cordon::score::judge_test
