#pragma once

// From a work folder to the folder of results, and back when a finished sweep is to go on.

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "analysis/sweep/discovery.hpp"
#include "analysis/sweep/merge.hpp"
#include "analysis/sweep/sensitivity.hpp"

namespace cordon {

struct SweepResults {
  SweepOutcomes outcomes;
  std::vector<Sensitivity> sensitivity;
  std::vector<Discovery> discoveries;
};

struct FinishOptions {
  std::string place;  ///< of the results
  bool replace = false;
  std::vector<std::string> command_line;
  std::chrono::system_clock::time_point started;
  bool sensitivity = false;                                ///< whether it is wanted, too
  std::function<std::string(const SweepResults&)> report;  ///< as HTML
};

/// Runs that the experiment needs; with a precision, at least.
[[nodiscard]] std::uint64_t runs_planned(const Experiment& experiment);

/// Merges the shards, writes the tables, and removes the work folder.
SweepResults write_results(const Experiment& experiment, const WorkFolder& work,
                           const FinishOptions& options);

/// experiment.toml, beside the copies of its scenarios, so that the folder can be run again
/// anywhere.
void write_experiment(const Experiment& experiment, const std::filesystem::path& folder);

/// Results that are there already are not replaced by accident.
/// @throws OutputError
void refuse_to_replace(const std::string& place, bool force);

/// Makes a work folder of finished results, so that the sweep can have more replications; does
/// nothing when there are none.
void reopen(const std::string& place, const WorkFolder& work);

/// Wall seconds of a run in each scenario, of the first design and the last, in the mean.
[[nodiscard]] double timed_pilot(const Experiment& experiment);

}  // namespace cordon
