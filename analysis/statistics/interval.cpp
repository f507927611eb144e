#include "analysis/statistics/interval.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/statistics/univariate_statistics.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace cordon {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

Interval interval_of(const std::vector<double>& values, std::size_t offered, double confidence) {
  const int n = static_cast<int>(values.size());
  Interval found{none, none, none, none, confidence, n, static_cast<int>(offered) - n};
  if (n == 0) return found;
  found.estimate = values.front();
  if (n == 1) return found;
  const auto [mean, variance] = boost::math::statistics::mean_and_sample_variance(values);
  const boost::math::students_t student(n - 1);
  const double error = std::sqrt(variance / n);
  const double reach =
      boost::math::quantile(boost::math::complement(student, (1 - confidence) / 2)) * error;
  found.estimate = mean;
  found.low = mean - reach;
  found.high = mean + reach;
  if (error > 0)
    found.p = 2 * boost::math::cdf(student, -std::abs(mean) / error);
  else
    found.p = mean == 0 ? 1 : 0;
  return found;
}

}  // namespace

Interval mean_interval(std::span<const double> values, double confidence) {
  std::vector<double> known;
  std::copy_if(values.begin(), values.end(), std::back_inserter(known),
               [](double v) { return !std::isnan(v); });
  return interval_of(known, values.size(), confidence);
}

Interval paired_difference(std::span<const double> baseline, std::span<const double> variant,
                           double confidence) {
  if (baseline.size() != variant.size())
    throw std::invalid_argument("paired_difference: the samples differ in size");
  std::vector<double> differences(baseline.size());
  std::transform(variant.begin(), variant.end(), baseline.begin(), differences.begin(),
                 std::minus<>{});
  return mean_interval(differences, confidence);
}

}  // namespace cordon
