#pragma once

#include "analysis/study/named_scenario.hpp"
#include "viz/playback/recording.hpp"

namespace cordon::viz {

/// Simulates replication 1 of a scenario and records it in memory. On a real map the recording does
/// not say what vehicles hide, as no trace of one does.
/// @param progress  called from this thread
/// @return null when it was asked to stop
[[nodiscard]] std::shared_ptr<const Recording> simulate_run(const NamedScenario& scenario,
                                                            std::uint64_t seed,
                                                            const Progress& progress,
                                                            std::stop_token stop);

}  // namespace cordon::viz
