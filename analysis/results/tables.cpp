#include "analysis/results/tables.hpp"

#include <array>

#include "analysis/results/columns.hpp"
#include "sim/output/words.hpp"

namespace cordon {
namespace {

using columns::commodity, columns::crossing, columns::direction, columns::scenario,
    columns::vehicle_class;

constexpr Column measure{"measure", "string", "", "Name; cordon describe NAME says what it means."};
constexpr Column unit{"unit", "string", "", "Of the values; 1 for shares and plain counts."};

constexpr std::array measures_columns = {
    scenario,
    columns::replication,
    Column{"seed", "integer", "", "Seed of the luck that all scenarios share."},
    measure,
    unit,
    crossing,
    direction,
    Column{"stage", "string", "", "Stage of control; all: of any."},
    vehicle_class,
    commodity,
    Column{"country", "string", "", "Of the crossing; all: any."},
    Column{"authority", "string", "", "customs or border_guard; all: both."},
    Column{"period", "string", "", "Part of the time; all: all that was measured."},
    Column{"value", "number", "as in unit", "Empty when there was nothing to take it from."}};

constexpr std::array queues_columns = {
    scenario,
    columns::replication,
    Column{"time", "datetime", "UTC", "When the queue was counted."},
    crossing,
    direction,
    vehicle_class,
    Column{"waiting", "integer", "vehicles", "Waiting for the first check, wherever they wait."},
    Column{"in_service", "integer", "vehicles", "Under control, at any stage."},
    Column{"wait_estimate_min", "number", "min", "Wait as published at that time."}};

constexpr std::array comparison_columns = {
    Column{"variant_name", "string", "", "Scenario that is compared with the baseline."},
    measure,
    Column{"family", "string", "", "flow, enforcement, information or effort."},
    unit,
    crossing,
    direction,
    vehicle_class,
    commodity,
    Column{"baseline", "number", "as in unit",
           "Mean over the replications where both have a value."},
    Column{"variant", "number", "as in unit", "The same for the variant."},
    Column{"difference", "number", "as in unit", "Mean of variant less baseline, by replication."},
    Column{"low", "number", "as in unit", "Lower end of the difference's interval."},
    Column{"high", "number", "as in unit", "Upper end."},
    Column{"confidence", "number", "1",
           "Of this interval alone; primary ones hold together at 0.95."},
    Column{"p", "number", "1", "Two-sided, of no difference; empty when it cannot be tested."},
    Column{"p_adjusted", "number", "1", "Bonferroni for primary measures, Holm for the others."},
    Column{"replications", "integer", "", "In which both scenarios have a value."},
    Column{"verdict", "string", "",
           "better, worse (primary measures), higher, lower, not distinguishable, or no data."},
    Column{"bootstrap_low", "number", "as in unit",
           "Lower end of the interval by the studentised bootstrap, of totals."},
    Column{"bootstrap_high", "number", "as in unit", "Upper end."},
    Column{"replications_unpaired", "number", "",
           "Of each scenario with luck of its own, for an interval as narrow, of totals; inf: all "
           "differences are the same."}};

CsvTable& labels(CsvTable& table, const Labels& at) {
  return table.text(at.crossing).text(at.direction);
}

}  // namespace

const TableShape measures_table{"measures.csv", "Every measure of every replication.",
                                measures_columns};
const TableShape queues_table{"queues.csv", "Queues over time, in every replication.",
                              queues_columns};
const TableShape comparison_table{
    "comparison.csv", "How the variants differ from the baseline, with intervals and verdicts.",
    comparison_columns};

std::string write_measures(const std::filesystem::path& folder,
                           const std::vector<NamedScenario>& scenarios,
                           const std::vector<Runs>& runs, std::uint64_t seed) {
  CsvTable table(folder, measures_table);
  for (std::size_t s = 0; s < scenarios.size(); ++s)
    for (std::size_t r = 0; r < runs[s].replications(); ++r)
      for (std::size_t k = 0; k < runs[s].keys().size(); ++k) {
        const auto& [what, at] = runs[s].keys()[k];
        if (!may_be_shown(*what, at, scenarios[s].reading.spec.real_map)) continue;
        table.text(scenarios[s].name).integer(runs[s].number(r)).integer(seed);
        labels(table.text(what->name).text(what->unit), at).text(at.stage).text(at.vehicle_class);
        table.text(at.commodity).text(at.country).text(at.authority).text(at.period);
        table.number(runs[s].values(k)[r]);
        table.end_row();
      }
  return table.close();
}

std::string write_comparison(const std::filesystem::path& folder, const Comparison& comparison) {
  CsvTable table(folder, comparison_table);
  for (const Change& c : comparison.changes) {
    table.text(comparison.variants[static_cast<std::size_t>(c.variant)]).text(c.measure->name);
    table.text(name_of(c.measure->family)).text(c.measure->unit);
    labels(table, c.labels).text(c.labels.vehicle_class).text(c.labels.commodity);
    table.number(c.baseline).number(c.value).number(c.difference).number(c.low).number(c.high);
    table.number(c.confidence).number(c.p).number(c.p_adjusted);
    table.integer(static_cast<std::uint64_t>(c.replications)).text(c.verdict);
    table.number(c.bootstrap_low).number(c.bootstrap_high).number(c.replications_unpaired);
    table.end_row();
  }
  return table.close();
}

CsvRows queue_rows(const NamedScenario& of, const Replication& replication) {
  const Setup& setup = *of.setup;
  CsvRows table(queues_columns.size());
  for (const QueueSample& q : replication.queues) {
    const LineSetup& line = setup.lines[q.line];
    table.text(of.name).integer(replication.number);
    table.text(time_text(setup.scenario.start + q.at.time_since_epoch()));
    table.text(setup.crossings[line.crossing.value].name).text(name_of(line.direction));
    table.text(name_of(q.vehicle_class));
    table.integer(static_cast<std::uint64_t>(q.waiting));
    table.integer(static_cast<std::uint64_t>(q.in_service)).number(q.wait_estimate_min);
    table.end_row();
  }
  return table;
}

}  // namespace cordon
