#include "analysis/pages/optimise_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/optimise/results.hpp"
#include "analysis/optimise/words.hpp"
#include "analysis/pages/page_words.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::pages {
namespace {

constexpr std::size_t most_plans_drawn = 30, most_rows = 3000;

// The marks of plans by their role; all others have the last one.
const std::vector<std::string> roles = {"chosen", "today", "in proportion", "another plan"};

class OptimisePage {
 public:
  OptimisePage(const Experiment& experiment, const PlanRuns& runs, const Optimised& found)
      : experiment_(experiment),
        asked_(*experiment.spec().optimise),
        runs_(runs),
        found_(found),
        objective_(measure_index(experiment, asked_.objective)) {}

  ResultPage made(const std::vector<std::string>& commands) const {
    ResultPage page = page_of(experiment_);
    page.answer = choice_of(experiment_, runs_, found_, name_of);
    page.facts = facts();
    page.sections.push_back(beside_today());
    page.sections.push_back(while_choosing());
    if (!asked_.tradeoff.empty()) page.sections.push_back(trade_off());
    page.sections.push_back(all_plans());
    page.method = method();
    page.commands = commands;
    return page;
  }

 private:
  [[nodiscard]] const Measured& measure(std::size_t m) const { return experiment_.measures()[m]; }

  [[nodiscard]] std::vector<std::string> facts() const {
    std::vector<std::string> told = {
        fmt::format("{}, {} to choose: {}.", text::counted(runs_.plans(), "plan"),
                    text::counted(found_.runs_of_choice, "run"), method_text(asked_.method))};
    if (found_.chosen == found_.today) return told;
    const auto& [mean, difference] = found_.compared[1].outcomes[objective_];
    const Interval& today = found_.compared[0].outcomes[objective_].mean;
    const auto unit = unit_of(measure(objective_), {mean, today});
    told.insert(told.begin(),
                fmt::format("{}: {} with the chosen plan, {} today; a change of {}.",
                            name_of(measure(objective_)), in_words(level_cell(mean, unit), unit),
                            in_words(level_cell(today, unit), unit),
                            in_words(change_cell(difference, unit), unit)));
    return told;
  }

  [[nodiscard]] int kind_of(std::size_t plan) const {
    if (plan == found_.chosen) return 0;
    if (plan == found_.today) return 1;
    return plan == found_.in_proportion ? 2 : 3;
  }

  [[nodiscard]] std::string role_of(std::size_t plan) const {
    return kind_of(plan) == 3 ? "" : roles[static_cast<std::size_t>(kind_of(plan))];
  }

  [[nodiscard]] std::string plan_name(std::size_t plan) const {
    return fmt::format("Plan {}: {}", plan + 1, words_of(runs_.plan(plan), experiment_));
  }

  // ---- beside today and the simple rule ---------------------------------------------------------

  [[nodiscard]] PageSection beside_today() const {
    PageSection section;
    section.heading = "Beside today and a simple rule";
    section.brief = "Beside today";
    section.words = {
        "The best of many plans was lucky, too: its mean while choosing is flattered. So these "
        "numbers come from " +
        flattery_of(experiment_, found_, name_of)};
    if (found_.compared.size() > 1) section.charts.push_back(changes_chart());
    section.key = compared_key();
    section.tables.push_back(fresh_table());
    if (!found_.rule_fault.empty())
      section.notes.push_back("In proportion to traffic it would be " + found_.rule_fault + '.');
    if (found_.in_proportion &&
        (found_.in_proportion == found_.chosen || found_.in_proportion == found_.today))
      section.notes.push_back(
          fmt::format("The plan in proportion to traffic is the {} one.",
                      found_.in_proportion == found_.chosen ? "chosen" : "same as today's"));
    return section;
  }

  [[nodiscard]] std::vector<std::string> compared_key() const {
    std::vector<std::string> key;
    for (std::size_t c = 1; c < found_.compared.size(); ++c) key.push_back(found_.compared[c].name);
    return key.size() > 1 ? key : std::vector<std::string>{};
  }

  [[nodiscard]] PageChart changes_chart() const {
    RowChart chart{"change from today's plan, %", {0}, {}};
    std::string description = "Changes from today's plan: ";
    for (std::size_t m = 0; m < experiment_.measures().size(); ++m) {
      ChartRow row{name_of(measure(m)), {}};
      const double today = found_.compared[0].outcomes[m].mean.estimate;
      for (std::size_t c = 1; c < found_.compared.size() && today > 0; ++c) {
        const Interval& change = found_.compared[c].outcomes[m].difference;
        if (change.used < 2) continue;
        const text::ShownUnit percent{"%", 100 / today};
        const bool is_clear = change.low > 0 || change.high < 0;
        row.marks.push_back({spot_of(change, percent),
                             not_known,
                             {static_cast<int>(c) - 1, !is_clear},
                             in_words(change_cell(change, percent), percent)});
        description +=
            row.label + ", " + found_.compared[c].name + ", " + row.marks.back().text + "; ";
      }
      if (!row.marks.empty()) chart.rows.push_back(std::move(row));
    }
    return {"", description, std::move(chart)};
  }

  [[nodiscard]] PageTable fresh_table() const {
    PageTable table;
    table.caption = fmt::format(
        "Means of {} fresh replications, and changes from today's plan; "
        "intervals of {} each",
        asked_.fresh, text::percent(asked_.confidence));
    table.headings = {{"Measure", false}};
    for (const ComparedPlan& plan : found_.compared) {
      const bool is_today = plan.name == "today";
      const std::string name = text::sentence(plan.name);
      table.headings.push_back(
          {is_today ? name : fmt::format("{} (plan {})", name, plan.plan + 1)});
      if (!is_today) table.headings.push_back({"Change, " + plan.name});
    }
    for (std::size_t m = 0; m < experiment_.measures().size(); ++m) {
      std::vector<Interval> means;
      for (const ComparedPlan& plan : found_.compared) means.push_back(plan.outcomes[m].mean);
      const auto unit = unit_of(measure(m), means);
      std::vector<PageCell> cells = {measure_cell(measure(m), unit)};
      for (const ComparedPlan& plan : found_.compared) {
        cells.push_back(level_cell(plan.outcomes[m].mean, unit));
        if (plan.name != "today") cells.push_back(change_cell(plan.outcomes[m].difference, unit));
      }
      table.rows.push_back(std::move(cells));
    }
    return table;
  }

  // ---- while choosing ---------------------------------------------------------------------------

  [[nodiscard]] Interval mean_of(std::size_t plan, std::size_t m, int replications) const {
    return mean_interval(runs_.values(plan, m, 0, replications), asked_.confidence);
  }
  [[nodiscard]] Interval objective_of(std::size_t plan) const {
    return mean_of(plan, objective_, found_.plans[plan].replications);
  }

  // The best first, and those with a role whatever they are.
  [[nodiscard]] std::vector<std::size_t> drawn_plans() const {
    std::vector<std::size_t> plans(runs_.plans());
    std::iota(plans.begin(), plans.end(), std::size_t{0});
    const double sign = aim_of(measure(objective_)) == Aim::maximise ? -1 : 1;
    std::stable_sort(plans.begin(), plans.end(), [&](std::size_t a, std::size_t b) {
      return sign * found_.plans[a].mean < sign * found_.plans[b].mean;
    });
    std::size_t place = 0;
    std::erase_if(
        plans, [&](std::size_t plan) { return place++ >= most_plans_drawn && kind_of(plan) == 3; });
    return plans;
  }

  [[nodiscard]] PageSection while_choosing() const {
    PageSection section;
    section.heading = "How the plans compared while choosing";
    section.brief = "Plans";
    section.words = {fmt::format(
        "{}, by plan, the best first: a dot is the mean of the replications that the choice took, "
        "its whisker the interval{}.",
        name_of(measure(objective_)),
        asked_.method == OptimiseMethod::kn
            ? "; a hollow one was dropped when it was clear that it is not the best"
            : "")};
    section.key = roles;
    const std::vector<std::size_t> plans = drawn_plans();
    std::vector<Interval> means;
    for (const std::size_t plan : plans) means.push_back(objective_of(plan));
    const auto unit = unit_of(measure(objective_), means);
    RowChart chart{axis_of(measure(objective_), unit), {}, {}};
    std::string description = axis_of(measure(objective_), unit) + ", by plan: ";
    for (std::size_t i = 0; i < plans.size(); ++i) {
      const ConsideredPlan& plan = found_.plans[plans[i]];
      const std::string said =
          fmt::format("{}; {}", in_words(level_cell(means[i], unit), {}),
                      text::counted(static_cast<std::size_t>(plan.replications), "replication"));
      chart.rows.push_back({plan_name(plans[i]),
                            {{spot_of(means[i], unit),
                              not_known,
                              {kind_of(plans[i]), plan.screened_out_at.has_value()},
                              said}}});
      description += plan_name(plans[i]) + ", " + said + "; ";
    }
    section.charts.push_back({"", description, std::move(chart)});
    if (plans.size() < runs_.plans())
      section.notes.push_back(fmt::format("Drawn are the best of {}; the table has all.",
                                          text::counted(runs_.plans(), "plan")));
    return section;
  }

  // ---- trade-off --------------------------------------------------------------------------------

  [[nodiscard]] PageSection trade_off() const {
    PageSection section;
    section.heading = "Trade-off";
    section.brief = "Trade-off";
    section.words = {trade_off_of(experiment_, found_, name_of)};
    section.key = {"not dominated", "unclear", "dominated"};
    for (const std::string& name : asked_.tradeoff)
      section.charts.push_back(plane_of(measure_index(experiment_, name)));
    section.tables.push_back(trade_off_table());
    return section;
  }

  [[nodiscard]] std::vector<Interval> first_stage(std::size_t m) const {
    std::vector<Interval> means;
    for (std::size_t p = 0; p < runs_.plans(); ++p)
      means.push_back(mean_of(p, m, std::min(asked_.first_stage, found_.plans[p].replications)));
    return means;
  }

  [[nodiscard]] PageChart plane_of(std::size_t other) const {
    const auto across = first_stage(objective_), upright = first_stage(other);
    const auto x_unit = unit_of(measure(objective_), across);
    const auto y_unit = unit_of(measure(other), upright);
    PlaneChart chart;
    chart.x_axis = axis_of(measure(objective_), x_unit);
    chart.y_axis = axis_of(measure(other), y_unit);
    for (std::size_t p = 0; p < runs_.plans(); ++p) {
      const Dominance dominance = *found_.plans[p].dominance;
      const int kind = dominance == Dominance::impossible ? 0
                       : dominance == Dominance::unclear  ? 1
                                                          : 2;
      chart.points.push_back(
          {spot_of(across[p], x_unit),
           spot_of(upright[p], y_unit),
           {kind, kind == 2},
           0,
           role_of(p),
           fmt::format("{}: {}, {}, {}", plan_name(p),
                       in_words(level_cell(across[p], x_unit), x_unit),
                       in_words(level_cell(upright[p], y_unit), y_unit), word_of(dominance))});
    }
    return {fmt::format("{} against {}", name_of(measure(objective_)), name_of(measure(other))),
            fmt::format("A plane of {} and {}: {} of {} plans are not dominated.", chart.x_axis,
                        chart.y_axis, count(Dominance::impossible), runs_.plans()),
            std::move(chart)};
  }

  [[nodiscard]] std::ptrdiff_t count(Dominance dominance) const {
    return std::count_if(found_.plans.begin(), found_.plans.end(),
                         [&](const ConsideredPlan& p) { return p.dominance == dominance; });
  }

  [[nodiscard]] PageTable trade_off_table() const {
    PageTable table;
    table.caption =
        fmt::format("Plans in the trade-off, by their first {} replications", asked_.first_stage);
    table.folded = true;
    table.headings = {{"Plan", false}, {"Trade-off", false}};
    std::vector<std::string> names = asked_.tradeoff;
    names.insert(names.begin(), asked_.objective);
    std::vector<std::vector<Interval>> means;
    std::vector<text::ShownUnit> units;
    for (const std::string& name : names) {
      const std::size_t m = measure_index(experiment_, name);
      means.push_back(first_stage(m));
      units.push_back(unit_of(measure(m), means.back()));
      table.headings.push_back({axis_of(measure(m), units.back())});
    }
    for (std::size_t p = 0; p < std::min(runs_.plans(), most_rows); ++p) {
      std::vector<PageCell> cells = {{plan_name(p), role_of(p)},
                                     {std::string(word_of(*found_.plans[p].dominance)), ""}};
      for (std::size_t n = 0; n < names.size(); ++n)
        cells.push_back(level_cell(means[n][p], units[n]));
      table.rows.push_back(std::move(cells));
    }
    return table;
  }

  // ---- all plans --------------------------------------------------------------------------------

  [[nodiscard]] PageSection all_plans() const {
    PageSection section;
    section.heading = "All plans";
    section.brief = "All plans";
    PageTable table;
    table.folded = true;
    const std::size_t shown = std::min(runs_.plans(), most_rows);
    table.caption = fmt::format(
        "{} as they compared while choosing{}",
        text::sentence(text::counted(runs_.plans(), "plan")),
        shown < runs_.plans() ? fmt::format(" (the first {}; plans.csv has all)", most_rows) : "");
    table.headings = {{"Plan", false}};
    for (const Factor& factor : experiment_.factors()) table.headings.push_back({factor.name()});
    std::vector<Interval> means;
    for (std::size_t p = 0; p < runs_.plans(); ++p) means.push_back(objective_of(p));
    const auto unit = unit_of(measure(objective_), means);
    table.headings.push_back({axis_of(measure(objective_), unit)});
    table.headings.push_back({"Replications"});
    const bool drops = asked_.method == OptimiseMethod::kn;
    if (drops) table.headings.push_back({"Dropped after"});
    for (std::size_t p = 0; p < shown; ++p) {
      std::vector<PageCell> cells = {{std::to_string(p + 1), role_of(p)}};
      for (const FactorValue& value : runs_.plan(p)) cells.push_back({value_text(value), ""});
      cells.push_back(level_cell(means[p], unit));
      cells.push_back({std::to_string(found_.plans[p].replications), ""});
      const auto dropped = found_.plans[p].screened_out_at;
      if (drops) cells.push_back({dropped ? std::to_string(*dropped) : "", ""});
      table.rows.push_back(std::move(cells));
    }
    section.tables.push_back(std::move(table));
    return section;
  }

  [[nodiscard]] std::vector<std::string> method() const {
    return {
        fmt::format("Plans were compared in {}: {}. Replication r of all plans meets the same "
                    "luck, so most of the chance in a run cancels out of their differences.",
                    name_of(measure(objective_)), method_text(asked_.method)),
        fmt::format("What is said of the chosen plan beside today's comes from {} fresh "
                    "replications, whose luck the choice has not seen: t intervals of means, and "
                    "paired t intervals of differences, each at {} by itself.",
                    asked_.fresh, text::percent(asked_.confidence)),
        what_intervals_are};
  }

  const Experiment& experiment_;
  const OptimiseSpec& asked_;
  const PlanRuns& runs_;
  const Optimised& found_;
  std::size_t objective_;
};

}  // namespace

ResultPage optimise_page(const Experiment& experiment, const PlanRuns& runs, const Optimised& found,
                         const std::vector<std::string>& commands) {
  return OptimisePage(experiment, runs, found).made(commands);
}

}  // namespace cordon::pages
