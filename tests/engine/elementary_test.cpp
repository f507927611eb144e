#include "sim/engine/elementary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "tests/engine/fingerprint.hpp"

namespace cordon::elementary_test {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// How far `result` is from `exact`, in units in the last place of the exact value.
double ulps(double result, long double exact) {
  const double rounded = std::abs(static_cast<double>(exact));
  const double unit = std::nextafter(rounded, infinity) - rounded;
  return static_cast<double>(std::abs(static_cast<long double>(result) - exact)) / unit;
}

/// `count` reals from low to high, none of them round.
std::vector<double> reals(double low, double high, int count) {
  std::mt19937_64 bits{20230419};
  std::vector<double> values;
  for (int i = 0; i < count; ++i) {
    const double u = static_cast<double>(bits() >> 11) * 0x1p-53;
    values.push_back(low + (high - low) * u);
  }
  return values;
}

double worst_exp(double low, double high) {
  double worst = 0.0;
  for (double x : reals(low, high, 200'000)) {
    worst = std::max(worst, ulps(elementary::exp(x), std::exp(static_cast<long double>(x))));
  }
  return worst;
}

double worst_log(const std::vector<double>& values) {
  double worst = 0.0;
  for (double x : values) {
    worst = std::max(worst, ulps(elementary::log(x), std::log(static_cast<long double>(x))));
  }
  return worst;
}

TEST(Exp, IsWithinOneUnitInTheLastPlace) {
  EXPECT_LE(worst_exp(-1.0, 1.0), 0.52);
  EXPECT_LE(worst_exp(-40.0, 40.0), 0.52);
  EXPECT_LE(worst_exp(-708.0, 709.7), 0.52);
  EXPECT_LE(worst_exp(-1e-10, 1e-10), 0.52);
  EXPECT_LE(worst_exp(-745.0, -708.0), 1.0) << "subnormal results";
}

TEST(Exp, KnowsTheEdges) {
  EXPECT_EQ(elementary::exp(0.0), 1.0);
  EXPECT_EQ(elementary::exp(-0.0), 1.0);
  EXPECT_EQ(elementary::exp(1e-300), 1.0);
  EXPECT_EQ(elementary::exp(1.0), 2.718281828459045);
  EXPECT_EQ(elementary::exp(709.782712893384), 1.7976931348622732e308);
  EXPECT_EQ(elementary::exp(709.7827128933841), infinity);
  EXPECT_EQ(elementary::exp(1e300), infinity);
  EXPECT_EQ(elementary::exp(infinity), infinity);
  EXPECT_EQ(elementary::exp(-745.13), std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(elementary::exp(-745.14), 0.0);
  EXPECT_EQ(elementary::exp(-infinity), 0.0);
  EXPECT_TRUE(std::isnan(elementary::exp(std::nan(""))));
}

TEST(Log, IsWithinOneUnitInTheLastPlace) {
  EXPECT_LE(worst_log(reals(0.0, 1.0, 200'000)), 0.52);
  EXPECT_LE(worst_log(reals(0.9, 1.1, 200'000)), 0.52) << "where the result nearly vanishes";
  EXPECT_LE(worst_log(reals(1.0 - 1e-9, 1.0 + 1e-9, 200'000)), 0.52);
  EXPECT_LE(worst_log(reals(1.0, 1e12, 200'000)), 0.52);
  std::vector<double> all_magnitudes = reals(-744.0, 709.0, 200'000);
  for (double& x : all_magnitudes) x = static_cast<double>(std::exp(static_cast<long double>(x)));
  EXPECT_LE(worst_log(all_magnitudes), 0.52);
}

TEST(Log, KnowsTheEdges) {
  EXPECT_EQ(elementary::log(1.0), 0.0);
  EXPECT_EQ(elementary::log(0.0), -infinity);
  EXPECT_EQ(elementary::log(-0.0), -infinity);
  EXPECT_EQ(elementary::log(infinity), infinity);
  EXPECT_EQ(elementary::log(2.0), 0.6931471805599453);
  EXPECT_EQ(elementary::log(std::numeric_limits<double>::denorm_min()), -744.4400719213812);
  EXPECT_EQ(elementary::log(std::numeric_limits<double>::max()), 709.782712893384);
  EXPECT_TRUE(std::isnan(elementary::log(-1.0)));
  EXPECT_TRUE(std::isnan(elementary::log(-infinity)));
  EXPECT_TRUE(std::isnan(elementary::log(std::nan(""))));
}

/// The same quantile from Boost.Math, in long double.
long double normal_quantile_of_boost(double u) {
  return -std::sqrt(2.0L) * boost::math::erfc_inv(2.0L * static_cast<long double>(u));
}

TEST(NormalQuantile, AgreesWithBoost) {
  std::vector<double> us = reals(0.0, 1.0, 20'000);
  for (double x : reals(-36.7, -0.7, 20'000)) {
    us.push_back(elementary::exp(x));
    us.push_back(1.0 - elementary::exp(x));
  }
  for (double u : us) {
    const auto expected = static_cast<double>(normal_quantile_of_boost(u));
    EXPECT_NEAR(elementary::normal_quantile(u), expected, 1e-14 * std::abs(expected))
        << "u = " << u;
  }
}

TEST(NormalQuantile, IsSymmetricAndFiniteAtTheExtremes) {
  EXPECT_EQ(elementary::normal_quantile(0.5), 0.0);
  EXPECT_EQ(elementary::normal_quantile(0.25), -elementary::normal_quantile(0.75));
  EXPECT_EQ(elementary::normal_quantile(0x1p-33), -elementary::normal_quantile(1.0 - 0x1p-33));
  EXPECT_NEAR(elementary::normal_quantile(0x1p-33), -6.3, 0.1);
  EXPECT_NEAR(elementary::normal_quantile(0x1p-54), -8.3, 0.1);
  EXPECT_NEAR(elementary::normal_quantile(1.0 - 0x1p-53), 8.2, 0.1);
}

TEST(LogGamma, AgreesWithBoost) {
  std::vector<double> zs = reals(0.01, 3.0, 10'000);
  for (double x : reals(0.0, 9.3, 10'000)) zs.push_back(elementary::exp(x));
  for (double z : zs) {
    const auto expected = static_cast<double>(boost::math::lgamma(static_cast<long double>(z)));
    EXPECT_NEAR(elementary::log_gamma(z), expected, 1e-15 * std::max(30.0, std::abs(expected)))
        << "z = " << z;
  }
}

TEST(Elementary, GivesTheSameBitsEverywhere) {
  Fingerprint exp_bits;
  Fingerprint log_bits;
  Fingerprint normal_bits;
  for (double u : reals(0.0, 1.0, 100'000)) {
    exp_bits.add(elementary::exp(1400.0 * u - 700.0));
    log_bits.add(elementary::log(u));
    normal_bits.add(elementary::normal_quantile(u));
  }
  EXPECT_EQ(exp_bits.value(), 7056986006689026484u);
  EXPECT_EQ(log_bits.value(), 1453966258342600445u);
  EXPECT_EQ(normal_bits.value(), 8343466757037287464u);
}

}  // namespace
}  // namespace cordon::elementary_test
