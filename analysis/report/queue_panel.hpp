#pragma once

#include "analysis/report/sections.hpp"

namespace cordon {

/// A queue of all scenarios.
struct LineName {
  std::string crossing, direction, vehicle_class;
  auto operator<=>(const LineName&) const = default;
};

/// Its simulated queues, the baseline's first; those without a point are left out.
[[nodiscard]] std::vector<const QueueLine*> lines_of(const LineName& name,
                                                     const Comparison& comparison);
/// Null when nobody has counted it.
[[nodiscard]] const ObservedQueue* observed_of(const LineName& name, const Comparison& comparison);
[[nodiscard]] std::string scenario_name(std::size_t i, const Comparison& comparison);

/// A chart of the queue over time, with a table by day below it.
[[nodiscard]] kainjow::mustache::data panel_of(const LineName& name, const Comparison& comparison,
                                               nlohmann::json& charts);

}  // namespace cordon
