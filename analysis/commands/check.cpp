#include <fmt/format.h>

#include "analysis/calibrate/forecasts.hpp"
#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/exercise/branch.hpp"
#include "analysis/optimise/optimise.hpp"
#include "analysis/study/file_kind.hpp"
#include "analysis/sweep/finish.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::commands {
namespace {

std::string summary_of(const NamedScenario& named) {
  const Scenario& s = named.reading.spec;
  std::size_t assumed = 0;
  for (const auto& [path, value] : named.reading.provenance) assumed += value.is_assumed() ? 1 : 0;
  const auto count = [](const auto& entries, const char* what) {
    return text::counted(entries.size(), what);
  };
  return fmt::format(
      "{}: good. {}: {}, {}, {}, {}, {}, {:.3g} days; {} of {} parameters are assumed.\n",
      named.file, s.title, count(s.crossing, "crossing"), count(s.line, "line"),
      count(s.flow, "flow"), count(s.group, "group"), count(s.operation, "operation"),
      hours(s.length) / 24, assumed, named.reading.provenance.size());
}

std::string duration_text(double seconds) {
  if (seconds < 90) return fmt::format("{:.2g} s", seconds);
  if (seconds < 90 * 60) return fmt::format("{:.2g} min", seconds / 60);
  return fmt::format("{:.2g} h", seconds / 3600);
}

// A forecast is a run of its own length.
std::string calibration_summary(const Experiment& experiment, double each) {
  const Observations observations(experiment);
  const std::uint64_t runs = most_runs(experiment),
                      forecasts = forecast_runs(experiment, observations);
  const double length = hours(experiment.scenarios().front().reading.spec.length);
  const double seconds = each * (static_cast<double>(runs) + static_cast<double>(forecasts) *
                                                                 forecast::forecast_hours / length);
  return fmt::format("To calibrate: {} and at most {}{}, about {} on one thread at most.\n",
                     text::counted(observations.all().size(), "observation"),
                     text::counted(runs, "run"),
                     forecasts == 0 ? "" : fmt::format(", and {} of forecasts", forecasts),
                     duration_text(seconds));
}

// All designs are made, so that none is refused in the middle of a sweep, and a few runs timed.
std::string summary_of(const Experiment& experiment) {
  experiment.try_designs();
  if (experiment.spec().optimise) check_optimisation(experiment);
  const double each = timed_pilot(experiment);
  const std::uint64_t runs = runs_planned(experiment);
  std::string text = fmt::format(
      "{}: good. {}: {}, {}{}, {}{}: {}, about {} on one thread ({} each).\n", experiment.file(),
      experiment.spec().title, text::counted(experiment.factors().size(), "factor"),
      text::counted(experiment.designs(), "design"),
      experiment.left_out() == 0
          ? ""
          : fmt::format(" ({} left out by constraints)", experiment.left_out()),
      experiment.scenarios().size() == 1
          ? ""
          : text::counted(experiment.scenarios().size(), "scenario") + ", ",
      (experiment.spec().precision.empty() ? "" : "at least ") +
          text::counted(experiment.spec().replications, "replication"),
      text::counted(runs, "run"), duration_text(each * static_cast<double>(runs)),
      duration_text(each));
  if (experiment.spec().calibrate) text += calibration_summary(experiment, each);
  return text;
}

std::string summary_of(const std::string& file, const ExerciseSpec& exercise) {
  return fmt::format(
      "{}: good by itself. {}: {}; --injects with a scenario says whether they can "
      "happen in it.\n",
      file, exercise.title, text::counted(exercise.inject.size(), "inject"));
}

std::string summary_of(const Script& script, const std::string& file) {
  check_injects(script);
  return fmt::format("{}: good. {} in {}.\n", file, text::counted(script.injects.size(), "inject"),
                     script.base.file);
}

std::string summary_of(const Session& session, const std::vector<Override>& set) {
  for (const auto& [branch, unused] : session.spec.branch)
    check_injects(script_of(session, branch, set));
  return fmt::format("{}: good. {}: {} of {}.\n", session.file, session.spec.title,
                     std::to_string(session.spec.branch.size()) +
                         (session.spec.branch.size() == 1 ? " branch" : " branches"),
                     session.spec.scenario);
}

std::string summary_of(const std::string& file, const std::vector<std::string>& set,
                       const std::string& injects) {
  const auto overrides = parse_overrides(set);
  switch (kind_of_file(file)) {
    case FileKind::experiment:
      return summary_of(Experiment(file, set));
    case FileKind::exercise:
      return summary_of(file, read<ExerciseSpec>(file, overrides).spec);
    case FileKind::session:
      return summary_of(read_session(file), overrides);
    default:
      break;
  }
  if (!injects.empty()) return summary_of(read_script(file, overrides, injects), file);
  return summary_of(load_scenario(file, overrides));
}

int check_all(const std::vector<std::string>& files, const std::vector<std::string>& set,
              const std::string& injects, bool quiet) {
  std::vector<Problem> problems;
  for (const std::string& file : files) {
    try {
      const std::string summary = summary_of(file, set, injects);
      if (!quiet) print(summary);
    } catch (const ScenarioError& e) {  // the other files are checked as well
      add_new_problems(e, problems);
    }
  }
  if (!problems.empty()) throw ScenarioError(std::move(problems));
  return done;
}

}  // namespace

void add_check(CLI::App& cordon, Action& chosen) {
  struct Arguments {
    std::vector<std::string> files, set;
    std::string injects;
    bool quiet = false;
  };
  const auto arguments = std::make_shared<Arguments>();
  auto* command = cordon.add_subcommand(
      "check", "Read and check scenarios, experiments, exercises and sessions");
  command->footer("Example:\n  cordon check scenarios/pl_ua/*.toml");
  command
      ->add_option("SCENARIO", arguments->files,
                   "Scenario files, exercises, sessions, or experiments, of which a few runs are "
                   "timed")
      ->required();
  add_overrides(*command, arguments->set, "Override a parameter; repeatable");
  command
      ->add_option("--injects", arguments->injects,
                   "Check also that the injects of this exercise can happen in the scenarios")
      ->type_name("FILE");
  command->add_flag("--quiet", arguments->quiet, "Say nothing of files that are good");
  command->callback([&chosen, arguments] {
    chosen = [arguments] {
      return check_all(arguments->files, arguments->set, arguments->injects, arguments->quiet);
    };
  });
}

}  // namespace cordon::commands
