#pragma once

// The ways that vehicles, teams and messages take over the map.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "viz/scene/geography.hpp"

namespace cordon::viz {

/// A line of points, and how far each is from the first.
class Way {
 public:
  Way() = default;
  explicit Way(std::vector<Point> points);
  [[nodiscard]] const std::vector<Point>& points() const { return points_; }
  [[nodiscard]] bool empty() const { return points_.size() < 2; }
  /// Where one is that has come a share of it.
  [[nodiscard]] Point at(double share) const;
  /// In which direction one goes there; of length 1.
  [[nodiscard]] Point heading(double share) const;

 private:
  [[nodiscard]] std::size_t piece_at(double share) const;
  std::vector<Point> points_;
  std::vector<double> along_;
};

/// On which side of a crossing.
enum class Side : std::uint8_t { abroad, inland };

class Routes {
 public:
  Routes(const Scenario& scenario, const Geography& geography);

  /// The quickest way by the scenario's roads; straight where there is none. Empty when one of the
  /// two is on no map. Kept once it has been asked for.
  [[nodiscard]] const Way& between(const std::string& from, const std::string& to);
  /// A short way from a crossing to one of its sides, along its roads there: where the trace does
  /// not say where vehicles come from, or go to.
  [[nodiscard]] const Way& access_road(const std::string& crossing, Side side) const;

  /// The last 100 km of the way of vessels to a port, where there is most sea around it, and of
  /// such ways the one nearest to its ways of vessels. Empty: none leads there.
  [[nodiscard]] const Way& sea_lane(const std::string& crossing) const;

 private:
  struct Link {
    std::size_t to;
    double hours;
    WayKind kind;
  };
  void add_sea_lane(const std::string& crossing, std::size_t node);
  [[nodiscard]] Way quickest(std::size_t from, std::size_t to) const;
  void add_stubs(const Scenario& scenario);

  std::map<std::string, std::size_t> node_;
  std::vector<Point> at_;
  std::vector<std::vector<Link>> links_;
  std::map<std::pair<std::string, std::string>, Way> ways_;
  std::map<std::pair<std::string, Side>, Way> access_roads_;
  std::map<std::string, Way> sea_lanes_;
};

}  // namespace cordon::viz
