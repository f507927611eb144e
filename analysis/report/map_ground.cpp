#include "analysis/report/map_ground.hpp"

#include <algorithm>
#include <boost/geometry/algorithms/correct.hpp>
#include <boost/geometry/algorithms/envelope.hpp>
#include <boost/geometry/algorithms/expand.hpp>
#include <boost/geometry/algorithms/intersection.hpp>
#include <boost/geometry/algorithms/intersects.hpp>
#include <boost/geometry/algorithms/simplify.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>

#include "analysis/outlines/outlines.hpp"

namespace cordon {
namespace {

namespace bg = boost::geometry;
using Spot2 = bg::model::d2::point_xy<double>;
using Polygon = bg::model::polygon<Spot2>;
using Frame = bg::model::box<Spot2>;

constexpr double least_height = 0.6;  // degrees: some 65 km
constexpr double margin = 0.12;       // of width and height
// A chart is at most so many times as wide as it is high, or as high as wide, and shows the places
// whole: so nothing farther from their middle is ever in it.
constexpr double most_stretched = 3.2;
constexpr double finest = 1.0 / 600;  // of the height: less than two pixels

MapGround seen_around(const std::vector<std::pair<double, double>>& places) {
  MapGround seen{
      places.front().first, places.front().first, places.front().second, places.front().second, {}};
  for (const auto& [east, north] : places) {
    seen.west = std::min(seen.west, east);
    seen.east = std::max(seen.east, east);
    seen.south = std::min(seen.south, north);
    seen.north = std::max(seen.north, north);
  }
  const double wider = margin * (seen.east - seen.west);
  const double higher =
      std::max(margin * (seen.north - seen.south), (least_height - seen.north + seen.south) / 2);
  return {seen.west - wider, seen.east + wider, seen.south - higher, seen.north + higher, {}};
}

std::vector<Polygon> parts_within(const Outline& outline, const Frame& frame) {
  Polygon polygon;
  for (const Position at : outline.positions)
    polygon.outer().push_back({at.longitude, at.latitude});
  bg::correct(polygon);
  std::vector<Polygon> parts;
  if (bg::intersects(bg::return_envelope<Frame>(polygon), frame))
    bg::intersection(polygon, frame, parts);
  return parts;
}

}  // namespace

MapGround ground_around(const std::vector<std::pair<double, double>>& places) {
  MapGround ground = seen_around(places);
  const double east = (ground.west + ground.east) / 2, north = (ground.south + ground.north) / 2;
  const double narrower = std::cos(north * 3.14159265 / 180);  // a degree of longitude
  const double height =
      std::max(ground.north - ground.south, (ground.east - ground.west) * narrower);
  const double half_height = most_stretched * height / 2, half_width = half_height / narrower;
  const Frame frame({east - half_width, north - half_height},
                    {east + half_width, north + half_height});
  for (const Outline& outline : europe_outlines())
    for (const Polygon& part : parts_within(outline, frame)) {
      Polygon simple;
      bg::simplify(part, simple, height * finest);
      if (simple.outer().size() < 4) continue;  // too small to be seen
      auto& line = ground.land.emplace_back();
      for (const Spot2& at : simple.outer()) line.emplace_back(at.x(), at.y());
    }
  return ground;
}

}  // namespace cordon
