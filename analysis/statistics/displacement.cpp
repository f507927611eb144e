#include "analysis/statistics/displacement.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <stdexcept>
#include <vector>

#include "analysis/statistics/values.hpp"

namespace cordon {
namespace {

double total_shift(const Attempts& baseline, const Attempts& variant) {
  return shift_of_shares(baseline.colwise().sum().transpose(), variant.colwise().sum().transpose());
}

// std:: distributions differ between libraries; the generator itself does not.
Eigen::Index index_below(Eigen::Index count, std::mt19937_64& luck) {
  const double unit = static_cast<double>(luck() >> 11) * 0x1p-53;
  return static_cast<Eigen::Index>(unit * static_cast<double>(count));
}

double exchanged(const Attempts& baseline, const Attempts& variant, const std::vector<bool>& swap) {
  Eigen::ArrayXd one = Eigen::ArrayXd::Zero(baseline.cols()), other = one;
  for (Eigen::Index i = 0; i < baseline.rows(); ++i) {
    const bool swapped = swap[static_cast<std::size_t>(i)];
    one += (swapped ? variant : baseline).row(i).transpose();
    other += (swapped ? baseline : variant).row(i).transpose();
  }
  return shift_of_shares(one, other);
}

std::vector<bool> any_swaps(Eigen::Index replications, std::mt19937_64& luck) {
  std::vector<bool> swap(static_cast<std::size_t>(replications));
  for (std::size_t i = 0; i < swap.size(); ++i) swap[i] = luck() >> 63 != 0;
  return swap;
}

// Half of the replications, so that both sides get as much of either scenario and nothing of a
// real displacement is left between them.
std::vector<bool> half_swapped(Eigen::Index replications, std::mt19937_64& luck) {
  std::vector<bool> swap(static_cast<std::size_t>(replications));
  Eigen::Index wanted = replications / 2;
  if (replications % 2 != 0) wanted += static_cast<Eigen::Index>(luck() >> 63);
  for (Eigen::Index i = 0; i < replications; ++i)
    if (index_below(replications - i, luck) < wanted) {
      swap[static_cast<std::size_t>(i)] = true;
      --wanted;
    }
  return swap;
}

double resampled(const Attempts& baseline, const Attempts& variant, std::mt19937_64& luck) {
  Eigen::ArrayXd one = Eigen::ArrayXd::Zero(baseline.cols()), other = one;
  for (Eigen::Index n = 0; n < baseline.rows(); ++n) {
    const Eigen::Index i = index_below(baseline.rows(), luck);
    one += baseline.row(i).transpose();
    other += variant.row(i).transpose();
  }
  return shift_of_shares(one, other);
}

// Resamples without attempts say nothing.
std::vector<double> sorted_known(std::vector<double> values) {
  values.erase(std::remove_if(values.begin(), values.end(), [](double v) { return std::isnan(v); }),
               values.end());
  std::sort(values.begin(), values.end());
  return values;
}

double nearest_quantile(const std::vector<double>& sorted, double share) {
  const double last = static_cast<double>(sorted.size()) - 1;
  return sorted[static_cast<std::size_t>(std::lround(share * last))];
}

double mean(const std::vector<double>& values) {
  return Eigen::Map<const Eigen::ArrayXd>(values.data(), static_cast<Eigen::Index>(values.size()))
      .mean();
}

}  // namespace

double shift_of_shares(const Eigen::ArrayXd& baseline, const Eigen::ArrayXd& variant) {
  const double all = baseline.sum(), all_variant = variant.sum();
  if (!(all > 0 && all_variant > 0)) return no_value;
  return 1 - (baseline / all).min(variant / all_variant).sum();
}

Displacement displacement(const Attempts& baseline, const Attempts& variant, double confidence,
                          std::uint64_t seed, int draws) {
  if (baseline.rows() != variant.rows() || baseline.cols() != variant.cols())
    throw std::invalid_argument("displacement: the shapes differ");
  Displacement found{no_value, no_value, no_value, no_value, no_value, no_value, confidence};
  found.raw = total_shift(baseline, variant);
  if (std::isnan(found.raw) || baseline.rows() < 2) return found;
  std::mt19937_64 luck(seed);
  const Eigen::Index replications = baseline.rows();
  std::vector<double> any, balanced, again;
  for (int n = 0; n < draws; ++n) {
    any.push_back(exchanged(baseline, variant, any_swaps(replications, luck)));
    balanced.push_back(exchanged(baseline, variant, half_swapped(replications, luck)));
    again.push_back(resampled(baseline, variant, luck));
  }
  for (auto* values : {&any, &balanced, &again}) *values = sorted_known(std::move(*values));
  if (any.empty() || balanced.empty() || again.empty()) return found;
  const double rounding = 1e-12;
  const auto as_great = any.end() - std::lower_bound(any.begin(), any.end(), found.raw - rounding);
  found.p = static_cast<double>(as_great + 1) / static_cast<double>(any.size() + 1);
  found.by_chance = mean(balanced);
  found.estimate = found.raw - found.by_chance;
  const double centre = mean(again), tail = (1 - confidence) / 2;
  found.low = found.estimate - (nearest_quantile(again, 1 - tail) - centre);
  found.high = std::min(1.0, found.raw - (nearest_quantile(again, tail) - centre));
  return found;
}

}  // namespace cordon
