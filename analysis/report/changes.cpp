#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/report/change_chart.hpp"
#include "analysis/report/change_text.hpp"
#include "analysis/report/mark_key.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/text/change_words.hpp"
#include "analysis/text/labels.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

constexpr std::size_t most_rows = 3000;  // of one table: more makes the page slow

data row_of(const Change& c, const Comparison& comparison) {
  const auto said = text::words_of(c, text::typographic);
  data row;
  row["measure"] = name_of(c);
  row["unit"] = unit_text(*c.measure, said.unit);
  row["variant_name"] = comparison.variants[static_cast<std::size_t>(c.variant)];
  row["baseline_value"] = said.baseline;
  row["variant_value"] = said.variant;
  row["difference"] = said.change;
  row["range"] = c.low == c.high || said.range.empty() ? "" : "(" + said.range + ")";
  row["difference_unit"] = said.unit == "%" ? "percentage points" : said.change_unit;
  row["percent"] = in_percent(c);
  row["percent_range"] = percent_range(c);
  row["verdict"] = reading_of(c);
  row["p"] = text::p_value(c.p_adjusted);
  return row;
}

const char* sign_of(const std::string& verdict) {
  if (verdict == "better") return "\u2713";
  if (verdict == "worse") return "\u2717";
  return "\u223c";
}

data table_of(const std::vector<const Change*>& changes, const Comparison& comparison,
              const std::string& id, const std::string& caption, bool folded,
              std::string (*name)(const Change&) = name_of) {
  data rows{data::type::list};
  for (const MeasureRows& measure : by_measure(changes)) {
    for (const Change* c : measure.changes) {
      data row = row_of(*c, comparison);
      row["measure"] = name(*c);
      rows << row;
    }
  }
  data table;
  table["id"] = id;
  table["caption"] = caption;
  table["folded"] = data(folded);
  table["several"] = data(comparison.variants.size() > 1);
  table["baseline"] = comparison.baseline;
  table["variant"] =
      comparison.variants.size() > 1 ? "With the variant" : comparison.variants.front();
  table["confidence"] = text::percent(comparison.confidence);
  table["rows"] = std::move(rows);
  return table;
}

data family_of(Family family, const Comparison& comparison, json& charts) {
  static constexpr std::array about = {
      "Vehicles, waits and queues at the crossings.",
      "Controls, finds, and what got through. More seizures alone say little: they rise with "
      "attempts as well as with better controls.",
      "Who learns of a seizure, and how soon.",
      "What it takes from officers and machines.",
  };
  std::vector<const Change*> whole, parts;
  for (const Change& c : comparison.changes) {
    if (c.measure->family != family) continue;
    (scope_of(c.labels).empty() ? whole : parts).push_back(&c);
  }
  const std::string id(name_of(family));
  ChangeChart drawn = change_chart(by_measure(whole), id);
  data section;
  section["id"] = id;
  section["heading"] = text::sentence(id);
  section["about"] = about[static_cast<std::size_t>(family)];
  section["has_chart"] = data(!drawn.chart.is_null());
  section["chart"] = std::to_string(charts.size());
  if (!drawn.chart.is_null()) charts.push_back(std::move(drawn.chart));
  section["chart_note"] =
      drawn.left_out.empty()
          ? ""
          : "Not drawn, since the baseline is zero or unknown: " + text::list(drawn.left_out) + ".";
  const std::string intervals = "; intervals of " + text::percent(comparison.confidence) +
                                " each, those of main measures simultaneous";
  data tables{data::type::list};
  if (!whole.empty()) {
    tables << table_of(whole, comparison, "table-" + id,
                       text::sentence(id) + " over all crossings, mean per replication" + intervals,
                       false);
  }
  if (!parts.empty()) {
    const std::string rows = parts.size() > most_rows
                                 ? fmt::format("the first {} of {} rows; comparison.csv has all",
                                               most_rows, parts.size())
                                 : text::counted(parts.size(), "row");
    parts.resize(std::min(parts.size(), most_rows));
    tables << table_of(parts, comparison, "parts-" + id,
                       fmt::format("{} by crossing and line ({})", text::sentence(id), rows), true);
  }
  section["tables"] = std::move(tables);
  return section;
}

}  // namespace

void add_primary(const Comparison& comparison, PageText& page) {
  data tables{data::type::list};
  double simultaneous = comparison.confidence;
  for (std::size_t v = 0; v < comparison.variants.size(); ++v) {
    data rows{data::type::list};
    for (const Change& c : comparison.changes) {
      if (!c.primary || static_cast<std::size_t>(c.variant) != v) continue;
      data row = row_of(c, comparison);
      row["verdict"] = c.verdict;
      row["sign"] = sign_of(c.verdict);
      rows << row;
      simultaneous = c.confidence;
    }
    data table;
    table["id"] = fmt::format("primary-{}", v + 1);
    table["caption"] =
        comparison.variants[v] + " against " + comparison.baseline + ", mean per replication";
    table["baseline"] = comparison.baseline;
    table["variant"] = comparison.variants[v];
    table["confidence"] = "simultaneous";
    table["rows"] = std::move(rows);
    tables << table;
  }
  page["primary_tables"] = std::move(tables);
  page["primary_intro"] =
      "These measures were named before the runs; the verdicts rest on them alone.";
  page["primary_note"] = fmt::format(
      "The intervals of the main measures hold together with {} confidence: each alone is a {} "
      "interval "
      "(Bonferroni). A change in % is the change divided by the baseline's mean.",
      text::percent(comparison.confidence), text::percent(simultaneous));
}

void add_traffic(const Comparison& comparison, PageText& page) {
  std::vector<const Change*> waits;
  for (const Change& c : comparison.changes)
    if (c.measure->name == "wait_mean" && is_traffic_total(c.labels)) waits.push_back(&c);
  page["has_traffic"] = data(!waits.empty());
  page["traffic_intro"] =
      "The mean wait of each vehicle class in each direction: a mean over all of them mixes "
      "lorries "
      "that wait for days with cars that wait for minutes.";
  data table = table_of(waits, comparison, "table-traffic",
                        "Mean wait, by vehicle class and direction, mean per replication", false,
                        [](const Change& c) { return text::sentence(text::traffic_of(c.labels)); });
  data tables{data::type::list};
  tables << table;
  page["traffic_tables"] = std::move(tables);
  data unfinished{data::type::list};
  for (const std::string& sentence : comparison.unfinished)
    unfinished << data("Unfinished at the end, and in no mean of waits: " + sentence);
  page["unfinished"] = std::move(unfinished);
}

void add_families(const Comparison& comparison, PageText& page, json& charts) {
  data intro{data::type::list};
  intro << data(
      "Every measure, as a change relative to the baseline in %, so that measures of different "
      "units stand side by side; the tables have the units. A dot is the mean change, its whisker "
      "the interval. A filled dot is told apart from no change, a hollow one is not. An arrow at "
      "the end of a whisker goes on beyond the axis.");
  intro << data(
      "Large dots are the main measures, with their simultaneous intervals. All others explore: "
      "they say higher or lower, not better or worse, and a reader should expect a surprise or two "
      "among many of them.");
  page["changes_intro"] = std::move(intro);
  page["change_key"] = mark_key(comparison.variants);
  data families{data::type::list};
  for (const Family family :
       {Family::flow, Family::enforcement, Family::information, Family::effort}) {
    const bool any = std::any_of(comparison.changes.begin(), comparison.changes.end(),
                                 [&](const Change& c) { return c.measure->family == family; });
    if (any) families << family_of(family, comparison, charts);
  }
  page["families"] = std::move(families);
}

}  // namespace cordon
