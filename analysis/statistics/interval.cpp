#include "analysis/statistics/interval.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/statistics/univariate_statistics.hpp>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "analysis/statistics/values.hpp"

namespace cordon {
namespace {}  // namespace

Interval t_interval(int used, int dropped, double mean, double variance, double confidence) {
  Interval found{no_value, no_value, no_value, no_value, confidence, used, dropped};
  if (used == 0) return found;
  found.estimate = mean;
  if (used == 1) return found;
  const boost::math::students_t student(used - 1);
  const double error = std::sqrt(variance / used);
  const double reach =
      boost::math::quantile(boost::math::complement(student, (1 - confidence) / 2)) * error;
  found.low = mean - reach;
  found.high = mean + reach;
  if (error > 0)
    found.p = 2 * boost::math::cdf(student, -std::abs(mean) / error);
  else
    found.p = mean == 0 ? 1 : 0;
  return found;
}

Interval mean_interval(std::span<const double> values, double confidence) {
  std::vector<double> known;
  std::copy_if(values.begin(), values.end(), std::back_inserter(known),
               [](double v) { return !std::isnan(v); });
  const int used = static_cast<int>(known.size());
  const int dropped = static_cast<int>(values.size()) - used;
  if (used < 2)
    return t_interval(used, dropped, used == 0 ? no_value : known.front(), 0, confidence);
  const auto [mean, variance] = boost::math::statistics::mean_and_sample_variance(known);
  return t_interval(used, dropped, mean, variance, confidence);
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
