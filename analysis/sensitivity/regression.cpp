#include "analysis/sensitivity/regression.hpp"

#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "analysis/sensitivity/finite_rows.hpp"
#include "analysis/statistics/values.hpp"

namespace cordon {
namespace {

// Of standardised columns: how far the next may lie from the span of the others before it counts as
// a direction of its own.
constexpr double dependence = 1e-9;

/// Replaces a column by its deviations in standard deviations, or by zeros if it does not vary
/// except by rounding. @return whether it varies
bool standardise(Eigen::Ref<Eigen::VectorXd> column, const Eigen::VectorXd& counts) {
  const double first = column[0], greatest = column.cwiseAbs().maxCoeff();
  column.array() -= first;
  column.array() -= column.dot(counts) / counts.sum();
  const double deviation = std::sqrt(column.cwiseAbs2().dot(counts) / counts.sum());
  const bool varies = deviation > 4 * std::numeric_limits<double>::epsilon() * greatest;
  if (varies)
    column /= deviation;
  else
    column.setZero();
  return varies;
}

struct Fit {
  Eigen::VectorXd coefficients;  // NaN for collinear columns, and all when the output is constant
  double r2 = no_value;
  Eigen::Index rank = 0;
  std::vector<int> collinear;
};

// Column-pivoting QR puts columns that are needed first; those behind the rank are combinations of
// some of them, and neither can be told from the other.
std::vector<int> dependent_columns(const Eigen::ColPivHouseholderQR<Eigen::MatrixXd>& qr) {
  const Eigen::Index rank = qr.rank(), left = qr.cols() - rank;
  const Eigen::MatrixXd r = qr.matrixR().topRows(rank);
  Eigen::MatrixXd combinations(rank, left);
  if (rank > 0 && left > 0)
    combinations = r.leftCols(rank).triangularView<Eigen::Upper>().solve(r.rightCols(left));
  const auto& place = qr.colsPermutation().indices();
  std::vector<int> columns;
  for (Eigen::Index i = 0; i < qr.cols(); ++i)
    if (i >= rank || (left > 0 && combinations.row(i).cwiseAbs().maxCoeff() > 1e-6))
      columns.push_back(place[i]);
  std::sort(columns.begin(), columns.end());
  return columns;
}

Fit fit(Eigen::MatrixXd points, Eigen::VectorXd outputs, const Eigen::VectorXd& counts) {
  const Eigen::Index factors = points.cols();
  for (Eigen::Index i = 0; i < factors; ++i) standardise(points.col(i), counts);
  const bool varies = standardise(outputs, counts);
  const Eigen::VectorXd scale = (counts / counts.sum()).cwiseSqrt();
  points.array().colwise() *= scale.array();
  outputs.array() *= scale.array();
  Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr;
  qr.setThreshold(dependence);
  qr.compute(points);
  Fit found{Eigen::VectorXd::Constant(factors, no_value), no_value, qr.rank(),
            dependent_columns(qr)};
  if (!varies) return found;
  found.coefficients = qr.solve(outputs);
  found.r2 = 1 - (outputs - points * found.coefficients).squaredNorm();
  for (const int column : found.collinear) found.coefficients[column] = no_value;
  return found;
}

/// The order of a column's values, which all resamples share.
struct Order {
  std::vector<Eigen::Index> rows;  // by value
  std::vector<std::size_t> ends;   // of each group of equal values
};

Order order_of(const Eigen::VectorXd& values) {
  Order order;
  order.rows.resize(static_cast<std::size_t>(values.size()));
  std::iota(order.rows.begin(), order.rows.end(), Eigen::Index{0});
  std::sort(order.rows.begin(), order.rows.end(),
            [&](Eigen::Index i, Eigen::Index j) { return values[i] < values[j]; });
  for (std::size_t i = 1; i <= order.rows.size(); ++i)
    if (i == order.rows.size() || values[order.rows[i]] != values[order.rows[i - 1]])
      order.ends.push_back(i);
  return order;
}

/// Mean ranks, where an observation counts as many times as its weight says.
Eigen::VectorXd ranks(const Order& order, const Eigen::VectorXd& counts) {
  Eigen::VectorXd rank(counts.size());
  double below = 0;
  std::size_t from = 0;
  for (const std::size_t end : order.ends) {
    double tied = 0;
    for (std::size_t i = from; i < end; ++i) tied += counts[order.rows[i]];
    for (; from < end; ++from) rank[order.rows[from]] = below + (tied + 1) / 2;
    below += tied;
  }
  return rank;
}

/// A fit of weighted points.
using Fitting = std::function<Fit(const Eigen::VectorXd& counts)>;

Fitting fit_values(const Eigen::MatrixXd& points, const Eigen::VectorXd& outputs) {
  return [=](const Eigen::VectorXd& counts) { return fit(points, outputs, counts); };
}

Fitting fit_ranks(const Eigen::MatrixXd& points, const Eigen::VectorXd& outputs) {
  std::vector<Order> orders;
  for (Eigen::Index i = 0; i < points.cols(); ++i) orders.push_back(order_of(points.col(i)));
  return [orders, of_outputs = order_of(outputs)](const Eigen::VectorXd& counts) {
    Eigen::MatrixXd ranked(counts.size(), static_cast<Eigen::Index>(orders.size()));
    for (Eigen::Index i = 0; i < ranked.cols(); ++i)
      ranked.col(i) = ranks(orders[static_cast<std::size_t>(i)], counts);
    return fit(ranked, ranks(of_outputs, counts), counts);
  };
}

double adjusted(double r2, int points, Eigen::Index rank) {
  return 1 - (1 - r2) * (points - 1) / static_cast<double>(points - rank - 1);
}

void check_shapes(const Eigen::MatrixXd& points, const Eigen::VectorXd& outputs) {
  if (points.rows() != outputs.size())
    throw std::invalid_argument("regression: points and outputs differ in number");
  if (points.cols() < 1) throw std::invalid_argument("regression: there are no factors");
  if (!points.allFinite()) throw std::invalid_argument("regression: a point is not finite");
}

// The coefficients, then R^2.
std::vector<BootstrapEstimate> intervals(Eigen::Index points, Eigen::Index factors,
                                         const Fitting& fitting, const BootstrapPlan& plan) {
  const auto statistics = [&](const Eigen::VectorXd& counts) {
    Eigen::VectorXd values = Eigen::VectorXd::Constant(factors + 1, no_value);
    const Fit found = fitting(counts);
    // A plane goes through any so few points, which tells nothing of the output.
    if ((counts.array() > 0).count() > found.rank + 1) values << found.coefficients, found.r2;
    return values;
  };
  return bca(points, statistics, plan);
}

StandardisedRegression regression(const Eigen::MatrixXd& points, const Eigen::VectorXd& outputs,
                                  const BootstrapPlan& plan,
                                  Fitting (*fitting_of)(const Eigen::MatrixXd&,
                                                        const Eigen::VectorXd&)) {
  check(plan);
  check_shapes(points, outputs);
  const std::vector<Eigen::Index> rows = finite_rows(outputs);
  StandardisedRegression found;
  found.used = static_cast<int>(rows.size());
  found.dropped = static_cast<int>(outputs.size()) - found.used;
  found.confidence = plan.confidence;
  found.r2 = found.adjusted_r2 = {no_value, no_value, no_value};
  found.coefficients.resize(static_cast<std::size_t>(points.cols()),
                            {no_value, no_value, no_value});
  found.too_few_points = true;
  if (rows.empty()) return found;
  const Fitting fitting = fitting_of(select_rows(points, rows), outputs(rows));
  const Fit best = fitting(Eigen::VectorXd::Ones(found.used));
  found.collinear = best.collinear;
  found.too_few_points = found.used <= best.rank + 1;
  found.r2.estimate = best.r2;
  for (Eigen::Index i = 0; i < points.cols(); ++i)
    found.coefficients[static_cast<std::size_t>(i)].estimate = best.coefficients[i];
  if (found.too_few_points) return found;
  found.coefficients = intervals(found.used, points.cols(), fitting, plan);
  found.r2 = found.coefficients.back();
  found.coefficients.pop_back();
  const auto adjust = [&](double r2) { return adjusted(r2, found.used, best.rank); };
  found.adjusted_r2 = {adjust(found.r2.estimate), adjust(found.r2.low), adjust(found.r2.high)};
  return found;
}

}  // namespace

StandardisedRegression standardised_regression(const Eigen::MatrixXd& points,
                                               const Eigen::VectorXd& outputs,
                                               const BootstrapPlan& plan) {
  return regression(points, outputs, plan, fit_values);
}

StandardisedRegression rank_regression(const Eigen::MatrixXd& points,
                                       const Eigen::VectorXd& outputs, const BootstrapPlan& plan) {
  return regression(points, outputs, plan, fit_ranks);
}

}  // namespace cordon
