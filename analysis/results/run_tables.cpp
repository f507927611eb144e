#include "analysis/results/run_tables.hpp"

#include <array>

#include "analysis/results/detail_tables.hpp"
#include "analysis/results/tables.hpp"

namespace cordon {
namespace {

struct RunTable {
  const TableShape& shape;
  CsvRows (*rows)(const NamedScenario&, const Replication&);
};

const std::array run_tables = {RunTable{queues_table, queue_rows},
                               RunTable{seizures_table, seizure_rows},
                               RunTable{teams_table, team_rows},
                               RunTable{equipment_table, equipment_rows},
                               RunTable{operations_table, operation_rows},
                               RunTable{groups_table, group_rows},
                               RunTable{stages_table, stage_rows},
                               RunTable{messages_table, message_rows},
                               RunTable{desks_table, desk_rows},
                               RunTable{cases_table, case_rows},
                               RunTable{assessments_table, assessment_rows},
                               RunTable{reviews_table, review_rows}};

}  // namespace

std::vector<TableShape> RunTables::shapes() {
  std::vector<TableShape> shapes;
  for (const RunTable& table : run_tables) shapes.push_back(table.shape);
  return shapes;
}

RunTables::RunTables(const std::filesystem::path& folder,
                     const std::vector<NamedScenario>& scenarios)
    : scenarios_(scenarios) {
  for (const TableShape& shape : shapes()) tables_.emplace_back(folder, shape, scenarios.size());
}

void RunTables::add(std::size_t scenario, const Replication& replication) const {
  for (std::size_t t = 0; t < run_tables.size(); ++t)
    tables_[t].add(scenario, run_tables[t].rows(scenarios_[scenario], replication));
}

std::vector<std::pair<std::string, std::string>> RunTables::close() {
  std::vector<std::pair<std::string, std::string>> files;
  for (std::size_t t = 0; t < run_tables.size(); ++t)
    files.emplace_back(run_tables[t].shape.file, tables_[t].close());
  return files;
}

}  // namespace cordon
