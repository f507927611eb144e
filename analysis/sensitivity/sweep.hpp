#pragma once

// One factor at a time: how far a response moves, and where it crosses a threshold.

#include <Eigen/Core>
#include <vector>

namespace cordon {

/// A response along one factor, the others as they are. Between levels it is taken as straight;
/// beside a level without value nothing is known.
struct Sweep {
  Eigen::VectorXd x;     ///< levels of the factor, at least one, strictly increasing
  Eigen::VectorXd mean;  ///< of the response at each, in its own unit; NaN: no value
  Eigen::VectorXd half;  ///< half width of its confidence interval, not negative; NaN: unknown
};

/// How far a response moves along a factor: a bar of a tornado chart.
struct SweepRange {
  double lowest = 0, highest = 0;        ///< of the means; all NaN when there are none
  double at_lowest = 0, at_highest = 0;  ///< the first x with each
  /// The sum of the two half widths: no less than the half width of their difference, however they
  /// depend on each other.
  double half = 0;
  [[nodiscard]] double width() const { return highest - lowest; }
};

/// The range of a sweep's means. They are estimates, so that noise alone makes it wider than zero:
/// it says something when it is well above `half`.
///
/// @throws std::invalid_argument  when there is no level, the lengths differ, x does not increase
///                                or a half width is negative
[[nodiscard]] SweepRange sweep_range(const Sweep& sweep);

/// Which range is which bar of a tornado chart: their numbers, the widest first, equal ones as they
/// come, those without values last.
[[nodiscard]] std::vector<int> tornado_order(const std::vector<SweepRange>& ranges);

/// Where a curve crosses a threshold.
struct ThresholdCrossing {
  double x = 0;
  bool rising = false;  ///< from below the threshold to above it
};

/// All crossings, from left to right, so that rising and falling ones alternate where all levels
/// have values. A curve that only touches the threshold does not cross it, nor does one that starts
/// or ends on it; one that lies on it for a while crosses in the middle of that.
///
/// @param x  strictly increasing   @param y  the curve at each x; NaN: no value
/// @throws std::invalid_argument  as `sweep_range`, or when the threshold is NaN
[[nodiscard]] std::vector<ThresholdCrossing> crossings(const Eigen::VectorXd& x,
                                                       const Eigen::VectorXd& y, double threshold);

/// A stretch of a factor, ends included.
struct Stretch {
  double from = 0, to = 0;
};

/// Where the response cannot be told from the threshold: it lies within the confidence interval.
/// A confidence set for break-even points, each of which it contains with the confidence of the
/// half widths (Fieller's reasoning). Unlike an interval about a crossing it is right also when the
/// response may not cross at all: a stretch then reaches the end of the sweep. Between levels the
/// half width is taken as straight, which is never too narrow where the response is straight.
///
/// @throws std::invalid_argument  as `sweep_range`, or when the threshold is NaN
/// Source: Fieller, "Some problems in interval estimation", Journal of the Royal Statistical
/// Society B 16 (1954).
[[nodiscard]] std::vector<Stretch> undecided(const Sweep& sweep, double threshold);

}  // namespace cordon
