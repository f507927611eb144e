#include "analysis/statistics/bootstrap.hpp"

#include <algorithm>
#include <boost/math/statistics/univariate_statistics.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>
#include <vector>

#include "analysis/statistics/values.hpp"
#include "sim/engine/luck.hpp"

namespace cordon {
namespace {

struct MeanAndError {
  double mean, error;
};

MeanAndError mean_and_error(const std::vector<double>& values) {
  const auto [mean, variance] = boost::math::statistics::mean_and_sample_variance(values);
  return {mean, std::sqrt(variance / static_cast<double>(values.size()))};
}

// Each resample is a subject of its own, so that more of them change none of the others.
void resample(const std::vector<double>& values, const Luck& luck, std::uint32_t number,
              std::vector<double>& into) {
  const Subject subject{source_of("bootstrap"), number};
  LuckBlock words{};
  for (std::size_t i = 0; i < into.size(); ++i) {
    if (i % 4 == 0) words = luck.block(subject, static_cast<std::uint32_t>(i / 4));
    into[i] = values[std::uint64_t{words[i % 4]} * values.size() >> 32];
  }
}

double standard_errors(double distance, double error) {
  if (distance == 0) return 0;
  if (error > 0) return distance / error;
  return std::copysign(std::numeric_limits<double>::infinity(), distance);
}

std::vector<double> sorted_distances(const std::vector<double>& values, double centre,
                                     Resampling resampling) {
  const Luck luck(resampling.seed, 0);
  std::vector<double> again(values.size()), distances;
  for (int r = 0; r < resampling.resamples; ++r) {
    resample(values, luck, static_cast<std::uint32_t>(r), again);
    const auto [mean, error] = mean_and_error(again);
    distances.push_back(standard_errors(mean - centre, error));
  }
  std::sort(distances.begin(), distances.end());
  return distances;
}

// One more than were seen: the sample itself is one of those that may come about by chance.
double two_sided_p(const std::vector<double>& sorted, double seen) {
  const auto below = std::upper_bound(sorted.begin(), sorted.end(), seen) - sorted.begin();
  const auto above = sorted.end() - std::lower_bound(sorted.begin(), sorted.end(), seen);
  const auto all = static_cast<double>(sorted.size() + 1);
  return std::min(1.0, 2 * static_cast<double>(std::min(below, above) + 1) / all);
}

}  // namespace

Interval bootstrap_mean(std::span<const double> values, double confidence, Resampling resampling) {
  require_confidence(confidence, "bootstrap_mean");
  // A trace more, so that 2.5 % of 2000 resamples are 50 and not 49.999.
  const double tail = (1 - confidence) / 2 * (resampling.resamples + 1.0) * (1 + 1e-12);
  if (tail < 1) throw std::invalid_argument("bootstrap_mean: too few resamples for the confidence");
  Interval found = mean_interval(values, confidence);
  if (found.used < 2) return found;
  const std::vector<double> known = known_values(values);
  const auto [mean, error] = mean_and_error(known);
  if (error == 0) return found;
  const std::vector<double> distances = sorted_distances(known, mean, resampling);
  const auto rank = static_cast<std::size_t>(tail);
  found.low = mean - distances[distances.size() - rank] * error;
  found.high = mean - distances[rank - 1] * error;
  found.p = two_sided_p(distances, mean / error);
  return found;
}

Interval bootstrap_difference(std::span<const double> baseline, std::span<const double> variant,
                              double confidence, Resampling resampling) {
  if (baseline.size() != variant.size())
    throw std::invalid_argument("bootstrap_difference: the samples differ in size");
  std::vector<double> differences(baseline.size());
  std::transform(variant.begin(), variant.end(), baseline.begin(), differences.begin(),
                 std::minus<>{});
  return bootstrap_mean(differences, confidence, resampling);
}

}  // namespace cordon
