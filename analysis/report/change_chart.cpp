#include "analysis/report/change_chart.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/report/change_text.hpp"

namespace cordon {
namespace {

using nlohmann::json;

/// How far the axis goes: all of it, unless a few wide intervals would flatten the rest.
double limit_of(const std::vector<Percent>& shown) {
  std::vector<double> extents;
  double farthest = 0;
  for (const Percent& p : shown) {
    extents.push_back(std::max(std::abs(p.low), std::abs(p.high)));
    farthest = std::max(farthest, std::abs(p.estimate));
  }
  std::sort(extents.begin(), extents.end());
  const double usual = std::max(extents[(extents.size() - 1) * 3 / 4], 1.0);
  const double enough = std::max(3 * usual, std::min(1.15 * farthest, 10 * usual));
  const double wanted = std::min(extents.back(), enough) * 1.05;
  for (const double nice : {1, 2, 5, 10, 15, 20, 30, 40, 50, 75, 100, 150, 200, 300, 500, 1000}) {
    if (wanted <= nice) return nice;
  }
  return std::ceil(wanted / 1000) * 1000;
}

double step_of(double limit) {
  const double third = limit / 3;
  const double lead = third / std::pow(10.0, std::floor(std::log10(third) + 1e-9));
  const bool round =
      std::abs(lead - 1) < 1e-9 || std::abs(lead - 5) < 1e-9 || std::abs(lead - 2.5) < 1e-9;
  return round ? third : limit / 2;
}

json mark_of(const Change& c) {
  const Percent p = percent_of(c);
  const auto tidy = [](double v) { return std::round(v * 1000) / 1000; };
  return {{"variant", c.variant},
          {"estimate", tidy(p.estimate)},
          {"low", tidy(p.low)},
          {"high", tidy(p.high)},
          {"clear", told_apart(c)},
          {"primary", c.primary},
          {"text", in_percent(c) + " " + percent_range(c)}};
}

}  // namespace

std::vector<MeasureRows> by_measure(const std::vector<const Change*>& changes) {
  std::vector<MeasureRows> rows;
  for (const Change* c : changes) {
    const std::string name = name_of(*c);
    auto row = std::find_if(rows.begin(), rows.end(), [&](auto& r) { return r.name == name; });
    if (row == rows.end()) row = rows.insert(rows.end(), {name, {}});
    row->changes.push_back(c);
  }
  return rows;
}

ChangeChart change_chart(const std::vector<MeasureRows>& rows, const std::string& family) {
  ChangeChart drawn;
  json lines = json::array();
  std::vector<Percent> shown;
  std::string spoken = "Changes relative to the baseline, " + family + ": ";
  for (const MeasureRows& row : rows) {
    json marks = json::array();
    for (const Change* c : row.changes) {
      if (!has_percent(*c) || !std::isfinite(c->low) || !std::isfinite(c->high)) continue;
      shown.push_back(percent_of(*c));
      marks.push_back(mark_of(*c));
      spoken += row.name + " " + marks.back()["text"].get<std::string>() + "; ";
    }
    if (marks.empty()) {
      drawn.left_out.push_back(row.name);
    } else {
      lines.push_back({{"label", row.name}, {"marks", marks}});
    }
  }
  if (lines.empty()) return drawn;
  drawn.chart = {{"kind", "differences"},
                 {"rows", lines},
                 {"limit", limit_of(shown)},
                 {"step", step_of(limit_of(shown))},
                 {"axis", "change relative to the baseline, %"},
                 {"description", spoken + "the table below has all numbers."}};
  return drawn;
}

}  // namespace cordon
