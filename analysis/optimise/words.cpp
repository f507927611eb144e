#include "analysis/optimise/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/text/numbers.hpp"
#include "analysis/text/shown_unit.hpp"

namespace cordon {
namespace {

const OptimiseSpec& asked_of(const Experiment& experiment) { return *experiment.spec().optimise; }

const Measured& objective_of(const Experiment& experiment) {
  return experiment.measures()[measure_index(experiment, asked_of(experiment).objective)];
}

// A number of the objective with its unit.
std::string objective_text(const Experiment& experiment, double value, double half_width) {
  const Measure& measure = *objective_of(experiment).measure;
  const text::ShownUnit unit = text::shown_unit(measure, std::abs(value));
  const double shown = value * unit.factor;
  return text::number(shown, text::decimals(half_width * unit.factor, shown)) +
         (unit.unit.empty() || unit.unit == "1" ? "" : ' ' + unit.unit);
}

std::string verdict_of(const Experiment& experiment, const Optimised& found, MeasureNames name) {
  if (found.chosen == found.today) return "";
  const ComparedPlan& chosen = found.compared[1];
  const Interval& change =
      chosen.outcomes[measure_index(experiment, asked_of(experiment).objective)].difference;
  if (change.low > 0 || change.high < 0) return "";
  return fmt::format("Its {} cannot be told from that of today's plan.",
                     name(objective_of(experiment)));
}

}  // namespace

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

std::string choice_of(const Experiment& experiment, const PlanRuns& runs, const Optimised& found,
                      MeasureNames name) {
  const std::string which = found.chosen == found.today
                                ? "today's plan"
                                : fmt::format("plan {}: {}", found.chosen + 1,
                                              words_of(runs.plan(found.chosen), experiment));
  const std::string verdict = verdict_of(experiment, found, name);
  return fmt::format("Best for {}: {}. {}{}", name(objective_of(experiment)), which,
                     assurance_of(experiment, found), verdict.empty() ? "" : ' ' + verdict);
}

// The mean of a choice is flattered by having been chosen for it: by how much, fresh runs say.
std::string flattery_of(const Experiment& experiment, const Optimised& found, MeasureNames name) {
  const auto chosen = std::find_if(found.compared.begin(), found.compared.end(),
                                   [&](const auto& c) { return c.plan == found.chosen; });
  const Interval& fresh =
      chosen->outcomes[measure_index(experiment, asked_of(experiment).objective)].mean;
  const double then = found.plans[found.chosen].mean;
  return fmt::format(
      "{} replications with luck that the choice had not seen, with {} intervals of single "
      "changes. While choosing, {} of plan {} was {}.",
      fresh.used, text::percent(fresh.confidence), name(objective_of(experiment)), found.chosen + 1,
      objective_text(experiment, then, fresh.half_width()));
}

std::string trade_off_of(const Experiment& experiment, const Optimised& found, MeasureNames name) {
  std::vector<std::string> best, unclear;
  for (std::size_t p = 0; p < found.plans.size(); ++p) {
    const auto dominance = found.plans[p].dominance;
    if (dominance == Dominance::impossible) best.push_back(std::to_string(p + 1));
    if (dominance == Dominance::unclear) unclear.push_back(std::to_string(p + 1));
  }
  std::vector<std::string> measures = {name(objective_of(experiment))};
  for (const std::string& other : asked_of(experiment).tradeoff)
    measures.push_back(name(experiment.measures()[measure_index(experiment, other)]));
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

}  // namespace cordon
