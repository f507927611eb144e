#pragma once

// Replicates all scenarios of a study under the same luck, as often as planned.

#include <functional>
#include <optional>
#include <stop_token>

#include "analysis/study/named_scenario.hpp"
#include "analysis/study/runs.hpp"

namespace cordon {

/// How exactly one measure must be known.
struct Precision {
  const Measure* measure = nullptr;
  double share = 0;  ///< half-width of the interval as a share of the baseline's mean
};

/// @param text  "wait_mean=5%" or "wait_mean=0.05"
/// @throws UserError  when it says something else
[[nodiscard]] Precision parse_precision(const std::string& text);

inline constexpr double confidence = 0.95;

struct Plan {
  std::uint64_t seed = 1;
  std::uint32_t replications = 20;  ///< of each scenario; at least, when there is a precision
  std::optional<Precision> precision;
  std::uint32_t most = 10'000;  ///< replications, whatever the precision
  int jobs = 1;
  std::vector<Watch> watch;  ///< by scenario; none: nothing more than the tables is wanted
};

/// What is told while replications run; never from two threads at a time.
struct Listener {
  /// One more has finished, of so many that are planned by now.
  std::function<void(std::size_t scenario, const Replication&, std::uint64_t planned)> finished;
  /// In the order of their numbers for each scenario, just once.
  std::function<void(std::size_t scenario, const Replication&)> in_order;
};

struct Simulated {
  std::vector<Runs> runs;           ///< by scenario
  bool interrupted = false;         ///< before all that were planned had finished
  std::optional<double> precision;  ///< that was reached, as a share, when one was wanted
};

/// Half-width of the 95 % interval of the first scenario's mean, or with several scenarios the
/// greatest of their differences from the first, as a share of the first's mean. NaN when unknown.
[[nodiscard]] double precision_of(const std::vector<Runs>& runs, const Measure* measure);

/// Takes the scenarios in turn, some replications of each at a time, so that an interruption leaves
/// pairs. Results depend on the seed and the number of replications alone.
[[nodiscard]] Simulated simulate_all(const std::vector<NamedScenario>& scenarios, const Plan& plan,
                                     const Listener& listener, std::stop_token stop = {});

}  // namespace cordon
