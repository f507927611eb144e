#pragma once

// Whose queue is forecast.

#include <compare>
#include <string>

#include "sim/scenario/spec/words.hpp"

namespace cordon::forecast {

/// The traffic of one class in one direction at one crossing.
struct LineKey {
  std::string crossing;  ///< name in the scenario
  Direction direction = Direction::entry;
  VehicleClass vehicle_class = VehicleClass::lorry;
  auto operator<=>(const LineKey&) const = default;
};

/// "medyka_lorry_entry": how the scenario calls it.
[[nodiscard]] std::string name_of(const LineKey& line);
/// "lorries, entry".
[[nodiscard]] std::string traffic_of(const LineKey& line);

}  // namespace cordon::forecast
