#include "sim/engine/distribution.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/engine/fingerprint.hpp"

namespace cordon::distribution_test {
namespace {

/// Reals in (0, 1) of 32 bits, as a run has them.
std::vector<double> uniforms(int count, std::uint32_t seed) {
  std::mt19937 bits{seed};
  std::vector<double> us;
  for (int i = 0; i < count; ++i) us.push_back((static_cast<double>(bits()) + 0.5) * 0x1p-32);
  return us;
}

/// A distribution, and what Boost.Math or a textbook says is the probability of x or less.
struct Case {
  std::string name;
  Distribution distribution;
  std::function<double(double)> probability_up_to;
};

Case gamma_case(double mean, double cv) {
  const boost::math::gamma_distribution<> exact{1.0 / (cv * cv), mean * cv * cv};
  return {"gamma of cv " + std::to_string(cv), Distribution::gamma(mean, cv),
          [=](double x) { return boost::math::cdf(exact, x); }};
}

Case erlang_case(int stages, double mean) {
  const boost::math::gamma_distribution<> exact{static_cast<double>(stages), mean / stages};
  return {"erlang of " + std::to_string(stages), Distribution::erlang(stages, mean),
          [=](double x) { return boost::math::cdf(exact, x); }};
}

Case lognormal_case(double mean, double cv) {
  const double variance = std::log(1.0 + cv * cv);
  const boost::math::lognormal_distribution<> exact{std::log(mean) - variance / 2.0,
                                                    std::sqrt(variance)};
  return {"lognormal of cv " + std::to_string(cv), Distribution::lognormal(mean, cv),
          [=](double x) { return boost::math::cdf(exact, x); }};
}

/// @param shape  from a table or a solver that is not ours
Case weibull_case(double mean, double cv, double shape) {
  const boost::math::weibull_distribution<> exact{shape, mean / std::tgamma(1.0 + 1.0 / shape)};
  return {"weibull of cv " + std::to_string(cv), Distribution::weibull(mean, cv),
          [=](double x) { return boost::math::cdf(exact, x); }};
}

/// Every kind with a continuous distribution function, the difficult ones in several shapes.
std::vector<Case> continuous_cases() {
  std::vector<Case> cases{
      {"uniform", Distribution::uniform(-20.0, 60.0), [](double x) { return (x + 20.0) / 80.0; }},
      {"exponential", Distribution::exponential(720.0),
       [](double x) { return -std::expm1(-x / 720.0); }},
      {"triangular", Distribution::triangular(2.0, 3.0, 10.0),
       [](double x) {
         return x < 3.0 ? (x - 2.0) * (x - 2.0) / 8.0 : 1.0 - (10.0 - x) * (10.0 - x) / 56.0;
       }},
  };
  for (double cv : {0.01, 0.3, 0.99, 1.0, 1.01, 2.0, 4.0}) cases.push_back(gamma_case(720.0, cv));
  for (int stages : {1, 2, 3, 20}) cases.push_back(erlang_case(stages, 720.0));
  for (double cv : {0.01, 0.6, 3.0, 20.0}) cases.push_back(lognormal_case(720.0, cv));
  // cv = sqrt(Gamma(1 + 2/k) / Gamma(1 + 1/k)^2 - 1) for k = 1/2, 1, 2, 4.
  cases.push_back(weibull_case(720.0, std::sqrt(5.0), 0.5));
  cases.push_back(weibull_case(720.0, 1.0, 1.0));
  cases.push_back(weibull_case(720.0, 0.522723200877, 2.0));
  cases.push_back(weibull_case(720.0, 0.280543457654, 4.0));
  return cases;
}

Distribution declared_packages() {
  return Distribution::empirical({12.0, 1.0, 40.0, 2.0, 7.0}, {1.0, 5.0, 0.5, 3.0, 2.5});
}

std::vector<Distribution> one_of_each() {
  return {Distribution::constant(5.0),
          Distribution::uniform(-20.0, 60.0),
          Distribution::exponential(720.0),
          Distribution::erlang(3, 720.0),
          Distribution::gamma(720.0, 0.6),
          Distribution::gamma(720.0, 2.5),
          Distribution::lognormal(720.0, 0.6),
          Distribution::weibull(720.0, 0.6),
          declared_packages(),
          Distribution::triangular(2.0, 3.0, 10.0)};
}

/// sqrt(n) times the greatest distance between the distribution function and the draws' own.
double kolmogorov_smirnov(const Case& c, int draws, std::uint32_t seed) {
  std::vector<double> xs;
  for (double u : uniforms(draws, seed)) xs.push_back(c.distribution.sample(u));
  std::sort(xs.begin(), xs.end());
  const auto n = static_cast<double>(draws);
  double distance = 0.0;
  for (std::size_t i = 0; i < xs.size(); ++i) {
    const double exact = c.probability_up_to(xs[i]);
    const auto below = static_cast<double>(i);
    distance = std::max({distance, exact - below / n, (below + 1.0) / n - exact});
  }
  return distance * std::sqrt(n);
}

// The limit is exceeded by chance with probability 0.001 each; for the 22 of them together the
// chance of a false alarm, had the seed not been fixed, is 2.2 %.
TEST(Distribution, DrawsHaveTheDistributionThatTheyPromise) {
  std::uint32_t seed = 1;
  for (const Case& c : continuous_cases()) {
    EXPECT_LT(kolmogorov_smirnov(c, 100'000, seed++), 1.9495) << c.name;
  }
}

TEST(Distribution, DrawsOfAnEmpiricalOneComeAsOftenAsWeighted) {
  const Distribution packages = declared_packages();
  const std::vector<double> cumulative{5.0 / 12.0, 8.0 / 12.0, 10.5 / 12.0, 11.5 / 12.0, 1.0};
  std::vector<double> up_to(5, 0.0);
  for (double u : uniforms(100'000, 77)) {
    const double x = packages.sample(u);
    const auto& values = packages.values();
    ASSERT_TRUE(std::binary_search(values.begin(), values.end(), x));
    for (std::size_t i = 0; i < 5; ++i) up_to[i] += x <= values[i] ? 1e-5 : 0.0;
  }
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_LT(std::abs(up_to[i] - cumulative[i]) * std::sqrt(1e5),
              1.9495);  // as above, conservative
  }
}

TEST(Distribution, AConstantIsAlwaysTheSame) {
  for (double u : uniforms(1000, 5)) EXPECT_EQ(Distribution::constant(5.0).sample(u), 5.0);
  EXPECT_EQ(Distribution{}, Distribution::constant(0.0));
}

/// The integral of f(quantile(u)) over (0, 1), by Gauss-Legendre in octaves towards both ends.
double integral(const Distribution& d, const std::function<double(double)>& f) {
  constexpr double nodes[4] = {0.1834346424956498, 0.5255324099163290, 0.7966664774136267,
                               0.9602898564975363};
  constexpr double weights[4] = {0.3626837833783620, 0.3137066458778873, 0.2223810344533745,
                                 0.1012285362903763};
  double sum = 0.0;
  for (double width = 0.25; width > 0x1p-52; width /= 2.0) {
    for (int piece = 0; piece < 16; ++piece) {
      for (int i = 0; i < 8; ++i) {
        const double node = i < 4 ? nodes[i] : -nodes[i - 4];
        const double w = width + width * (piece + 0.5 + 0.5 * node) / 16.0;
        const double share = width / 32.0 * weights[i % 4];
        sum += share * (f(d.sample(w)) + f(d.sample(1.0 - w)));
      }
    }
  }
  return sum;
}

TEST(Distribution, HasTheMeanAndCvThatItWasMadeWith) {
  std::vector<Case> cases = continuous_cases();
  for (const Case& c : cases) {
    const double mean = integral(c.distribution, [](double x) { return x; });
    const double variance =
        integral(c.distribution, [=](double x) { return (x - mean) * (x - mean); });
    EXPECT_NEAR(mean, c.distribution.mean(), 1e-6 * c.distribution.mean()) << c.name;
    // Of a lognormal of cv 20 a fourth of the variance lies beyond what 53 bits can reach.
    if (c.distribution.cv() > 10.0) continue;
    EXPECT_NEAR(std::sqrt(variance) / mean, c.distribution.cv(), 1e-4 * c.distribution.cv())
        << c.name;
    EXPECT_NEAR(c.distribution.variance(), variance, 2e-4 * variance) << c.name;
  }
}

TEST(Distribution, KnowsItsMeanAndCvInClosedForm) {
  EXPECT_DOUBLE_EQ(Distribution::constant(5.0).mean(), 5.0);
  EXPECT_DOUBLE_EQ(Distribution::constant(5.0).cv(), 0.0);
  EXPECT_DOUBLE_EQ(Distribution::uniform(0.0, 12.0).variance(), 12.0);
  EXPECT_DOUBLE_EQ(Distribution::exponential(3.0).cv(), 1.0);
  EXPECT_DOUBLE_EQ(Distribution::erlang(4, 3.0).cv(), 0.5);
  EXPECT_DOUBLE_EQ(Distribution::weibull(3.0, 0.7).cv(), 0.7);
  EXPECT_DOUBLE_EQ(Distribution::triangular(0.0, 0.0, 3.0).variance(), 0.5);
  EXPECT_DOUBLE_EQ(Distribution::empirical({1.0, 2.0, 6.0}).mean(), 3.0);
  EXPECT_DOUBLE_EQ(Distribution::empirical({1.0, 2.0, 6.0}).variance(), 14.0 / 3.0);
}

TEST(Distribution, QuantilesAgreeWithBoostToABillionth) {
  for (double cv : {0.01, 0.1, 0.5, 0.9, 1.1, 2.0, 2.6}) {
    const Distribution d = Distribution::gamma(1.0, cv);
    const long double shape = 1.0L / (static_cast<long double>(cv) * cv);
    const boost::math::gamma_distribution<long double> exact{shape, 1.0L / shape};
    for (double u : {0x1p-53, 0x1p-33, 1e-6, 0.001, 0.2, 0.26, 0.499, 0.5, 0.742, 0.97, 0.999999}) {
      const auto x = static_cast<double>(boost::math::quantile(exact, u));
      const auto from_above = static_cast<double>(
          boost::math::quantile(boost::math::complement(exact, static_cast<long double>(u))));
      EXPECT_NEAR(d.sample(u), x, 1e-9 * x) << "cv " << cv << ", u " << u;
      if (u == 0x1p-53 || u > 1e-3) {
        EXPECT_NEAR(d.sample(1.0 - u), from_above, 1e-9 * from_above)
            << "cv " << cv << ", 1 - " << u;
      }
    }
  }
  const Distribution weibull = Distribution::weibull(2.0, 1.0);
  const Distribution exponential = Distribution::exponential(2.0);
  for (double u : uniforms(1000, 8)) {
    EXPECT_NEAR(weibull.sample(u), exponential.sample(u), 1e-12 * exponential.sample(u));
  }
}

TEST(Distribution, NeverFallsWhenTheUniformGrows) {
  std::vector<double> us = uniforms(50'000, 9);
  for (std::size_t i = 0; i < 20'000; ++i) {
    us.push_back(us[i] + 0x1p-32);        // neighbours
    us.push_back(us[i] * us[i] * us[i]);  // tails
    us.push_back(1.0 - us[i] * us[i] * us[i]);
  }
  for (double edge = 0.5; edge > 0x1p-31; edge /= 2.0) {  // where the cells of a table meet
    for (double u : {edge, edge - 0x1p-32, 1.0 - edge, 1.0 - edge + 0x1p-32}) us.push_back(u);
  }
  for (double& u : us) u = std::clamp(std::round(u * 0x1p32), 1.0, 0x1p32 - 1.0) * 0x1p-32;
  std::sort(us.begin(), us.end());
  std::vector<Distribution> all = one_of_each();
  for (const Case& c : continuous_cases()) all.push_back(c.distribution);
  for (const Distribution& d : all) {
    double before = -std::numeric_limits<double>::infinity();
    for (double u : us) {
      const double x = d.sample(u);
      ASSERT_GE(x, before) << name_of(d.kind()) << " of cv " << d.cv() << " at u = " << u;
      before = x;
    }
  }
}

TEST(Distribution, IsFiniteAtTheExtremes) {
  std::vector<Distribution> all = one_of_each();
  all.push_back(Distribution::gamma(720.0, 10.0));
  all.push_back(Distribution::gamma(720.0, 0.01));
  all.push_back(Distribution::lognormal(720.0, 100.0));
  all.push_back(Distribution::weibull(720.0, 100.0));
  for (const Distribution& d : all) {
    for (double u : {0x1p-54, 0x1p-33, 1.0 - 0x1p-33, 1.0 - 0x1p-53}) {
      EXPECT_TRUE(std::isfinite(d.sample(u))) << name_of(d.kind()) << " at u = " << u;
    }
    EXPECT_LE(d.sample(0x1p-54), d.mean());
    EXPECT_GE(d.sample(1.0 - 0x1p-53), d.mean());
    if (d.kind() == Distribution::Kind::uniform) continue;
    EXPECT_GE(d.sample(0x1p-54), 0.0) << name_of(d.kind());
  }
}

TEST(Distribution, KeepsTheLuckWhenScaled) {
  for (const Distribution& d : one_of_each()) {
    const Distribution longer = d.scaled(1.7);
    EXPECT_EQ(longer.kind(), d.kind());
    EXPECT_DOUBLE_EQ(longer.mean(), 1.7 * d.mean());
    EXPECT_DOUBLE_EQ(longer.cv(), d.cv());
    for (double u : uniforms(100, 10)) {
      EXPECT_NEAR(longer.sample(u), 1.7 * d.sample(u), 1e-13 * std::abs(d.mean()));
      EXPECT_DOUBLE_EQ(d.scaled(2.0).sample(u), 2.0 * d.sample(u));
    }
  }
}

TEST(Distribution, IsARegularValue) {
  const std::vector<Distribution> all = one_of_each();
  for (std::size_t i = 0; i < all.size(); ++i) {
    Distribution copy = all[i];
    for (std::size_t j = 0; j < all.size(); ++j) EXPECT_EQ(copy == all[j], i == j);
    copy = copy.scaled(2.0);
    EXPECT_NE(copy, all[i]);
    EXPECT_EQ(copy, all[i].scaled(2.0));
  }
  EXPECT_EQ(Distribution::empirical({3.0, 1.0, 3.0}),
            Distribution::empirical({1.0, 3.0}, {1.0, 2.0}));
}

TEST(Distribution, GivesItsParametersBack) {
  const auto parameters = Distribution::lognormal(720.0, 0.6).parameters();
  ASSERT_EQ(parameters.size(), 2u);
  EXPECT_EQ(parameters[0].name, "mean");
  EXPECT_EQ(parameters[0].value, 720.0);
  EXPECT_TRUE(parameters[0].has_unit);
  EXPECT_EQ(parameters[1].name, "cv");
  EXPECT_EQ(parameters[1].value, 0.6);
  EXPECT_FALSE(parameters[1].has_unit);
  EXPECT_EQ(name_of(Distribution::Kind::lognormal), "lognormal");
  EXPECT_EQ(name_of(Distribution::Kind::empirical), "empirical");
  EXPECT_EQ(Distribution::triangular(1.0, 2.0, 3.0).parameters()[1].name, "mode");
  EXPECT_EQ(Distribution::erlang(3, 2.0).parameters()[0].value, 3.0);
  EXPECT_THAT(declared_packages().values(), ::testing::ElementsAre(1.0, 2.0, 7.0, 12.0, 40.0));
  EXPECT_THAT(declared_packages().weights(), ::testing::ElementsAre(5.0, 3.0, 2.5, 1.0, 0.5));
  EXPECT_TRUE(declared_packages().parameters().empty());
}

TEST(Distribution, SharesItsTablesFromAnyThread) {
  std::vector<Distribution> made(4);
  std::vector<std::thread> threads;
  for (Distribution& d : made) threads.emplace_back([&d] { d = Distribution::gamma(3.0, 0.7); });
  for (std::thread& thread : threads) thread.join();
  for (const Distribution& d : made) EXPECT_EQ(d.sample(0.3), made[0].sample(0.3));
  EXPECT_EQ(GammaQuantile::of(7.0), GammaQuantile::of(7.0));
}

void expect_refused(const std::function<Distribution()>& make, const std::string& why) {
  try {
    static_cast<void>(make());
    ADD_FAILURE() << "not refused: " << why;
  } catch (const std::invalid_argument& refused) {
    EXPECT_EQ(refused.what(), why);
  }
}

TEST(Distribution, RefusesWhatMakesNoSense) {
  using D = Distribution;
  const double nan = std::nan("");
  const double infinity = std::numeric_limits<double>::infinity();
  expect_refused([&] { return D::constant(nan); }, "constant: value must be finite, is nan");
  expect_refused([&] { return D::uniform(infinity, 1); }, "uniform: low must be finite, is inf");
  expect_refused([&] { return D::uniform(1, nan); }, "uniform: high must be finite, is nan");
  expect_refused([&] { return D::uniform(2, 2); }, "uniform: low must be less than high, 2, is 2");
  expect_refused([&] { return D::exponential(0); },
                 "exponential: mean must be above 0 and finite, is 0");
  expect_refused([&] { return D::erlang(0, 1); }, "erlang: stages must be from 1 to 10000, is 0");
  expect_refused([&] { return D::erlang(10'001, 1); },
                 "erlang: stages must be from 1 to 10000, is 10001");
  expect_refused([&] { return D::erlang(2, -1); },
                 "erlang: mean must be above 0 and finite, is -1");
  expect_refused([&] { return D::gamma(nan, 1); },
                 "gamma: mean must be above 0 and finite, is nan");
  expect_refused([&] { return D::gamma(1, 11); }, "gamma: cv must be from 0.01 to 10, is 11");
  expect_refused([&] { return D::lognormal(infinity, 1); },
                 "lognormal: mean must be above 0 and finite, is inf");
  expect_refused([&] { return D::lognormal(1, -1); },
                 "lognormal: cv must be from 0.01 to 100, is -1");
  expect_refused([&] { return D::weibull(0, 1); },
                 "weibull: mean must be above 0 and finite, is 0");
  expect_refused([&] { return D::weibull(1, nan); },
                 "weibull: cv must be from 0.01 to 100, is nan");
  expect_refused([&] { return D::triangular(nan, 1, 2); },
                 "triangular: low must be finite, is nan");
  expect_refused([&] { return D::triangular(1, nan, 2); },
                 "triangular: mode must be finite, is nan");
  expect_refused([&] { return D::triangular(1, 1, infinity); },
                 "triangular: high must be finite, is inf");
  expect_refused([&] { return D::triangular(3, 3, 3); },
                 "triangular: low must be less than high, 3, is 3");
  expect_refused([&] { return D::triangular(1, 4, 3); },
                 "triangular: mode must be from low to high, 1 to 3, is 4");
  expect_refused([&] { return D::empirical({}); },
                 "empirical: values must have at least one entry");
  expect_refused(
      [&] {
        return D::empirical({1, nan});
      },
      "empirical: values[1] must be finite, is nan");
  expect_refused(
      [&] {
        return D::empirical({1, 2}, {1});
      },
      "empirical: weights must have one entry for each of the 2 values, has 1");
  expect_refused(
      [&] {
        return D::empirical({1, 2}, {1, -1});
      },
      "empirical: weights[1] must be at least 0 and finite, is -1");
  expect_refused(
      [&] {
        return D::empirical({1, 2}, {0, 0});
      },
      "empirical: weights must not all be 0");
  expect_refused([&] { return D::exponential(1).scaled(0); },
                 "exponential: the factor it is scaled by must be above 0 and finite, is 0");
  expect_refused([&] { return D::exponential(1e300).scaled(1e10); },
                 "exponential: mean must be above 0 and finite, is inf");
}

TEST(Distribution, GivesTheSameBitsEverywhere) {
  Fingerprint bits;
  std::vector<Distribution> all = one_of_each();
  for (const Case& c : continuous_cases()) all.push_back(c.distribution);
  for (const Distribution& d : all) {
    for (double u : uniforms(20'000, 11)) bits.add(d.sample(u));
  }
  EXPECT_EQ(bits.value(), 3370837873486998634u);
}

}  // namespace
}  // namespace cordon::distribution_test
