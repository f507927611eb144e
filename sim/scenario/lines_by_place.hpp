#pragma once

// Which line a row of a table means.

#include <array>
#include <string>
#include <unordered_map>

#include "sim/scenario/scenario.hpp"

namespace cordon {

/// The lines of a scenario by crossing, direction and class.
class LinesByPlace {
 public:
  using Line = std::pair<const std::string, LineSpec>;  ///< with its name

  /// @param scenario  must live as long
  explicit LinesByPlace(const Scenario& scenario);

  /// @return null when there is none
  [[nodiscard]] const Line* find(const std::string& crossing, Direction d, VehicleClass c) const;
  /// The line that a row names, or that is where it says; null when there is none or it says too
  /// little.
  [[nodiscard]] const Line* find(const ArrivalRow& row) const;

 private:
  const Scenario& scenario_;
  std::unordered_map<std::string, std::array<const Line*, directions * vehicle_classes>> lines_;
};

/// The class of a row's vehicles.
[[nodiscard]] inline VehicleClass class_of(const ArrivalRow& row, const LineSpec& line) {
  return row.vehicle_class.value_or(line.vehicle_class);
}

/// Whether a line is closed, by itself or with its crossing.
[[nodiscard]] inline bool is_closed(const LineSpec& line, const Scenario& scenario) {
  return line.closed || scenario.crossing.at(line.crossing).closed;
}

}  // namespace cordon
