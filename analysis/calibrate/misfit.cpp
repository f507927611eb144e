#include "analysis/calibrate/misfit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/statistics/values.hpp"
#include "analysis/study/user_error.hpp"

namespace cordon {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

VectorXd variances(const MatrixXd& runs) {
  const MatrixXd luck = runs.rowwise() - runs.colwise().mean();
  return luck.colwise().squaredNorm().transpose() / static_cast<double>(runs.rows() - 1);
}

// Variance between replications by series, as a mean over its observations that are fitted.
std::vector<double> luck_of(const Observations& observations, const MatrixXd& runs) {
  const VectorXd variance = variances(runs);
  std::vector<double> luck(observations.series().size(), 0);
  for (std::size_t o = 0; o < observations.all().size(); ++o) {
    const Observation& observation = observations.all()[o];
    if (observation.is_fitted)
      luck[observation.series] +=
          variance[static_cast<Eigen::Index>(o)] / observations.series()[observation.series].fitted;
  }
  return luck;
}

}  // namespace

Misfit::Misfit(const Experiment& experiment, const Observations& observations,
               const Evaluated& shows)
    : observations_(observations) {
  const std::vector<double> luck = luck_of(observations, shows.simulated);
  for (std::size_t s = 0; s < luck.size(); ++s) {
    const Series& series = observations.series()[s];
    const double scale = std::sqrt(series.error * series.error + luck[s]);
    if (scale == 0 && !series.is_queue())
      throw UserError(
          fmt::format("{}: calibrate.observed.{}: is not moved by luck; expected a `spread`, "
                      "without which it would have to be met exactly",
                      experiment.file(), series.name));
    scales_.push_back(series.is_queue() ? std::max(scale, 1.0) : scale);  // counts are whole
  }
  for (std::size_t o = 0; o < observations.all().size(); ++o)
    if (observations.all()[o].is_fitted) fitted_.push_back(static_cast<Eigen::Index>(o));
}

double Misfit::of(const Evaluated& point) const {
  if (!point.failure.empty()) return no_value;
  double sum = 0;
  for (const Eigen::Index o : fitted_) {
    const double observed = observations_.all()[static_cast<std::size_t>(o)].value;
    sum += std::pow((observed - point.simulated.col(o).mean()) * weight(o), 2);
  }
  return sum;
}

MatrixXd Misfit::weighed(const MatrixXd& simulated) const {
  MatrixXd all(simulated.rows(), static_cast<Eigen::Index>(fitted_.size()));
  for (std::size_t k = 0; k < fitted_.size(); ++k)
    all.col(static_cast<Eigen::Index>(k)) = simulated.col(fitted_[k]) * weight(fitted_[k]);
  return all;
}

FitNeighbourhood Misfit::observed() const {
  FitNeighbourhood near;
  near.observed.resize(static_cast<Eigen::Index>(fitted_.size()));
  near.observation_error.resize(static_cast<Eigen::Index>(fitted_.size()));
  for (std::size_t k = 0; k < fitted_.size(); ++k) {
    const Observation& o = observations_.all()[static_cast<std::size_t>(fitted_[k])];
    near.observed[static_cast<Eigen::Index>(k)] = o.value * weight(fitted_[k]);
    near.observation_error[static_cast<Eigen::Index>(k)] =
        observations_.series()[o.series].error * weight(fitted_[k]);
  }
  return near;
}

double Misfit::weight(Eigen::Index observation) const {
  const std::size_t s = observations_.all()[static_cast<std::size_t>(observation)].series;
  return 1 / (scales_[s] * std::sqrt(observations_.series()[s].fitted));
}

double mean_error(const Observations& observations, std::size_t series, const Evaluated& point) {
  if (!point.failure.empty()) return no_value;
  double sum = 0;
  int count = 0;
  for (std::size_t o = 0; o < observations.all().size(); ++o) {
    const Observation& observation = observations.all()[o];
    if (observation.series != series) continue;
    sum += std::abs(observation.value - point.simulated.col(static_cast<Eigen::Index>(o)).mean());
    ++count;
  }
  return sum / count;
}

}  // namespace cordon
