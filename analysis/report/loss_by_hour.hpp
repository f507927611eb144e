#pragma once

#include "analysis/report/kind_times.hpp"
#include "analysis/report/sections.hpp"

namespace cordon {

/// When a kind of traffic loses its time: charts with tables for a few crossings where it depends
/// on the hour of the day, and a sentence on those where it does not.
void add_loss_by_hour(const KindTimes& kind, const Comparison& comparison, PageText& group,
                      nlohmann::json& charts);

}  // namespace cordon
