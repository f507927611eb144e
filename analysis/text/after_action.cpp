#include "analysis/text/after_action.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "analysis/text/measure_text.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/shown_unit.hpp"

namespace cordon {
namespace {

// "30 Jun 2026 04:10", in UTC as all tables are.
std::string moment_of(double unix_ms) {
  const auto minutes = static_cast<std::int64_t>(std::floor(unix_ms / 60'000));
  const auto of_day = ((minutes % 1440) + 1440) % 1440;
  return fmt::format("{} {:02}:{:02}", text::date(unix_ms), of_day / 60, of_day % 60);
}

std::string hours_text(double hours) {
  if (hours < 1) return fmt::format("{} min", text::number(hours * 60, 0));
  return fmt::format("{} h", text::number(hours, hours < 10 ? 1 : 0));
}

std::string came_text(const InjectReview& review) {
  if (std::isnan(review.at_ms)) return "did not happen";
  if (review.event.empty()) return "not seen by the run";
  if (review.replications == 1) return review.came ? "came in time" : "did not come";
  return fmt::format("{} of {}", review.came, review.replications);
}

std::string speed_text(const InjectReview& review) {
  return std::isnan(review.median) ? "" : hours_text(review.median);
}

std::string spread_text(const InjectReview& review) {
  if (std::isnan(review.median) || review.fastest == review.slowest) return "";
  return fmt::format("({} to {})", hours_text(review.fastest), hours_text(review.slowest));
}

// "A machine works again (Medyka)"
std::string event_text(const InjectReview& review) {
  return review.place.empty() ? review.event : fmt::format("{} ({})", review.event, review.place);
}

std::string expected_text(const InjectReview& review) {
  if (review.expected.empty()) return event_text(review);
  return review.event.empty() ? review.expected
                              : fmt::format("{} [{}]", review.expected, event_text(review));
}

std::string contingency_text(const InjectReview& review) {
  std::string text;
  if (!review.contingency.empty()) text = "if not: " + review.contingency;
  if (!review.instead_of.empty())
    text += (text.empty() ? "" : "; ") + ("stands in for the reaction to " + review.instead_of);
  return text;
}

std::vector<PageCell> row_of(const InjectReview& review) {
  const bool happened = !std::isnan(review.at_ms);
  return {{review.inject, happened ? moment_of(review.at_ms) : ""},
          {review.text, review.objective},
          {review.to, review.by.empty() ? "" : "by " + review.by},
          {expected_text(review),
           std::isnan(review.deadline_ms) ? "" : "until " + moment_of(review.deadline_ms)},
          {came_text(review), ""},
          {speed_text(review), spread_text(review)},
          {contingency_text(review), ""}};
}

PageTable table_of(const std::vector<InjectReview>& injects, int scenario,
                   const std::string& name) {
  PageTable table;
  table.caption = "Injects, " + name;
  for (const char* heading :
       {"Inject", "What was told", "To", "Expected", "Came", "How fast", "Contingency"})
    table.headings.push_back({heading, false});
  for (const InjectReview& review : injects)
    if (review.scenario == scenario) table.rows.push_back(row_of(review));
  return table;
}

std::vector<PageCell> row_of(const Change& change) {
  const double largest = std::max(std::abs(change.baseline), std::abs(change.value));
  const auto [unit, factor] = text::shown_unit(*change.measure, largest);
  const double by = change.difference * factor, low = change.low * factor,
               high = change.high * factor;
  const int decimals = text::decimals_of_change(by, low, high);
  const auto level = [&, factor = factor](double value) {
    return text::number(value * factor, text::decimals_of_level(value * factor, decimals),
                        text::typographic);
  };
  const std::string range =
      low < high ? text::change_range(low, high, decimals, text::typographic) : "";
  return {{label_of(*change.measure), unit},
          {level(change.baseline), ""},
          {level(change.value), ""},
          {text::change(by, decimals, text::typographic), range.empty() ? "" : "(" + range + ")"},
          {change.verdict, ""}};
}

std::optional<PageTable> changes_of(const std::vector<Change>& changes, int scenario,
                                    const std::string& name) {
  PageTable table;
  table.caption = "What " + name + " changed, against the run without its injects";
  table.headings = {{"Measure", false}, {"Without"}, {"With"}, {"Change"}, {"Verdict", false}};
  for (const Change& change : changes)
    if (change.primary && change.variant == scenario - 1) table.rows.push_back(row_of(change));
  if (table.rows.empty()) return std::nullopt;
  return table;
}

PageTable table_of(const std::vector<NotedMoment>& bookmarks) {
  PageTable table;
  table.caption = "Bookmarks of the session";
  table.headings = {{"When (UTC)", false}, {"Branch", false}, {"Note", false}};
  for (const NotedMoment& moment : bookmarks)
    table.rows.push_back({{moment_of(moment.at_ms), ""},
                          {moment.branch.empty() ? "the scenario" : moment.branch, ""},
                          {moment.note, ""}});
  return table;
}

// Of what a run can show.
std::string sum_of(const std::vector<InjectReview>& injects) {
  int expected = 0, always = 0, never = 0;
  for (const InjectReview& review : injects) {
    if (std::isnan(review.at_ms) || review.event.empty()) continue;
    ++expected;
    always += review.came == review.replications;
    never += review.came == 0;
  }
  if (expected == 0) return "Nothing was expected that a run could show.";
  return fmt::format(
      "Of {} with a reaction that a run can show, it came in time in every replication for {}, and "
      "in none "
      "for {}.",
      text::counted(static_cast<std::size_t>(expected), "inject"), always, never);
}

}  // namespace

std::vector<PageSection> after_action_of(const std::vector<InjectReview>& injects,
                                         const std::vector<NotedMoment>& bookmarks,
                                         const std::vector<std::string>& names,
                                         const std::vector<Change>& changes) {
  std::vector<PageSection> sections;
  if (injects.empty() && bookmarks.empty()) return sections;
  PageSection head;
  head.heading = "After-action review";
  head.brief = "After-action review";
  if (!injects.empty()) head.emphasis = sum_of(injects);
  head.words = {
      "What was injected and when (UTC), who was told, what those who were trained were expected "
      "to do, and whether "
      "it came, how fast, from the inject on. A contingency happens where a reaction did not come "
      "in the "
      "replication that was played."};
  if (!bookmarks.empty()) head.tables.push_back(table_of(bookmarks));
  sections.push_back(std::move(head));
  for (std::size_t s = 0; s < names.size(); ++s) {
    const int scenario = static_cast<int>(s);
    PageTable table = table_of(injects, scenario, names[s]);
    if (table.rows.empty()) continue;
    PageSection part;
    part.heading = names[s];
    part.tables.push_back(std::move(table));
    if (auto changed = changes_of(changes, scenario, names[s]))
      part.tables.push_back(std::move(*changed));
    sections.push_back(std::move(part));
  }
  return sections;
}

}  // namespace cordon
