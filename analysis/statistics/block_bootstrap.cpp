#include "analysis/statistics/block_bootstrap.hpp"

#include <algorithm>
#include <vector>

#include "analysis/statistics/values.hpp"
#include "sim/engine/luck.hpp"

namespace cordon {
namespace {

double mean_of_known(const std::vector<double>& values) {
  const std::vector<double> known = known_values(values);
  double sum = 0;
  for (const double value : known) sum += value;
  return known.empty() ? no_value : sum / static_cast<double>(known.size());
}

double resampled_mean(std::span<const double> values, std::size_t block, const Luck& luck,
                      std::uint32_t number) {
  const Subject subject{source_of("block_bootstrap"), number};
  std::vector<double> again;
  for (std::uint32_t b = 0; again.size() < values.size(); ++b) {
    const std::uint64_t word = luck.block(subject, b)[0];
    const std::size_t first = word * values.size() >> 32;
    for (std::size_t i = 0; i < block && again.size() < values.size(); ++i)
      again.push_back(values[(first + i) % values.size()]);
  }
  return mean_of_known(again);
}

}  // namespace

Interval block_bootstrap_mean(std::span<const double> values, std::size_t block, double confidence,
                              Resampling resampling) {
  require_confidence(confidence, "block_bootstrap_mean");
  const auto known = static_cast<int>(known_values(values).size());
  Interval found;
  found.estimate = mean_of_known({values.begin(), values.end()});
  found.low = found.high = found.p = no_value;
  found.confidence = confidence;
  found.used = known;
  found.dropped = static_cast<int>(values.size()) - known;
  if (static_cast<std::size_t>(known) < fewest_blocks * block) return found;
  const Luck luck(resampling.seed, 0);
  std::vector<double> means;
  for (int r = 0; r < resampling.resamples; ++r)
    means.push_back(resampled_mean(values, block, luck, static_cast<std::uint32_t>(r)));
  means = known_values(means);
  std::sort(means.begin(), means.end());
  const auto tail =
      static_cast<std::size_t>((1 - confidence) / 2 * static_cast<double>(means.size()));
  found.low = means[tail];
  found.high = means[means.size() - 1 - tail];
  return found;
}

}  // namespace cordon
