#include "viz/scene/projection.hpp"

#include <cmath>
#include <numbers>

namespace cordon::viz {
namespace {

constexpr double pi = std::numbers::pi;
constexpr double earth_radius_km = 6371.0;

}  // namespace

Point project(double latitude, double longitude) {
  const double phi = std::clamp(latitude, -85.0, 85.0) * pi / 180;
  return {(longitude + 180) / 360, 0.5 - std::asinh(std::tan(phi)) / (2 * pi)};
}

double latitude_of(Point at) { return std::atan(std::sinh((0.5 - at.y) * 2 * pi)) * 180 / pi; }

double kilometres_per_unit(Point at) {
  return 2 * pi * earth_radius_km * std::cos(latitude_of(at) * pi / 180);
}

}  // namespace cordon::viz
