#include "analysis/statistics/quantile_interval.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/statistics/values.hpp"

namespace cordon {
namespace {

// So that a confidence that ranks reach exactly, as 1 and 5 do 93.75 % for the median, is reached,
// and equal distances are seen to be equal.
constexpr double of_rounding = 1e-9;

void require_share(double share, const std::string& asker) {
  if (!(share > 0 && share < 1))
    throw std::invalid_argument(asker + ": the share is not between 0 and 1");
}

struct Ranks {
  std::size_t low = 0, high = 0;
  double achieved = 0;
};

// Ranks in the order of their distance from the centre, until they are sure enough.
Ranks closest_ranks(std::size_t count, double share, double confidence) {
  const boost::math::binomial below(static_cast<double>(count), share);
  const double centre = share * static_cast<double>(count + 1);
  auto low = std::clamp(static_cast<std::size_t>(centre + of_rounding), std::size_t{1}, count);
  auto high = low;
  for (;;) {
    const double achieved = boost::math::cdf(below, static_cast<double>(high - 1)) -
                            boost::math::cdf(below, static_cast<double>(low - 1));
    if (achieved >= confidence - of_rounding || (low == 1 && high == count))
      return {low, high, achieved};
    const double down = low > 1 ? centre - static_cast<double>(low - 1) : HUGE_VAL;
    const double up = high < count ? static_cast<double>(high + 1) - centre : HUGE_VAL;
    // Of equal distance both, so that neither side is preferred.
    if (down <= up + of_rounding) --low;
    if (up <= down + of_rounding) ++high;
  }
}

double sample_quantile(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return no_value;
  // A trace less, so that 7 % of 100 values are 7 and not 7.000000000000001.
  const double rank = std::ceil(share * static_cast<double>(sorted.size()) * (1 - 1e-14));
  return sorted[static_cast<std::size_t>(std::max(1.0, rank)) - 1];
}

}  // namespace

QuantileInterval quantile_interval(std::span<const double> values, double share,
                                   double confidence) {
  require_share(share, "quantile_interval");
  require_confidence(confidence, "quantile_interval");
  std::vector<double> sorted = known_values(values);
  std::sort(sorted.begin(), sorted.end());
  QuantileInterval found;
  found.estimate = sample_quantile(sorted, share);
  found.low = found.high = found.achieved = no_value;
  found.confidence = confidence;
  found.fewest = fewest_for_quantile(share, confidence);
  found.used = static_cast<int>(sorted.size());
  found.dropped = static_cast<int>(values.size() - sorted.size());
  if (!found.enough()) return found;
  const Ranks ranks = closest_ranks(sorted.size(), share, confidence);
  found.low_rank = static_cast<std::int64_t>(ranks.low);
  found.high_rank = static_cast<std::int64_t>(ranks.high);
  found.low = sorted[ranks.low - 1];
  found.high = sorted[ranks.high - 1];
  found.achieved = ranks.achieved;
  return found;
}

std::int64_t fewest_for_quantile(double share, double confidence) {
  require_share(share, "fewest_for_quantile");
  require_confidence(confidence, "fewest_for_quantile");
  const auto enough = [&](std::int64_t count) {
    const auto n = static_cast<double>(count);
    return 1 - std::pow(share, n) - std::pow(1 - share, n) >= confidence - of_rounding;
  };
  std::int64_t too_few = 1, many = 2;
  while (!enough(many)) {
    too_few = many;
    many *= 2;
  }
  while (many - too_few > 1) {
    const std::int64_t middle = too_few + (many - too_few) / 2;
    (enough(middle) ? many : too_few) = middle;
  }
  return many;
}

}  // namespace cordon
