#include "analysis/statistics/pairing.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/statistics/bivariate_statistics.hpp>
#include <boost/math/statistics/univariate_statistics.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

#include "analysis/statistics/values.hpp"

namespace cordon {
namespace {

struct KnownPairs {
  std::vector<double> baseline, variant, difference;
};

KnownPairs known_pairs(std::span<const double> baseline, std::span<const double> variant) {
  KnownPairs known;
  for (std::size_t i = 0; i < baseline.size(); ++i) {
    const double change = variant[i] - baseline[i];
    if (std::isnan(change)) continue;
    known.baseline.push_back(baseline[i]);
    known.variant.push_back(variant[i]);
    known.difference.push_back(change);
  }
  return known;
}

// Differences that should be equal differ by what rounding has done to the values: taken as a
// spread, it would say that pairing had saved 10^30 runs.
double variance_beyond_rounding(const std::vector<double>& values, double greatest) {
  const double variance = boost::math::statistics::sample_variance(values);
  const double rounding = 4 * std::numeric_limits<double>::epsilon() * greatest;
  return variance > rounding * rounding ? variance : 0;
}

double greatest_of(const KnownPairs& pairs) {
  double greatest = 0;
  for (const auto* values : {&pairs.baseline, &pairs.variant})
    for (const double value : *values) greatest = std::max(greatest, std::abs(value));
  return greatest;
}

double half_width(double degrees_of_freedom, double variance, double count, double confidence) {
  const boost::math::students_t student(degrees_of_freedom);
  const double t = boost::math::quantile(boost::math::complement(student, (1 - confidence) / 2));
  return t * std::sqrt(variance / count);
}

// The smallest number that is enough; it may be any size, so that it is doubled and then halved.
template <class Enough>
double fewest(const Enough& enough) {
  std::uint64_t too_few = 1, many = 2;
  while (!enough(static_cast<double>(many))) {
    if (many > std::uint64_t{1} << 62) return std::numeric_limits<double>::infinity();
    too_few = many;
    many *= 2;
  }
  while (many - too_few > 1) {
    const std::uint64_t middle = too_few + (many - too_few) / 2;
    (enough(static_cast<double>(middle)) ? many : too_few) = middle;
  }
  return static_cast<double>(many);
}

}  // namespace

Pairing pairing(std::span<const double> baseline, std::span<const double> variant,
                double confidence) {
  if (baseline.size() != variant.size())
    throw std::invalid_argument("pairing: the samples differ in size");
  require_confidence(confidence, "pairing");
  const KnownPairs pairs = known_pairs(baseline, variant);
  const auto n = static_cast<int>(pairs.difference.size());
  const int dropped = static_cast<int>(baseline.size()) - n;
  Pairing found{no_value, no_value, no_value, no_value, no_value, n, dropped};
  if (n < 3) return found;
  const double greatest = greatest_of(pairs);
  const double of_baseline = variance_beyond_rounding(pairs.baseline, greatest);
  const double of_variant = variance_beyond_rounding(pairs.variant, greatest);
  found.variance_paired = variance_beyond_rounding(pairs.difference, greatest);
  found.variance_independent = of_baseline + of_variant;
  if (of_baseline > 0 && of_variant > 0)
    found.correlation =
        boost::math::statistics::correlation_coefficient(pairs.baseline, pairs.variant);
  if (found.variance_independent == 0) return found;
  found.factor = found.variance_independent / found.variance_paired;
  const double paired = half_width(n - 1, found.variance_paired, n, confidence);
  const double freedom = found.variance_independent * found.variance_independent /
                         (of_baseline * of_baseline + of_variant * of_variant);
  // A trace wider is as good: the two are equal, not one ulp apart, when one scenario never varies.
  found.replications = fewest([&](double count) {
    return half_width(freedom * (count - 1), found.variance_independent, count, confidence) <=
           paired * (1 + 1e-9);
  });
  return found;
}

}  // namespace cordon
