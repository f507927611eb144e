#include "analysis/sensitivity/prim_box.hpp"

#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <set>
#include <stdexcept>

#include "analysis/sensitivity/finite_rows.hpp"
#include "analysis/statistics/values.hpp"

namespace cordon {
namespace {

struct Counts {
  int points = 0, of_interest = 0;
  [[nodiscard]] double density() const {
    return points > 0 ? of_interest / static_cast<double>(points) : no_value;
  }
};

Counts counts(const Eigen::VectorXd& low, const Eigen::VectorXd& high, const Outcomes& outcomes) {
  const auto in = inside(low, high, outcomes.points);
  return {static_cast<int>(in.count()), static_cast<int>((in && outcomes.of_interest).count())};
}

double chance_of_as_many(const Counts& box, double share) {
  if (box.of_interest == 0 || share >= 1) return 1;
  const boost::math::binomial binomial(box.points, share);
  return boost::math::cdf(boost::math::complement(binomial, box.of_interest - 1));
}

// The restriction lifted, the others as they are.
double quasi_p(const Restriction& restriction, const PrimBox& box, const Outcomes& outcomes) {
  Eigen::VectorXd low = box.low, high = box.high;
  (restriction.upper ? high : low)[restriction.factor] = restriction.upper ? 1 : 0;
  return chance_of_as_many({box.points, box.of_interest}, counts(low, high, outcomes).density());
}

}  // namespace

int PrimBox::restricted_factors() const {
  std::set<int> factors;
  for (const Restriction& restriction : restrictions) factors.insert(restriction.factor);
  return static_cast<int>(factors.size());
}

Outcomes known_outcomes(const Eigen::MatrixXd& points, const Eigen::VectorXd& outcomes) {
  if (points.rows() != outcomes.size())
    throw std::invalid_argument("prim: points and outcomes differ in number");
  if (points.cols() < 1) throw std::invalid_argument("prim: there are no factors");
  if (!(points.array() >= 0 && points.array() <= 1).all())
    throw std::invalid_argument("prim: a point is outside the unit cube");
  for (const double outcome : outcomes)
    if (outcome != 0 && outcome != 1 && !std::isnan(outcome))
      throw std::invalid_argument("prim: an outcome is neither 0 nor 1");
  const std::vector<Eigen::Index> rows = finite_rows(outcomes);
  return {select_rows(points, rows), outcomes(rows).array() == 1,
          static_cast<int>(outcomes.size()) - static_cast<int>(rows.size())};
}

PrimBox measured_box(const Eigen::VectorXd& low, const Eigen::VectorXd& high,
                     const Outcomes& outcomes) {
  if (low.size() != outcomes.points.cols() || high.size() != low.size())
    throw std::invalid_argument("prim: the box has not as many factors as the points");
  if (!(low.array() >= 0 && low.array() <= high.array() && high.array() <= 1).all())
    throw std::invalid_argument("prim: the box is not in the unit cube");
  const Counts in_box = counts(low, high, outcomes);
  const auto all = static_cast<int>(outcomes.of_interest.count());
  PrimBox box{low,      high, in_box.points, in_box.of_interest, no_value, in_box.density(),
              no_value, {}};
  if (all > 0) box.coverage = box.of_interest / static_cast<double>(all);
  if (outcomes.count() > 0) box.mass = box.points / static_cast<double>(outcomes.count());
  for (int factor = 0; factor < low.size(); ++factor) {
    if (low[factor] > 0) box.restrictions.push_back({factor, false, low[factor], 1});
    if (high[factor] < 1) box.restrictions.push_back({factor, true, high[factor], 1});
  }
  for (Restriction& restriction : box.restrictions)
    restriction.quasi_p = quasi_p(restriction, box, outcomes);
  return box;
}

Eigen::Array<bool, Eigen::Dynamic, 1> inside(const Eigen::VectorXd& low,
                                             const Eigen::VectorXd& high,
                                             const Eigen::MatrixXd& points) {
  Eigen::Array<bool, Eigen::Dynamic, 1> in(points.rows());
  in.fill(true);
  for (Eigen::Index factor = 0; factor < points.cols(); ++factor)
    in = in && points.col(factor).array() >= low[factor] &&
         points.col(factor).array() <= high[factor];
  return in;
}

}  // namespace cordon
