#include "analysis/sensitivity/elementary_effects.hpp"

#include <cmath>
#include <stdexcept>

#include "analysis/sensitivity/finite_rows.hpp"
#include "analysis/statistics/values.hpp"

namespace cordon {
namespace {

Eigen::Index changed_factor(const Eigen::RowVectorXd& step) {
  Eigen::Index factor = 0;
  step.cwiseAbs().maxCoeff(&factor);
  const double rounding = 1e-9;  // of points that were computed, in the unit cube
  if ((step.array().abs() > rounding).count() != 1)
    throw std::invalid_argument("elementary_effects: a step does not change one factor");
  return factor;
}

// NaN for a single value.
double sample_deviation(const Eigen::VectorXd& values) {
  const auto freedom = static_cast<double>(values.size() - 1);
  return std::sqrt((values.array() - values.mean()).square().sum() / freedom);
}

}  // namespace

Eigen::MatrixXd elementary_effects(const Eigen::MatrixXd& points, const Eigen::VectorXd& outputs) {
  const Eigen::Index factors = points.cols(), length = factors + 1;
  if (points.rows() != outputs.size())
    throw std::invalid_argument("elementary_effects: points and outputs differ in number");
  if (factors < 1 || points.rows() % length != 0)
    throw std::invalid_argument("elementary_effects: no whole number of trajectories");
  const Eigen::Index trajectories = points.rows() / length;
  Eigen::MatrixXd effects(trajectories, factors);
  for (Eigen::Index t = 0; t < trajectories; ++t) {
    Eigen::Array<bool, Eigen::Dynamic, 1> changed(factors);
    changed.fill(false);
    for (Eigen::Index row = t * length; row < t * length + factors; ++row) {
      const Eigen::RowVectorXd step = points.row(row + 1) - points.row(row);
      const Eigen::Index factor = changed_factor(step);
      effects(t, factor) = (outputs[row + 1] - outputs[row]) / step[factor];
      changed[factor] = true;
    }
    if (!changed.all())
      throw std::invalid_argument("elementary_effects: a trajectory leaves a factor as it is");
  }
  return effects;
}

MorrisScreening morris_screening(const Eigen::MatrixXd& effects, const BootstrapPlan& plan) {
  check(plan);
  const Eigen::MatrixXd known = select_rows(effects, finite_rows(effects));
  MorrisScreening found;
  found.used = static_cast<int>(known.rows());
  found.dropped = static_cast<int>(effects.rows() - known.rows());
  found.confidence = plan.confidence;
  found.factors.resize(static_cast<std::size_t>(effects.cols()),
                       {no_value, {no_value, no_value, no_value}, no_value});
  if (known.rows() == 0) return found;
  const auto same = [](const Eigen::VectorXd& means) { return means; };
  std::vector<BootstrapEstimate> mu_stars = bca_of_means(known.cwiseAbs(), same, plan);
  for (Eigen::Index factor = 0; factor < known.cols(); ++factor) {
    MorrisEffect& effect = found.factors[static_cast<std::size_t>(factor)];
    effect.mu = known.col(factor).mean();
    effect.sigma = sample_deviation(known.col(factor));
    effect.mu_star = mu_stars[static_cast<std::size_t>(factor)];
  }
  return found;
}

}  // namespace cordon
