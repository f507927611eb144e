#pragma once

// The runs of a calibration, as its results keep them: what the journal has.

#include <deque>
#include <filesystem>
#include <string>
#include <vector>

#include "analysis/calibrate/observations.hpp"
#include "analysis/results/csv.hpp"

namespace cordon {

/// runs.csv, whose columns depend on the experiment: measures, and then what the run has of each
/// observation.
class CalibrationRuns {
 public:
  CalibrationRuns(const Experiment& experiment, const Observations& observations);
  CalibrationRuns(const CalibrationRuns&) = delete;
  CalibrationRuns& operator=(const CalibrationRuns&) = delete;

  [[nodiscard]] TableShape shape() const;
  /// @param journal  of all runs
  /// @return SHA-256 of the file
  std::string write(const std::filesystem::path& folder,
                    const std::filesystem::path& journal) const;

 private:
  std::deque<std::string> words_;  ///< that columns refer to
  std::vector<Column> columns_;
};

}  // namespace cordon
