#pragma once

#include <string>

#include "analysis/comparison.hpp"
#include "analysis/text/measure_text.hpp"

/// A change in words: the same in tables and charts.
namespace cordon {

/// Whether the change is told apart from none, by its verdict.
[[nodiscard]] bool told_apart(const Change& change);

/// A change divided by the baseline's mean.
struct Percent {
  double estimate = 0, low = 0, high = 0;
};

/// Whether a change in % makes sense: the baseline is known and above zero.
[[nodiscard]] bool has_percent(const Change& change);
[[nodiscard]] Percent percent_of(const Change& change);

/// "(\u22121.2 to +3.4)"; empty without an interval, or when it has no width.
[[nodiscard]] std::string interval(double low, double high, int decimals);

/// "\u221214 %" and "(\u221219 to \u22129)"; empty when a change in % makes no sense.
[[nodiscard]] std::string in_percent(const Change& change);
[[nodiscard]] std::string percent_range(const Change& change);

/// "Wait, mean, Dorohusk, lorries, entry"
[[nodiscard]] std::string name_of(const Change& change);

/// What a table among exploratory measures says, of a main measure too: the verdict stands above.
[[nodiscard]] std::string reading_of(const Change& change);

}  // namespace cordon
