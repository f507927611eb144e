#pragma once

// Simulates the runs of an experiment, or of one shard of it, on threads.

#include <functional>
#include <stop_token>
#include <utility>
#include <vector>

#include "analysis/experiment/experiment.hpp"
#include "analysis/statistics/running_mean.hpp"
#include "analysis/sweep/journal.hpp"
#include "analysis/sweep/setups.hpp"

namespace cordon {

[[nodiscard]] RunColumns columns_of(const Experiment& experiment);

/// One run; one that fails is a row that says why.
[[nodiscard]] RunRow simulate_one(const Experiment& experiment, const Setups::Ready& ready,
                                  const RunId& id, bool verify);

struct SweepPlan {
  Shard shard;
  int jobs = 1;
  bool verify = false;
  /// Told after each run, of so many of the shard's that are planned by now.
  std::function<void(const RunRow&, std::uint64_t done, std::uint64_t planned)> finished;
};

struct SweepState {
  std::uint64_t rows = 0;          ///< of the shard that are there
  std::uint32_t replications = 0;  ///< that were wanted at last
  std::uint64_t failed = 0;        ///< of those simulated now
  bool interrupted = false;
};

/// Goes on where the journal ends. Rows depend on the experiment alone, whatever the number of
/// threads, interruptions and shards.
[[nodiscard]] SweepState sweep(const Experiment& experiment, Journal& journal,
                               const SweepPlan& plan, std::stop_token stop = {});

/// Whether all that `precision` asks for is reached by so many replications of all designs.
class PrecisionCheck {
 public:
  explicit PrecisionCheck(const Experiment& experiment);
  void add(const RunRow& row);
  [[nodiscard]] bool is_reached() const;

 private:
  std::size_t scenarios_;
  std::vector<std::pair<std::size_t, double>> wanted_;  ///< measure, share
  std::vector<RunningMean> means_;                      ///< by design, scenario and wanted measure
};

}  // namespace cordon
