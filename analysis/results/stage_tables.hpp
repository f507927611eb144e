#pragma once

// Where vehicles spend their time, by hour of the day.

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/results/csv.hpp"
#include "analysis/study/named_scenario.hpp"
#include "analysis/study/runs.hpp"

namespace cordon {

extern const TableShape stages_by_hour_table;

/// @return the SHA-256 of the file
std::string write_stages_by_hour(const std::filesystem::path& folder,
                                 const std::vector<NamedScenario>& scenarios,
                                 const std::vector<Runs>& runs);

}  // namespace cordon
