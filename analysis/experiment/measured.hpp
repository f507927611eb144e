#pragma once

// A measure that an experiment keeps of each run.

#include <optional>
#include <string>
#include <vector>

#include "sim/output/measures.hpp"

namespace cordon {

struct Measured {
  std::string name;  ///< as the experiment says it: "wait_mean[crossing=medyka]"
  const Measure* measure = nullptr;
  Labels labels;

  [[nodiscard]] bool is_among(const std::vector<MeasureValue>& values) const;
  /// Its value among those of a replication; NaN where the run has nothing of this.
  [[nodiscard]] double of(const std::vector<MeasureValue>& values) const;
};

/// What sentences call measures: as the experiment says them, or otherwise.
using MeasureNames = std::string (*)(const Measured&);
[[nodiscard]] std::string as_said(const Measured& measured);

/// @param text  "wait_mean" or "wait_mean[crossing=medyka;direction=exit]"
/// @param fault  why there is none
[[nodiscard]] std::optional<Measured> parse_measured(const std::string& text, std::string& fault);

}  // namespace cordon
