// Tables of where vehicles spend their time.

#include "analysis/results/stage_tables.hpp"

#include <array>

#include "analysis/results/columns.hpp"
#include "analysis/results/detail_tables.hpp"
#include "analysis/study/where_time_goes.hpp"
#include "sim/output/words.hpp"

namespace cordon {
namespace {

constexpr std::array by_hour_columns = {
    columns::scenario,
    columns::crossing,
    columns::one_direction,
    columns::one_class,
    columns::stage,
    columns::activity,
    Column{"hour", "integer", "", "Hour of the local day, 0 to 23."},
    Column{"vehicles", "number", "vehicles",
           "Vehicles that are there and do this, averaged over that hour of all measured days and "
           "over all replications."}};

template <class Row>
Row& label(Row& row, const WhereTimeGoes& where, const StageOfWay& at) {
  row.text(where.crossing_of(at)).text(name_of(at.direction)).text(name_of(at.vehicle_class));
  row.text(where.stage_of(at)).text(name_of(at.activity));
  return row;
}

}  // namespace

const TableShape stages_by_hour_table{
    "stages_by_hour.csv", "The same by hour of the day, over all replications.", by_hour_columns};

CsvRows stage_rows(const NamedScenario& of, const Replication& replication) {
  CsvRows rows(stages_table.columns.size());
  const WhereTimeGoes where(*of.setup, replication.details.stages);
  for (const auto& [at, spent] : where.parts()) {
    label(rows.text(of.name).integer(replication.number), where, at);
    rows.integer(static_cast<std::uint64_t>(spent.vehicles)).number(spent.hours());
    rows.end_row();
  }
  return rows;
}

std::string write_stages_by_hour(const std::filesystem::path& folder,
                                 const std::vector<NamedScenario>& scenarios,
                                 const std::vector<Runs>& runs) {
  CsvTable table(folder, stages_by_hour_table);
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    const auto replications = static_cast<double>(runs[s].replications());
    const auto measured = measured_by_hour(*scenarios[s].setup);
    const WhereTimeGoes where(*scenarios[s].setup, runs[s].stage_times());
    for (const auto& [at, spent] : where.parts())
      for (std::size_t hour = 0; hour < measured.size(); ++hour) {
        if (measured[hour] == Duration{0}) continue;
        label(table.text(scenarios[s].name), where, at).integer(hour);
        table.number(seconds(Duration{spent.by_hour[hour]}) / seconds(measured[hour]) /
                     replications);
        table.end_row();
      }
  }
  return table.close();
}

}  // namespace cordon
