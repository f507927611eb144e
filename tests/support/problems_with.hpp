#pragma once

// What is said of a variant of the shipped baseline.

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "sim/scenario/parameters.hpp"

namespace cordon::testing {

inline const auto baseline =
    std::filesystem::path(CORDON_SOURCE_DIR) / "scenarios" / "pl_ua" / "baseline.toml";
using Lines = std::vector<std::string>;

/// The problems of the baseline when a variant says this on top of it, without where they are.
inline Lines problems_with(const std::string& variant) {
  const auto folder = std::filesystem::temp_directory_path() /
                      ("cordon_check_" + std::to_string(std::hash<std::string>{}(variant)));
  std::filesystem::create_directories(folder);
  const auto file = folder / "variant.toml";
  std::ofstream(file) << "extends = \"" << baseline.string() << "\"\n" << variant << "\n";
  Lines texts;
  try {
    (void)read_scenario(file);
  } catch (const ScenarioError& error) {
    for (const Problem& p : error.problems) texts.push_back(p.path + ": " + p.message);
  }
  std::filesystem::remove_all(folder);
  return texts;
}

}  // namespace cordon::testing
