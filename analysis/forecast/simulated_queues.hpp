#pragma once

// Mean queues of many replications of several scenarios.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>

#include "analysis/forecast/line_key.hpp"
#include "analysis/forecast/series.hpp"
#include "sim/model/setup.hpp"

namespace cordon::forecast {

struct SimulationPlan {
  std::uint64_t seed = 1;
  std::uint32_t replications = 20;
  int jobs = 1;  ///< threads; any number gives the same queues
  std::function<void(std::uint64_t done, std::uint64_t planned)> progress;
  std::stop_token stop;
};

/// Of each line, the mean over the replications at the times that the scenario records.
using MeanQueues = std::map<LineKey, Series>;

/// @return by scenario; none when it was stopped
[[nodiscard]] std::optional<std::vector<MeanQueues>> simulate_queues(
    const std::vector<std::shared_ptr<const Setup>>& setups, const SimulationPlan& plan);

}  // namespace cordon::forecast
