#include "analysis/results/result_folder.hpp"

#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

#include "analysis/results/run_tables.hpp"

namespace cordon {
namespace {

namespace fs = std::filesystem;

enum class Found { nothing, interrupted_results, complete_results, other };

Found what_is_at(const fs::path& place) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(place, error);
  if (!fs::exists(status)) return Found::nothing;
  if (!fs::is_directory(status)) return Found::other;
  if (fs::is_empty(place, error)) return Found::nothing;
  std::ifstream file(place / "manifest.json");
  const auto manifest = nlohmann::json::parse(file, nullptr, false);
  if (!manifest.is_object() || !manifest.contains("cordon")) return Found::other;
  return manifest.value("status", "complete") == "interrupted" ? Found::interrupted_results
                                                               : Found::complete_results;
}

// A file in a result folder that no run of cordon puts there; "" when there is none.
std::string foreign_file(const fs::path& place, const FolderKind& kind) {
  static const std::set<std::string> own = [] {
    std::set<std::string> names = {"manifest.json",
                                   "scenario.toml",
                                   "datapackage.json",
                                   "measures.csv",
                                   "comparison.csv",
                                   "score.csv",
                                   "selected.csv",
                                   "stages_by_hour.csv",
                                   "injects.csv",
                                   "trace.zst",
                                   "trace.csv",
                                   "report.html",
                                   "inputs",
                                   "variants",
                                   "experiment.toml",
                                   "designs.csv",
                                   "runs.csv",
                                   "summary.csv",
                                   "sweep.json",
                                   "sensitivity.csv",
                                   "boxes.csv",
                                   "fitted.toml",
                                   "fit.csv",
                                   "errors.csv",
                                   "evaluations.csv",
                                   "forecast.csv",
                                   "forecast_origins.csv",
                                   "observed_queues.csv",
                                   "plans.csv",
                                   "fresh.csv"};
    for (const TableShape& table : RunTables::shapes()) names.emplace(table.file);
    return names;
  }();
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(place, error))
    if (const std::string name = entry.path().filename().string();
        !own.contains(name) && !kind.files.contains(name))
      return name;
  return "";
}

// @param shown  what the user calls it
void refuse_if_taken(const fs::path& place, const fs::path& shown, bool force,
                     const FolderKind& kind) {
  const auto refuse = [&](const std::string& why) {
    throw OutputError(shown.string() + ": " + why);
  };
  const Found found = what_is_at(place);
  if (found == Found::other)
    refuse("is there already and holds no results of cordon; choose another " + kind.chosen_by);
  if (found == Found::complete_results && !force)
    refuse("holds results already; --force replaces them, " + kind.chosen_by +
           " puts these elsewhere");
  if (found == Found::nothing) return;
  if (const std::string foreign = foreign_file(place, kind); !foreign.empty())
    refuse("holds '" + foreign + "', which is not cordon's; move it, or choose another " +
           kind.chosen_by);
}

std::string beside(const fs::path& place, const char* ending) {
  return place.string() + '.' + std::to_string(getpid()) + ending;
}

}  // namespace

ResultFolder::ResultFolder(fs::path place, bool force, FolderKind kind)
    : shown_(std::move(place)),
      place_(fs::absolute(shown_).lexically_normal()),
      force_(force),
      kind_(std::move(kind)) {
  if (!place_.has_filename()) place_ = place_.parent_path();
  refuse_if_taken(place_, shown_, force_, kind_);
  temporary_ = beside(place_, ".tmp");
  std::error_code error;
  fs::remove_all(temporary_, error);
  fs::create_directories(place_.parent_path(), error);
  if (!error) fs::create_directory(temporary_, error);
  if (error) throw OutputError(shown_.string() + ": cannot be made: " + error.message());
}

ResultFolder::~ResultFolder() { discard(); }

void ResultFolder::discard() {
  const std::lock_guard lock(keeping_);
  if (kept_) return;
  // Away in one step, so that whoever is writing into it cannot go on.
  const fs::path gone = beside(place_, ".gone.tmp");
  std::error_code error;
  fs::rename(temporary_, gone, error);
  fs::remove_all(error ? temporary_ : gone, error);
}

void ResultFolder::keep() {
  const std::lock_guard lock(keeping_);
  kept_ = true;
  const std::string left = "; the results are in " + temporary_.string();
  try {
    refuse_if_taken(place_, shown_, force_, kind_);
  } catch (const OutputError& e) {
    throw OutputError(e.what() + left);
  }
  const fs::path old = beside(place_, ".old.tmp");
  std::error_code error;
  fs::rename(place_, old, error);
  const bool replaces = !error;
  fs::rename(temporary_, place_, error);
  if (error) {
    std::error_code ignored;
    if (replaces) fs::rename(old, place_, ignored);
    throw OutputError(shown_.string() + ": cannot be made: " + error.message() + left);
  }
  if (replaces) fs::remove_all(old, error);
}

}  // namespace cordon
