#include "analysis/sweep/finish.hpp"

#include <fmt/format.h>

#include <set>

#include "analysis/results/manifest.hpp"
#include "analysis/results/result_folder.hpp"
#include "analysis/sweep/setups.hpp"
#include "sim/run/replicate.hpp"

namespace cordon {

namespace fs = std::filesystem;

void write_experiment(const Experiment& experiment, const fs::path& folder) {
  std::string scenarios;
  for (std::size_t s = 0; s < experiment.scenarios().size(); ++s) {
    const std::string own = folder_of(s, experiment.scenarios()[s]);
    scenarios += (s == 0 ? "[\"" : ", \"") + (own == "." ? "" : own + '/') + "scenario.toml\"";
  }
  std::vector<Override> overrides = experiment.overrides_of_file();
  overrides.push_back({"scenarios", scenarios + ']'});
  write_file(folder / "experiment.toml",
             read<ExperimentSpec>(experiment.file(), overrides).resolved_toml);
  if (!experiment.list().empty())
    write_file(folder / experiment.spec().design.list, experiment.list());
}

std::uint64_t runs_planned(const Experiment& experiment) {
  return RunOrder(experiment.designs(), experiment.scenarios().size())
      .runs(experiment.spec().replications);
}

SweepResults write_results(const Experiment& experiment, const WorkFolder& work,
                           const FinishOptions& options) {
  ResultFolder folder(options.place, options.replace);
  const SweepTables tables(experiment);
  Manifest manifest;
  manifest.version = CORDON_VERSION;
  manifest.command = options.command_line;
  manifest.seed = static_cast<std::uint64_t>(experiment.spec().seed);
  manifest.started = options.started;
  write_scenarios(folder.path(), experiment.scenarios());
  write_experiment(experiment, folder.path());
  manifest.simulated.emplace_back("designs.csv", tables.write_designs(folder.path()));
  RunValues values(experiment);
  std::function<void(const RunRow&)> take;
  if (options.sensitivity) take = [&](const RunRow& row) { values.add(row); };
  auto [hash, of_runs] = merge(experiment, work, folder.path(), take);
  SweepResults found{std::move(of_runs), {}, {}};
  manifest.simulated.emplace_back("runs.csv", hash);
  manifest.derived.emplace_back("summary.csv", tables.write_summary(folder.path(), found.outcomes));
  manifest.replications = found.outcomes.replications();
  std::vector<TableShape> shapes = tables.shapes();
  if (options.sensitivity) {
    found.sensitivity = sensitivity_of(experiment, values);
    shapes.push_back(sensitivity_table);
    manifest.derived.emplace_back("sensitivity.csv",
                                  write_sensitivity(folder.path(), experiment, found.sensitivity));
    found.discoveries = discoveries_of(experiment, values);
  }
  if (!found.discoveries.empty()) {
    shapes.push_back(boxes_table);
    manifest.derived.emplace_back("boxes.csv",
                                  write_boxes(folder.path(), experiment, found.discoveries));
  }
  manifest.derived.emplace_back("report.html",
                                write_file(folder.path() / "report.html", options.report(found)));
  write_data_package(folder.path(), experiment.spec().title, shapes, {});
  OutputFile state(folder.path() / work_state_file);
  state.append(work.path() / work_state_file);
  state.close();
  manifest.ended = std::chrono::system_clock::now();
  write_manifest(folder.path(), manifest, experiment.scenarios());
  folder.keep();
  work.remove();
  return found;
}

void refuse_to_replace(const std::string& place, bool force) { ResultFolder(place, force); }

void reopen(const std::string& place, const WorkFolder& work) {
  std::error_code error;
  const fs::path results(place);
  if (!fs::exists(results / work_state_file, error)) return;
  make_folder(work.path());
  OutputFile journal(work.journal({1, 1}));
  journal.append(results / "runs.csv");
  journal.close();
  OutputFile state(work.path() / work_state_file);
  state.append(results / work_state_file);
  state.close();
}

double timed_pilot(const Experiment& experiment) {
  std::set<std::size_t> designs = {0, experiment.designs() - 1};
  const auto begun = std::chrono::steady_clock::now();
  std::size_t runs = 0;
  for (const std::size_t design : designs)
    for (std::size_t s = 0; s < experiment.scenarios().size(); ++s, ++runs)
      (void)replicate(experiment.setup(design, s),
                      static_cast<std::uint64_t>(experiment.spec().seed), 1, 1, 1);
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begun;
  return passed.count() / static_cast<double>(runs);
}

}  // namespace cordon
