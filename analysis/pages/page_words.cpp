#include "analysis/pages/page_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/compare/compare.hpp"
#include "analysis/text/measure_text.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/shell_word.hpp"

namespace cordon::pages {

ResultPage page_of(const Experiment& experiment) {
  ResultPage page;
  page.version = CORDON_VERSION;
  page.title = experiment.spec().title.empty() ? experiment.name() : experiment.spec().title;
  page.assumptions = assumptions_of(experiment.scenarios());
  return page;
}

std::string name_of(const Measured& measured) {
  const std::string scope = scope_of(measured.labels);
  return label_of(*measured.measure) + (scope.empty() ? "" : ", " + scope);
}

std::string name_of(const Response& response, const Experiment& experiment) {
  const auto& scenarios = experiment.scenarios();
  const std::string measure = name_of(experiment.measures()[response.measure]);
  if (response.is_difference)
    return fmt::format("{}, {} less {}", measure, scenarios[response.scenario].name,
                       scenarios[0].name);
  return measure + (scenarios.size() > 1 ? ", " + scenarios[0].name : "");
}

std::string axis_of(const Measured& measured, const text::ShownUnit& unit) {
  const std::string shown = unit_text(*measured.measure, unit.unit);
  return name_of(measured) + (shown.empty() ? "" : ", " + shown);
}

PageCell measure_cell(const Measured& measured, const text::ShownUnit& unit) {
  const std::string shown = unit_text(*measured.measure, unit.unit);
  return {name_of(measured),
          std::string(measured.measure->name) + (shown.empty() ? "" : ", " + shown)};
}

std::string with_space(const text::ShownUnit& unit) {
  return unit.unit.empty() || unit.unit == "1" ? "" : ' ' + unit.unit;
}

text::ShownUnit unit_of(const Measured& measured, const std::vector<Interval>& all) {
  double largest = 0;
  for (const Interval& i : all)
    if (std::isfinite(i.estimate)) largest = std::max(largest, std::abs(i.estimate));
  return text::shown_unit(*measured.measure, largest);
}

PageCell level_cell(const Interval& level, const text::ShownUnit& unit) {
  const double value = level.estimate * unit.factor;
  const int decimals = text::decimals(level.half_width() * unit.factor, value);
  PageCell cell{text::number(value, text::decimals_of_level(value, decimals), text::typographic),
                ""};
  if (level.used > 1 && level.low < level.high)
    cell.beside = '(' +
                  text::range(level.low * unit.factor, level.high * unit.factor, decimals,
                              text::typographic) +
                  ')';
  return cell;
}

PageCell change_cell(const Interval& change, const text::ShownUnit& unit) {
  if (change.used < 2) return {"n/a", ""};
  const double by = change.estimate * unit.factor, low = change.low * unit.factor,
               high = change.high * unit.factor;
  const int decimals = text::decimals_of_change(by, low, high);
  PageCell cell{text::change(by, decimals, text::typographic), ""};
  if (low < high)
    cell.beside = '(' + text::change_range(low, high, decimals, text::typographic) + ')';
  return cell;
}

std::string in_words(const PageCell& cell, const text::ShownUnit& unit) {
  return cell.text + (cell.beside.empty() ? "" : ' ' + cell.beside) + with_space(unit);
}

Spot spot_of(const Interval& interval, const text::ShownUnit& unit) {
  Spot spot{interval.estimate * unit.factor};
  if (interval.low < interval.high)
    spot.low = interval.low * unit.factor, spot.high = interval.high * unit.factor;
  return spot;
}

std::string value_text(const FactorValue& value) {
  return value.toml.empty() ? "as it is" : value.brief();
}

std::string command_text(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + shell_word(word);
  return line;
}

}  // namespace cordon::pages
