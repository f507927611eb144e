#pragma once

// The forecasts of a calibration, as its folder keeps them.

#include "analysis/calibrate/forecasts.hpp"
#include "analysis/pages/result_tables.hpp"

namespace cordon::pages {

/// @return none when the tables are not those of this experiment
[[nodiscard]] std::optional<forecast::Forecasts> forecasts_again(const Experiment& experiment,
                                                                 const Observations& observations,
                                                                 const ResultFolderRead& folder);

}  // namespace cordon::pages
