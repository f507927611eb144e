#include "analysis/selection/pareto.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "analysis/statistics/interval.hpp"
#include "analysis/statistics/multiplicity.hpp"

namespace cordon {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

// By how much one plan is better than another, over the objectives: the ends of its intervals.
struct Lead {
  double least_low = infinite, greatest_low = -infinite;

  void take(double low) {
    least_low = std::min(least_low, low);
    greatest_low = std::max(greatest_low, low);
  }
  // As good in all, and better in one.
  [[nodiscard]] bool dominates() const { return least_low >= 0 && greatest_low > 0; }
  // Better in one, or at least as good in all: either way the other cannot dominate.
  [[nodiscard]] bool escapes() const { return greatest_low > 0 || least_low >= 0; }
};

void check(std::span<const Samples> objectives, std::span<const Aim> aims, double confidence) {
  if (objectives.empty() || objectives.size() != aims.size())
    throw std::invalid_argument("dominance: objectives and aims differ in number, or are none");
  const Samples& first = objectives.front();
  if (first.rows() < 2 || first.cols() < 2)
    throw std::invalid_argument("dominance: fewer than 2 replications or plans");
  for (const Samples& samples : objectives) {
    if (samples.rows() != first.rows() || samples.cols() != first.cols())
      throw std::invalid_argument("dominance: the shapes differ");
    if (!samples.isFinite().all()) throw std::invalid_argument("dominance: a value is not finite");
  }
  if (!(confidence > 0 && confidence < 1))
    throw std::invalid_argument("dominance: the confidence is not between 0 and 1");
}

Interval difference(const Samples& samples, Eigen::Index one, Eigen::Index other, Aim aim,
                    double confidence) {
  const auto column = [&](Eigen::Index i) {
    return std::span(samples.col(i).data(), static_cast<std::size_t>(samples.rows()));
  };
  return aim == Aim::maximise ? paired_difference(column(other), column(one), confidence)
                              : paired_difference(column(one), column(other), confidence);
}

}  // namespace

std::vector<bool> non_dominated(const Eigen::ArrayXXd& means, std::span<const Aim> aims) {
  if (means.cols() != static_cast<Eigen::Index>(aims.size()))
    throw std::invalid_argument("non_dominated: means and aims differ in size");
  if (!means.isFinite().all()) throw std::invalid_argument("non_dominated: a mean is not finite");
  const auto dominates = [&](Eigen::Index one, Eigen::Index other) {
    Lead lead;
    for (Eigen::Index o = 0; o < means.cols(); ++o)
      lead.take(advantage(means(one, o), means(other, o), aims[static_cast<std::size_t>(o)]));
    return lead.dominates();
  };
  std::vector<bool> found;
  for (Eigen::Index i = 0; i < means.rows(); ++i) {
    bool free = true;
    for (Eigen::Index l = 0; l < means.rows() && free; ++l) free = l == i || !dominates(l, i);
    found.push_back(free);
  }
  return found;
}

std::vector<Dominance> dominance(std::span<const Samples> objectives, std::span<const Aim> aims,
                                 double confidence) {
  check(objectives, aims, confidence);
  const Eigen::Index plans = objectives.front().cols();
  const auto statements =
      static_cast<int>(plans * (plans - 1) / 2) * static_cast<int>(objectives.size());
  const double each = simultaneous_confidence(confidence, statements);
  std::vector<bool> dominated(static_cast<std::size_t>(plans)), free(dominated.size(), true);
  for (Eigen::Index one = 0; one < plans; ++one)
    for (Eigen::Index other = one + 1; other < plans; ++other) {
      Lead lead, arrears;
      for (std::size_t o = 0; o < objectives.size(); ++o) {
        const Interval better = difference(objectives[o], one, other, aims[o], each);
        lead.take(better.low);
        arrears.take(-better.high);
      }
      const auto i = static_cast<std::size_t>(one), l = static_cast<std::size_t>(other);
      if (arrears.dominates()) dominated[i] = true;
      if (lead.dominates()) dominated[l] = true;
      if (!lead.escapes()) free[i] = false;
      if (!arrears.escapes()) free[l] = false;
    }
  std::vector<Dominance> found;
  for (std::size_t i = 0; i < dominated.size(); ++i)
    found.push_back(dominated[i] ? Dominance::certain
                    : free[i]    ? Dominance::impossible
                                 : Dominance::unclear);
  return found;
}

}  // namespace cordon
