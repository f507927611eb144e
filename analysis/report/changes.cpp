#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "analysis/report/measure_text.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/words.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

bool told_apart(const Change& c) {
  return c.verdict == "better" || c.verdict == "worse" || c.verdict == "higher" ||
         c.verdict == "lower";
}

bool has_percent(const Change& c) {
  return std::isfinite(c.baseline) && c.baseline > 0 && std::isfinite(c.difference);
}

struct Percent {
  double estimate, low, high;
};

Percent percent_of(const Change& c) {
  const double unit = 100 / c.baseline;
  return {c.difference * unit, c.low * unit, c.high * unit};
}

std::string interval(double low, double high, int decimals) {
  if (!std::isfinite(low) || !std::isfinite(high) || low == high) return "";
  return "(" + words::range(low, high, decimals) + ")";
}

std::string in_percent(const Change& c) {
  if (!has_percent(c)) return "";
  const Percent p = percent_of(c);
  return words::change(p.estimate, words::decimals((p.high - p.low) / 2, p.estimate)) + " %";
}

std::string percent_range(const Change& c) {
  if (!has_percent(c)) return "";
  const Percent p = percent_of(c);
  return interval(p.low, p.high, words::decimals((p.high - p.low) / 2, p.estimate));
}

MeasureText own_text(const Change& c) {
  return text_of(std::string(c.measure->name), std::string(c.measure->unit),
                 std::max(std::abs(c.baseline), std::abs(c.value)));
}

std::string name_of(const Change& c) {
  const std::string scope = scope_of(c.labels);
  const std::string label = own_text(c).label;
  return scope.empty() ? label : label + ", " + scope;
}

/// What a table among exploratory measures says, of a main measure too: the verdict stands above.
std::string reading_of(const Change& c) {
  if (!c.primary) return c.verdict;
  if (!told_apart(c)) return c.verdict + "; main measure";
  return std::string(c.difference > 0 ? "higher" : "lower") + "; main measure";
}

data row_of(const Change& c, const Comparison& comparison) {
  const MeasureText text = own_text(c);
  const double half_width = (c.high - c.low) / 2 * text.factor;
  const int decimals = words::decimals(half_width, c.difference * text.factor);
  data row;
  row["measure"] = name_of(c);
  row["unit"] = text.unit;
  row["variant_name"] = comparison.variants[static_cast<std::size_t>(c.variant)];
  // Some measures, such as displacement, are of a comparison only.
  const bool has_values = std::isfinite(c.baseline) || std::isfinite(c.value);
  row["baseline_value"] = has_values ? words::number(c.baseline * text.factor, decimals) : "";
  row["variant_value"] = has_values ? words::number(c.value * text.factor, decimals) : "";
  row["difference"] = words::change(c.difference * text.factor, decimals);
  row["range"] = interval(c.low * text.factor, c.high * text.factor, decimals);
  row["difference_unit"] = text.difference == text.unit ? "" : text.difference;
  row["percent"] = in_percent(c);
  row["percent_range"] = percent_range(c);
  row["verdict"] = reading_of(c);
  row["p"] = std::isfinite(c.p_adjusted) ? words::p_value(c.p_adjusted) : "";
  return row;
}

const char* sign_of(const std::string& verdict) {
  if (verdict == "better") return "\u2713";
  if (verdict == "worse") return "\u2717";
  return "\u223c";
}

/// How far the axis goes: all of it, unless a few wide intervals would flatten the rest.
double limit_of(std::vector<double> extents) {
  std::sort(extents.begin(), extents.end());
  const double usual = extents[(extents.size() - 1) * 3 / 4];
  const double wanted = std::min(extents.back(), std::max(3 * usual, 5.0)) * 1.05;
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

/// The whole-border rows of a family, one entry per measure with the variants in order.
struct MeasureRows {
  std::string name;
  std::vector<const Change*> changes;
};

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

struct Drawn {
  json chart;  ///< null: nothing to draw
  std::vector<std::string> left_out;
};

Drawn chart_of(const std::vector<MeasureRows>& rows, const std::string& family) {
  Drawn drawn;
  json lines = json::array();
  std::vector<double> extents;
  std::string spoken = "Changes relative to the baseline, " + family + ": ";
  for (const MeasureRows& row : rows) {
    json marks = json::array();
    for (const Change* c : row.changes) {
      if (!has_percent(*c) || !std::isfinite(c->low) || !std::isfinite(c->high)) continue;
      const Percent p = percent_of(*c);
      extents.push_back(std::max(std::abs(p.low), std::abs(p.high)));
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
                 {"limit", limit_of(extents)},
                 {"step", step_of(limit_of(extents))},
                 {"axis", "change relative to the baseline, %"},
                 {"description", spoken + "the table below has all numbers."}};
  return drawn;
}

data table_of(const std::vector<const Change*>& changes, const Comparison& comparison,
              const std::string& id, const std::string& caption, bool folded) {
  data rows{data::type::list};
  for (const Change* c : changes) rows << row_of(*c, comparison);
  data table;
  table["id"] = id;
  table["caption"] = caption;
  table["folded"] = data(folded);
  table["several"] = data(comparison.variants.size() > 1);
  table["baseline"] = comparison.baseline;
  table["variant"] = comparison.variants.size() > 1 ? "Variant" : comparison.variants.front();
  table["confidence"] = words::percent(comparison.confidence);
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
  Drawn drawn = chart_of(by_measure(whole), id);
  data section;
  section["id"] = id;
  section["heading"] = words::sentence(id);
  section["about"] = about[static_cast<std::size_t>(family)];
  section["has_chart"] = data(!drawn.chart.is_null());
  section["chart"] = std::to_string(charts.size());
  if (!drawn.chart.is_null()) charts.push_back(std::move(drawn.chart));
  section["chart_note"] =
      drawn.left_out.empty()
          ? ""
          : "Not drawn, since the baseline is zero or unknown: " + words::list(drawn.left_out) +
                ".";
  data tables{data::type::list};
  if (!whole.empty()) {
    tables << table_of(whole, comparison, "table-" + id,
                       words::sentence(id) + " over all crossings, mean per replication", false);
  }
  if (!parts.empty()) {
    tables << table_of(
        parts, comparison, "parts-" + id,
        fmt::format("{} by crossing and line ({} rows)", words::sentence(id), parts.size()), true);
  }
  section["tables"] = std::move(tables);
  return section;
}

data change_key(const Comparison& comparison) {
  static constexpr std::array shapes = {
      R"(<circle cx="17" cy="7" r="5" fill="currentColor"/>)",
      R"(<path d="M17 1L23 7L17 13L11 7Z" fill="currentColor"/>)",
      R"(<path d="M17 1.5L22.5 12H11.5Z" fill="currentColor"/>)",
      R"(<path d="M12 2H22V12H12Z" fill="currentColor"/>)",
  };
  data key{data::type::list};
  for (std::size_t i = 0; i < comparison.variants.size(); ++i) {
    data entry;
    entry["colour"] = std::to_string((i + 1) % 4);
    entry["dash"] = i == 0 ? "" : dash_of(i);
    entry["shape"] = shapes[i % shapes.size()];
    entry["name"] = comparison.variants[i];
    key << entry;
  }
  return key;
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
      "The intervals of this table hold together with {} confidence: each alone is a {} interval "
      "(Bonferroni). A change in % is the change divided by the baseline's mean.",
      words::percent(comparison.confidence), words::percent(simultaneous));
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
  page["change_key"] = change_key(comparison);
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
