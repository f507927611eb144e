#include "analysis/report/report.hpp"

#include <fmt/format.h>

#include <array>
#include <cassert>

#include "analysis/report/crossing_labels.hpp"
#include "analysis/report/frame.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

std::vector<std::string> method_of(const Comparison& comparison) {
  std::vector<std::string> method = {
      fmt::format(
          "Each scenario was simulated {} times, with seed {}. Replication i of every "
          "scenario meets the same luck: the same vehicles with the same loads, the same "
          "services. So differences are taken pair by pair, and most of the chance in a run "
          "cancels out of them.",
          comparison.replications, comparison.seed),
      "Intervals are paired t intervals of the mean difference. Those of the main measures are "
      "made wider (Bonferroni) so that all of them hold together. The p values of all other "
      "measures are adjusted for their number (Holm).",
      "An interval says how far the luck of the runs may have moved a mean. It does not say how "
      "far the model or its assumed parameters are from the truth.",
  };
  if (!comparison.pairing.empty()) method.insert(method.begin() + 1, comparison.pairing);
  return method;
}

/// In running text a scenario goes by its title, in tables by its shorter name.
std::string title_of(const std::string& title, const std::string& name) {
  return title.empty() ? name : title;
}

std::string variant_title(const Comparison& comparison, std::size_t i) {
  const bool given = i < comparison.variant_titles.size();
  return title_of(given ? comparison.variant_titles[i] : "", comparison.variants[i]);
}

std::string title_of_page(const Comparison& comparison) {
  std::vector<std::string> variants;
  for (std::size_t i = 0; i < comparison.variants.size(); ++i) {
    variants.push_back(variant_title(comparison, i));
  }
  return text::sentence(text::list(variants)) + " compared with " +
         title_of(comparison.baseline_title, comparison.baseline);
}

std::vector<std::string> facts_of(const Comparison& comparison) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < comparison.variants.size(); ++i) {
    if (variant_title(comparison, i) == comparison.variants[i]) continue;
    names.push_back(comparison.variants[i] + " is " + variant_title(comparison, i));
  }
  if (title_of(comparison.baseline_title, comparison.baseline) != comparison.baseline) {
    names.push_back(comparison.baseline + " is " + comparison.baseline_title);
  }
  std::vector<std::string> facts = {fmt::format(
      "{} to {}. {} replications of each scenario, seed {}.", text::date(comparison.from_ms),
      text::date(comparison.to_ms - 1), comparison.replications, comparison.seed)};
  if (!names.empty()) facts.push_back("Here " + text::list(names) + ".");
  return facts;
}

json chart_data(const Comparison& comparison, json charts) {
  json scenarios = json::array({comparison.baseline});
  for (const std::string& v : comparison.variants) scenarios.push_back(v);
  json operations = json::array();
  for (const Window& w : comparison.operations) {
    operations.push_back({{"name", w.name}, {"from", w.from_ms}, {"to", w.to_ms}});
  }
  return {{"scenarios", scenarios},
          {"variants", comparison.variants},
          {"operations", operations},
          {"charts", std::move(charts)}};
}

void add_ends(const Comparison& comparison, PageText& page) {
  page["title"] = title_of_page(comparison);
  page["version"] = comparison.version;
  page["answer"] = comparison.answer;
  page["facts"] = list_of(facts_of(comparison));
  page["has_warnings"] = data(!comparison.warnings.empty());
  page["warnings"] = list_of(comparison.warnings);
  page["method"] = list_of(method_of(comparison));
  page["commands"] = list_of(comparison.commands);
  add_notice(comparison.fictional_operation, page);
}

}  // namespace

PageText if_any(const std::string& words) { return words.empty() ? data(false) : data(words); }

const char* dash_of(std::size_t scenario) {
  static constexpr std::array dashes = {"", "7 4", "2 3", "9 3 2 3"};
  return dashes[scenario % dashes.size()];
}

std::string render_report(const Comparison& named) {
  assert(!named.variants.empty());
  const Comparison comparison = with_crossing_labels(named);
  PageText page;
  json charts = json::array();
  add_ends(comparison, page);
  add_primary(comparison, page);
  add_traffic(comparison, page);
  add_trade_off(comparison, page, charts);
  add_displacement(comparison, page, charts);
  add_time_lost(comparison, page, charts);
  add_families(comparison, page, charts);
  add_queues(comparison, page, charts);
  add_settling(comparison, page, charts);
  add_debriefings(comparison, page);
  add_after_action(comparison, page, charts);
  add_views(comparison, page);
  add_messages(comparison, page, charts);
  add_assumptions(comparison.assumptions, page);
  return framed(std::move(page), page::html, chart_data(comparison, std::move(charts)));
}

}  // namespace cordon
