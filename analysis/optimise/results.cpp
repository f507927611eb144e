#include "analysis/optimise/results.hpp"

#include "analysis/results/manifest.hpp"
#include "analysis/results/result_folder.hpp"
#include "analysis/sweep/finish.hpp"
#include "analysis/sweep/merge.hpp"

namespace cordon {
namespace {

std::string role_of(std::size_t plan, const Optimised& found) {
  std::string role;
  const auto add = [&](bool is_it, const char* word) {
    if (is_it) role += (role.empty() ? "" : ", ") + std::string(word);
  };
  add(plan == found.chosen, "chosen");
  add(plan == found.today, "today");
  add(plan == found.in_proportion, "in proportion");
  return role;
}

std::vector<Column> plan_columns(const Experiment& experiment) {
  std::vector<Column> columns = {{"plan", "integer", "", "Number of the plan, from 1."}};
  const auto factors = factor_columns(experiment);
  columns.insert(columns.end(), factors.begin(), factors.end());
  for (const Column& column : std::vector<Column>{
           {"role", "string", "", "chosen, today, in proportion, or empty."},
           {"mean", "number", "", "Of the objective while choosing, in its unit: flattered."},
           {"replications", "integer", "", "While choosing."},
           {"dropped_after", "integer", "",
            "Replications after which it was clear enough that it is not the best (kn)."},
           {"trade_off", "string", "",
            "Whether another plan is as good in all measures of the trade-off and better in one: "
            "dominated, not dominated, unclear."}})
    columns.push_back(column);
  return columns;
}

std::string write_plans(const std::filesystem::path& folder, const TableShape& shape,
                        const Experiment& experiment, const PlanRuns& runs,
                        const Optimised& found) {
  OutputFile file(folder / shape.file);
  file.write(header_row(shape));
  CsvRows row(shape.columns.size());
  for (std::size_t p = 0; p < runs.plans(); ++p) {
    const ConsideredPlan& plan = found.plans[p];
    row.integer(p + 1);
    add_values(row, experiment, runs.plan(p));
    row.text(role_of(p, found)).number(plan.mean);
    row.integer(static_cast<std::uint64_t>(plan.replications));
    plan.screened_out_at ? row.integer(static_cast<std::uint64_t>(*plan.screened_out_at))
                         : row.empty();
    row.text(plan.dominance ? word_of(*plan.dominance) : "").end_row();
  }
  file.write(row.bytes());
  return file.close();
}

constexpr Column fresh_columns[] = {
    {"role", "string", "", "today, chosen or in proportion."},
    {"plan", "integer", "", "Number of the plan; see plans.csv."},
    {"measure", "string", "", "Name of the measure."},
    {"unit", "string", "", "Of the numbers."},
    {"mean", "number", "", "Over the fresh replications."},
    {"low", "number", "", "Lower end of its confidence interval."},
    {"high", "number", "", "Upper end of its confidence interval."},
    {"difference", "number", "", "From today's plan, in the mean of pairs under the same luck."},
    {"difference_low", "number", "", "Lower end of its confidence interval."},
    {"difference_high", "number", "", "Upper end of its confidence interval."},
    {"p", "number", "", "Two-sided, of no difference; of this measure alone."},
    {"confidence", "number", "", "Of each interval by itself."},
    {"replications", "integer", "", "From which there are values."}};

std::string write_fresh(const std::filesystem::path& folder, const TableShape& shape,
                        const Experiment& experiment, const Optimised& found) {
  CsvTable table(folder, shape);
  for (const ComparedPlan& plan : found.compared)
    for (std::size_t m = 0; m < plan.outcomes.size(); ++m) {
      const Measured& measured = experiment.measures()[m];
      const auto& [mean, difference] = plan.outcomes[m];
      table.text(plan.name).integer(plan.plan + 1);
      table.text(measured.name).text(measured.measure->unit);
      table.number(mean.estimate).number(mean.low).number(mean.high);
      table.number(difference.estimate).number(difference.low).number(difference.high);
      table.number(difference.p).number(mean.confidence);
      table.integer(static_cast<std::uint64_t>(mean.used)).end_row();
    }
  return table.close();
}

std::string write_runs(const std::filesystem::path& folder, const Experiment& experiment,
                       const PlanRuns& runs) {
  const RunColumns columns = columns_of(experiment);
  OutputFile file(folder / "runs.csv");
  file.write(columns.header());
  for (const RunRow& row : runs.rows()) file.write(columns.line(row));
  return file.close();
}

}  // namespace

void write_optimised(const Experiment& experiment, const PlanRuns& runs, const Optimised& found,
                     const OptimiseOutput& output) {
  ResultFolder folder(output.place, output.replace);
  const std::vector<Column> columns = plan_columns(experiment);
  const TableShape plans{"plans.csv", "All plans that were looked at.", columns};
  const TableShape fresh{"fresh.csv", "What runs say that the choice had not seen.", fresh_columns};
  const SweepTables sweep(experiment);
  TableShape all_runs = sweep.shapes()[1];
  all_runs.meaning = "A row for each run; `design` is the plan.";

  Manifest manifest;
  manifest.version = CORDON_VERSION;
  manifest.command = output.command_line;
  manifest.seed = static_cast<std::uint64_t>(experiment.spec().seed);
  manifest.replications = static_cast<std::uint64_t>(experiment.spec().optimise->fresh);
  manifest.started = output.started;
  std::vector<NamedScenario> scenarios = experiment.scenarios();
  scenarios.push_back(experiment.scenario_with(runs.plan(found.chosen), 0));
  scenarios.back().name = "chosen";
  write_scenarios(folder.path(), scenarios);
  write_experiment(experiment, folder.path());
  manifest.simulated.emplace_back("runs.csv", write_runs(folder.path(), experiment, runs));
  manifest.derived.emplace_back("plans.csv",
                                write_plans(folder.path(), plans, experiment, runs, found));
  manifest.derived.emplace_back("fresh.csv", write_fresh(folder.path(), fresh, experiment, found));
  manifest.derived.emplace_back("report.html",
                                write_file(folder.path() / "report.html", output.page));
  write_data_package(folder.path(), experiment.spec().title, {plans, all_runs, fresh}, {});
  manifest.ended = std::chrono::system_clock::now();
  write_manifest(folder.path(), manifest, scenarios);
  folder.keep();
}

std::string_view word_of(Dominance dominance) {
  switch (dominance) {
    case Dominance::certain:
      return "dominated";
    case Dominance::unclear:
      return "unclear";
    case Dominance::impossible:
      return "not dominated";
  }
  return "";
}

}  // namespace cordon
