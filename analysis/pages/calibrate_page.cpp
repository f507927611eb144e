#include "analysis/pages/calibrate_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/calibrate/words.hpp"
#include "analysis/pages/forecast_section.hpp"
#include "analysis/pages/page_words.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::pages {
namespace {

class CalibratePage {
 public:
  CalibratePage(const Experiment& experiment, const Observations& observations,
                const Calibration& found, const FitForecasts& forecasts)
      : experiment_(experiment),
        observations_(observations),
        found_(found),
        forecasts_(forecasts) {}

  [[nodiscard]] ResultPage made(const std::vector<std::string>& commands) const {
    ResultPage page = page_of(experiment_);
    page.answer = answer();
    page.facts = facts();
    page.warnings = warnings_of(found_);
    page.sections = {fitted(), errors(), forecast()};
    page.method = method();
    page.commands = commands;
    return page;
  }

 private:
  [[nodiscard]] const Factor& factor(std::size_t f) const { return experiment_.factors()[f]; }

  [[nodiscard]] std::string label_of(std::size_t f) const {
    return factor(f).label().empty() ? factor(f).name() : factor(f).label();
  }

  // "choice_scale: 21 (15 to 28) h"
  [[nodiscard]] std::string fit_words(std::size_t f) const {
    const auto unit = shown_unit_of(factor(f));
    return fmt::format("{}: {}", factor(f).name(), in_words(fitted_cell(f), unit));
  }

  [[nodiscard]] std::string answer() const {
    std::vector<std::string> told;
    for (std::size_t f = 0; f < found_.factors.size(); ++f)
      if (found_.factors[f].is_fitted()) told.push_back(fit_words(f));
    return told.empty() ? "The observations tell none of the factors."
                        : text::sentence(fmt::format("fitted: {}.", text::list(told)));
  }

  [[nodiscard]] std::vector<std::string> facts() const {
    std::vector<std::string> told = limits_of(found_, experiment_);
    told.push_back(basis_of(experiment_, observations_, found_));
    return told;
  }

  // ---- factors ----------------------------------------------------------------------------------

  [[nodiscard]] PageCell fitted_cell(std::size_t f) const {
    const FittedFactor& is = found_.factors[f];
    if (!is.is_fitted()) return {"as it is", ""};
    const double by = shown_unit_of(factor(f)).factor;
    const int decimals = text::decimals(by * (is.high - is.low) / 2, by * is.fitted.number);
    return {text::number(by * is.fitted.number, decimals, text::typographic),
            '(' + text::range(by * is.low, by * is.high, decimals, text::typographic) + ')'};
  }

  // Its name, where it has a label that is told instead, and the unit.
  [[nodiscard]] std::string beside_label(std::size_t f) const {
    const std::string name = factor(f).label().empty() ? "" : factor(f).name();
    const std::string unit = shown_unit_of(factor(f)).unit;
    const bool has_unit = !unit.empty() && unit != "1";
    return name + (name.empty() || !has_unit ? "" : ", ") + (has_unit ? unit : "");
  }

  [[nodiscard]] PageSection fitted() const {
    PageSection section;
    section.heading = "What was fitted";
    section.brief = "Fit";
    section.words = {
        "Each factor in its range: a dot is the fitted value, its whisker the 95 % interval. A "
        "hollow mark is what the scenario says."};
    section.key = {"fitted", "as the scenario says"};
    section.charts.push_back(ranges_chart());
    section.tables.push_back(factors_table());
    return section;
  }

  [[nodiscard]] PageChart ranges_chart() const {
    RowChart chart{"place in the range, %", {0, 100}, {}};
    std::string description = "Factors by their place in the range: ";
    for (std::size_t f = 0; f < found_.factors.size(); ++f) {
      const FittedFactor& is = found_.factors[f];
      const auto unit = shown_unit_of(factor(f));
      const auto place = [&](double number) {
        return 100 * (number - factor(f).low()) / (factor(f).high() - factor(f).low());
      };
      ChartRow row{label_of(f), {}};
      if (is.is_fitted())
        row.marks.push_back({{place(is.fitted.number), place(is.low), place(is.high)},
                             not_known,
                             {0, false},
                             in_words(fitted_cell(f), unit)});
      if (std::isfinite(is.start.number))
        row.marks.push_back({{place(is.start.number)},
                             not_known,
                             {1, true},
                             fmt::format("the scenario says {:.4g}{}",
                                         is.start.number * unit.factor, with_space(unit))});
      for (const RowMark& mark : row.marks) description += row.label + ", " + mark.text + "; ";
      if (!row.marks.empty()) chart.rows.push_back(std::move(row));
    }
    return {"", description, std::move(chart)};
  }

  [[nodiscard]] PageTable factors_table() const {
    PageTable table;
    table.caption = "Factors, with 95 % intervals";
    table.headings = {{"Factor", false}, {"Scenario"}, {"Fitted"}, {"Range"}, {"Told", false}};
    for (std::size_t f = 0; f < found_.factors.size(); ++f) {
      const FittedFactor& is = found_.factors[f];
      const auto unit = shown_unit_of(factor(f));
      const auto number = [&](double value) { return fmt::format("{:.4g}", value * unit.factor); };
      table.rows.push_back(
          {{label_of(f), beside_label(f)},
           {std::isnan(is.start.number) ? "" : number(is.start.number), ""},
           fitted_cell(f),
           {fmt::format("{} to {}", number(factor(f).low()), number(factor(f).high())), ""},
           {told_words(is.status), ""}});
    }
    return table;
  }

  // ---- errors -----------------------------------------------------------------------------------

  [[nodiscard]] PageSection errors() const {
    PageSection section;
    section.heading = "How far it is from what was observed";
    section.brief = "Errors";
    section.words = {
        "Mean absolute error of the mean over the replications, in the time that the values were "
        "fitted to. Squares of all together become less, though single errors may grow; how well "
        "the fit carries over, forecasts tell."};
    section.tables.push_back(errors_table());
    return section;
  }

  [[nodiscard]] PageTable errors_table() const {
    PageTable table;
    table.caption = "Mean absolute errors";
    table.headings = {{"Observed", false}, {"Observations"}, {"As the scenario says"}, {"Fitted"}};
    for (std::size_t s = 0; s < found_.errors.size(); ++s) {
      const cordon::Series& series = observations_.series()[s];
      const SeriesError& error = found_.errors[s];
      const double larger = std::fmax(error.before, error.after);
      const int decimals = text::decimals(larger / 20, larger);
      table.rows.push_back({{name_of(series), series.unit == "1" ? "" : series.unit},
                            {text::number(series.fitted + series.left_out, 0), ""},
                            {text::number(error.before, decimals, text::typographic), ""},
                            {text::number(error.after, decimals, text::typographic), ""}});
    }
    return table;
  }

  [[nodiscard]] PageSection forecast() const {
    if (!forecasts_.none_because.empty()) {
      PageSection section;
      section.heading = "Forecasts";
      section.brief = "Forecasts";
      section.words = {no_forecasts_text(forecasts_)};
      return section;
    }
    PageSection section =
        forecast_section(forecasts_.judged, experiment_.spec().replications, what_forecasts_know);
    section.notes.push_back(whether_it_helps(forecasts_));
    return section;
  }

  [[nodiscard]] static std::vector<std::string> method() {
    return {
        "Made least is the sum over what was observed of mean squared residuals, in units of luck "
        "and errors of observation. All points meet the same luck. Intervals take what was "
        "observed for one replication of the real border, and are widened where residuals are "
        "larger than luck explains.",
        what_intervals_are};
  }

  const Experiment& experiment_;
  const Observations& observations_;
  const Calibration& found_;
  const FitForecasts& forecasts_;
};

}  // namespace

ResultPage calibrate_page(const Experiment& experiment, const Observations& observations,
                          const Calibration& found, const FitForecasts& forecasts,
                          const std::vector<std::string>& commands) {
  return CalibratePage(experiment, observations, found, forecasts).made(commands);
}

}  // namespace cordon::pages
