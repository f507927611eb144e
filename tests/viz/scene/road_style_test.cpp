#include "viz/scene/road_style.hpp"

#include <gtest/gtest.h>

namespace cordon::viz::road_style_test {
namespace {

const Box box{{0, 0}, {100, 100}};

TEST(Clipped, IsThePartOfALineThatIsInTheBox) {
  const auto across = clipped({-50, 50}, {150, 50}, box);
  ASSERT_TRUE(across);
  EXPECT_EQ(across->first, (Point{0, 50}));
  EXPECT_EQ(across->second, (Point{100, 50}));
  const auto within = clipped({10, 10}, {20, 30}, box);
  ASSERT_TRUE(within);
  EXPECT_EQ(within->first, (Point{10, 10}));
  EXPECT_EQ(within->second, (Point{20, 30}));
  EXPECT_FALSE(clipped({-10, 0}, {-10, 100}, box)) << "beside it";
  EXPECT_FALSE(clipped({-80, 50}, {50, -80}, box)) << "around its corner";
}

TEST(KindOfWay, FollowsFromItsSpeed) {
  EXPECT_EQ(kind_of_way(18 * 1.852), WayKind::vessel);
  EXPECT_EQ(kind_of_way(65), WayKind::road);
  EXPECT_EQ(kind_of_way(800), WayKind::air);
}

TEST(StyleOf, FadesWhereThereAreManyWaysAndNotThoseThatManyTake) {
  const Road empty{{}, {}, WayKind::road, 0}, full{{}, {}, WayKind::road, 900};
  EXPECT_EQ(style_of(empty, 900, 0.001).alpha, 255) << "a clear map";
  EXPECT_LT(style_of(empty, 900, 0.5).alpha, 50);
  EXPECT_EQ(style_of(full, 900, 0.5).alpha, 255);
  EXPECT_GT(style_of(full, 900, 0.5).width, style_of(empty, 900, 0.5).width);
  EXPECT_EQ(style_of(full, 900, 0.5).dash, 0);
}

TEST(StyleOf, DashesWaysOfVesselsAndDotsThoseOfAircraft) {
  const RoadStyle vessel = style_of({{}, {}, WayKind::vessel, 0}, 0, 0);
  const RoadStyle air = style_of({{}, {}, WayKind::air, 0}, 0, 0);
  EXPECT_GT(vessel.dash, air.dash);
  EXPECT_GT(air.dash, 0);
}

TEST(DensityOf, IsPixelsOfWaysForEachPixelInView) {
  Camera camera(box);
  const Point low = camera.to_world({0, 50}), high = camera.to_world({100, 50});
  const std::vector<Road> roads{{low, high, WayKind::road, 0}, {low, high, WayKind::road, 0}};
  EXPECT_NEAR(density_of(roads, camera), 200.0 / (100 * 100), 1e-9);
}

}  // namespace
}  // namespace cordon::viz::road_style_test
