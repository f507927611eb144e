#pragma once

// What the pages of experiments have in common: names, numbers with their intervals, and commands.

#include <string>
#include <vector>

#include "analysis/experiment/experiment.hpp"
#include "analysis/result_page.hpp"
#include "analysis/statistics/interval.hpp"
#include "analysis/sweep/sensitivity.hpp"
#include "analysis/text/shown_unit.hpp"

namespace cordon::pages {

/// Version, title and assumptions.
[[nodiscard]] ResultPage page_of(const Experiment& experiment);

/// "Wait, mean, lorries, entry"
[[nodiscard]] std::string name_of(const Measured& measured);
/// What a sensitivity is told of: "Wait, mean, more_search less two_posts".
[[nodiscard]] std::string name_of(const Response& response, const Experiment& experiment);
/// The first with its unit: "Wait, mean, min".
[[nodiscard]] std::string axis_of(const Measured& measured, const text::ShownUnit& unit);
/// The first cell of a row: the name for people, then that of the tables, and the unit.
[[nodiscard]] PageCell measure_cell(const Measured& measured, const text::ShownUnit& unit);
/// " min"; "" of pure numbers.
[[nodiscard]] std::string with_space(const text::ShownUnit& unit);

/// One unit for intervals side by side, by the largest of them.
[[nodiscard]] text::ShownUnit unit_of(const Measured& measured, const std::vector<Interval>& all);

/// A level and its interval, a change and its interval; "n/a" where there is none.
[[nodiscard]] PageCell level_cell(const Interval& level, const text::ShownUnit& unit);
[[nodiscard]] PageCell change_cell(const Interval& change, const text::ShownUnit& unit);
/// "12.3 (11.9 to 12.7) min"
[[nodiscard]] std::string in_words(const PageCell& cell, const text::ShownUnit& unit);
[[nodiscard]] Spot spot_of(const Interval& interval, const text::ShownUnit& unit);

/// "today" as a number or a word: what a factor has in a design or plan.
[[nodiscard]] std::string value_text(const FactorValue& value);

/// Words as a line for the shell.
[[nodiscard]] std::string command_text(const std::vector<std::string>& words);

/// What an interval does not say.
inline constexpr const char* what_intervals_are =
    "An interval says how far the luck of the runs may have moved a mean. It does not say how far "
    "the model or its assumed parameters are from the truth.";

}  // namespace cordon::pages
