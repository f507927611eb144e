#pragma once

// A page of results with everything that one may have: names that must be escaped, rows of marks, a
// plane, an axis of words, values that are not known, a long table. Its numbers mean nothing.

#include <string>

#include "analysis/result_page.hpp"

namespace cordon {
namespace sample {

inline PageChart rows_chart() {
  RowChart chart{"wait, min", {0}, {}};
  for (int plan = 0; plan < 6; ++plan) {
    const double at = 3.5 + plan;
    chart.rows.push_back({"Plan " + std::to_string(plan + 1) + ": north <6> & south 4",
                          {{{at, at - 0.4, at + 0.6},
                            plan % 2 == 0 ? not_known : 0,
                            {plan % 4, plan > 3},
                            std::to_string(at)}}});
  }
  chart.rows.push_back({"Nobody knows", {{{not_known}, not_known, {}, ""}}});
  return {"", "Wait by plan.", std::move(chart)};
}

inline PageChart plane_chart() {
  PlaneChart chart{"wait, min", "found, %", {}, false, false, {}};
  chart.points.push_back({{3, 2.5, 3.5}, {12}, {0, false}, 0.5, "chosen", "Plan 1"});
  chart.points.push_back({{9}, {14, 13, 15}, {1, true}, 1, "today", "Plan 2"});
  chart.points.push_back({{5}, {not_known}, {1, true}, 1, "", "Nobody knows"});
  return {"Wait against interdiction", "A plane.", std::move(chart)};
}

inline PageChart words_chart() {
  PlaneChart chart{"roster", "wait, min", {"days", "nights", "always"}, true, true, {}};
  for (int kind = 0; kind < 2; ++kind)
    for (int i = 0; i < 3; ++i)
      chart.points.push_back({{double(i)},
                              {i - 1.0 + kind, i - 1.5 + kind, i - 0.5 + kind},
                              {kind, false},
                              0,
                              "",
                              "A design"});
  return {"Roster", "Wait by roster.", std::move(chart)};
}

}  // namespace sample

inline ResultPage sample_page() {
  ResultPage page;
  page.version = "1.2.3";
  page.title = "Where ten booths <should> be & why";
  page.answer = "Best for wait_mean: plan 4: north 6 and south 4.";
  page.facts = {"6 plans, 120 runs to choose."};
  PageSection plans{"Plans",
                    "Plans",
                    "Plan 1 is best.",
                    {"A dot is a mean."},
                    {"chosen", "today", "in proportion", "another plan"},
                    {},
                    false,
                    {},
                    {}};
  plans.charts = {sample::rows_chart(), sample::plane_chart()};
  PageTable table{"All plans", {{"Plan", false}, {"Wait, min"}, {"Trade-off", false}}, {}, false};
  table.rows.push_back({{"1", "chosen"}, {"3.50", "(3.10 to 4.10)"}, {"not dominated", ""}});
  table.rows.push_back({{"2", ""}, {"", ""}, {"unclear", ""}});
  plans.tables = {table};
  plans.notes = {"Drawn are the best."};
  page.sections.push_back(std::move(plans));
  PageSection along{"Along each factor", "", "", {}, {}, {}, true, {}, {}};
  along.charts = {sample::words_chart(), sample::words_chart()};
  table.folded = true;
  along.tables = {table};
  page.sections.push_back(std::move(along));
  page.assumptions = {{"technique.xray.bulky", "0.7", "assumed", "Share that is seen."}};
  page.method = {"Replication r of all plans meets the same luck."};
  page.commands = {"cordon optimise booths.toml"};
  return page;
}

}  // namespace cordon
