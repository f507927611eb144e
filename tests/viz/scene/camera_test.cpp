#include "viz/scene/camera.hpp"

#include <gtest/gtest.h>

namespace cordon::viz::camera_test {
namespace {

const Box view{{0, 40}, {1000, 740}};

void expect_near(Point a, Point b, double tolerance) {
  EXPECT_NEAR(a.x, b.x, tolerance);
  EXPECT_NEAR(a.y, b.y, tolerance);
}

TEST(Camera, TurnsPointsOfTheMapIntoPointsOfTheScreenAndBack) {
  Camera camera(view);
  camera.fit({{0.5, 0.3}, {0.6, 0.4}}, 50);
  const Point somewhere{123, 456};
  expect_near(camera.to_screen(camera.to_world(somewhere)), somewhere, 1e-9);
}

TEST(Camera, FitsABoxWithItsMarginInTheMiddleOfTheView) {
  Camera camera(view);
  camera.fit({{0.5, 0.3}, {0.6, 0.4}}, 50);
  expect_near(camera.to_screen({0.55, 0.35}), view.centre(), 1e-9);
  // The height is the narrower side: 700 pixels less twice 50.
  EXPECT_NEAR(camera.to_screen({0.5, 0.4}).y - camera.to_screen({0.5, 0.3}).y, 600, 1e-6);
}

TEST(Camera, ZoomsToThePointerWhichStaysWhereItIs) {
  Camera camera(view);
  camera.fit({{0.5, 0.3}, {0.6, 0.4}}, 50);
  const Point pointer{200, 300}, under_it = camera.to_world(pointer);
  const double before = camera.scale();
  camera.zoom_at(pointer, 2);
  EXPECT_DOUBLE_EQ(camera.scale(), 2 * before);
  expect_near(camera.to_screen(under_it), pointer, 1e-6);
}

TEST(Camera, KeepsWithinItsScales) {
  Camera camera(view);
  camera.zoom_at(view.centre(), 1e12);
  EXPECT_DOUBLE_EQ(camera.scale(), Camera::greatest_scale);
  camera.zoom_at(view.centre(), 1e-12);
  EXPECT_DOUBLE_EQ(camera.scale(), Camera::least_scale);
}

TEST(Camera, FollowsTheMouse) {
  Camera camera(view);
  const Point held = camera.to_world({400, 400});
  camera.pan({30, -20});
  expect_near(camera.to_screen(held), {430, 380}, 1e-9);
}

TEST(Camera, ShowsSomeWayAroundASinglePoint) {
  Camera camera(view);
  camera.fit({{0.55, 0.35}, {0.55, 0.35}}, 50);
  EXPECT_LT(camera.scale(), Camera::greatest_scale);
}

}  // namespace
}  // namespace cordon::viz::camera_test
