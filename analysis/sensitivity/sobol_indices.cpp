#include "analysis/sensitivity/sobol_indices.hpp"

#include <limits>
#include <stdexcept>

#include "analysis/sensitivity/finite_rows.hpp"
#include "analysis/statistics/values.hpp"

namespace cordon {
namespace {

void check_shapes(const SobolOutputs& outputs) {
  const Eigen::Index n = outputs.a.size(), factors = outputs.a_b.cols();
  if (factors < 1) throw std::invalid_argument("sobol_indices: there are no factors");
  if (outputs.b.size() != n || outputs.a_b.rows() != n)
    throw std::invalid_argument("sobol_indices: the outputs differ in number");
  if (outputs.b_a.size() != 0 && (outputs.b_a.rows() != n || outputs.b_a.cols() != factors))
    throw std::invalid_argument("sobol_indices: b_a has not the shape of a_b");
}

// A row for each base point without a failed run: A, B, each A_B and, if they are there, each B_A.
Eigen::MatrixXd whole_base_points(const SobolOutputs& outputs) {
  const Eigen::Index mixed =
      outputs.a_b.cols() + (outputs.b_a.size() != 0 ? outputs.b_a.cols() : 0);
  Eigen::MatrixXd all(outputs.a.size(), 2 + mixed);
  all.leftCols(2) << outputs.a, outputs.b;
  all.middleCols(2, outputs.a_b.cols()) = outputs.a_b;
  if (outputs.b_a.size() != 0) all.rightCols(outputs.b_a.cols()) = outputs.b_a;
  return select_rows(all, finite_rows(all));
}

// In two steps, since the mean of equal numbers need not be that number.
double centre(Eigen::MatrixXd& outputs) {
  const double first = outputs(0, 0);
  outputs.array() -= first;
  const double rest = outputs.leftCols(2).mean();
  outputs.array() -= rest;
  return first + rest;
}

// What the indices are made of: functions of the mean of each column, and of nothing else.
struct Contributions {
  Eigen::Index factors = 0;
  FirstOrder how = FirstOrder::saltelli;
  double rounding = 0;   // a variance up to this is none
  Eigen::MatrixXd rows;  // columns: mean, square, k of first order, k total, those of pairs

  [[nodiscard]] Eigen::VectorXd indices(const Eigen::VectorXd& means) const {
    const Eigen::Index count = means.size() - 2;
    const double variance = means[1] - means[0] * means[0];
    if (!(variance > rounding)) return Eigen::VectorXd::Constant(count, no_value);
    Eigen::VectorXd index = means.tail(count) / variance;
    if (how == FirstOrder::jansen) index.head(factors) = 1 - index.head(factors).array();
    return index;
  }
};

// Of each factor alone; A and B swapped when `mirrored`, which only B_A can answer.
Eigen::MatrixXd of_first_order(const Eigen::MatrixXd& outputs, Eigen::Index factors, FirstOrder how,
                               bool mirrored) {
  const auto a = outputs.col(mirrored ? 1 : 0).array(), b = outputs.col(mirrored ? 0 : 1).array();
  const auto mixed = outputs.middleCols(mirrored ? 2 + factors : 2, factors).array();
  if (how == FirstOrder::saltelli) return (mixed.colwise() - a).colwise() * b;
  return (mixed.colwise() - b).square() / 2;
}

Eigen::MatrixXd of_total(const Eigen::MatrixXd& outputs, Eigen::Index factors, bool mirrored) {
  const auto a = outputs.col(mirrored ? 1 : 0).array();
  const auto mixed = outputs.middleCols(mirrored ? 2 + factors : 2, factors).array();
  return (mixed.colwise() - a).square() / 2;
}

// B_A^i and A_B^j share factors i and j, and no other. What each of the two does alone is taken off
// in Saltelli's way whatever the first order: it has most of its errors in common with the product.
Eigen::MatrixXd of_pairs(const Eigen::MatrixXd& outputs, Eigen::Index factors,
                         const Eigen::MatrixXd& alone) {
  const auto a_b = outputs.middleCols(2, factors).array();
  const auto b_a = outputs.rightCols(factors).array();
  const Eigen::ArrayXd unshared = outputs.col(0).array() * outputs.col(1).array();
  Eigen::MatrixXd pairs(outputs.rows(), factors * (factors - 1) / 2);
  Eigen::Index column = 0;
  for (Eigen::Index i = 0; i < factors; ++i)
    for (Eigen::Index j = i + 1; j < factors; ++j)
      pairs.col(column++) = (b_a.col(i) * a_b.col(j) + b_a.col(j) * a_b.col(i)) / 2 - unshared -
                            alone.col(i).array() - alone.col(j).array();
  return pairs;
}

Contributions contributions(const Eigen::MatrixXd& centred, Eigen::Index factors, FirstOrder how) {
  const bool both = centred.cols() > 2 + factors;
  const auto of_each = [&](FirstOrder way) -> Eigen::MatrixXd {
    const Eigen::MatrixXd one = of_first_order(centred, factors, way, false);
    return both ? (one + of_first_order(centred, factors, way, true)) / 2 : one;
  };
  Eigen::MatrixXd total = of_total(centred, factors, false);
  if (both) total = (total + of_total(centred, factors, true)) / 2;
  const Eigen::MatrixXd pairs = both ? of_pairs(centred, factors, of_each(FirstOrder::saltelli))
                                     : Eigen::MatrixXd(centred.rows(), 0);
  Contributions made{factors, how, 0,
                     Eigen::MatrixXd(centred.rows(), 2 + 2 * factors + pairs.cols())};
  made.rows.col(0) = centred.leftCols(2).rowwise().mean();
  made.rows.col(1) = centred.leftCols(2).cwiseAbs2().rowwise().mean();
  made.rows.middleCols(2, factors) = of_each(how);
  made.rows.middleCols(2 + factors, factors) = total;
  made.rows.rightCols(pairs.cols()) = pairs;
  return made;
}

void sort_into(SobolIndices& found, const std::vector<BootstrapEstimate>& indices, int factors) {
  found.first.assign(indices.begin(), indices.begin() + factors);
  found.total.assign(indices.begin() + factors, indices.begin() + 2 * factors);
  auto pair = indices.begin() + 2 * factors;
  for (int i = 0; i < factors; ++i)
    for (int j = i + 1; j < factors && pair != indices.end(); ++j)
      found.second.push_back({i, j, *pair++});
}

}  // namespace

SobolIndices sobol_indices(const SobolOutputs& outputs, const BootstrapPlan& plan,
                           FirstOrder first_order) {
  check(plan);
  check_shapes(outputs);
  Eigen::MatrixXd known = whole_base_points(outputs);
  SobolIndices found;
  found.used = static_cast<int>(known.rows());
  found.dropped = static_cast<int>(outputs.a.size() - known.rows());
  found.confidence = plan.confidence;
  found.mean = found.variance = no_value;
  const Eigen::Index factors = outputs.a_b.cols();
  std::vector<BootstrapEstimate> indices;
  if (known.rows() == 0) {
    const Eigen::Index pairs = outputs.b_a.size() != 0 ? factors * (factors - 1) / 2 : 0;
    indices.assign(static_cast<std::size_t>(2 * factors + pairs), {no_value, no_value, no_value});
  } else {
    const double greatest = known.leftCols(2).cwiseAbs().maxCoeff();
    found.mean = centre(known);
    found.variance = known.leftCols(2).cwiseAbs2().mean();
    Contributions made = contributions(known, factors, first_order);
    const double deviation = 4 * std::numeric_limits<double>::epsilon() * greatest;
    made.rounding = deviation * deviation;
    indices = bca_of_means(
        made.rows, [&](const Eigen::VectorXd& means) { return made.indices(means); }, plan);
  }
  sort_into(found, indices, static_cast<int>(factors));
  return found;
}

}  // namespace cordon
