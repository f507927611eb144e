#pragma once

// The results of a calibration: tables, and the scenario with the fitted values.

#include <chrono>
#include <filesystem>

#include "analysis/calibrate/forecasts.hpp"
#include "analysis/results/csv.hpp"
#include "analysis/results/result_folder.hpp"

namespace cordon {

extern const TableShape fit_table, errors_table;

/// The scenario that extends the kept copy of the original ("scenario.toml") with the fitted
/// values; each has its interval as its source, where the format has room for one.
[[nodiscard]] std::string fitted_scenario(const Experiment& experiment, const Calibration& found);

/// What was found, to be written.
struct CalibrationResults {
  const Experiment& experiment;
  const Observations& observations;
  const Calibration& found;
  const FitForecasts& forecasts;
  std::filesystem::path journal;  ///< of all runs
  std::string report;             ///< as HTML
  std::vector<std::string> command_line;
  std::chrono::system_clock::time_point started;
};

/// Writes everything and puts the folder in its place.
void write_calibration(ResultFolder& folder, const CalibrationResults& results);

}  // namespace cordon
