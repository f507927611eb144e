#pragma once

// The measures of a run: their names are a contract, their catalogue is one table.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/engine/time.hpp"
#include "sim/scenario/spec/words.hpp"

namespace cordon {

enum class Family { flow, enforcement, information, effort };
/// Which way a change of a measure is good for the side that uses this tool.
enum class Better { lower, higher, neither };

struct Measure {
  std::string_view name;
  Family family;
  std::string_view unit;  ///< of the tables; "1" for shares and counts of nothing in particular
  Better better;
  std::string_view meaning;
};

/// All measures, in the order of the tables.
[[nodiscard]] std::span<const Measure> measures();
/// @return null when there is none of that name
[[nodiscard]] const Measure* find_measure(std::string_view name);
[[nodiscard]] std::string_view name_of(Family family);
struct Labels;
/// Whether a value may be shown. On a real map nothing says how much gets through at which post;
/// attempts less detections would.
[[nodiscard]] bool may_be_shown(const Measure& measure, const Labels& labels, bool real_map);

/// What a value is about. "all" where it is summed over.
struct Labels {
  std::string crossing = "all", direction = "all", stage = "all", vehicle_class = "all",
              commodity = "all", country = "all", authority = "all", period = "all";
  auto operator<=>(const Labels&) const = default;
};

/// One value of one measure. NaN: there was nothing to take it from (no seizure, no wait).
struct MeasureValue {
  const Measure* measure = nullptr;
  Labels labels;
  double value = 0;
};

/// The queue of one line at one time.
struct QueueSample {
  Time at;
  std::uint16_t line = 0;        ///< as in Setup::lines
  std::int32_t waiting = 0;      ///< for the first check, wherever they wait
  std::int32_t in_service = 0;   ///< under control, at any stage
  double wait_estimate_min = 0;  ///< as published
  VehicleClass vehicle_class{};  ///< those of the line that are counted
};

}  // namespace cordon
