#include "viz/scene/projection.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "viz/scene/outlines.hpp"
#include "viz/scene/scale_bar.hpp"

namespace cordon::viz::projection_test {
namespace {

TEST(Projection, HasTheEquatorInTheMiddleAndNorthUp) {
  EXPECT_DOUBLE_EQ(project(0, 0).x, 0.5);
  EXPECT_NEAR(project(0, 0).y, 0.5, 1e-12);
  EXPECT_LT(project(50, 0).y, project(49, 0).y);
  EXPECT_LT(project(0, 20).x, project(0, 21).x);
}

TEST(Projection, GivesTheLatitudeBack) {
  for (const double latitude : {-70.0, 0.0, 38.5, 49.8, 71.0})
    EXPECT_NEAR(latitude_of(project(latitude, 23)), latitude, 1e-9);
}

TEST(Projection, KnowsHowLongAWayIs) {
  // Dorohusk to Medyka: a few kilometres per cent off, since the earth is no sphere.
  const Point from = project(51.188, 23.812), to = project(49.806, 22.928);
  const double units = std::hypot(to.x - from.x, to.y - from.y);
  EXPECT_NEAR(units * kilometres_per_unit(between(from, to, 0.5)), 166, 2);
}

TEST(ScaleBar, IsARoundNumberOfKilometresAndAsLongAsItSays) {
  Camera camera({{0, 0}, {1000, 700}});
  camera.fit({project(52, 22), project(49, 25)}, 50);
  const ScaleBar bar = scale_bar(camera, 180);
  EXPECT_LE(bar.pixels, 180);
  EXPECT_GT(bar.pixels, 180 / 2.5 - 1);
  EXPECT_NEAR(bar.pixels / camera.scale() * kilometres_per_unit(camera.centre()), bar.kilometres,
              1e-6);
}

double area_of(const std::vector<Point>& points) {
  double sum = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point a = points[i], b = points[(i + 1) % points.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return std::abs(sum) / 2;
}

double area_of_triangles(const Ring& ring) {
  double sum = 0;
  for (std::size_t i = 0; i + 2 < ring.corners.size(); i += 3)
    sum += area_of({ring.points[ring.corners[i]], ring.points[ring.corners[i + 1]],
                    ring.points[ring.corners[i + 2]]});
  return sum;
}

TEST(Outlines, AreFilledByTheirTriangles) {
  const auto rings = europe();
  EXPECT_EQ(rings.size(), 239U);
  for (const Ring& ring : rings)
    EXPECT_NEAR(area_of_triangles(ring), area_of(ring.points), 1e-3 * area_of(ring.points) + 1e-12)
        << ring.country;
}

TEST(Outlines, AreOfCountriesWithACode) {
  for (const Ring& ring : europe())
    EXPECT_TRUE(ring.country == "N. Cyprus" || ring.country == "Åland" ||
                !code_of_country(ring.country).empty())
        << ring.country;
  EXPECT_EQ(code_of_country("Poland"), "PL");
}

}  // namespace
}  // namespace cordon::viz::projection_test
