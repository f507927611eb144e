#include "analysis/report/chart_json.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string>

namespace cordon {
namespace {

using nlohmann::json;

// JSON has no NaN; six digits are more than a screen shows.
json number_of(double value) {
  if (!std::isfinite(value)) return nullptr;
  return std::stod(fmt::format("{:.6g}", value));
}

// "at" and its interval.
json spot_of(const Spot& spot) {
  return {number_of(spot.at), number_of(spot.low), number_of(spot.high)};
}

json json_of(const RowChart& chart) {
  json rows = json::array(), lines = json::array();
  for (const double line : chart.lines) lines.push_back(number_of(line));
  for (const ChartRow& row : chart.rows) {
    json marks = json::array();
    for (const RowMark& mark : row.marks)
      if (std::isfinite(mark.value.at))
        marks.push_back({{"value", spot_of(mark.value)},
                         {"from", number_of(mark.from)},
                         {"kind", mark.style.kind},
                         {"hollow", mark.style.hollow},
                         {"text", mark.text}});
    if (!marks.empty()) rows.push_back({{"label", row.label}, {"marks", marks}});
  }
  return {{"kind", "rows"}, {"axis", chart.axis}, {"lines", lines}, {"rows", rows}};
}

json json_of(const MapGround& ground) {
  json land = json::array();
  for (const auto& line : ground.land) {
    json corners = json::array();
    for (const auto& [east, north] : line) corners.push_back({number_of(east), number_of(north)});
    land.push_back(std::move(corners));
  }
  return {{"west", ground.west},
          {"east", ground.east},
          {"south", ground.south},
          {"north", ground.north},
          {"land", std::move(land)}};
}

json json_of(const PlaneChart& chart) {
  json points = json::array();
  for (const PlanePoint& point : chart.points)
    if (std::isfinite(point.x.at) && std::isfinite(point.y.at))
      points.push_back({{"x", spot_of(point.x)},
                        {"y", spot_of(point.y)},
                        {"kind", point.style.kind},
                        {"hollow", point.style.hollow},
                        {"size", number_of(point.size)},
                        {"label", point.label},
                        {"text", point.text}});
  json upright = json::array();
  for (const UprightLine& line : chart.upright)
    if (std::isfinite(line.at))
      upright.push_back(
          {{"at", number_of(line.at)}, {"label", line.label}, {"dashed", line.dashed}});
  return {{"kind", "plane"},
          {"x_axis", chart.x_axis},
          {"y_axis", chart.y_axis},
          {"x_values", chart.x_values},
          {"joined", chart.joined},
          {"zero_line", chart.zero_line},
          {"points", points},
          {"upright", upright},
          {"ground", chart.ground ? json_of(*chart.ground) : json()}};
}

}  // namespace

json chart_json(const PageChart& chart) {
  json drawn = std::visit([](const auto& drawing) { return json_of(drawing); }, chart.drawing);
  drawn["description"] = chart.description + " The tables have all numbers.";
  return drawn;
}

}  // namespace cordon
