#include "analysis/report/change_text.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/report/words.hpp"

namespace cordon {

bool told_apart(const Change& c) {
  return c.verdict == "better" || c.verdict == "worse" || c.verdict == "higher" ||
         c.verdict == "lower";
}

bool has_percent(const Change& c) {
  return std::isfinite(c.baseline) && c.baseline > 0 && std::isfinite(c.difference);
}

Percent percent_of(const Change& c) {
  const double unit = 100 / c.baseline;
  return {c.difference * unit, c.low * unit, c.high * unit};
}

int decimals_of(double estimate, double low, double high) {
  const int decimals = words::decimals((high - low) / 2, estimate);
  const double nearest = std::min(std::abs(low), std::abs(high));
  const bool one_side = low * high > 0;
  const bool seems_zero = nearest < 0.5 * std::pow(10.0, -decimals);
  return one_side && seems_zero ? decimals + 1 : decimals;
}

std::string interval(double low, double high, int decimals) {
  if (!std::isfinite(low) || !std::isfinite(high) || low == high) return "";
  return "(" + words::range(low, high, decimals) + ")";
}

std::string in_percent(const Change& c) {
  if (!has_percent(c)) return "";
  const Percent p = percent_of(c);
  return words::change(p.estimate, decimals_of(p.estimate, p.low, p.high)) + " %";
}

std::string percent_range(const Change& c) {
  if (!has_percent(c)) return "";
  const Percent p = percent_of(c);
  return interval(p.low, p.high, decimals_of(p.estimate, p.low, p.high));
}

MeasureText text_of(const Change& c) {
  return text_of(std::string(c.measure->name), std::string(c.measure->unit),
                 std::max(std::abs(c.baseline), std::abs(c.value)));
}

std::string name_of(const Change& c) {
  const std::string scope = scope_of(c.labels);
  const std::string label = text_of(c).label;
  return scope.empty() ? label : label + ", " + scope;
}

std::string reading_of(const Change& c) {
  if (!c.primary) return c.verdict;
  if (!told_apart(c)) return c.verdict + "; main measure";
  return std::string(c.difference > 0 ? "higher" : "lower") + "; main measure";
}

}  // namespace cordon
