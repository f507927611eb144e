#include "analysis/pages/forecast_section.hpp"

#include <fmt/format.h>

#include "analysis/forecast/moment.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::pages {
namespace {

using namespace forecast;

std::string name_of_line(const LineForecast& line) {
  return line.line.crossing + ", " + traffic_of(line.line);
}

std::string date_of(double hour) {
  return text::date(static_cast<double>(moment_of(hour).time_since_epoch().count()) * 1000);
}

std::string error_text(double error) {
  return text::number(error, error < 10 ? 1 : 0, text::typographic);
}

/// A chart tells four marks apart; the table has all methods.
std::vector<Method> drawn_of(const Forecasts& forecasts) {
  std::vector<Method> drawn = forecasts.methods;
  if (drawn.size() > 4) std::erase(drawn, Method::recent_weekday_mean);
  return drawn;
}

PageChart errors_chart(const Forecasts& forecasts) {
  RowChart chart{"mean absolute error, vehicles", {}, {}};
  std::string description = "Mean absolute errors of forecasts, in vehicles: ";
  const std::vector<Method> drawn = drawn_of(forecasts);
  for (const LineForecast& line : forecasts.lines) {
    ChartRow row{name_of_line(line), {}};
    for (std::size_t m = 0; m < drawn.size(); ++m) {
      const double error = line.mean_error(drawn[m]);
      if (std::isnan(error)) continue;
      row.marks.push_back({{error}, not_known, {static_cast<int>(m), m > 0}, error_text(error)});
      description += fmt::format("{}, {}, {}; ", row.label, words_of(drawn[m]), error_text(error));
    }
    chart.rows.push_back(std::move(row));
  }
  return {"", description, std::move(chart)};
}

PageTable errors_table(const Forecasts& forecasts) {
  PageTable table;
  table.caption = "Mean absolute errors of forecasts of 7 days, vehicles";
  table.headings = {{"Queue", false}};
  for (const Method method : forecasts.methods)
    table.headings.push_back({text::sentence(std::string(words_of(method)))});
  table.headings.push_back({"Observations"});
  for (const LineForecast& line : forecasts.lines) {
    std::vector<PageCell> cells = {{name_of_line(line), ""}};
    for (const Method method : forecasts.methods)
      cells.push_back({error_text(line.mean_error(method)), ""});
    int observations = 0;
    for (const int some : line.observations) observations += some;
    cells.push_back({text::number(observations, 0, text::typographic), ""});
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

PageSection forecast_section(const Forecasts& forecasts, std::uint32_t replications,
                             const std::string& knowledge) {
  PageSection section;
  section.heading = "Forecasts of days that were not seen";
  section.brief = "Forecasts";
  section.words = {fmt::format(
      "How far {} of 7 days, made from {} to {}, were from what was counted then. {} The "
      "simulation is the mean of {}; it has the filled mark.",
      text::counted(forecasts.origins.size(), "forecast"), date_of(forecasts.origins.front()),
      date_of(forecasts.origins.back()), knowledge, text::counted(replications, "replication"))};
  for (const LineForecast& line : forecasts.lines) section.words.push_back(told_of(line));
  for (const Method method : drawn_of(forecasts)) section.key.emplace_back(words_of(method));
  section.charts.push_back(errors_chart(forecasts));
  section.tables.push_back(errors_table(forecasts));
  section.notes.push_back(
      "Forecasts of neighbouring days share most of their week: this is a few weeks' experience, "
      "however many forecasts there are.");
  return section;
}

}  // namespace cordon::pages
