#include "analysis/report/change_text.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/text/numbers.hpp"

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

std::string interval(double low, double high, int decimals) {
  if (!std::isfinite(low) || !std::isfinite(high) || low == high) return "";
  return "(" + text::change_range(low, high, decimals, text::typographic) + ")";
}

std::string in_percent(const Change& c) {
  if (!has_percent(c)) return "";
  const Percent p = percent_of(c);
  const int decimals = text::decimals_of_change(p.estimate, p.low, p.high);
  return text::change(p.estimate, decimals, text::typographic) + " %";
}

std::string percent_range(const Change& c) {
  if (!has_percent(c)) return "";
  const Percent p = percent_of(c);
  return interval(p.low, p.high, text::decimals_of_change(p.estimate, p.low, p.high));
}

std::string name_of(const Change& c) {
  const std::string scope = scope_of(c.labels);
  const std::string label = label_of(*c.measure);
  return scope.empty() ? label : label + ", " + scope;
}

std::string reading_of(const Change& c) {
  if (!c.primary) return c.verdict;
  if (!told_apart(c)) return c.verdict + "; main measure";
  return std::string(c.difference > 0 ? "higher" : "lower") + "; main measure";
}

}  // namespace cordon
