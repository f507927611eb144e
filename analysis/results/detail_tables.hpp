#pragma once

// Tables of what a run keeps one by one: seizures, teams, equipment, operations, groups,
// messages, desks, cases, stages.

#include "analysis/results/csv.hpp"
#include "analysis/study/named_scenario.hpp"
#include "sim/run/replicate.hpp"

namespace cordon {

extern const TableShape seizures_table, teams_table, equipment_table, operations_table,
    assessments_table, reviews_table, groups_table, stages_table, messages_table, desks_table,
    cases_table;

// Rows of one replication, for the table of that name.
[[nodiscard]] CsvRows seizure_rows(const NamedScenario& of, const Replication& replication);
[[nodiscard]] CsvRows team_rows(const NamedScenario& of, const Replication& replication);
[[nodiscard]] CsvRows equipment_rows(const NamedScenario& of, const Replication& replication);
[[nodiscard]] CsvRows operation_rows(const NamedScenario& of, const Replication& replication);
[[nodiscard]] CsvRows stage_rows(const NamedScenario& of, const Replication& replication);
[[nodiscard]] CsvRows message_rows(const NamedScenario& of, const Replication& replication);
[[nodiscard]] CsvRows desk_rows(const NamedScenario& of, const Replication& replication);
[[nodiscard]] CsvRows case_rows(const NamedScenario& of, const Replication& replication);
[[nodiscard]] CsvRows review_rows(const NamedScenario& of, const Replication& replication);
[[nodiscard]] CsvRows assessment_rows(const NamedScenario& of, const Replication& replication);
/// On a real map by group alone: by post they would say where to go.
[[nodiscard]] CsvRows group_rows(const NamedScenario& of, const Replication& replication);

}  // namespace cordon
