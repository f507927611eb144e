#include "analysis/sensitivity/sweep.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <stdexcept>

#include "analysis/statistics/values.hpp"

namespace cordon {
namespace {

void check_levels(const Eigen::VectorXd& x, const Eigen::VectorXd& y) {
  if (x.size() == 0) throw std::invalid_argument("sweep: there are no levels");
  if (y.size() != x.size()) throw std::invalid_argument("sweep: the lengths differ");
  for (Eigen::Index i = 0; i < x.size(); ++i)
    if (!std::isfinite(x[i]) || (i > 0 && !(x[i - 1] < x[i])))
      throw std::invalid_argument("sweep: the levels do not increase");
}

void check_sweep(const Sweep& sweep) {
  check_levels(sweep.x, sweep.mean);
  check_levels(sweep.x, sweep.half);
  if ((sweep.half.array() < 0).any())
    throw std::invalid_argument("sweep: a half width is negative");
}

void check_threshold(double threshold) {
  if (std::isnan(threshold)) throw std::invalid_argument("sweep: the threshold is not a number");
}

// Where on 0..1 a straight line from `start` to `end` is not negative.
std::optional<Stretch> not_negative(double start, double end) {
  if (start < 0 && end < 0) return std::nullopt;
  if (start >= 0 && end >= 0) return Stretch{0, 1};
  const double zero = start / (start - end);
  return start < 0 ? Stretch{zero, 1} : Stretch{0, zero};
}

std::optional<Stretch> both(const std::optional<Stretch>& one,
                            const std::optional<Stretch>& other) {
  if (!one || !other) return std::nullopt;
  const Stretch common{std::max(one->from, other->from), std::min(one->to, other->to)};
  return common.from <= common.to ? std::optional(common) : std::nullopt;
}

// Stretches come by where they start.
void append(const Stretch& stretch, std::vector<Stretch>& to) {
  if (!to.empty() && stretch.from <= to.back().to)
    to.back().to = std::max(to.back().to, stretch.to);
  else
    to.push_back(stretch);
}

}  // namespace

SweepRange sweep_range(const Sweep& sweep) {
  check_sweep(sweep);
  Eigen::Index lowest = -1, highest = -1;
  for (Eigen::Index i = 0; i < sweep.x.size(); ++i) {
    if (std::isnan(sweep.mean[i])) continue;
    if (lowest < 0 || sweep.mean[i] < sweep.mean[lowest]) lowest = i;
    if (highest < 0 || sweep.mean[i] > sweep.mean[highest]) highest = i;
  }
  if (lowest < 0) return {no_value, no_value, no_value, no_value, no_value};
  return {sweep.mean[lowest], sweep.mean[highest], sweep.x[lowest], sweep.x[highest],
          lowest == highest ? 0 : sweep.half[lowest] + sweep.half[highest]};
}

std::vector<int> tornado_order(const std::vector<SweepRange>& ranges) {
  std::vector<int> order(ranges.size());
  std::iota(order.begin(), order.end(), 0);
  const auto width = [&](int i) {
    const double known = ranges[static_cast<std::size_t>(i)].width();
    return std::isnan(known) ? -1 : known;
  };
  std::stable_sort(order.begin(), order.end(), [&](int i, int j) { return width(i) > width(j); });
  return order;
}

std::vector<ThresholdCrossing> crossings(const Eigen::VectorXd& x, const Eigen::VectorXd& y,
                                         double threshold) {
  check_levels(x, y);
  check_threshold(threshold);
  std::vector<ThresholdCrossing> found;
  Eigen::Index off = -1;  // the last level that is not on the threshold
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const double above = y[i] - threshold;
    if (std::isnan(above)) off = -1;
    if (std::isnan(above) || above == 0) continue;
    const double before = off < 0 ? above : y[off] - threshold;
    if ((before > 0) != (above > 0)) {
      const bool straight_through = i == off + 1;
      found.push_back({straight_through ? x[off] + (x[i] - x[off]) * (before / (before - above))
                                        : (x[off + 1] + x[i - 1]) / 2,
                       above > 0});
    }
    off = i;
  }
  return found;
}

std::vector<Stretch> undecided(const Sweep& sweep, double threshold) {
  check_sweep(sweep);
  check_threshold(threshold);
  const Eigen::VectorXd upper = (sweep.mean + sweep.half).array() - threshold;
  const Eigen::VectorXd lower = threshold - (sweep.mean - sweep.half).array();
  const auto known = [&](Eigen::Index i) { return !std::isnan(upper[i]); };
  std::vector<Stretch> found;
  for (Eigen::Index i = 0; i < sweep.x.size(); ++i) {
    if (!known(i)) continue;
    if (upper[i] >= 0 && lower[i] >= 0) append({sweep.x[i], sweep.x[i]}, found);
    if (i + 1 == sweep.x.size() || !known(i + 1)) continue;
    const auto part =
        both(not_negative(upper[i], upper[i + 1]), not_negative(lower[i], lower[i + 1]));
    const double length = sweep.x[i + 1] - sweep.x[i];
    if (part) append({sweep.x[i] + length * part->from, sweep.x[i] + length * part->to}, found);
  }
  return found;
}

}  // namespace cordon
