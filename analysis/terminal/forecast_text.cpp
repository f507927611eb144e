#include "analysis/terminal/forecast_text.hpp"

#include <fmt/format.h>

#include "analysis/forecast/moment.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::terminal {
namespace {

using enum TextTable::Align;
using namespace forecast;

std::string whole(double value) { return text::number(value, value < 10 ? 1 : 0); }

std::string date_of(double hour) {
  return text::date(static_cast<double>(moment_of(hour).time_since_epoch().count()) * 1000);
}

const char* heading_of(Method method) {
  switch (method) {
    case Method::simulation:
      return "simulation";
    case Method::weekday_mean:
      return "weekday mean";
    case Method::recent_weekday_mean:
      return "recent weeks";
    case Method::last_week:
      return "last week";
    case Method::unfitted:
      return "not fitted";
  }
  return "";
}

TextTable table_of(const Forecasts& forecasts) {
  std::vector<TextTable::Heading> headings = {{"crossing", left}, {"traffic", left}};
  for (const Method method : forecasts.methods) headings.push_back({heading_of(method)});
  TextTable table(headings);
  for (const LineForecast& line : forecasts.lines) {
    std::vector<Cell> cells = {{line.line.crossing, Tone::strong}, {traffic_of(line.line)}};
    for (const Method method : forecasts.methods)
      cells.push_back({whole(line.mean_error(method)),
                       method == Method::simulation ? Tone::strong : Tone::plain});
    table.row(std::move(cells));
  }
  return table;
}

}  // namespace

std::string forecast_text(const Forecasts& forecasts, std::uint32_t replications,
                          const std::string& knowledge, bool colours) {
  std::string text = wrapped(fmt::format(
      "Mean absolute error in vehicles, 7 days ahead, of {}, {} to {}. {} The simulation is the "
      "mean of {}.",
      text::counted(forecasts.origins.size(), "forecast"), date_of(forecasts.origins.front()),
      date_of(forecasts.origins.back()), knowledge, text::counted(replications, "replication")));
  text += table_of(forecasts).text(colours);
  for (const LineForecast& line : forecasts.lines) text += wrapped(told_of(line), line_width, 2);
  return text + wrapped(
                    "Forecasts of neighbouring days share most of their week: this is a few "
                    "weeks' experience, however many forecasts there are.");
}

}  // namespace cordon::terminal
