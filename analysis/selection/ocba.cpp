#include "analysis/selection/ocba.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/statistics/univariate_statistics.hpp>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace cordon {
namespace {

void check(std::span<const double> means, std::span<const double> deviations) {
  if (means.size() < 2) throw std::invalid_argument("ocba: fewer than 2 plans");
  if (means.size() != deviations.size())
    throw std::invalid_argument("ocba: means and deviations differ in size");
  if (!std::all_of(means.begin(), means.end(), [](double m) { return std::isfinite(m); }))
    throw std::invalid_argument("ocba: a mean is not finite");
  if (!std::all_of(deviations.begin(), deviations.end(),
                   [](double s) { return std::isfinite(s) && s >= 0; }))
    throw std::invalid_argument("ocba: a deviation is negative or not finite");
}

void check(std::span<const int> counts, std::size_t plans, int least) {
  if (counts.size() != plans) throw std::invalid_argument("ocba: means and counts differ in size");
  if (std::any_of(counts.begin(), counts.end(), [&](int n) { return n < least; }))
    throw std::invalid_argument("ocba: a count is too small");
}

// In proportion; all are divided by those of the second best, so that it may equal the best.
std::vector<double> ratios(std::span<const double> means, std::span<const double> deviations,
                           Aim aim) {
  const std::size_t best = best_of(means, aim);
  std::vector<double> gaps;
  for (const double mean : means) gaps.push_back(advantage(means[best], mean, aim));
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < gaps.size(); ++i)
    if (i != best) least = std::min(least, gaps[i]);
  std::vector<double> wanted(means.size());
  double squares = 0;
  for (std::size_t i = 0; i < means.size(); ++i) {
    if (i == best) continue;
    const double nearness = gaps[i] == least ? 1 : least / gaps[i];
    wanted[i] = std::pow(deviations[i] * nearness, 2);
    squares += std::pow(deviations[i] * nearness * nearness, 2);
  }
  wanted[best] = deviations[best] * std::sqrt(squares);
  return wanted;
}

// Whole numbers with the same sum, which is `total`.
std::vector<int> rounded(const std::vector<double>& values, int total) {
  std::vector<int> whole;
  for (const double value : values) whole.push_back(static_cast<int>(std::floor(value)));
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Rounding errors must not part equal remainders, or plans would not be served in their order.
  const auto remainder = [&](std::size_t i) { return std::round((values[i] - whole[i]) * 1e9); };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    return remainder(one) > remainder(other);
  });
  int left = total - std::accumulate(whole.begin(), whole.end(), 0);
  for (std::size_t n = 0; left > 0; n = (n + 1) % order.size(), --left) ++whole[order[n]];
  return whole;
}

}  // namespace

std::vector<double> ocba_shares(std::span<const double> means, std::span<const double> deviations,
                                Aim aim) {
  check(means, deviations);
  std::vector<double> shares = ratios(means, deviations, aim);
  const auto sum = [&] { return std::accumulate(shares.begin(), shares.end(), 0.0); };
  // Only the best varies, or none: then those that vary are all that can be learnt about.
  if (sum() == 0)
    std::transform(deviations.begin(), deviations.end(), shares.begin(),
                   [](double s) { return s > 0 ? 1.0 : 0.0; });
  if (sum() == 0) std::fill(shares.begin(), shares.end(), 1.0);
  const double all = sum();
  for (double& share : shares) share /= all;
  return shares;
}

std::vector<int> ocba_allocation(std::span<const double> means, std::span<const double> deviations,
                                 std::span<const int> counts, int more, Aim aim) {
  const std::vector<double> shares = ocba_shares(means, deviations, aim);
  check(counts, means.size(), 0);
  if (more < 0) throw std::invalid_argument("ocba: there is a negative number to share out");
  std::vector<bool> full(means.size());
  std::vector<double> given(means.size());
  // Whoever has too many already leaves less for the others, of whom some then have too many.
  for (bool again = more > 0; again;) {
    double open = 0, total = more;
    for (std::size_t i = 0; i < shares.size(); ++i)
      if (!full[i]) open += shares[i], total += counts[i];
    again = false;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      if (full[i]) continue;
      given[i] = total * shares[i] / open - counts[i];
      if (given[i] >= 0) continue;
      given[i] = 0;
      full[i] = again = true;
    }
  }
  return rounded(given, more);
}

double approximate_probability_of_correct_selection(std::span<const double> means,
                                                    std::span<const double> deviations,
                                                    std::span<const int> counts, Aim aim) {
  check(means, deviations);
  check(counts, means.size(), 1);
  const std::size_t best = best_of(means, aim);
  const auto variance = [&](std::size_t i) { return deviations[i] * deviations[i] / counts[i]; };
  double wrong = 0;
  for (std::size_t i = 0; i < means.size(); ++i) {
    if (i == best) continue;
    const double gap = advantage(means[best], means[i], aim);
    const double error = std::sqrt(variance(best) + variance(i));
    if (error > 0)
      wrong += boost::math::cdf(boost::math::normal(), -gap / error);
    else if (gap == 0)
      wrong += 0.5;
  }
  return std::max(0.0, 1 - wrong);
}

OcbaResult ocba(const Simulate<std::size_t>& simulate, std::size_t plans,
                const OcbaSettings& settings) {
  if (plans < 2) throw std::invalid_argument("ocba: fewer than 2 plans");
  if (settings.first_stage < 2) throw std::invalid_argument("ocba: the first stage is below 2");
  if (settings.step < 1) throw std::invalid_argument("ocba: the step is below 1");
  if (settings.budget / settings.first_stage < static_cast<int>(plans))
    throw std::invalid_argument("ocba: the budget is below the first stage of all plans");
  OcbaResult found{0, 0, std::vector<double>(plans), std::vector<double>(plans),
                   std::vector<int>(plans)};
  std::vector<std::vector<double>> values(plans);
  std::vector<int> more(plans, settings.first_stage);
  for (int left = settings.budget;;) {
    std::vector<Batch<std::size_t>> batches;
    for (std::size_t i = 0; i < plans; ++i)
      if (more[i] > 0) batches.push_back({i, found.counts[i], more[i]});
    const auto answer = values_of(simulate, batches);
    for (std::size_t b = 0; b < batches.size(); ++b) {
      const std::size_t i = batches[b].plan;
      values[i].insert(values[i].end(), answer[b].begin(), answer[b].end());
      const auto [mean, variance] = boost::math::statistics::mean_and_sample_variance(values[i]);
      found.means[i] = mean;
      found.deviations[i] = std::sqrt(variance);
      found.counts[i] += batches[b].count;
      left -= batches[b].count;
    }
    found.probability = approximate_probability_of_correct_selection(found.means, found.deviations,
                                                                     found.counts, settings.aim);
    if (left == 0 || found.probability >= settings.enough) break;
    more = ocba_allocation(found.means, found.deviations, found.counts,
                           std::min(left, settings.step), settings.aim);
  }
  found.best = best_of(found.means, settings.aim);
  return found;
}

}  // namespace cordon
