#include "analysis/statistics/rare_event.hpp"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/statistics/values.hpp"

namespace cordon {

ExactInterval probability_interval(std::int64_t events, std::int64_t trials, double confidence) {
  require_confidence(confidence, "probability_interval");
  if (events < 0 || events > trials)
    throw std::invalid_argument("probability_interval: the events are not in 0..trials");
  if (trials == 0) return {no_value, 0, 1, confidence};
  const auto n = static_cast<double>(trials), k = static_cast<double>(events);
  const double tail = (1 - confidence) / 2;
  return {k / n, boost::math::binomial::find_lower_bound_on_p(n, k, tail),
          boost::math::binomial::find_upper_bound_on_p(n, k, tail), confidence};
}

ExactInterval rate_interval(std::int64_t events, double exposure, double confidence) {
  require_confidence(confidence, "rate_interval");
  if (events < 0 || !std::isfinite(exposure) || exposure < 0)
    throw std::invalid_argument("rate_interval: events or exposure are below 0 or not finite");
  if (exposure == 0) {
    if (events > 0) throw std::invalid_argument("rate_interval: events without exposure");
    return {no_value, 0, std::numeric_limits<double>::infinity(), confidence};
  }
  const auto k = static_cast<double>(events);
  const double tail = (1 - confidence) / 2;
  const auto bound = [&](const boost::math::chi_squared& twice, double share) {
    return boost::math::quantile(twice, share) / 2 / exposure;
  };
  const double low = events == 0 ? 0 : bound(boost::math::chi_squared(2 * k), tail);
  return {k / exposure, low, bound(boost::math::chi_squared(2 * k + 2), 1 - tail), confidence};
}

EventSupport event_support(std::span<const double> counts) {
  EventSupport support;
  for (const double count : counts) {
    if (std::isnan(count)) {
      ++support.dropped;
      continue;
    }
    if (!std::isfinite(count) || count < 0 || count != std::floor(count))
      throw std::invalid_argument("event_support: a count is not a whole number from 0");
    ++support.used;
    if (count == 0) ++support.without;
    support.events += static_cast<std::int64_t>(count);
  }
  return support;
}

}  // namespace cordon
