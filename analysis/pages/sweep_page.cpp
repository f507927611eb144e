#include "analysis/pages/sweep_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/pages/design_charts.hpp"
#include "analysis/pages/page_words.hpp"
#include "analysis/study/simulate_all.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::pages {
namespace {

constexpr std::size_t measures_answered = 3, most_charts = 48;

std::string method_word(DesignMethod method) {
  switch (method) {
    case DesignMethod::full_grid:
      return "a full grid";
    case DesignMethod::one_at_a_time:
      return "one factor at a time";
    case DesignMethod::latin_hypercube:
      return "a Latin hypercube";
    case DesignMethod::sobol:
      return "Sobol' points";
    case DesignMethod::morris:
      return "Morris trajectories";
    case DesignMethod::saltelli:
      return "Saltelli's matrices";
    case DesignMethod::list:
      return "a list";
  }
  return "";
}

std::string said_of_design(const Experiment& experiment, std::size_t design) {
  std::vector<std::string> said;
  const auto values = experiment.values(design);
  for (std::size_t f = 0; f < values.size(); ++f)
    if (!values[f].toml.empty())
      said.push_back(experiment.factors()[f].name() + ' ' + values[f].brief());
  return fmt::format("design {} ({})", design + 1, said.empty() ? "as it is" : text::list(said));
}

// Where a measure is lowest and highest, in the first scenario.
std::string extremes_of(const Experiment& experiment, const SweepOutcomes& outcomes,
                        std::size_t m) {
  std::vector<Interval> means;
  std::optional<std::size_t> lowest, highest;
  for (std::size_t d = 0; d < experiment.designs(); ++d) {
    means.push_back(outcomes.of(d, 0, m).mean.interval(confidence));
    const double mean = means.back().estimate;
    if (std::isnan(mean)) continue;
    if (!lowest || mean < means[*lowest].estimate) lowest = d;
    if (!highest || mean > means[*highest].estimate) highest = d;
  }
  const Measured& measured = experiment.measures()[m];
  if (!lowest) return fmt::format("{} has no value in any design.", name_of(measured));
  const auto unit = unit_of(measured, means);
  if (means[*lowest].estimate == means[*highest].estimate)
    return fmt::format("{} is {} in all designs.", name_of(measured),
                       in_words(level_cell(means[*lowest], unit), unit));
  return fmt::format(
      "{}: from {} in {} to {} in {}.", name_of(measured),
      in_words(level_cell(means[*lowest], unit), unit), said_of_design(experiment, *lowest),
      in_words(level_cell(means[*highest], unit), unit), said_of_design(experiment, *highest));
}

}  // namespace

std::string size_of(const Experiment& experiment, const SweepOutcomes& outcomes) {
  const std::size_t scenarios = experiment.scenarios().size();
  return fmt::format(
      "{} by {}, {} of each{}, {} in all.", text::counted(experiment.designs(), "design"),
      method_word(experiment.spec().design.method),
      text::counted(outcomes.replications(), "replication"),
      scenarios > 1 ? fmt::format(" in {}", text::counted(scenarios, "scenario")) : "",
      text::counted(outcomes.runs(), "run"));
}

std::vector<std::string> warnings_of(const SweepOutcomes& outcomes) {
  if (outcomes.failed() == 0) return {};
  return {fmt::format("{} failed; runs.csv says why. Means are over the others.",
                      text::counted(outcomes.failed(), "run"))};
}

ResultPage sweep_page(const Experiment& experiment, const SweepResults& found,
                      const std::vector<std::string>& commands) {
  ResultPage page = page_of(experiment);
  const std::size_t measures = experiment.measures().size();
  page.answer = extremes_of(experiment, found.outcomes, 0);
  for (std::size_t m = 1; m < std::min(measures, measures_answered); ++m)
    page.facts.push_back(extremes_of(experiment, found.outcomes, m));
  if (experiment.scenarios().size() > 1)
    page.facts.push_back(fmt::format("This is of {}.", experiment.scenarios()[0].name));
  page.facts.push_back(size_of(experiment, found.outcomes));
  page.warnings = warnings_of(found.outcomes);
  const std::size_t charts = std::max<std::size_t>(most_charts / measures, 2);
  for (std::size_t m = 0; m < measures; ++m)
    page.sections.push_back(measure_section(experiment, found.outcomes, m, charts));
  page.sections.push_back(designs_section(experiment, found.outcomes));
  page.method = {
      "Replication r of all designs and scenarios meets the same luck: the same vehicles with the "
      "same loads, the same services.",
      fmt::format("A mark is the mean of a design, its whisker the {} t interval of that mean by "
                  "itself; charts of many designs leave whiskers out. Of many designs the highest "
                  "and the lowest were lucky, too: simulate them afresh before leaning on them.",
                  text::percent(confidence)),
      what_intervals_are};
  page.commands = commands;
  return page;
}

}  // namespace cordon::pages
