#include "viz/app/open_run.hpp"

#include <fmt/format.h>

#include "analysis/exercise/session_named.hpp"
#include "analysis/results/trace_files.hpp"
#include "analysis/study/user_error.hpp"

namespace cordon::viz {
namespace {

namespace fs = std::filesystem;

std::string scenario_in(const fs::path& folder) {
  for (const char* needed : {trace_name, "scenario.toml"})
    if (!fs::exists(folder / needed))
      throw UserError(
          fmt::format("{}: has no {}; expected results of cordon run or compare with "
                      "--trace, or a scenario",
                      folder.string(), needed));
  return (folder / "scenario.toml").string();
}

std::shared_ptr<OpenRun> read_folder(const std::string& folder, const Progress& progress,
                                     std::stop_token stop) {
  auto run = std::make_shared<OpenRun>();
  run->name = fs::path(folder).lexically_normal().filename().string();
  run->scenario = read<Scenario>(scenario_in(folder)).spec;
  run->recording = Recording::open(fs::path(folder), progress, stop);
  return run->recording ? run : nullptr;
}

Opened opened_session(const SessionNamed& named, std::optional<std::uint64_t> seed) {
  Opened opened{nullptr, named.session, named.branch, true};
  if (seed) opened.session.spec.seed = static_cast<std::int64_t>(*seed);
  return opened;
}

// What a session would be in the working folder.
Opened new_session(const RunNamed& named, const OpenRun* traced) {
  SessionSpec spec;
  spec.scenario =
      traced ? scenario_in(named.name) : fs::path(named.name).lexically_normal().string();
  spec.seed = static_cast<std::int64_t>(named.seed.value_or(1));
  if (traced) {
    spec.seed = static_cast<std::int64_t>(traced->recording->header().run.seed);
    spec.replication = traced->recording->header().run.replication;
  }
  std::string branch;
  if (!named.injects.empty()) {
    branch = fs::path(named.injects).stem().string();
    spec.branch[branch].exercise = named.injects;
  }
  return {nullptr, session_of(std::move(spec), default_session_file), branch, false};
}

}  // namespace

std::optional<Opened> open_run(const RunNamed& named, const OpeningListener& listener,
                               std::stop_token stop) {
  const auto tell = [&](OpeningStage stage) {
    return [&listener, stage](double share) {
      if (listener) listener({stage, share});
    };
  };
  tell(OpeningStage::reading_scenario)(0);
  const auto session = session_named(named.name);
  if (!session && !fs::exists(named.name))
    throw UserError(named.name +
                    ": there is no such file or folder; expected a scenario, a session, or results "
                    "of cordon run with --trace");
  if (session && !named.injects.empty())
    throw UserError("--injects: a session has injects of its own; expected a scenario");
  const bool is_folder = !session && fs::is_directory(named.name);
  std::shared_ptr<OpenRun> traced;
  if (is_folder) traced = read_folder(named.name, tell(OpeningStage::reading_trace), stop);
  if (is_folder && !traced) return std::nullopt;
  Opened opened = session ? opened_session(*session, named.seed) : new_session(named, traced.get());
  if (traced && opened.branch.empty()) {
    opened.run = std::move(traced);
    return opened;
  }
  const bool truth = !traced || traced->recording->header().truth;
  try {
    opened.run = std::make_shared<OpenRun>(
        run_branch(opened.session, opened.branch, truth, tell(OpeningStage::simulating), stop));
  } catch (const Stopped&) {
    return std::nullopt;
  }
  return opened;
}

Opening::Opening(RunNamed named)
    : thread_([this, named = std::move(named)](const std::stop_token& stop) {
        const auto listen = [this](OpeningProgress progress) {
          const std::lock_guard lock(mutex_);
          progress_ = progress;
        };
        try {
          opened_ = open_run(named, listen, stop);
        } catch (...) {
          failure_ = std::current_exception();
        }
        over_ = true;
      }) {}

OpeningProgress Opening::progress() const {
  const std::lock_guard lock(mutex_);
  return progress_;
}

Opened Opening::take() {
  thread_.join();
  if (failure_) std::rethrow_exception(failure_);
  return std::move(*opened_);
}

}  // namespace cordon::viz
