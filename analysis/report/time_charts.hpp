#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/report/kind_times.hpp"

/// Charts of lost time: bars by crossing, and lines by hour of the day.
namespace cordon {

struct TimeChart {
  std::string title;
  nlohmann::json chart;
};

/// Stacked bars for each crossing and scenario. Where the wait before the first check is many times
/// all that follows, it has a chart of its own: beside it the rest would not be seen.
[[nodiscard]] std::vector<TimeChart> time_bars(const KindTimes& kind, const Uses& crossings,
                                               const Comparison& comparison);

/// Vehicles that lose time at a crossing, by hour of the local day.
[[nodiscard]] nlohmann::json hours_chart(const TimeUse& crossing, const std::string& vehicles,
                                         const Comparison& comparison);

}  // namespace cordon
