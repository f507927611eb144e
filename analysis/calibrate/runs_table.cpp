#include "analysis/calibrate/runs_table.hpp"

#include <fmt/format.h>

#include "analysis/calibrate/evaluator.hpp"
#include "analysis/calibrate/words.hpp"
#include "analysis/sweep/merge.hpp"

namespace cordon {
namespace {

constexpr std::string_view runs_file = "runs.csv";

std::string meaning_of(const Observation& observation, const Series& series,
                       const Scenario& scenario) {
  if (!series.is_queue())
    return fmt::format("What the run has of {}; {} was observed.", series.name,
                       number_text(observation.value));
  return fmt::format("Queue of {} at {}; {} was counted.", name_of(series),
                     time_text(scenario.start + observation.at.time_since_epoch()),
                     number_text(observation.value));
}

}  // namespace

CalibrationRuns::CalibrationRuns(const Experiment& experiment, const Observations& observations) {
  const SweepTables sweep(experiment);
  const auto of_all_runs = sweep.shapes()[1].columns;
  columns_.assign(of_all_runs.begin(), of_all_runs.end());
  columns_[1].meaning = "Number of the point, in the order in which points were simulated, from 1.";
  const Scenario& scenario = experiment.scenarios().front().reading.spec;
  const std::vector<std::string> names = calibration_columns(experiment, observations).measures;
  for (std::size_t o = 0; o < observations.all().size(); ++o) {
    const Observation& observation = observations.all()[o];
    const Series& series = observations.series()[observation.series];
    words_.push_back(names[experiment.measures().size() + o]);
    const std::string& name = words_.back();
    words_.push_back(meaning_of(observation, series, scenario));
    columns_.push_back({name, "number", series.unit, words_.back()});
  }
}

TableShape CalibrationRuns::shape() const {
  return {runs_file, "A row for each run, with what it has of each observation.", columns_};
}

std::string CalibrationRuns::write(const std::filesystem::path& folder,
                                   const std::filesystem::path& journal) const {
  OutputFile file(folder / runs_file);
  file.append(journal);
  return file.close();
}

}  // namespace cordon
