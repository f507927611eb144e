#pragma once

// What is said of a scenario that reads well and cannot be all the same.

#include <stdexcept>
#include <string>

#include "sim/model/setup.hpp"

namespace cordon::testing {

/// The problem that make_setup throws; empty: none.
inline std::string refused(const Scenario& scenario) {
  try {
    (void)make_setup(scenario);
  } catch (const std::invalid_argument& problem) {
    return problem.what();
  }
  return "";
}

}  // namespace cordon::testing
