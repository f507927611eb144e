#include "analysis/pages/folders_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/compare/compare.hpp"
#include "analysis/experiment/measured.hpp"
#include "analysis/pages/injects_part.hpp"
#include "analysis/pages/page_again.hpp"
#include "analysis/pages/page_words.hpp"
#include "analysis/study/named_scenario.hpp"
#include "analysis/study/simulate_all.hpp"
#include "analysis/text/after_action.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/trade_off.hpp"

namespace cordon::pages {
namespace {

constexpr std::size_t most_rows = 300, most_drawn = 30;
using Row = std::vector<std::string>;

// What a table calls a measure, as an experiment would say it: "wait_mean[direction=entry]".
std::optional<Measured> measured_of(const std::string& name) {
  std::string fault;
  return parse_measured(name, fault);
}

text::ShownUnit unit_of(const std::string& measure, double largest) {
  const auto measured = measured_of(measure);
  return measured ? text::shown_unit(*measured->measure, largest) : text::ShownUnit{"", 1};
}

PageCell name_cell(const std::string& measure, const text::ShownUnit& unit) {
  const auto measured = measured_of(measure);
  return measured ? measure_cell(*measured, unit) : PageCell{measure, ""};
}

Interval interval_of(const ResultTable& table, const Row& row, const std::string& estimate,
                     const std::string& low, const std::string& high) {
  Interval interval;
  interval.estimate = table.number(row, estimate);
  interval.low = table.number(row, low);
  interval.high = table.number(row, high);
  interval.used = std::isnan(interval.low) ? 1 : 2;
  return interval;
}

bool is_of_all(const ResultTable& table, const Row& row) {
  for (const char* label : {"crossing", "direction", "stage", "vehicle_class", "commodity",
                            "country", "authority", "period"})
    if (const std::string& said = table.text(row, label); !said.empty() && said != "all")
      return false;
  return true;
}

// ---- changes: of a comparison -------------------------------------------------------------------

// A change relative to what it is compared with, in percent, in a chart and in a table.
struct Changes {
  RowChart chart{"change, %", {0}, {}};
  PageTable table;
  std::string description;

  void draw(const std::string& name, int kind, double level, const Interval& change) {
    if (!(level > 0) || std::isnan(change.estimate)) return;
    const text::ShownUnit percent{"%", 100 / level};
    const bool is_clear = change.low > 0 || change.high < 0;
    auto row = std::find_if(chart.rows.begin(), chart.rows.end(),
                            [&](const ChartRow& r) { return r.label == name; });
    if (row == chart.rows.end()) {
      if (chart.rows.size() == most_drawn) return;
      row = chart.rows.insert(chart.rows.end(), {name, {}});
    }
    row->marks.push_back({spot_of(change, percent),
                          not_known,
                          {kind, !is_clear},
                          in_words(change_cell(change, percent), percent)});
    description += name + ' ' + row->marks.back().text + "; ";
  }
};

PageSection comparison_part(const ResultFolderRead& folder, const ResultTable& table) {
  PageSection section;
  section.heading =
      "Changes from " + (folder.scenarios.empty() ? "the baseline" : folder.scenarios[0]);
  section.words = {
      "Of all that was measured, what is over all crossings. A filled mark is told apart from no "
      "change, a hollow one is not."};
  Changes changes;
  changes.table.caption = "Changes over all crossings; comparison.csv has all";
  changes.table.headings = {{"Measure", false}, {"Variant", false}, {"Before"},
                            {"With it"},        {"Change"},         {"Verdict", false}};
  std::vector<std::string> variants;
  for (const Row& row : table.rows) {
    if (!is_of_all(table, row)) continue;
    const std::string& variant = table.text(row, "variant_name");
    auto place = std::find(variants.begin(), variants.end(), variant);
    if (place == variants.end()) place = variants.insert(variants.end(), variant);
    const std::string& name = table.text(row, "measure");
    const double before = table.number(row, "baseline"), with = table.number(row, "variant");
    const Interval change = interval_of(table, row, "difference", "low", "high");
    const auto unit = unit_of(name, std::max(std::abs(before), std::abs(with)));
    const PageCell said = name_cell(name, unit);
    changes.draw(said.text, static_cast<int>(place - variants.begin()), before, change);
    const int decimals = text::decimals(change.half_width() * unit.factor, before * unit.factor);
    const auto level = [&](double value) -> PageCell {
      if (std::isnan(value)) return {};
      return {
          text::number(value * unit.factor, text::decimals_of_level(value * unit.factor, decimals),
                       text::typographic),
          ""};
    };
    changes.table.rows.push_back(
        {said,
         {variant, ""},
         level(before),
         level(with),
         std::isnan(change.estimate) ? PageCell{} : change_cell(change, unit),
         {table.text(row, "verdict"), ""}});
  }
  if (variants.size() > 1) section.key = variants;
  if (!changes.chart.rows.empty())
    section.charts.push_back({"", changes.description, std::move(changes.chart)});
  section.tables.push_back(std::move(changes.table));
  return section;
}

// What a page needs to set waiting against interdiction.
Comparison totals_of(const ResultFolderRead& folder, const ResultTable& table) {
  Comparison comparison;
  if (!folder.scenarios.empty()) comparison.baseline = folder.scenarios[0];
  for (const Row& row : table.rows) {
    const auto measured = measured_of(table.text(row, "measure"));
    if (!is_of_all(table, row) || !measured) continue;
    const std::string& variant = table.text(row, "variant_name");
    const auto place = std::find(comparison.variants.begin(), comparison.variants.end(), variant);
    Change change;
    change.variant = static_cast<int>(place - comparison.variants.begin());
    if (place == comparison.variants.end()) comparison.variants.push_back(variant);
    change.measure = measured->measure;
    change.baseline = table.number(row, "baseline");
    change.value = table.number(row, "variant");
    change.difference = table.number(row, "difference");
    change.low = table.number(row, "low");
    change.high = table.number(row, "high");
    comparison.changes.push_back(std::move(change));
  }
  return comparison;
}

// ---- fresh runs: of an optimisation -------------------------------------------------------------

PageSection fresh_part(const ResultTable& table) {
  PageSection section;
  section.heading = "The chosen plan beside today's";
  section.words = {
      "By runs that the choice has not seen. A filled mark is told apart from today's plan, a "
      "hollow one is not."};
  Changes changes;
  changes.table.caption = "Means and changes from today's plan";
  changes.table.headings = {{"Measure", false}, {"Plan", false}, {"Mean"}, {"Change"}};
  std::map<std::string, double> today;
  std::vector<std::string> roles;
  for (const Row& row : table.rows) {
    const std::string &name = table.text(row, "measure"), &role = table.text(row, "role");
    const Interval mean = interval_of(table, row, "mean", "low", "high");
    const Interval change =
        interval_of(table, row, "difference", "difference_low", "difference_high");
    if (role == "today") today[name] = mean.estimate;
    const auto unit = unit_of(name, mean.estimate);
    const PageCell said = name_cell(name, unit);
    if (role != "today") {
      auto place = std::find(roles.begin(), roles.end(), role);
      if (place == roles.end()) place = roles.insert(roles.end(), role);
      changes.draw(said.text, static_cast<int>(place - roles.begin()), today[name], change);
    }
    changes.table.rows.push_back({said,
                                  {role, "plan " + table.text(row, "plan")},
                                  level_cell(mean, unit),
                                  role == "today" ? PageCell{} : change_cell(change, unit)});
  }
  if (roles.size() > 1) section.key = roles;
  if (!changes.chart.rows.empty())
    section.charts.push_back({"", changes.description, std::move(changes.chart)});
  section.tables.push_back(std::move(changes.table));
  return section;
}

// ---- which factors matter -----------------------------------------------------------------------

std::vector<PageSection> sensitivity_parts(const ResultTable& table) {
  static const std::vector<std::string> ranking = {"mu_star", "total", "width", "src"};
  std::vector<PageSection> sections;
  std::vector<std::string> names;
  std::vector<RowChart> charts;
  for (const Row& row : table.rows) {
    const std::string& index = table.text(row, "index");
    if (std::find(ranking.begin(), ranking.end(), index) == ranking.end()) continue;
    const std::string& other = table.text(row, "compared_with");
    const std::string name = table.text(row, "measure") + ", " + table.text(row, "scenario") +
                             (other.empty() ? "" : " less " + other);
    if (names.empty() || names.back() != name) {
      names.push_back(name);
      PageSection& section = sections.emplace_back();
      section.heading = "What matters for " + name;
      section.tables.push_back({"Factors by " + index, {{"Factor", false}, {index}}, {}});
      charts.push_back({index, {0}, {}});
    }
    const Interval value = interval_of(table, row, "value", "low", "high");
    const PageCell said = level_cell(value, {"", 1});
    const std::string& factor = table.text(row, "factor");
    charts.back().rows.push_back(
        {factor, {{spot_of(value, {"", 1}), 0, {}, in_words(said, {"", 1})}}});
  }
  for (std::size_t s = 0; s < sections.size(); ++s) {
    auto& rows = charts[s].rows;
    std::stable_sort(rows.begin(), rows.end(), [](const ChartRow& a, const ChartRow& b) {
      return std::abs(a.marks[0].value.at) > std::abs(b.marks[0].value.at);
    });
    for (const ChartRow& row : rows)
      sections[s].tables[0].rows.push_back({{row.label, ""}, {row.marks[0].text, ""}});
    rows.resize(std::min(rows.size(), most_drawn));
    std::string description = sections[s].heading + ": ";
    for (const ChartRow& row : rows) description += row.label + ' ' + row.marks[0].text + "; ";
    sections[s].charts.push_back({"", description, std::move(charts[s])});
  }
  return sections;
}

// ---- tables of many rows ------------------------------------------------------------------------

PageSection designs_part(const ResultTable& table) {
  PageSection section;
  section.heading = "Designs";
  PageTable shown;
  shown.folded = true;
  shown.caption = fmt::format("Means of designs{}",
                              table.rows.size() > most_rows
                                  ? fmt::format(" (the first {} of {} rows; summary.csv has all)",
                                                most_rows, table.rows.size())
                                  : "");
  shown.headings = {{"Design", false}, {"Scenario", false}, {"Measure", false}, {"Mean"}};
  for (const Row& row : table.rows) {
    if (shown.rows.size() == most_rows) break;
    const std::string& other = table.text(row, "compared_with");
    const Interval mean = interval_of(table, row, "mean", "low", "high");
    const std::string& name = table.text(row, "measure");
    const auto unit = unit_of(name, mean.estimate);
    const PageCell said = name_cell(name, unit);
    shown.rows.push_back({{table.text(row, "design"), ""},
                          {table.text(row, "scenario"), other.empty() ? "" : "less " + other},
                          said,
                          other.empty() ? level_cell(mean, unit) : change_cell(mean, unit)});
  }
  section.tables.push_back(std::move(shown));
  return section;
}

PageSection measures_part(const ResultTable& table) {
  PageSection section;
  section.heading = "Measures over all crossings";
  std::vector<std::pair<std::string, std::string>> order;  // scenario and measure
  std::map<std::pair<std::string, std::string>, std::vector<double>> values;
  for (const Row& row : table.rows) {
    if (!is_of_all(table, row)) continue;
    const std::pair key(table.text(row, "scenario"), table.text(row, "measure"));
    if (!values.contains(key)) order.push_back(key);
    values[key].push_back(table.number(row, "value"));
  }
  PageTable shown;
  shown.caption = fmt::format("Means per replication, with {} intervals; measures.csv has all",
                              text::percent(confidence));
  shown.headings = {{"Measure", false}, {"Scenario", false}, {"Mean"}};
  for (const auto& key : order) {
    const Interval mean = mean_interval(values[key], confidence);
    if (std::isnan(mean.estimate)) continue;
    const auto unit = unit_of(key.second, mean.estimate);
    shown.rows.push_back({name_cell(key.second, unit), {key.first, ""}, level_cell(mean, unit)});
  }
  section.tables.push_back(std::move(shown));
  return section;
}

// ---- one folder, and all of them ----------------------------------------------------------------

// As the folder's own page has them, below its heading.
void add_again(ResultPage& page, const ResultFolderRead& folder, PageAgain again) {
  for (std::string& fact : again.page.facts) page.sections.back().words.push_back(std::move(fact));
  for (const std::string& warning : again.page.warnings)
    page.warnings.push_back(folder.shown + ": " + warning);
  for (PageSection& section : again.page.sections) {
    if (section.heading == weights_heading) continue;  // told of all folders' assumptions
    section.brief.clear();
    page.sections.push_back(std::move(section));
  }
}

// The review of an exercise, as a part of its folder.
void add_injects(ResultPage& page, const ResultFolderRead& folder) {
  const auto table = folder.table("injects.csv");
  if (!table) return;
  for (PageSection& section :
       after_action_of(injects_of(*table, folder.scenarios), {}, folder.scenarios, {})) {
    section.brief.clear();
    page.sections.push_back(std::move(section));
  }
}

// What the tables say, of folders whose pages cannot be made again.
void add_tables(ResultPage& page, const ResultFolderRead& folder) {
  const auto comparison = folder.table("comparison.csv"), fresh = folder.table("fresh.csv");
  const auto indices = folder.table("sensitivity.csv"), designs = folder.table("summary.csv");
  if (comparison) {
    page.sections.push_back(comparison_part(folder, *comparison));
    if (auto plane = trade_off_of(totals_of(folder, *comparison))) {
      plane->brief.clear();
      page.sections.push_back(std::move(*plane));
    }
  }
  if (fresh) page.sections.push_back(fresh_part(*fresh));
  if (indices)
    for (PageSection& section : sensitivity_parts(*indices))
      page.sections.push_back(std::move(section));
  if (designs) page.sections.push_back(designs_part(*designs));
  add_injects(page, folder);
  if (comparison || fresh || indices || designs) return;
  if (const auto measures = folder.table("measures.csv"))
    page.sections.push_back(measures_part(*measures));
}

// @return how much the factors of the folder matter, where it says so
std::optional<FactorWeights> add_folder(ResultPage& page, const ResultFolderRead& folder) {
  PageSection head;
  head.heading = folder.title;
  head.brief = folder.title;
  head.emphasis = folder.answer;
  head.words = {fmt::format("From {}: cordon {}, {}, seed {}, by cordon {}.", folder.shown,
                            folder.kind, text::counted(folder.replications, "replication"),
                            folder.seed, folder.version)};
  if (folder.interrupted)
    page.warnings.push_back(folder.shown +
                            " was interrupted: it has fewer replications than asked for.");
  page.sections.push_back(std::move(head));
  auto again = page_again(folder);
  if (!again) {
    add_tables(page, folder);
    return std::nullopt;
  }
  auto weights = std::move(again->weights);
  add_again(page, folder, std::move(*again));
  return weights;
}

// Several folders may keep the same scenario.
std::vector<AssumedParameter> assumptions_of(const std::vector<ResultFolderRead>& folders) {
  std::map<std::string, AssumedParameter> all;
  for (const ResultFolderRead& folder : folders) {
    if (folder.scenario_files.empty()) continue;
    for (const AssumedParameter& a :
         cordon::assumptions_of(load_scenarios(folder.scenario_files, {})))
      all.emplace(a.path, a);
  }
  std::vector<AssumedParameter> list;
  for (auto& [path, parameter] : all) list.push_back(std::move(parameter));
  return list;
}

}  // namespace

ResultPage folders_page(const std::vector<ResultFolderRead>& folders, const std::string& title,
                        const std::string& command) {
  ResultPage page;
  page.version = CORDON_VERSION;
  page.title = !title.empty()        ? title
               : folders.size() == 1 ? folders[0].title
                                     : fmt::format("Results of {} studies", folders.size());
  std::vector<std::string> titles;
  std::vector<std::pair<const ResultFolderRead*, FactorWeights>> weights;
  for (const ResultFolderRead& folder : folders) {
    if (auto of_factors = add_folder(page, folder))
      weights.emplace_back(&folder, std::move(*of_factors));
    titles.push_back("\u201c" + folder.title + "\u201d");
    if (!folder.command.empty()) page.commands.push_back(folder.command);
  }
  page.answer = folders.size() == 1 && !folders[0].answer.empty()
                    ? folders[0].answer
                    : "This page puts together " + text::list(titles) + ".";
  page.commands.push_back(command);
  page.assumptions = assumptions_of(folders);
  for (const auto& [folder, of_factors] : weights)
    if (auto section = weights_section(page.assumptions, of_factors)) {
      if (weights.size() > 1)
        section->words.insert(section->words.begin(),
                              fmt::format("By the factors of {}.", folder->shown));
      page.sections.push_back(std::move(*section));
    }
  page.method = {
      "This page is made from the runs and tables of its folders; nothing was simulated for it. "
      "Intervals are those of the folders' own pages. The folders may come from different "
      "scenarios, seeds and numbers "
      "of replications: what stands in different sections is not paired.",
      what_intervals_are};
  return page;
}

}  // namespace cordon::pages
