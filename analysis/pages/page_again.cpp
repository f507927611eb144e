#include "analysis/pages/page_again.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "analysis/calibrate/calibrate.hpp"
#include "analysis/optimise/optimise.hpp"
#include "analysis/pages/calibrate_page.hpp"
#include "analysis/pages/forecasts_again.hpp"
#include "analysis/pages/optimise_page.hpp"
#include "analysis/pages/sensitivity_page.hpp"
#include "analysis/pages/sweep_page.hpp"
#include "analysis/results/output_file.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/sweep/finish.hpp"

namespace cordon::pages {
namespace {

namespace fs = std::filesystem;

PageAgain designs_again(const Experiment& experiment, const ResultFolderRead& folder) {
  SweepResults found{SweepOutcomes(experiment), {}, {}};
  RunValues values(experiment);
  RunRow row;
  for (RowReader rows(folder.place / "runs.csv", columns_of(experiment)); rows.next(row);) {
    found.outcomes.add(row);
    values.add(row);
  }
  if (folder.kind == "sweep") return {sweep_page(experiment, found, {}), std::nullopt};
  found.sensitivity = sensitivity_of(experiment, values);
  found.discoveries = discoveries_of(experiment, values);
  return {sensitivity_page(experiment, found, {}), weights_of(experiment, found.sensitivity)};
}

// A journal that is gone at the end: that of the folder is not to be written.
class CopiedJournal {
 public:
  explicit CopiedJournal(const fs::path& runs)
      : path_(fs::temp_directory_path() / ("cordon_runs_" + std::to_string(getpid()) + ".csv")) {
    fs::copy_file(runs, path_, fs::copy_options::overwrite_existing);
  }
  ~CopiedJournal() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  CopiedJournal(const CopiedJournal&) = delete;
  CopiedJournal& operator=(const CopiedJournal&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// All that a search asks for is in the journal: it ends at once where something is not.
std::stop_token no_more() {
  std::stop_source stopped;
  stopped.request_stop();
  return stopped.get_token();
}

PageAgain optimisation_again(const Experiment& experiment, const ResultFolderRead& folder) {
  const CopiedJournal copy(folder.place / "runs.csv");
  Journal journal(copy.path(), columns_of(experiment));
  PlanRuns runs(experiment, journal, {1, false, no_more(), {}});
  const Optimised found = optimise(experiment, runs);
  return {optimise_page(experiment, runs, found, {}), std::nullopt};
}

PageAgain calibration_again(const Experiment& experiment, const ResultFolderRead& folder) {
  const Observations observations(experiment);
  const CopiedJournal copy(folder.place / "runs.csv");
  Journal journal(copy.path(), calibration_columns(experiment, observations));
  const EvaluationPlan plan{1, false, no_more(), {}, &journal};
  const Calibration found = calibrate(experiment, observations, plan);
  FitForecasts forecasts;
  if (auto kept = forecasts_again(experiment, observations, folder))
    forecasts.judged = std::move(*kept);
  else  // which says why there are none
    forecasts = forecasts_of(experiment, observations, found, plan);
  return {calibrate_page(experiment, observations, found, forecasts, {}), std::nullopt};
}

bool keeps_runs(const ResultFolderRead& folder) {
  static constexpr std::array kinds = {"sweep", "sensitivity", "optimise", "calibrate"};
  return std::find(kinds.begin(), kinds.end(), folder.kind) != kinds.end();
}

}  // namespace

std::optional<PageAgain> page_again(const ResultFolderRead& folder) try {
  if (!keeps_runs(folder)) return std::nullopt;
  const Experiment experiment((folder.place / "experiment.toml").string(), {});
  if (folder.kind == "calibrate") return calibration_again(experiment, folder);
  if (folder.kind == "optimise") return optimisation_again(experiment, folder);
  return designs_again(experiment, folder);
} catch (const std::exception&) {  // what is kept is not what this version would have kept
  return std::nullopt;
} catch (const Interrupted&) {
  return std::nullopt;
}

}  // namespace cordon::pages
