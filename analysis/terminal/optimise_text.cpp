#include "analysis/terminal/optimise_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/optimise/words.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/shown_unit.hpp"

namespace cordon::terminal {
namespace {

std::string heading_of(const ComparedPlan& plan) {
  return plan.name == "today" ? "today" : fmt::format("{} (plan {})", plan.name, plan.plan + 1);
}

Cell change_cell(const Interval& change, const Measured& measured, const text::ShownUnit& unit) {
  if (change.used < 2) return {"n/a"};
  const double by = change.estimate * unit.factor, low = change.low * unit.factor,
               high = change.high * unit.factor;
  const int decimals = text::decimals_of_change(by, low, high);
  const bool is_clear = low > 0 || high < 0;
  const Better better = measured.measure->better;
  const bool is_good = by < 0 ? better == Better::lower : better == Better::higher;
  const Tone tone = !is_clear || better == Better::neither ? Tone::plain
                    : is_good                              ? Tone::good
                                                           : Tone::bad;
  return {text::change(by, decimals) + " (" + text::change_range(low, high, decimals) + ")", tone};
}

std::string fresh_table(const Experiment& experiment, const Optimised& found, bool colours) {
  using enum TextTable::Align;
  std::vector<TextTable::Heading> headings = {{"", left}};
  for (const ComparedPlan& plan : found.compared) {
    headings.push_back({heading_of(plan)});
    if (plan.name != "today") headings.push_back({"change"});
  }
  TextTable table(headings);
  for (std::size_t m = 0; m < experiment.measures().size(); ++m) {
    const Measured& measured = experiment.measures()[m];
    double largest = 0;
    for (const ComparedPlan& plan : found.compared)
      largest = std::max(largest, std::abs(plan.outcomes[m].mean.estimate));
    const text::ShownUnit unit = text::shown_unit(*measured.measure, largest);
    std::vector<Cell> cells = {
        {measured.name + (unit.unit.empty() || unit.unit == "1" ? "" : ", " + unit.unit),
         Tone::strong}};
    for (const ComparedPlan& plan : found.compared) {
      const auto& [mean, difference] = plan.outcomes[m];
      const double value = mean.estimate * unit.factor;
      const int decimals = text::decimals(mean.half_width() * unit.factor, value);
      cells.push_back({text::number(value, text::decimals_of_level(value, decimals))});
      if (plan.name != "today") cells.push_back(change_cell(difference, measured, unit));
    }
    table.row(std::move(cells));
  }
  return table.text(colours);
}

}  // namespace

std::string optimise_text(const Experiment& experiment, const PlanRuns& runs,
                          const Optimised& found, bool colours) {
  const ExperimentSpec& spec = experiment.spec();
  std::string text =
      toned(spec.title.empty() ? experiment.name() : spec.title, Tone::strong, colours) + '\n';
  text +=
      fmt::format("{}, {} to choose: {}.\n\n", text::counted(runs.plans(), "plan"),
                  text::counted(found.runs_of_choice, "run"), method_text(spec.optimise->method));
  text += wrapped(choice_of(experiment, runs, found));
  text += '\n' + fresh_table(experiment, found, colours) + '\n';
  text += wrapped(flattery_of(experiment, found));
  if (!found.rule_fault.empty())
    text += wrapped("In proportion to traffic it would be " + found.rule_fault + ".");
  if (!spec.optimise->tradeoff.empty()) text += wrapped(trade_off_of(experiment, found));
  return text;
}

}  // namespace cordon::terminal
