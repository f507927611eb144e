#pragma once

// How simulated means are held against exact values: a two-sided t test over replications at level
// 0.001, with fixed seeds. A correct simulator fails one of them for one choice of seed in a
// thousand.

#include <gtest/gtest.h>

#include <boost/math/distributions/students_t.hpp>

#include "sim/run/replicate.hpp"
#include "tests/support/small_worlds.hpp"

namespace cordon::oracle {

using testing::estimate;
using testing::Estimate;
using testing::one_stage;

constexpr std::uint32_t replications = 20;

inline double critical_t() {
  return quantile(boost::math::students_t(replications - 1), 1 - 0.001 / 2);
}

// @param power  the deviation, as a share of the exact value, that the test is sure to see
inline void expect_agrees(const Estimate& simulated, double exact, const char* what, double power) {
  EXPECT_LE(std::abs(simulated.mean - exact), critical_t() * simulated.standard_error)
      << what << ": exact " << exact << ", simulated " << simulated.mean << " +- "
      << simulated.standard_error << " (standard error)";
  EXPECT_LT(critical_t() * simulated.standard_error, power * exact) << what << " is too imprecise";
}

// Probability that all of c lanes are busy, for an offered load of a. Source: Erlang 1917.
inline double erlang_c(int c, double a) {
  double term = 1, sum = 1;
  for (int k = 1; k < c; ++k) sum += term *= a / k;
  const double all_busy = term * a / c / (1 - a / c);
  return all_busy / (sum + all_busy);
}

inline std::vector<Replication> run(const Scenario& scenario) {
  return replicate(make_setup(scenario), 1, 0, replications, 1);
}

}  // namespace cordon::oracle
