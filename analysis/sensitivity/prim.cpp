#include "analysis/sensitivity/prim.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

namespace cordon {
namespace {

void check_options(const PrimOptions& options) {
  for (const double share : {options.peel_share, options.paste_share, options.least_mass})
    if (!(share > 0 && share < 1))
      throw std::invalid_argument("prim: an option is not between 0 and 1");
}

// One side of the box at a time, seen from inside: `sign` is 1 for lower sides, whose points have
// small x, and -1 for upper ones, so that in both cases what is peeled comes first.
struct Side {
  Eigen::Index factor = 0;
  int sign = 1;
};

struct Slice {
  Side side;
  double limit = 0;
  int points = 0, of_interest = 0;  // in the slice
};

struct Seen {
  double x;  // times the side's sign
  bool of_interest;
};

std::vector<Side> sides(Eigen::Index factors) {
  std::vector<Side> all;
  for (Eigen::Index factor = 0; factor < factors; ++factor)
    for (const int sign : {1, -1}) all.push_back({factor, sign});
  return all;
}

// By distance from the side, the outermost first.
std::vector<Seen> seen_from(const Side& side, const Eigen::VectorXd& low,
                            const Eigen::VectorXd& high, const Outcomes& outcomes) {
  const auto in = inside(low, high, outcomes.points);
  std::vector<Seen> seen;
  for (Eigen::Index row = 0; row < in.size(); ++row)
    if (in[row])
      seen.push_back({side.sign * outcomes.points(row, side.factor), outcomes.of_interest[row]});
  std::sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) { return a.x < b.x; });
  return seen;
}

// Half way, but on the inner side of `outer`, which two neighbouring numbers have no half way to.
double between(double outer, double inner) {
  const double middle = outer + (inner - outer) / 2;
  return middle > outer ? middle : inner;
}

// A step's number of points, of a box with `points`.
std::size_t step_size(double share, std::size_t points) {
  return std::max<std::size_t>(1, static_cast<std::size_t>(share * static_cast<double>(points)));
}

// Points with the same x go together, or else the order of rows would decide.
std::optional<Slice> peel(const Side& side, const PrimBox& box, const Outcomes& outcomes,
                          double share) {
  const std::vector<Seen> seen = seen_from(side, box.low, box.high, outcomes);
  std::size_t taken = step_size(share, seen.size());
  while (taken < seen.size() && seen[taken].x == seen[taken - 1].x) ++taken;
  if (taken >= seen.size()) return std::nullopt;
  Slice slice{side, side.sign * between(seen[taken - 1].x, seen[taken].x), static_cast<int>(taken),
              0};
  for (std::size_t i = 0; i < taken; ++i) slice.of_interest += seen[i].of_interest ? 1 : 0;
  return slice;
}

double& limit(const Side& side, PrimBox& box) {
  return (side.sign > 0 ? box.low : box.high)[side.factor];
}
double open_limit(const Side& side) { return side.sign > 0 ? 0 : 1; }

// What lies beyond a side, with all other sides as they are, from the box outwards.
std::optional<Slice> paste(const Side& side, const PrimBox& box, const Outcomes& outcomes,
                           double share) {
  PrimBox open = box;
  const double closed = limit(side, open);
  limit(side, open) = open_limit(side);
  if (closed == open_limit(side)) return std::nullopt;
  const std::vector<Seen> seen = seen_from(side, open.low, open.high, outcomes);
  std::size_t outside = 0;
  while (outside < seen.size() && seen[outside].x < side.sign * closed) ++outside;
  std::size_t left = outside - std::min(outside, step_size(share, seen.size() - outside));
  while (left > 0 && seen[left].x == seen[left - 1].x) --left;
  Slice slice{side, open_limit(side), static_cast<int>(outside - left), 0};
  if (left > 0) slice.limit = side.sign * between(seen[left - 1].x, seen[left].x);
  for (std::size_t i = left; i < outside; ++i) slice.of_interest += seen[i].of_interest ? 1 : 0;
  return slice;
}

double density_without(const Slice& slice, const PrimBox& box) {
  return (box.of_interest - slice.of_interest) / static_cast<double>(box.points - slice.points);
}
double density_with(const Slice& slice, const PrimBox& box) {
  return (box.of_interest + slice.of_interest) / static_cast<double>(box.points + slice.points);
}

PrimBox moved(const Slice& slice, PrimBox box, const Outcomes& outcomes) {
  limit(slice.side, box) = slice.limit;
  return measured_box(box.low, box.high, outcomes);
}

std::optional<Slice> best_peel(const PrimBox& box, const Outcomes& outcomes,
                               const PrimOptions& options) {
  const double least = options.least_mass * outcomes.count();
  std::optional<Slice> best;
  double best_gain = 0;
  for (const Side& side : sides(box.low.size())) {
    const auto slice = peel(side, box, outcomes, options.peel_share);
    if (!slice || box.points - slice->points < least) continue;
    const double gain = (density_without(*slice, box) - box.density) / slice->points;
    const bool smaller_slice = best && slice->points < best->points;
    if (best && !(gain > best_gain || (gain == best_gain && smaller_slice))) continue;
    best = slice;
    best_gain = gain;
  }
  return best;
}

std::optional<Slice> best_paste(const PrimBox& box, const Outcomes& outcomes,
                                const PrimOptions& options) {
  std::optional<Slice> best;
  double best_density = box.density;
  for (const Side& side : sides(box.low.size())) {
    const auto slice = paste(side, box, outcomes, options.paste_share);
    if (!slice) continue;
    const double density = density_with(*slice, box);
    const bool larger = !best || slice->points > best->points;
    if (!(density > best_density || (density == best_density && larger))) continue;
    best = slice;
    best_density = density;
  }
  return best;
}

}  // namespace

std::vector<PrimBox> peeling_trajectory(const Outcomes& outcomes, const PrimOptions& options) {
  check_options(options);
  if (outcomes.count() == 0) return {};
  const Eigen::Index factors = outcomes.points.cols();
  std::vector<PrimBox> boxes = {
      measured_box(Eigen::VectorXd::Zero(factors), Eigen::VectorXd::Ones(factors), outcomes)};
  while (boxes.back().of_interest < boxes.back().points) {
    const auto slice = best_peel(boxes.back(), outcomes, options);
    if (!slice) break;
    boxes.push_back(moved(*slice, boxes.back(), outcomes));
  }
  return boxes;
}

PrimBox pasted(const PrimBox& box, const Outcomes& outcomes, const PrimOptions& options) {
  check_options(options);
  PrimBox grown = measured_box(box.low, box.high, outcomes);
  while (const auto slice = best_paste(grown, outcomes, options))
    grown = moved(*slice, grown, outcomes);
  return grown;
}

}  // namespace cordon
