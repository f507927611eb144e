#pragma once

// Comparison of means over replications with exact values: by a two-sided t test at level 0.001,
// with fixed seeds, so that a correct simulator fails one test for one choice of seed in a
// thousand.

#include <gtest/gtest.h>

#include <boost/math/distributions/students_t.hpp>

#include "tests/support/small_worlds.hpp"

namespace cordon::testing {

inline constexpr std::uint32_t replications = 20;

inline double critical_t() {
  return quantile(boost::math::students_t(replications - 1), 1 - 0.001 / 2);
}

/// @param power  the deviation, as a share of the exact value, that the test is sure to see
inline void expect_agrees(const Estimate& simulated, double exact, const char* what, double power) {
  EXPECT_LE(std::abs(simulated.mean - exact), critical_t() * simulated.standard_error)
      << what << ": exact " << exact << ", simulated " << simulated.mean << " +- "
      << simulated.standard_error << " (standard error)";
  EXPECT_LT(critical_t() * simulated.standard_error, power * exact) << what << " is too imprecise";
}

inline std::vector<Replication> run(const Scenario& scenario) {
  return replicate(make_setup(scenario), 1, 0, replications, 1);
}

}  // namespace cordon::testing
