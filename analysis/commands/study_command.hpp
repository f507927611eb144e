#pragma once

// What `run` and `compare` have in common: options, replications with progress, the result folder.

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/exercise/lookouts.hpp"
#include "analysis/results/manifest.hpp"
#include "analysis/results/result_folder.hpp"
#include "analysis/results/run_tables.hpp"
#include "analysis/results/stage_tables.hpp"
#include "analysis/results/tables.hpp"
#include "analysis/results/trace_files.hpp"
#include "analysis/study/simulate_all.hpp"
#include "analysis/terminal/interrupt.hpp"

namespace cordon::commands {

/// Of every command that simulates.
struct RunOptions {
  int jobs = 1;
  std::string out;
  bool force = false, quiet = false, verify = false;
};

struct StudyOptions : RunOptions {
  std::optional<std::uint64_t> seed;  ///< none: 1, or that of a session
  std::uint32_t replications = 20;
  std::string precision, injects;
  std::vector<std::string> set;
  bool verbose = false, trace = false;
};

/// --jobs
void add_jobs(CLI::App& command, int& jobs);
/// @return the option --quiet, which others may exclude
CLI::Option* add_run_options(CLI::App& command, RunOptions& options);
void add_study_options(CLI::App& command, StudyOptions& options);
/// Digits and nothing else, unlike the numbers of CLI11, where "-1" is a great number and "" is 0.
[[nodiscard]] CLI::Validator whole_number(std::uint64_t low, std::uint64_t high);
/// The results are put in place by renaming, which would leave the user in a folder that is gone.
/// @throws UserError
void refuse_around_us(const std::filesystem::path& place);
/// The place as short as can be.
[[nodiscard]] std::string shown_place(const std::filesystem::path& place);
/// What the words of a command line stand for.
[[nodiscard]] StudyInput input_of(const std::vector<std::string>& files,
                                  const StudyOptions& options);
/// --set KEY=VALUE
void add_overrides(CLI::App& command, std::vector<std::string>& set, const std::string& meaning);

/// A study under way: first simulated, then written, then kept.
class StudyCommand {
 public:
  /// Reads the scenarios and makes the result folder, so that nothing is simulated in vain.
  StudyCommand(Studied studied, const StudyOptions& options, std::vector<std::string> command_line);

  /// @return false when interrupted before anything could be kept
  bool simulate();
  /// Writes what every study has; more tables may be written between this and `keep`.
  void write_tables();
  void add_file(const std::string& name, const std::string& sha256);
  /// Puts the folder in its place.
  /// @param tables  beside those that every study has
  void keep(std::vector<TableShape> tables = {});

  [[nodiscard]] const std::vector<NamedScenario>& scenarios() const { return studied_.scenarios; }
  [[nodiscard]] const Studied& studied() const { return studied_; }
  /// What was expected of injects, by scenario; null where nothing was injected.
  [[nodiscard]] const std::vector<std::unique_ptr<Lookouts>>& lookouts() const { return lookouts_; }
  [[nodiscard]] const Plan& plan() const { return plan_; }
  [[nodiscard]] const Simulated& simulated() const { return simulated_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_->path(); }
  /// Where the results are, as short as can be.
  [[nodiscard]] std::string place() const;
  [[nodiscard]] std::string command() const;
  [[nodiscard]] int exit_code() const;

 private:
  void watch();
  [[nodiscard]] std::unique_ptr<trace::Writer> watcher(std::size_t scenario,
                                                       std::uint32_t replication);
  [[nodiscard]] bool has_injects() const;
  [[nodiscard]] std::string default_place() const;
  [[nodiscard]] std::string title() const;

  StudyOptions options_;
  Studied studied_;
  std::vector<std::unique_ptr<Lookouts>> lookouts_;
  Plan plan_;
  Simulated simulated_;
  Manifest manifest_;
  std::unique_ptr<ResultFolder> folder_;
  std::unique_ptr<RunTables> tables_;
  std::unique_ptr<TraceFiles> traces_;  ///< null: none are wanted
  // Made before the folder and gone before it: no interruption leaves half of one.
  std::optional<terminal::Interrupt> interrupt_;
};

/// Prints to stdout; what cannot be printed is an error.
void print(const std::string& text);

}  // namespace cordon::commands
