#include "analysis/text/change_words.hpp"

#include <algorithm>
#include <cmath>

namespace cordon::text {
namespace {

/// Of those that are known, and without signs.
double greatest(std::initializer_list<double> values) {
  double found = 0;
  for (const double v : values)
    if (std::isfinite(v)) found = std::max(found, std::abs(v));
  return found;
}

}  // namespace

ChangeWords words_of(const Change& c, const Marks& marks) {
  const bool has_levels = std::isfinite(c.baseline) || std::isfinite(c.value);
  const double level = greatest({c.baseline, c.value});
  const double reach = greatest({c.difference, c.low, c.high});
  const ShownUnit unit = shown_unit(*c.measure, has_levels ? level : reach);
  const ShownUnit own = shown_unit(*c.measure, reach);
  const double half_width = (c.high - c.low) / 2 * unit.factor;
  const int beside =
      decimals_of_level(level * unit.factor, decimals(half_width, level * unit.factor));
  const auto level_text = [&](double value) {
    return std::isnan(value) ? "" : number(value * unit.factor, beside, marks);
  };
  const double f = own.factor;
  const int shown = decimals_of_change(c.difference * f, c.low * f, c.high * f);
  return {level_text(c.baseline),
          level_text(c.value),
          unit.unit,
          std::isnan(c.difference) ? "" : change(c.difference * f, shown, marks),
          change_range(c.low * f, c.high * f, shown, marks),
          own.unit == unit.unit ? "" : own.unit};
}

}  // namespace cordon::text
