#include "analysis/sweep/discovery.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

Response response_of(const DiscoverSpec& spec, const Experiment& experiment) {
  Response response;
  const auto& measures = experiment.measures();
  const auto& scenarios = experiment.scenarios();
  const auto measure = std::find_if(measures.begin(), measures.end(),
                                    [&](const Measured& m) { return m.name == spec.measure; });
  response.measure = static_cast<std::size_t>(measure - measures.begin());
  const auto scenario =
      std::find_if(scenarios.begin(), scenarios.end(),
                   [&](const NamedScenario& s) { return s.name == spec.scenario; });
  if (scenario != scenarios.end())
    response.scenario = static_cast<std::size_t>(scenario - scenarios.begin());
  response.is_difference = spec.difference;
  return response;
}

double harmonic_mean(const PrimBox& box) {
  const double sum = box.coverage + box.density;
  return sum > 0 ? 2 * box.coverage * box.density / sum : 0;
}

Discovery discover(const std::string& name, const DiscoverSpec& spec, const Experiment& experiment,
                   const RunValues& values) {
  Eigen::VectorXd happens = values.means(response_of(spec, experiment));
  for (double& value : happens) {
    if (std::isnan(value)) continue;
    value = (spec.below && value < *spec.below) || (spec.above && value > *spec.above) ? 1 : 0;
  }
  const Outcomes outcomes = known_outcomes(experiment.points(), happens);
  Discovery found{
      name, outcomes.count(), static_cast<int>(outcomes.of_interest.count()), outcomes.dropped, {},
      0};
  if (found.of_interest == 0) return found;
  found.boxes = peeling_trajectory(outcomes);
  const auto best = std::max_element(
      found.boxes.begin(), found.boxes.end(),
      [](const PrimBox& a, const PrimBox& b) { return harmonic_mean(a) < harmonic_mean(b); });
  *best = pasted(*best, outcomes);
  found.chosen = static_cast<std::size_t>(best - found.boxes.begin());
  return found;
}

const std::array<Column, 11> peeling_columns{{
    {"discover", "string", "", "Name of what is asked."},
    {"box", "integer", "", "From 1, all designs, inwards."},
    {"chosen", "boolean", "", "The one that is told."},
    {"coverage", "number", "", "Share of the designs in which it happens that are in the box."},
    {"density", "number", "", "Share of the designs in the box in which it happens."},
    {"mass", "number", "", "Share of all designs that are in the box."},
    {"designs", "integer", "", "In the box."},
    {"factor", "string", "", "That the box restricts, a row for each of its ends; empty: none."},
    {"end", "string", "", "low or high."},
    {"value", "string", "", "Of the factor there, as the scenario would say it."},
    {"quasi_p", "number", "",
     "The chance of as many such designs in the box if this end had nothing to do with it; "
     "optimistic, as it was chosen for them."},
}};

}  // namespace

const TableShape boxes_table{"boxes.csv", "Under which values of the factors something happens.",
                             peeling_columns};

std::vector<Discovery> discoveries_of(const Experiment& experiment, const RunValues& values) {
  std::vector<Discovery> all;
  for (const auto& [name, spec] : experiment.spec().discover)
    all.push_back(discover(name, spec, experiment, values));
  return all;
}

std::string words_of(const PrimBox& box, const Experiment& experiment) {
  std::vector<std::string> parts;
  for (std::size_t f = 0; f < experiment.factors().size(); ++f) {
    const Factor& factor = experiment.factors()[f];
    const auto column = static_cast<Eigen::Index>(f);
    const auto end = [&](bool upper) {
      return std::any_of(box.restrictions.begin(), box.restrictions.end(), [&](const auto& r) {
        return r.factor == static_cast<int>(f) && r.upper == upper;
      });
    };
    const bool low = end(false), high = end(true);
    if (!low && !high) continue;
    const std::string from = factor.at(box.low[column]).brief();
    const std::string to = factor.at(box.high[column]).brief();
    if (low && high)
      parts.push_back(from == to ? fmt::format("{} is {}", factor.name(), from)
                                 : fmt::format("{} is from {} to {}", factor.name(), from, to));
    else
      parts.push_back(
          fmt::format("{} is {} {}", factor.name(), low ? "at least" : "at most", low ? from : to));
  }
  return text::list(parts);
}

std::string write_boxes(const std::filesystem::path& folder, const Experiment& experiment,
                        const std::vector<Discovery>& found) {
  OutputFile file(folder / boxes_table.file);
  file.write(header_row(boxes_table));
  CsvRows row(peeling_columns.size());
  for (const Discovery& discovery : found)
    for (std::size_t b = 0; b < discovery.boxes.size(); ++b) {
      const PrimBox& box = discovery.boxes[b];
      const auto begin = [&] {
        row.text(discovery.name).integer(b + 1).boolean(b == discovery.chosen);
        row.number(box.coverage).number(box.density).number(box.mass);
        row.integer(static_cast<std::uint64_t>(box.points));
      };
      for (const Restriction& r : box.restrictions) {
        const Factor& factor = experiment.factors()[static_cast<std::size_t>(r.factor)];
        begin();
        row.text(factor.name()).text(r.upper ? "high" : "low");
        row.text(factor.at(r.limit).shown()).number(r.quasi_p).end_row();
      }
      if (!box.restrictions.empty()) continue;
      begin();
      row.empty().empty().empty().empty().end_row();
    }
  file.write(row.bytes());
  return file.close();
}

}  // namespace cordon
