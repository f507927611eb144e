#pragma once

// Plans whose values are known by their distribution, and a record of what is asked of them.

#include <gtest/gtest.h>

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <cstdint>
#include <map>
#include <vector>

#include "analysis/selection/decision_space.hpp"
#include "analysis/selection/simulated.hpp"
#include "sim/engine/luck.hpp"

namespace cordon::testing {

/// Normal plans of one deviation, with a given correlation between any two of them.
struct NormalPlans {
  std::uint64_t seed = 1;
  std::vector<double> means;
  double deviation = 1;
  double correlation = 0;

  [[nodiscard]] double value(std::size_t plan, int replication) const {
    enum class Noise { common, own };
    const Luck luck(seed, static_cast<std::uint32_t>(replication));
    const auto normal = [&](std::uint32_t number, Noise noise) {
      return boost::math::quantile(boost::math::normal(), luck.uniform(Subject{1, number}, noise));
    };
    return means[plan] + deviation * (std::sqrt(correlation) * normal(0, Noise::common) +
                                      std::sqrt(1 - correlation) *
                                          normal(static_cast<std::uint32_t>(plan), Noise::own));
  }

  [[nodiscard]] Samples samples(int replications) const {
    Samples found(replications, static_cast<Eigen::Index>(means.size()));
    for (Eigen::Index plan = 0; plan < found.cols(); ++plan)
      for (int r = 0; r < replications; ++r)
        found(r, plan) = value(static_cast<std::size_t>(plan), r);
    return found;
  }

  operator Simulate<std::size_t>() const {  // NOLINT: it is one
    return [plans = *this](std::span<const Batch<std::size_t>> batches) {
      std::vector<std::vector<double>> answer;
      for (const auto& batch : batches) {
        answer.emplace_back();
        for (int r = batch.first; r < batch.first + batch.count; ++r)
          answer.back().push_back(plans.value(batch.plan, r));
      }
      return answer;
    };
  }
};

/// Passes questions on, counts them, and fails the test when a replication is asked for twice or
/// left out.
template <class Identity>
class Asked {
 public:
  explicit Asked(Simulate<Identity> simulate) : simulate_(std::move(simulate)) {}

  [[nodiscard]] Simulate<Identity> recorded() {
    return [this](std::span<const Batch<Identity>> batches) {
      for (const auto& batch : batches) {
        EXPECT_EQ(batch.first, counts[batch.plan]);
        EXPECT_GT(batch.count, 0);
        counts[batch.plan] += batch.count;
        total += batch.count;
      }
      ++times;
      return simulate_(batches);
    };
  }

  std::map<Identity, int> counts;
  std::int64_t total = 0;
  int times = 0;

 private:
  Simulate<Identity> simulate_;
};

/// Decisions whose values are those of a function of decision and replication.
template <class Value>
[[nodiscard]] Simulate<Decision> each(Value value) {
  return [value](std::span<const Batch<Decision>> batches) {
    std::vector<std::vector<double>> answer;
    for (const auto& batch : batches) {
      answer.emplace_back();
      for (int r = batch.first; r < batch.first + batch.count; ++r)
        answer.back().push_back(value(batch.plan, r));
    }
    return answer;
  };
}

/// Means of `plans` plans, all `delta` above the first one's.
inline std::vector<double> slippage(std::size_t plans, double delta) {
  std::vector<double> means(plans, delta);
  means[0] = 0;
  return means;
}

}  // namespace cordon::testing
