#pragma once

#include "analysis/study/named_scenario.hpp"
#include "viz/playback/recording.hpp"

namespace cordon::viz {

/// Which run of a scenario, and what its recording tells.
struct RunWanted {
  std::uint64_t seed = 1;
  std::uint32_t replication = 1;
  bool truth = false;  ///< whether it tells what vehicles hide; of a real map it never does
};

/// Simulates one run and records it in memory.
/// @param progress  called from this thread
/// @return null when it was asked to stop
[[nodiscard]] std::shared_ptr<const Recording> simulate_run(const NamedScenario& scenario,
                                                            const RunWanted& wanted,
                                                            const Progress& progress,
                                                            std::stop_token stop);

}  // namespace cordon::viz
