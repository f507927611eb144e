#include "analysis/terminal/calibration_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/calibrate/words.hpp"
#include "analysis/terminal/forecast_text.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::terminal {
namespace {

using enum TextTable::Align;

std::string heading(const Experiment& experiment, const Observations& observations,
                    const Calibration& found, bool colours) {
  const std::string title =
      experiment.spec().title.empty() ? experiment.name() : experiment.spec().title;
  std::string text = toned(title, Tone::strong, colours) + '\n';
  text += basis_of(experiment, observations, found) + '\n';
  if (observations.outside() > 0)
    text += fmt::format("{} of other times left out of the fit.\n",
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

std::string forecasts_of(const Experiment& experiment, const FitForecasts& forecasts,
                         bool colours) {
  if (!forecasts.none_because.empty()) return wrapped(no_forecasts_text(forecasts));
  return forecast_text(forecasts.judged, experiment.spec().replications, what_forecasts_know,
                       colours) +
         wrapped(whether_it_helps(forecasts));
}

}  // namespace

std::string calibration_text(const Experiment& experiment, const Observations& observations,
                             const Calibration& found, const FitForecasts& forecasts,
                             bool colours) {
  std::string text = heading(experiment, observations, found, colours) +
                     table_of_factors(experiment, found, colours) + '\n';
  for (const std::string& limit : limits_of(found, experiment)) text += wrapped(limit);
  for (const std::string& warning : warnings_of(found))
    text += toned(wrapped(warning), Tone::bad, colours);
  return text + '\n' + table_of_errors(observations, found, colours) + '\n' +
         forecasts_of(experiment, forecasts, colours);
}

}  // namespace cordon::terminal
