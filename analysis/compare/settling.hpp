#pragma once

// Whether a run has got over its beginning, and what one long run says by itself: by all vehicles
// that wait for their first check, over time.

#include <optional>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/statistics/batch_means.hpp"
#include "analysis/study/named_scenario.hpp"
#include "analysis/study/runs.hpp"

namespace cordon {

/// Vehicles waiting for their first check on all lines together; mean over the replications.
struct WaitingOverTime {
  std::vector<Time> at;
  std::vector<double> vehicles;
};
[[nodiscard]] WaitingOverTime waiting_over_time(const Runs& runs);

struct Settling {
  bool is_known = false;   ///< false: there are too few observations to tell
  std::optional<Time> at;  ///< by MSER-5; none: not within the first half
};
[[nodiscard]] Settling settling_of(const WaitingOverTime& waiting);

/// The same for a picture, of each scenario that has a warm-up and in which somebody waits: means
/// of batches of 5 observations, or of more where there would be too many to draw.
[[nodiscard]] std::vector<SettlingRun> settling_runs_of(const std::vector<NamedScenario>& scenarios,
                                                        const std::vector<Runs>& runs);

/// What is measured of the mean number that waits, when there is one replication alone.
/// @param from  the end of the warm-up
[[nodiscard]] BatchMeans waiting_in_one_run(const WaitingOverTime& waiting, Time from);

}  // namespace cordon
