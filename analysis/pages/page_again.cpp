#include "analysis/pages/page_again.hpp"

#include <unistd.h>

#include "analysis/optimise/optimise.hpp"
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

// All that the search asks for is in the journal: it ends at once where something is not.
PageAgain optimisation_again(const Experiment& experiment, const ResultFolderRead& folder) {
  const CopiedJournal copy(folder.place / "runs.csv");
  Journal journal(copy.path(), columns_of(experiment));
  std::stop_source stopped;
  stopped.request_stop();
  PlanRuns runs(experiment, journal, {1, false, stopped.get_token(), {}});
  const Optimised found = optimise(experiment, runs);
  return {optimise_page(experiment, runs, found, {}), std::nullopt};
}

}  // namespace

std::optional<PageAgain> page_again(const ResultFolderRead& folder) try {
  const bool is_search = folder.kind == "optimise";
  if (!is_search && folder.kind != "sweep" && folder.kind != "sensitivity") return std::nullopt;
  const Experiment experiment((folder.place / "experiment.toml").string(), {});
  return is_search ? optimisation_again(experiment, folder) : designs_again(experiment, folder);
} catch (const std::exception&) {  // what is kept is not what this version would have kept
  return std::nullopt;
} catch (const Interrupted&) {
  return std::nullopt;
}

}  // namespace cordon::pages
