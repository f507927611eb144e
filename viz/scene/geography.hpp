#pragma once

// Where everything is on the map: places, crossings and the roads between them.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sim/output/trace/header.hpp"
#include "sim/scenario/scenario.hpp"
#include "viz/scene/point.hpp"

namespace cordon::viz {

/// A town or region where traffic starts or ends.
struct Town {
  std::string name, label;
  Point at;
};
/// A crossing, or a base of teams.
struct Post {
  std::string name, label, country;
  Point at;
  bool base = false;
  double sector_km2 = 0;  ///< of green border, that patrols of the base watch; 0: none
};
enum class WayKind : std::uint8_t { road, vessel, air };
/// By its speed: no vessel is faster than 25 knots, no road or railway slower (assumed, true of all
/// shipped maps), and nothing but aircraft faster than 300 km/h.
[[nodiscard]] WayKind kind_of_way(double speed_km_per_h);

struct Road {
  Point from, to;
  WayKind kind = WayKind::road;
  double vehicles_per_day = 0;  ///< as the scenario says them; 0: it says nothing of this way
};

struct Geography {
  /// Whether the map is a plan without countries: the scenario says no coordinates.
  bool is_plan = false;
  std::vector<Town> towns;
  std::vector<Post> posts;  ///< as the crossings in the trace's header
  std::vector<Road> roads;
  std::set<std::string> countries;     ///< codes, of all of them
  std::map<std::string, Point> where;  ///< by the names of places in the scenario

  /// All crossings and sectors of green border, or all places when there are none.
  [[nodiscard]] Box extent() const;
};

/// Places without coordinates stand on a plan: crossings one below the other, towns on both sides.
[[nodiscard]] Geography geography_of(const Scenario& scenario, const trace::Header& header);

}  // namespace cordon::viz
