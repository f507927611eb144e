#include "analysis/terminal/calibration_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/calibrate/words.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/labels.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::terminal {
namespace {

using enum TextTable::Align;

std::string heading(const Experiment& experiment, const Observations& observations,
                    const Calibration& found, bool colours) {
  const std::string title =
      experiment.spec().title.empty() ? experiment.name() : experiment.spec().title;
  std::set<const Evaluated*> points;
  for (const Trial& trial : found.trials) points.insert(trial.evaluated.get());
  std::string text = toned(title, Tone::strong, colours) + '\n';
  text += fmt::format("Fitted to {}: {} of {}, {} of each under the same luck.\n",
                      text::counted(observations.all().size(), "observation"),
                      text::counted(points.size(), "point"),
                      text::counted(experiment.factors().size(), "factor"),
                      text::counted(experiment.spec().replications, "replication"));
  if (observations.outside() > 0)
    text += fmt::format("{} of other times left out.\n",
                        text::counted(observations.outside(), "count"));
  return text + '\n';
}

std::string table_of_factors(const Experiment& experiment, const Calibration& found, bool colours) {
  TextTable table({{"factor", left}, {"scenario"}, {"fitted"}, {"95 % interval"}, {"range"}});
  for (std::size_t f = 0; f < found.factors.size(); ++f) {
    const Factor& factor = experiment.factors()[f];
    const FittedFactor& is = found.factors[f];
    const auto [unit, by] = shown_unit_of(factor);
    const double fitted = is.fitted.number * by, low = is.low * by, high = is.high * by;
    const int decimals = is.is_fitted() ? text::decimals((high - low) / 2, fitted) : 0;
    table.row({{factor.name() + (unit.empty() ? "" : ", " + unit), Tone::strong},
               {std::isnan(is.start.number) ? "" : fmt::format("{:.4g}", is.start.number * by)},
               {is.is_fitted() ? text::number(fitted, decimals) : "as it is"},
               {is.is_fitted() ? text::range(low, high, decimals) : ""},
               {fmt::format("{:.4g} to {:.4g}", factor.low() * by, factor.high() * by)}});
  }
  return table.text(colours);
}

std::string name_of(const Series& series) {
  if (!series.is_queue()) return series.name;
  return fmt::format("{}: {}, {}", series.crossing, text::vehicles_of(series.vehicle_class),
                     series.direction);
}

std::string table_of_errors(const Observations& observations, const Calibration& found,
                            bool colours) {
  TextTable table(
      {{"mean absolute error", left}, {"unit", left}, {"observed"}, {"before"}, {"after"}});
  for (std::size_t s = 0; s < found.errors.size(); ++s) {
    const Series& series = observations.series()[s];
    const SeriesError& error = found.errors[s];
    const double larger =
        std::isnan(error.before) ? error.after : std::max(error.before, error.after);
    const int decimals = text::decimals(larger / 20, larger);
    table.row({{name_of(series)},
               {series.unit == "1" ? "" : series.unit},
               {text::number(series.fitted + series.left_out, 0)},
               {text::number(error.before, decimals)},
               {text::number(error.after, decimals)}});
  }
  return table.text(colours);
}

}  // namespace

std::string calibration_text(const Experiment& experiment, const Observations& observations,
                             const Calibration& found, bool colours) {
  std::string text = heading(experiment, observations, found, colours) +
                     table_of_factors(experiment, found, colours) + '\n';
  for (const std::string& limit : limits_of(found, experiment)) text += wrapped(limit);
  // Within twice what luck makes of them residuals are no news.
  if (found.excess > 2)
    text += wrapped(fmt::format(
        "What remains is {:.2g} times as large as luck explains: the model errs by more than its "
        "luck, and the intervals are that much wider.",
        found.excess));
  if (!found.has_converged)
    text += toned(wrapped("The search has used all of its evaluations; more may bring it nearer."),
                  Tone::bad, colours);
  return text + '\n' + table_of_errors(observations, found, colours);
}

}  // namespace cordon::terminal
