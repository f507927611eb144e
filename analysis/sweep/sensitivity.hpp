#pragma once

// Which factors of an experiment matter, by the method that its design allows.

#include <string>
#include <vector>

#include "analysis/results/csv.hpp"
#include "analysis/sensitivity/bootstrap.hpp"
#include "analysis/sweep/run_values.hpp"

namespace cordon {

/// One figure that says how much a factor, or two together, or all, matter.
struct SensitivityIndex {
  std::string index;  ///< "mu_star", "sigma", "first_order", "total", "src", "break_even"...
  int factor = -1;    ///< -1: of all
  int other = -1;     ///< of pairs
  BootstrapEstimate value;
};

/// What is known of one response.
struct Sensitivity {
  Response response;
  std::vector<SensitivityIndex> indices;
  int used = 0, dropped = 0;  ///< of `unit`
  std::string unit;           ///< what the design is made of: trajectories, base points, points...
};

/// "elementary effects", "Sobol' indices", "regression", "one at a time": what a design is good
/// for.
[[nodiscard]] std::string sensitivity_method(DesignMethod method);

/// Of each response.
[[nodiscard]] std::vector<Sensitivity> sensitivity_of(const Experiment& experiment,
                                                      const RunValues& values);

extern const TableShape sensitivity_table;
/// @return SHA-256 of the file
std::string write_sensitivity(const std::filesystem::path& folder, const Experiment& experiment,
                              const std::vector<Sensitivity>& found);

}  // namespace cordon
