#pragma once

// Where time is lost, in words: the same on a terminal and on a page.

#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/shown_unit.hpp"

namespace cordon {

/// Is it time lost at one stage of one crossing in one way?
[[nodiscard]] bool is_place_of_loss(const TimeUse& use);
/// Is it all time lost by a kind of traffic, wherever it crosses?
[[nodiscard]] bool is_loss_of_traffic(const TimeUse& use);
/// Vehicle hours lost by all traffic, by scenario.
[[nodiscard]] std::vector<double> hours_lost(const std::vector<TimeUse>& times);
/// In the scenario where they are most.
[[nodiscard]] double most_hours(const TimeUse& use);
/// Whether the interval of a change lies on one side of zero.
[[nodiscard]] bool is_clear(const Change& change);
/// Whether all of the interval of a change is under a hundredth of the level, or too small to be
/// told in minutes.
[[nodiscard]] bool is_slight(const Change& change);

namespace text {

/// "waiting for the first check", "waiting for customs", "blocked at first line"
[[nodiscard]] std::string loss_of(const TimeUse& use);

/// In which unit minutes for each vehicle are easiest to read: min, or h where they are many.
[[nodiscard]] ShownUnit unit_of_minutes(double largest);
/// Of a time that is known to within +-half_width: at most three digits, and two decimals.
[[nodiscard]] std::string level_of_minutes(double minutes, double half_width, double factor,
                                           const Marks& marks = {});
/// The same with its unit: "61.7 h"
[[nodiscard]] std::string duration(const TimeIn& time, const Marks& marks = {});

struct ShownChange {
  std::string change, range;  ///< "" when not known
  std::string unit;
};
/// A change in its own unit: that of a small change in great levels is smaller.
[[nodiscard]] ShownChange change_of_minutes(const Change& change, const Marks& marks = {});

/// "under 1 %", "23 %", "over 99 %"; "" of nothing
[[nodiscard]] std::string share(double part, double whole, const Marks& marks = {});

}  // namespace text
}  // namespace cordon
