#include "analysis/statistics/mser.hpp"

#include <limits>
#include <stdexcept>
#include <vector>

#include "analysis/statistics/values.hpp"

namespace cordon {
namespace {

constexpr std::size_t batch_size = 5;
constexpr std::size_t fewest_to_judge = 20;
constexpr std::size_t always_kept = 5;  // batches at the end

std::vector<double> means_of_batches(std::span<const double> series) {
  std::vector<double> means(series.size() / batch_size);
  for (std::size_t b = 0; b < means.size(); ++b)
    for (std::size_t i = 0; i < batch_size; ++i)
      means[b] += series[b * batch_size + i] / static_cast<double>(batch_size);
  return means;
}

}  // namespace

Truncation mser5(std::span<const double> series) {
  require_finite(series, "mser5");
  const std::vector<double> batches = means_of_batches(series);
  if (batches.size() < fewest_to_judge) return {std::nullopt, no_value};
  double least = std::numeric_limits<double>::infinity();
  std::size_t best = 0;
  // From the end, so that the squares of what is left are updated and not summed anew (Welford).
  double mean = 0, squares = 0, kept = 0;
  for (std::size_t from = batches.size(); from-- > 0;) {
    const double from_mean = batches[from] - mean;
    mean += from_mean / ++kept;
    squares += from_mean * (batches[from] - mean);
    if (batches.size() - from < always_kept) continue;
    const double statistic = squares / (kept * kept);
    if (statistic > least) continue;  // of equals the earliest: there is no reason to drop more
    least = statistic;
    best = from;
  }
  if (2 * best > batches.size()) return {std::nullopt, least};
  return {best * batch_size, least};
}

Truncation mser5_of_mean(const Eigen::ArrayXXd& replications) {
  if (replications.rows() == 0) throw std::invalid_argument("mser5_of_mean: no replications");
  const Eigen::ArrayXd mean = replications.colwise().mean().transpose();
  return mser5({mean.data(), static_cast<std::size_t>(mean.size())});
}

}  // namespace cordon
