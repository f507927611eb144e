#pragma once

// What a result folder says of itself, and the scenarios that it keeps.

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "analysis/results/csv.hpp"
#include "analysis/study/named_scenario.hpp"

namespace cordon {

struct Manifest {
  std::string version;
  std::vector<std::string> command;  ///< as it was typed
  std::uint64_t seed = 1;
  std::uint64_t replications = 0;  ///< of each scenario
  bool interrupted = false;
  std::chrono::system_clock::time_point started, ended;
  std::vector<std::pair<std::string, std::string>>
      simulated;                                             ///< tables of runs, and their SHA-256
  std::vector<std::pair<std::string, std::string>> derived;  ///< all else
};

/// Where in a result folder a scenario is kept: "." for the first, "variants/NAME" for the others.
[[nodiscard]] std::string folder_of(std::size_t scenario, const NamedScenario& named);

/// Hash of what was simulated: the same on every machine for the same scenarios and seed. Tables of
/// statistics are left out, since their last digits depend on the machine's mathematics library.
[[nodiscard]] std::string result_hash(const Manifest& manifest);

/// manifest.json; written last, so that a folder that has it is whole.
void write_manifest(const std::filesystem::path& folder, const Manifest& manifest,
                    const std::vector<NamedScenario>& scenarios);

/// datapackage.json: what the tables of the folder are, for any program that reads Frictionless
/// data packages.
/// @param traces  of scenarios, with what `cordon export` makes of them
void write_data_package(const std::filesystem::path& folder, const std::string& title,
                        const std::vector<TableShape>& tables,
                        const std::vector<TableShape>& traces);

/// scenario.toml and its tables: the first scenario in the folder itself, the others in
/// variants/NAME.
void write_scenarios(const std::filesystem::path& folder,
                     const std::vector<NamedScenario>& scenarios);

}  // namespace cordon
