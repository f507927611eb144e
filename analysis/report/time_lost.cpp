// The section that says where the time is lost.

#include <fmt/format.h>

#include <algorithm>

#include "analysis/report/loss_by_hour.hpp"
#include "analysis/report/queue_panel.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/time_charts.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/time_words.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

constexpr std::size_t most_bars = 12, most_places = 12;

data cell_of(const std::string& label, const std::string& value, const std::string& range = "") {
  data cell;
  cell["label"] = label;
  cell["value"] = if_any(value);
  cell["range"] = range;
  return cell;
}

data change_cell(const Change& change, const std::string& row_unit) {
  if (is_slight(change)) return cell_of("Change", "about 0");
  const auto said = text::change_of_minutes(change, text::typographic);
  const std::string unit = said.change.empty() || said.unit == row_unit ? "" : " " + said.unit;
  const bool range = !said.range.empty() && change.low != change.high;
  return cell_of("Change", said.change + unit, range ? "(" + said.range + ")" : "");
}

data row_of(const std::string& name, const TimeUse& use, const KindTimes& kind,
            const Comparison& comparison) {
  double longest = 0;
  for (const TimeIn& in : use.in) longest = std::max(longest, in.minutes);
  const auto unit = text::unit_of_minutes(longest);
  const auto level = [&](std::size_t s) {
    const TimeIn& in = use.in[s];
    return cell_of(
        scenario_name(s, comparison),
        text::level_of_minutes(in.minutes, in.half_width, unit.factor, text::typographic));
  };
  data cells{data::type::list};
  const double all = kind.lost->in.front().hours;
  const bool has_share = use.activity != "in_service" && all > 0;
  cells << cell_of("Share of loss",
                   has_share ? text::share(use.in.front().hours, all, text::typographic) : "");
  cells << level(0);
  for (std::size_t v = 0; v < comparison.variants.size(); ++v) {
    cells << level(v + 1);
    cells << change_cell(use.changes[v], unit.unit);
  }
  data row;
  row["name"] = name;
  row["unit"] = unit.unit;
  row["cells"] = std::move(cells);
  return row;
}

data columns_of(const Comparison& comparison) {
  data columns{data::type::list};
  columns << data("Share of loss");
  columns << data(comparison.baseline);
  for (const std::string& variant : comparison.variants) {
    columns << data(variant);
    columns << data("Change, with interval");
  }
  return columns;
}

data rows_of(const KindTimes& kind, const Uses& places, const Comparison& comparison) {
  data rows{data::type::list};
  rows << row_of("All time lost", *kind.lost, kind, comparison);
  for (const TimeUse* place : places) {
    const std::string loss = text::loss_of(*place);
    rows << row_of(kind.crossings.size() > 1 ? place->crossing + ", " + loss : text::sentence(loss),
                   *place, kind, comparison);
  }
  if (kind.service) rows << row_of("In service, not lost", *kind.service, kind, comparison);
  return rows;
}

std::string note_on_places(const KindTimes& kind, std::size_t shown) {
  const std::size_t left = kind.places.size() - shown;
  std::string note =
      "Each row is for each vehicle of this traffic at its crossing. A change that is known to be "
      "under 1 % is about 0.";
  if (left > 0)
    note += fmt::format(" Left out: {} with {}; stages.csv has all.", text::counted(left, "place"),
                        shown == most_places ? "less loss" : "under 1 % of the loss");
  return note;
}

data group_of(const KindTimes& kind, const Comparison& comparison, json& charts) {
  data bars{data::type::list};
  Uses crossings = greatest_of(kind.crossings, kind, least_share, most_bars);
  std::stable_sort(crossings.begin(), crossings.end(),
                   [](auto* a, auto* b) { return a->in.front().minutes > b->in.front().minutes; });
  for (TimeChart& drawn : time_bars(kind, crossings, comparison)) {
    data panel;
    panel["title"] = drawn.title + ", " + drawn.chart["unit"].get<std::string>() + " per vehicle";
    panel["chart"] = std::to_string(charts.size());
    charts.push_back(std::move(drawn.chart));
    bars << panel;
  }
  const Uses places = greatest_of(kind.places, kind, least_share, most_places);
  data group;
  group["heading"] = kind.name();
  group["bars"] = std::move(bars);
  group["id"] = fmt::format("lost-{}", charts.size());
  group["caption"] = kind.name() + ": time lost for each vehicle, mean";
  group["columns"] = columns_of(comparison);
  group["rows"] = rows_of(kind, places, comparison);
  group["note"] = note_on_places(kind, places.size());
  add_loss_by_hour(kind, comparison, group, charts);
  return group;
}

/// Which traffic loses most, in the baseline.
std::string main_loss(const std::vector<KindTimes>& kinds, const Comparison& comparison) {
  const auto all = hours_lost(comparison.times);
  const auto worst = std::max_element(kinds.begin(), kinds.end(), [](auto& a, auto& b) {
    return a.lost->in.front().hours < b.lost->in.front().hours;
  });
  const double hours = all.front();
  if (hours <= 0) return "";
  std::string sentence = fmt::format("In {}, vehicles lose {} hours in the days that are measured",
                                     comparison.baseline,
                                     text::number(hours,
                                                  hours < 10      ? 1
                                                  : hours < 10000 ? 0
                                                                  : -2,
                                                  text::typographic));
  if (kinds.size() > 1)
    sentence += fmt::format("; {}, {}, lose {} of them", worst->vehicles(), worst->lost->direction,
                            text::share(worst->lost->in.front().hours, hours, text::typographic));
  return sentence + '.';
}

}  // namespace

void add_time_lost(const Comparison& comparison, PageText& page, json& charts) {
  const auto kinds = kinds_of(comparison);
  page["has_time_lost"] = data(!kinds.empty());
  if (kinds.empty()) return;
  data groups{data::type::list}, summary{data::type::list};
  std::vector<std::string> little;
  for (const KindTimes& kind : kinds) {
    if (!loses_much(kind, comparison)) {
      little.push_back(kind.vehicles() + " (" + kind.lost->direction + ")");
      continue;
    }
    data line;
    line["kind"] = kind.name();
    line["words"] = bottleneck_of(kind, comparison);
    summary << line;
    groups << group_of(kind, comparison, charts);
  }
  page["time_main"] = if_any(main_loss(kinds, comparison));
  page["time_summary"] = std::move(summary);
  page["time_little"] =
      if_any(little.empty() ? "" : fmt::format("Less than a minute each: {}.", text::list(little)));
  page["time_groups"] = std::move(groups);
}

}  // namespace cordon
