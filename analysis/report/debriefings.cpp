#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/queue_panel.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;

// Two digits of what is small, of whole numbers none.
std::string figure_text(double value) {
  if (std::isnan(value)) return "";
  const double size = std::abs(value);
  const bool whole = value == std::round(value);
  return text::number(value, whole || size >= 10 ? 0 : size >= 1 ? 1 : 2, text::typographic);
}

// What was neither planned nor happened, such as arrests where nobody is arrested.
bool says_nothing(const DebriefingFigure& f) {
  const bool never = f.median == 0 && f.low == 0 && f.high == 0 && f.name != "Detections";
  return std::isnan(f.median) || (never && !(f.planned > 0));
}

std::string kind_text(std::string kind) {
  std::replace(kind.begin(), kind.end(), '_', ' ');
  return kind;
}

data row_of(const DebriefingFigure& figure) {
  data row;
  row["name"] = figure.name;
  row["unit"] = figure.unit;
  row["planned"] = figure_text(figure.planned);
  row["median"] = figure_text(figure.median);
  row["range"] = figure.low == figure.high
                     ? ""
                     : fmt::format("{} to {}", figure_text(figure.low), figure_text(figure.high));
  return row;
}

std::string plan_of(const Debriefing& d) {
  return fmt::format("{}{}: {} {} from {}, at {}.", text::sentence(kind_text(d.kind)),
                     d.action_plan.empty() ? "" : ", part of the plan " + d.action_plan,
                     figure_text(d.days), d.days == 1 ? "action day" : "action days",
                     text::date(d.from_ms), d.posts);
}

}  // namespace

void add_debriefings(const Comparison& comparison, PageText& page) {
  page["has_debriefings"] = data(!comparison.debriefings.empty());
  data all{data::type::list};
  for (const Debriefing& d : comparison.debriefings) {
    data one;
    one["operation"] = d.operation;
    one["scenario"] = scenario_name(static_cast<std::size_t>(d.scenario), comparison);
    one["plan"] = plan_of(d);
    data rows{data::type::list};
    for (const DebriefingFigure& figure : d.figures)
      if (!says_nothing(figure)) rows << row_of(figure);
    one["rows"] = std::move(rows);
    all << one;
  }
  page["debriefings"] = std::move(all);
}

}  // namespace cordon
