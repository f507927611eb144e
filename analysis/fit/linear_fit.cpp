#include "analysis/fit/linear_fit.hpp"

#include <Eigen/QR>
#include <Eigen/SVD>
#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace cordon {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double level = 0.95;
// Singular values below this share of the largest are rounding.
constexpr double rounding = 1e-10;

MatrixXd less_mean(const MatrixXd& rows) { return rows.rowwise() - rows.colwise().mean(); }

double quantile(const FitNeighbourhood& near, double confidence) {
  const boost::math::students_t luck(static_cast<double>(near.values.rows() - 1));
  return boost::math::quantile(luck, (1 + confidence) / 2);
}

// Variance of functional' (observed - mean), where what was observed is one more replication.
double variance_of(const VectorXd& functional, const FitNeighbourhood& near) {
  const auto runs = static_cast<double>(near.values.rows());
  const VectorXd moves = less_mean(near.values) * functional;
  const double luck = moves.squaredNorm() / (runs - 1) * (1 + 1 / runs);
  return luck + functional.cwiseProduct(near.observation_error).squaredNorm();
}

// The derivative along a combination of parameters, of each replication.
MatrixXd along(const FitNeighbourhood& near, const std::vector<int>& parameters,
               const VectorXd& weights) {
  MatrixXd sum = MatrixXd::Zero(near.values.rows(), near.values.cols());
  for (std::size_t k = 0; k < parameters.size(); ++k)
    sum += weights[static_cast<Index>(k)] * near.derivatives[parameters[k]];
  return sum;
}

// Whether a mean change is no longer than one that chance alone would make.
bool is_noise(const MatrixXd& changes) {
  constexpr double times = 4;
  const auto runs = static_cast<double>(changes.rows());
  const double of_mean = changes.colwise().mean().squaredNorm();
  const double by_chance = less_mean(changes).squaredNorm() / (runs - 1) / runs;
  return of_mean <= times * by_chance || of_mean == 0;
}

struct Told {
  VectorXd direction;  ///< in the parameters that were asked for
  bool is_told = false;
};

// The combinations of parameters in the order of what they change, and whether each can be told.
std::vector<Told> directions(const FitNeighbourhood& near, const std::vector<int>& parameters) {
  const Eigen::JacobiSVD<MatrixXd> svd(near.jacobian(parameters),
                                       Eigen::ComputeThinU | Eigen::ComputeFullV);
  std::vector<Told> all;
  for (Index k = 0; k < static_cast<Index>(parameters.size()); ++k) {
    const bool is_within = k < svd.singularValues().size();  // else more parameters than values
    const double change = is_within ? svd.singularValues()[k] : 0;
    Told told{svd.matrixV().col(k), false};
    if (change > rounding * svd.singularValues()[0]) {
      const VectorXd functional = svd.matrixU().col(k) / change;
      const double half = quantile(near, level) * std::sqrt(variance_of(functional, near));
      told.is_told = half < 0.5 && !is_noise(along(near, parameters, told.direction));
    }
    all.push_back(std::move(told));
  }
  return all;
}

bool all_are_told(const std::vector<Told>& all) {
  return std::all_of(all.begin(), all.end(), [](const Told& t) { return t.is_told; });
}

std::vector<int> all_parameters(const FitNeighbourhood& near) {
  std::vector<int> all;
  for (std::size_t p = 0; p < near.derivatives.size(); ++p) all.push_back(static_cast<int>(p));
  return all;
}

// The parameters without the one that adds least to the others.
std::vector<int> without_least(const FitNeighbourhood& near, std::vector<int> parameters) {
  const Eigen::ColPivHouseholderQR<MatrixXd> qr(near.jacobian(parameters));
  parameters.erase(parameters.begin() +
                   qr.colsPermutation().indices()[static_cast<Index>(parameters.size()) - 1]);
  return parameters;
}

UnknownDirection spread_out(const VectorXd& direction, const std::vector<int>& parameters,
                            std::size_t all) {
  VectorXd weights = VectorXd::Zero(static_cast<Index>(all));
  for (std::size_t k = 0; k < parameters.size(); ++k)
    weights[parameters[k]] = direction[static_cast<Index>(k)];
  return {weights};
}

MatrixXd pseudo_inverse(const MatrixXd& jacobian) {
  return jacobian.completeOrthogonalDecomposition().pseudoInverse();
}

}  // namespace

VectorXd FitNeighbourhood::residuals() const {
  return observed - values.colwise().mean().transpose();
}

MatrixXd FitNeighbourhood::jacobian(const std::vector<int>& parameters) const {
  MatrixXd all(observed.size(), static_cast<Index>(parameters.size()));
  for (std::size_t k = 0; k < parameters.size(); ++k)
    all.col(static_cast<Index>(k)) =
        derivatives[static_cast<std::size_t>(parameters[k])].colwise().mean().transpose();
  return all;
}

Identification identify(const FitNeighbourhood& near) {
  Identification found;
  for (const int p : all_parameters(near)) {
    const bool is_told = all_are_told(directions(near, {p}));
    (is_told ? found.identified : found.silent).push_back(p);
  }
  if (found.identified.empty()) return found;
  for (const Told& told : directions(near, found.identified))
    if (!told.is_told)
      found.unknown.push_back(
          spread_out(told.direction, found.identified, near.derivatives.size()));
  while (!all_are_told(directions(near, found.identified)))
    found.identified = without_least(near, found.identified);
  return found;
}

double excess_of_residuals(const FitNeighbourhood& near, const std::vector<int>& parameters) {
  const MatrixXd jacobian = near.jacobian(parameters);
  const Eigen::JacobiSVD<MatrixXd> svd(jacobian, Eigen::ComputeThinU | Eigen::ComputeThinV);
  const MatrixXd basis = svd.matrixU().leftCols(parameters.empty() ? 0 : svd.rank());
  const auto left = [&](const VectorXd& r) -> double {  // what no parameter takes up
    return r.squaredNorm() - (basis.transpose() * r).squaredNorm();
  };
  const auto runs = static_cast<double>(near.values.rows());
  const MatrixXd luck = less_mean(near.values);
  double expected = 0;
  for (Index r = 0; r < luck.rows(); ++r) expected += left(luck.row(r).transpose());
  expected *= (1 + 1 / runs) / (runs - 1);
  const VectorXd errors = near.observation_error.cwiseAbs2();
  expected += errors.sum() - (basis.cwiseAbs2().transpose() * errors).sum();
  const double in_all = less_mean(near.values).squaredNorm() + errors.sum();
  if (expected <= rounding * in_all) return 1;  // as many parameters as observations
  return std::sqrt(std::max(1.0, left(near.residuals()) / expected));
}

VectorXd half_widths(const FitNeighbourhood& near, const std::vector<int>& parameters,
                     double confidence) {
  const MatrixXd inverse = pseudo_inverse(near.jacobian(parameters));
  const double excess = excess_of_residuals(near, parameters);
  VectorXd widths(inverse.rows());
  for (Index k = 0; k < widths.size(); ++k)
    widths[k] = quantile(near, confidence) * excess *
                std::sqrt(variance_of(inverse.row(k).transpose(), near));
  return widths;
}

VectorXd newton_step(const FitNeighbourhood& near, const std::vector<int>& parameters) {
  return pseudo_inverse(near.jacobian(parameters)) * near.residuals();
}

}  // namespace cordon
