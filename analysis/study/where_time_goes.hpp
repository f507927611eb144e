#pragma once

// Where vehicles spend their time: by crossing, direction, vehicle class, stage and activity, in
// one replication or in all of them.

#include <array>
#include <compare>
#include <map>
#include <string>
#include <vector>

#include "sim/model/setup.hpp"
#include "sim/output/details.hpp"

namespace cordon {

/// One thing that vehicles do at one stage.
struct StageOfWay {
  CrossingIndex crossing;
  Direction direction{};
  VehicleClass vehicle_class{};
  int stage = 0;  ///< order in the layout
  Activity activity{};
  auto operator<=>(const StageOfWay&) const = default;
};

struct TimeSpent {
  std::int64_t vehicles = 0;
  std::array<std::int64_t, 24> by_hour{};  ///< of the local day: vehicle microseconds
  [[nodiscard]] double hours() const;      ///< vehicle hours, of all hours of the day
};

class WhereTimeGoes {
 public:
  /// @param times  of one replication, or of several added up
  WhereTimeGoes(const Setup& setup, const std::vector<StageTime>& times);

  [[nodiscard]] const std::map<StageOfWay, TimeSpent>& parts() const { return parts_; }
  [[nodiscard]] const std::string& crossing_of(const StageOfWay& at) const;
  [[nodiscard]] const std::string& stage_of(const StageOfWay& at) const;

 private:
  const Setup& setup_;
  std::map<StageOfWay, TimeSpent> parts_;
};

/// How much of the measured time falls into each hour of the local day.
[[nodiscard]] std::array<Duration, 24> measured_by_hour(const Setup& setup);

}  // namespace cordon
