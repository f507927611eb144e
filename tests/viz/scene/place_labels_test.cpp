#include "viz/scene/place_labels.hpp"

#include <gtest/gtest.h>

#include <random>

namespace cordon::viz::place_labels_test {
namespace {

const Box view{{0, 0}, {1000, 700}};

Box box_of(const WantedLabel& label, Point corner) { return {corner, corner + label.size}; }

TEST(PlaceLabels, StandsRightOfItsMarkWhereThereIsRoom) {
  const WantedLabel label{{500, 300}, 10, {80, 20}};
  const auto placed = place_labels(std::vector{label}, view);
  ASSERT_TRUE(placed[0]);
  EXPECT_GT(placed[0]->x, 510);
  EXPECT_DOUBLE_EQ(placed[0]->y, 290);
}

TEST(PlaceLabels, GoesToTheOtherSideAtTheEdge) {
  const WantedLabel label{{960, 300}, 10, {80, 20}};
  const auto placed = place_labels(std::vector{label}, view);
  ASSERT_TRUE(placed[0]);
  EXPECT_LT(placed[0]->x + 80, 950);
}

TEST(PlaceLabels, StandsOnWhatItNamesOrNearIt) {
  const WantedLabel label{{500, 300}, 0, {80, 20}, true};
  EXPECT_EQ(place_labels(std::vector{label}, view)[0], (Point{460, 290}));
  const auto moved = place_labels(std::vector{label}, view, {box_around({500, 300}, 5, 5)});
  ASSERT_TRUE(moved[0]);
  EXPECT_LE(std::abs(moved[0]->y - 290), 24);
}

TEST(PlaceLabels, IsLeftOutWhereThereIsNoRoom) {
  const WantedLabel label{{500, 300}, 10, {80, 20}};
  EXPECT_FALSE(place_labels(std::vector{label}, view, {view})[0]);
}

TEST(PlaceLabels, NoTwoCollideAndNoneHidesAMarkOrWhatIsTaken) {
  std::mt19937 luck(7);
  std::uniform_real_distribution<double> x(0, 1000), y(0, 700), width(30, 120);
  std::vector<WantedLabel> wanted;
  for (int n = 0; n < 120; ++n) wanted.push_back({{x(luck), y(luck)}, 6, {width(luck), 16}});
  const Box legend{{0, 500}, {250, 700}};
  const auto placed = place_labels(wanted, view, {legend});
  int shown = 0;
  for (std::size_t a = 0; a < wanted.size(); ++a) {
    if (!placed[a]) continue;
    ++shown;
    const Box box = box_of(wanted[a], *placed[a]);
    EXPECT_TRUE(view.contains(box));
    EXPECT_FALSE(box.overlaps(legend));
    for (std::size_t b = 0; b < wanted.size(); ++b) {
      EXPECT_FALSE(box.overlaps(box_around(wanted[b].mark, 6, 6)));
      EXPECT_FALSE(b != a && placed[b] && box.overlaps(box_of(wanted[b], *placed[b])));
    }
  }
  EXPECT_GT(shown, 60);
  EXPECT_TRUE(placed[0]) << "who comes first chooses first";
}

}  // namespace
}  // namespace cordon::viz::place_labels_test
