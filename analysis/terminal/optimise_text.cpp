#include "analysis/terminal/optimise_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/terminal/text_table.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/shown_unit.hpp"

namespace cordon::terminal {
namespace {

const OptimiseSpec& asked_of(const Experiment& experiment) { return *experiment.spec().optimise; }

const Measured& objective_of(const Experiment& experiment) {
  return experiment.measures()[measure_index(experiment, asked_of(experiment).objective)];
}

std::string method_text(OptimiseMethod method) {
  switch (method) {
    case OptimiseMethod::kn:
      return "dropped one by one (Kim and Nelson)";
    case OptimiseMethod::ocba:
      return "most replications where they tell most (OCBA)";
    case OptimiseMethod::local_search:
      return "from today's plan to better neighbours (local search)";
  }
  return "";
}

// A number of the objective with its unit.
std::string objective_text(const Experiment& experiment, double value, double half_width) {
  const Measure& measure = *objective_of(experiment).measure;
  const text::ShownUnit unit = text::shown_unit(measure, std::abs(value));
  const double shown = value * unit.factor;
  return text::number(shown, text::decimals(half_width * unit.factor, shown)) +
         (unit.unit.empty() || unit.unit == "1" ? "" : ' ' + unit.unit);
}

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

// The mean of a choice is flattered by having been chosen for it: by how much, fresh runs say.
std::string flattery_of(const Experiment& experiment, const Optimised& found) {
  const auto chosen = std::find_if(found.compared.begin(), found.compared.end(),
                                   [&](const auto& c) { return c.plan == found.chosen; });
  const Interval& fresh =
      chosen->outcomes[measure_index(experiment, asked_of(experiment).objective)].mean;
  const double then = found.plans[found.chosen].mean;
  return fmt::format(
      "{} replications with luck that the choice had not seen, with {} intervals of single "
      "changes. While choosing, {} of plan {} was {}.",
      fresh.used, text::percent(fresh.confidence), objective_of(experiment).name, found.chosen + 1,
      objective_text(experiment, then, fresh.half_width()));
}

std::string trade_off_of(const Experiment& experiment, const Optimised& found) {
  std::vector<std::string> best, unclear;
  for (std::size_t p = 0; p < found.plans.size(); ++p) {
    const auto dominance = found.plans[p].dominance;
    if (dominance == Dominance::impossible) best.push_back(std::to_string(p + 1));
    if (dominance == Dominance::unclear) unclear.push_back(std::to_string(p + 1));
  }
  std::vector<std::string> measures = asked_of(experiment).tradeoff;
  measures.insert(measures.begin(), asked_of(experiment).objective);
  const auto plans = [](const std::vector<std::string>& numbers) {
    return (numbers.size() == 1 ? "plan " : "plans ") + text::list(numbers);
  };
  const std::size_t dominated = found.plans.size() - best.size() - unclear.size();
  std::string text = fmt::format(
      "Trade-off of {}, by the first {} replications of each plan: {} dominated, which means that "
      "another is as good in all of these and better in one.",
      text::list(measures), asked_of(experiment).first_stage,
      dominated == 1 ? "1 plan is" : fmt::format("{} plans are", dominated));
  if (!best.empty()) text += fmt::format(" None is better than {} in everything.", plans(best));
  if (!unclear.empty()) text += fmt::format(" Of {} more replications would tell.", plans(unclear));
  return text;
}

std::string verdict_of(const Experiment& experiment, const Optimised& found) {
  if (found.chosen == found.today) return "";
  const ComparedPlan& chosen = found.compared[1];
  const Interval& change =
      chosen.outcomes[measure_index(experiment, asked_of(experiment).objective)].difference;
  if (change.low > 0 || change.high < 0) return "";
  return fmt::format("Its {} cannot be told from that of today's plan.",
                     objective_of(experiment).name);
}

}  // namespace

std::string assurance_of(const Experiment& experiment, const Optimised& found) {
  const OptimiseSpec& asked = asked_of(experiment);
  switch (asked.method) {
    case OptimiseMethod::kn:
      if (!found.guaranteed)
        return "The budget came before the choice was sure: it has the best mean so far.";
      return fmt::format("With {} confidence no other plan is better by more than {}.",
                         text::percent(asked.confidence),
                         objective_text(experiment, asked.indifference, asked.indifference / 10));
    case OptimiseMethod::ocba:
      return fmt::format(
          "The probability that no other plan is better is estimated at {} (for plans without "
          "common luck).",
          text::percent(std::floor(100 * *found.probability) / 100));
    case OptimiseMethod::local_search:
      if (!found.local_optimum)
        return "The budget came before all its neighbours had been looked at.";
      return "No neighbour (one more, one less, one moved) was found better" +
             (found.unclear == 0 ? std::string("; there may be better plans far from it.")
                                 : fmt::format("; {} could not be told from it.", found.unclear));
  }
  return "";
}

std::string optimise_text(const Experiment& experiment, const PlanRuns& runs,
                          const Optimised& found, bool colours) {
  const ExperimentSpec& spec = experiment.spec();
  std::string text =
      toned(spec.title.empty() ? experiment.name() : spec.title, Tone::strong, colours) + '\n';
  text +=
      fmt::format("{}, {} to choose: {}.\n\n", text::counted(runs.plans(), "plan"),
                  text::counted(found.runs_of_choice, "run"), method_text(spec.optimise->method));
  const std::string which = found.chosen == found.today
                                ? "today's plan"
                                : fmt::format("plan {}: {}", found.chosen + 1,
                                              words_of(runs.plan(found.chosen), experiment));
  text += wrapped(fmt::format("Best for {}: {}. {} {}", objective_of(experiment).name, which,
                              assurance_of(experiment, found), verdict_of(experiment, found)));
  text += '\n' + fresh_table(experiment, found, colours) + '\n';
  text += wrapped(flattery_of(experiment, found));
  if (!found.rule_fault.empty())
    text += wrapped("In proportion to traffic it would be " + found.rule_fault + ".");
  if (!spec.optimise->tradeoff.empty()) text += wrapped(trade_off_of(experiment, found));
  return text;
}

}  // namespace cordon::terminal
