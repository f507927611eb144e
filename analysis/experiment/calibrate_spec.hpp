#pragma once

// What a file says of a calibration: what was observed, and how it is fitted.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/format/toml_value.hpp"
#include "sim/scenario/spec/words.hpp"

namespace cordon {

/// A value that was observed of the whole of the scenario's time.
struct ObservedSpec {
  std::string measure;
  format::TomlValue value;
  std::optional<format::TomlValue> spread;  ///< of the error of observation: standard deviation
};

struct CalibrateSpec {
  std::string queues;       ///< CSV file of queues that were counted
  double queue_spread = 0;  ///< of the error of a count: standard deviation, vehicles
  std::vector<VehicleClass> vehicle_classes;  ///< whose counts are used; empty: of all
  std::map<std::string, ObservedSpec> observed;
  double step = 0.05;     ///< to either side, over which changes are taken; of a range
  int evaluations = 100;  ///< of the local search, at most
  int forecasts = 10;     ///< of 7 days after the scenario's time, one a day, at most
};

[[nodiscard]] const format::Table<ObservedSpec>& parameters_of(format::Tag<ObservedSpec>);
[[nodiscard]] const format::Table<CalibrateSpec>& parameters_of(format::Tag<CalibrateSpec>);

}  // namespace cordon
