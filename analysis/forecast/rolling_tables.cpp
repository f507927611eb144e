// The tables of forecasts.

#include "analysis/forecast/moment.hpp"
#include "analysis/forecast/rolling.hpp"
#include "analysis/results/columns.hpp"
#include "analysis/statistics/values.hpp"

namespace cordon::forecast {
namespace {

constexpr Column method_column{
    "method", "string", "",
    "simulation, weekday_mean, recent_weekday_mean (recent weeks weigh more), last_week, or "
    "unfitted (the scenario as it was before a calibration)."};

constexpr std::array forecast_columns = {
    columns::crossing,
    columns::one_direction,
    columns::one_class,
    method_column,
    Column{"mean_absolute_error", "number", "vehicles",
           "Of 7-day forecasts, over their observations, mean of all origins."},
    Column{"difference", "number", "vehicles",
           "Error of the simulation less that of this method; empty for the simulation."},
    Column{"low", "number", "vehicles",
           "Lower end of its 95 % interval, by blocks of 7 origins; empty with fewer than 28."},
    Column{"high", "number", "vehicles", "Upper end."},
    Column{"bias", "number", "vehicles",
           "Mean of the queue simulated less the one seen; empty for other methods, as are those "
           "that follow."},
    Column{"simulated_spread", "number", "vehicles", "Its standard deviation over time."},
    Column{"seen_spread", "number", "vehicles", "That of the queue that was seen."}};

constexpr std::array origin_columns = {
    columns::crossing,
    columns::one_direction,
    columns::one_class,
    Column{"origin", "datetime", "", "When the forecast is made: nothing later is known."},
    method_column,
    Column{"mean_absolute_error", "number", "vehicles", "In the 7 days after; empty: none seen."},
    Column{"observations", "integer", "", "That it is the mean over."}};

CsvTable& add_line(CsvTable& table, const LineKey& line) {
  return table.text(line.crossing)
      .text(cordon::name_of(line.direction))
      .text(cordon::name_of(line.vehicle_class));
}

}  // namespace

std::string_view name_of(Method method) {
  constexpr std::array<std::string_view, methods> names = {
      "simulation", "weekday_mean", "recent_weekday_mean", "last_week", "unfitted"};
  return names[static_cast<std::size_t>(method)];
}

const TableShape forecast_table{"forecast.csv", "How far 7-day forecasts were from what was seen.",
                                forecast_columns};
const TableShape forecast_origins_table{"forecast_origins.csv",
                                        "The same for each moment of a forecast.", origin_columns};

std::string write_forecast(const std::filesystem::path& folder, const Forecasts& forecasts) {
  CsvTable table(folder, forecast_table);
  for (const LineForecast& line : forecasts.lines)
    for (const Method method : forecasts.methods) {
      const bool is_other = method != Method::simulation;
      const Interval difference = is_other ? line.difference(method)
                                           : Interval{no_value, no_value, no_value, 1, 0.95, 0, 0};
      const Likeness likeness = is_other ? Likeness{} : line.likeness;
      add_line(table, line.line)
          .text(name_of(method))
          .number(line.mean_error(method))
          .number(difference.estimate)
          .number(difference.low)
          .number(difference.high)
          .number(likeness.bias)
          .number(likeness.simulated_spread)
          .number(likeness.seen_spread)
          .end_row();
    }
  return table.close();
}

std::string write_forecast_origins(const std::filesystem::path& folder,
                                   const Forecasts& forecasts) {
  CsvTable table(folder, forecast_origins_table);
  for (const LineForecast& line : forecasts.lines)
    for (std::size_t o = 0; o < forecasts.origins.size(); ++o)
      for (const Method method : forecasts.methods)
        add_line(table, line.line)
            .text(moment_text(forecasts.origins[o]))
            .text(name_of(method))
            .number(line.errors[o][static_cast<std::size_t>(method)])
            .integer(static_cast<std::uint64_t>(line.observations[o]))
            .end_row();
  return table.close();
}

}  // namespace cordon::forecast
