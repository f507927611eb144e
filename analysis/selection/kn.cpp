#include "analysis/selection/kn.hpp"

#include <algorithm>
#include <boost/math/statistics/univariate_statistics.hpp>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace cordon {
namespace {

void check(std::size_t plans, const KnSettings& settings) {
  if (!(settings.delta > 0)) throw std::invalid_argument("kn: delta is not above 0");
  if (settings.batch < 1) throw std::invalid_argument("kn: the batch is below 1");
  if (settings.limit / static_cast<std::int64_t>(plans) < settings.first_stage)
    throw std::invalid_argument("kn: the limit is below the first stage of all plans");
}

double variance_of_difference(const std::vector<double>& one, const std::vector<double>& other) {
  std::vector<double> differences(one.size());
  std::transform(one.begin(), one.end(), other.begin(), differences.begin(), std::minus<>{});
  return boost::math::statistics::sample_variance(differences);
}

/// The procedure's state after r replications of each plan that is left.
class Screening {
 public:
  Screening(const Simulate<std::size_t>& simulate, std::size_t plans, const KnSettings& settings)
      : simulate_(simulate), settings_(settings), left_(plans), values_(plans), sums_(plans) {
    result_.plans.resize(plans);
    std::iota(left_.begin(), left_.end(), std::size_t{0});
    more(settings.first_stage);
    const double h2 =
        2 * kn_eta(plans, settings.alpha, settings.first_stage) * (settings.first_stage - 1);
    ends_.setZero(static_cast<Eigen::Index>(plans), static_cast<Eigen::Index>(plans));
    for (std::size_t i = 0; i < plans; ++i)
      for (std::size_t l = i + 1; l < plans; ++l)
        end(i, l) = end(l, i) =
            h2 * variance_of_difference(values_[i], values_[l]) / (settings.delta * settings.delta);
    while (r_ < settings.first_stage) use_next();
  }

  KnResult run() {
    for (;;) {
      screen();
      if (left_.size() == 1 || all_ended()) return finished(true);
      if (r_ == static_cast<int>(values_[left_.front()].size())) {
        const std::int64_t each =
            (settings_.limit - result_.simulated) / static_cast<std::int64_t>(left_.size());
        if (each == 0) return finished(false);
        more(static_cast<int>(std::min<std::int64_t>(each, settings_.batch)));
      }
      use_next();
    }
  }

 private:
  // The number of replications from which on the better mean of two plans decides (N in the paper,
  // here before it is rounded down, which no whole r can tell).
  double& end(std::size_t i, std::size_t l) {
    return ends_(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(l));
  }

  void more(int count) {
    std::vector<Batch<std::size_t>> batches;
    for (const std::size_t i : left_)
      batches.push_back({i, static_cast<int>(values_[i].size()), count});
    const auto answer = values_of(simulate_, batches);
    for (std::size_t b = 0; b < batches.size(); ++b) {
      auto& values = values_[batches[b].plan];
      values.insert(values.end(), answer[b].begin(), answer[b].end());
    }
    result_.simulated += static_cast<std::int64_t>(count) * static_cast<std::int64_t>(left_.size());
  }

  void use_next() {
    for (const std::size_t i : left_) {
      sums_[i] += values_[i][static_cast<std::size_t>(r_)];
      result_.plans[i].used = r_ + 1;
      result_.plans[i].mean = sums_[i] / (r_ + 1);
    }
    ++r_;
  }

  // Against all that were left before, so that the order of the plans does not matter.
  void screen() {
    const std::vector<std::size_t> before = left_;
    const auto hopeless = [&](std::size_t i) {
      return std::any_of(before.begin(), before.end(), [&](std::size_t l) {
        const double slack = std::max(0.0, settings_.delta / 2 * (end(i, l) / r_ - 1));
        const double ahead = advantage(result_.plans[l].mean, result_.plans[i].mean, settings_.aim);
        return l != i && ahead > slack;
      });
    };
    for (const std::size_t i : before)
      if (hopeless(i)) {
        result_.plans[i].screened_out_at = r_;
        std::erase(left_, i);
      }
  }

  // Plans that are left then have equal means.
  bool all_ended() {
    return std::all_of(left_.begin(), left_.end(), [&](std::size_t i) {
      return std::all_of(left_.begin(), left_.end(),
                         [&](std::size_t l) { return r_ >= end(i, l); });
    });
  }

  KnResult finished(bool guaranteed) {
    std::vector<double> means;
    for (const std::size_t i : left_) means.push_back(result_.plans[i].mean);
    result_.best = left_[best_of(means, settings_.aim)];
    result_.guaranteed = guaranteed;
    return std::move(result_);
  }

  const Simulate<std::size_t>& simulate_;
  const KnSettings& settings_;
  std::vector<std::size_t> left_;
  std::vector<std::vector<double>> values_;
  std::vector<double> sums_;
  Eigen::ArrayXXd ends_;
  KnResult result_;
  int r_ = 0;
};

}  // namespace

double kn_eta(std::size_t plans, double alpha, int first_stage) {
  if (plans < 2) throw std::invalid_argument("kn: fewer than 2 plans");
  const auto k = static_cast<double>(plans);
  if (!(alpha > 0 && alpha < 1 - 1 / k))
    throw std::invalid_argument("kn: alpha is not between 0 and 1 - 1/plans");
  if (first_stage < 2) throw std::invalid_argument("kn: the first stage is below 2");
  return (std::pow(2 * alpha / (k - 1), -2.0 / (first_stage - 1)) - 1) / 2;
}

KnResult kn(const Simulate<std::size_t>& simulate, std::size_t plans, const KnSettings& settings) {
  (void)kn_eta(plans, settings.alpha, settings.first_stage);  // checks them
  check(plans, settings);
  return Screening(simulate, plans, settings).run();
}

}  // namespace cordon
