#include "analysis/statistics/batch_means.hpp"

#include <cmath>
#include <vector>

#include "analysis/statistics/values.hpp"

namespace cordon {
namespace {

constexpr std::size_t parts = 16;  // of a batch, whose correlation is looked at
constexpr std::size_t fewest_batches = 32;
constexpr double greatest_correlation = 0.4;

// Exact when all values are equal, unlike their sum divided by their number.
double mean_of(std::span<const double> values) {
  double mean = 0, count = 0;
  for (const double value : values) mean += (value - mean) / ++count;
  return mean;
}

std::vector<double> means_of(std::span<const double> series, std::size_t size) {
  std::vector<double> means;
  for (std::size_t start = 0; start < series.size(); start += size)
    means.push_back(mean_of(series.subspan(start, size)));
  return means;
}

// 1 less half of von Neumann's ratio: the usual estimate, and a term for the ends that makes its
// mean zero for independent values.
double lag_one_correlation(const std::vector<double>& values) {
  const double mean = mean_of(values);
  double squares = 0, steps = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    squares += (values[i] - mean) * (values[i] - mean);
    if (i > 0) steps += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
  }
  return squares > 0 ? 1 - steps / (2 * squares) : no_value;
}

}  // namespace

BatchMeans batch_means(std::span<const double> series, double confidence) {
  require_confidence(confidence, "batch_means");
  require_finite(series, "batch_means");
  const std::size_t part_size = series.size() / (parts * fewest_batches);
  BatchMeans found{{no_value, no_value, no_value, no_value, confidence, 0, 0},
                   parts * part_size,
                   no_value,
                   false};
  if (part_size == 0) {
    if (!series.empty()) found.mean.estimate = mean_of(series);
    return found;
  }
  const auto kept = series.last(series.size() / found.batch_size * found.batch_size);
  const std::vector<double> means_of_parts = means_of(kept, part_size);
  found.mean = mean_interval(means_of(means_of_parts, parts), confidence);
  found.correlation = lag_one_correlation(means_of_parts);
  // Without a correlation nothing has varied, and the mean is certain.
  found.long_enough = !(found.correlation >= greatest_correlation);
  // An interval known to be too narrow is worse than none.
  if (!found.long_enough) found.mean.low = found.mean.high = found.mean.p = no_value;
  return found;
}

}  // namespace cordon
