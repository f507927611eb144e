#include "sim/model/trade/papers.hpp"

#include <gtest/gtest.h>

#include <set>

#include "tests/support/busy_border.hpp"

namespace cordon::papers_test {
namespace {

using scoring::Category;

Scenario with_papers() {
  Scenario s = testing::busy_border();
  s.declaration["goods"] = {90, 3, 0.8};
  s.declaration["country_of_origin"] = {40, 2, 1};
  s.commodity["tobacco"].tells = {{"goods", 0.6}};
  return s;
}

struct Reader {
  std::shared_ptr<const Setup> setup;
  Luck luck{1, 0};

  explicit Reader(const Scenario& s) : setup(make_setup(s)) {}
  [[nodiscard]] scoring::Declared read(std::uint32_t number, const Shipment& hidden = {}) const {
    Vehicle v;
    v.draws = luck.draws({source_of("lorries"), number});
    v.declaration.trader = 17;
    return papers::read(v, hidden, *setup, luck);
  }
  [[nodiscard]] Shipment tobacco(GroupIndex owner = {}, std::uint8_t papers = 0) const {
    Shipment s;
    s.commodity = s.looks_like = {1};  // after persons
    s.owner = owner;
    s.papers = papers;
    return s;
  }
  [[nodiscard]] std::set<std::uint64_t> typical(const Shipment& hidden) const {
    std::set<std::uint64_t> values;
    const std::size_t goods = 1;  // after country_of_origin
    for (std::uint32_t n = 0; n < 3; ++n)
      values.insert(papers::typical_value(goods, n, hidden, *setup, luck));
    return values;
  }
};

TEST(Papers, SayTheOperatorAndWhatIsFilledIn) {
  const Reader reader(with_papers());
  int filled = 0, ones = 0;
  constexpr int many = 20'000;
  for (std::uint32_t n = 0; n < many; ++n) {
    const scoring::Declared d = reader.read(n);
    EXPECT_EQ(d.of(Category::importer), 17u);
    EXPECT_GE(d.of(Category::country_of_origin), 1u);
    EXPECT_LE(d.of(Category::country_of_origin), 40u);
    EXPECT_EQ(d.of(Category::seller), 0u);
    filled += d.of(Category::goods) != 0;
    ones += d.of(Category::country_of_origin) == 1;
  }
  EXPECT_NEAR(filled, 0.8 * many, 260);                           // 4.6 standard errors
  EXPECT_NEAR(ones, std::log(2.0) / std::log(41.0) * many, 250);  // log-uniform ranks
}

TEST(Papers, AreTheSameWheneverTheyAreRead) {
  const Reader reader(with_papers());
  for (std::uint32_t n = 0; n < 100; ++n)
    EXPECT_EQ(reader.read(n, reader.tobacco()).says, reader.read(n, reader.tobacco()).says);
}

// Six of ten that are filled in show one of three values, beside what chance shows of these.
TEST(Papers, TellByValuesThatAreTypicalOfTheOffender) {
  const Reader reader(with_papers());
  const auto typical = reader.typical(reader.tobacco());
  int hidden = 0, legal = 0, filled = 0;
  for (std::uint32_t n = 0; n < 20'000; ++n) {
    const auto says = reader.read(n, reader.tobacco()).of(Category::goods);
    filled += says != 0;
    hidden += typical.contains(says);
    legal += typical.contains(reader.read(n).of(Category::goods));
  }
  const double by_chance = static_cast<double>(legal) / filled;
  EXPECT_LT(by_chance, 0.3);
  EXPECT_NEAR(static_cast<double>(hidden) / filled, 0.6 + 0.4 * by_chance, 0.02);
}

TEST(Papers, LookOtherwiseForEachOwnerAndWhenHeChangesThem) {
  const Reader reader(with_papers());
  EXPECT_NE(reader.typical(reader.tobacco()), reader.typical(reader.tobacco({0})));
  EXPECT_NE(reader.typical(reader.tobacco({0})), reader.typical(reader.tobacco({1})));
  EXPECT_NE(reader.typical(reader.tobacco({0})), reader.typical(reader.tobacco({0}, 1)));
}

TEST(Papers, OfADecoyLookLikeWhatItIsNot) {
  const Reader reader(with_papers());
  Shipment decoy = reader.tobacco();
  decoy.commodity = {};
  EXPECT_FALSE(decoy.illicit());
  for (std::uint32_t n = 0; n < 100; ++n)
    EXPECT_EQ(reader.read(n, decoy).says, reader.read(n, reader.tobacco()).says);
}

}  // namespace
}  // namespace cordon::papers_test
