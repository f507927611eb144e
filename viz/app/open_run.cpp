#include "viz/app/open_run.hpp"

#include <fmt/format.h>

#include "analysis/results/trace_files.hpp"
#include "analysis/study/user_error.hpp"
#include "viz/app/simulate_run.hpp"

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

}  // namespace

std::optional<OpenRun> open_run(const std::string& named, std::uint64_t seed,
                                const OpeningListener& listener, std::stop_token stop) {
  const auto tell = [&](OpeningStage stage, double share) {
    if (listener) listener({stage, share});
  };
  if (!fs::exists(named))
    throw UserError(named +
                    ": there is no such file or folder; expected a scenario, or results of "
                    "cordon run with --trace");
  tell(OpeningStage::reading_scenario, 0);
  const bool is_folder = fs::is_directory(named);
  OpenRun run{named, {}, nullptr};
  if (is_folder) {
    run.scenario = read<Scenario>(scenario_in(named)).spec;
    run.recording = Recording::open(
        fs::path(named), [&](double share) { tell(OpeningStage::reading_trace, share); }, stop);
  } else {
    NamedScenario scenario = load_scenario(named, {});
    if (scenario.reading.spec.scale > 1)
      throw UserError(fmt::format(
          "{}: its agents stand for up to {} vehicles, which cannot be shown one by one; expected "
          "scale = 1",
          named, scenario.reading.spec.scale));
    run.recording = simulate_run(
        scenario, seed, [&](double share) { tell(OpeningStage::simulating, share); }, stop);
    run.scenario = std::move(scenario.reading.spec);
  }
  if (!run.recording) return std::nullopt;
  return run;
}

Opening::Opening(std::string named, std::uint64_t seed)
    : thread_([this, named = std::move(named), seed](const std::stop_token& stop) {
        const auto listen = [this](OpeningProgress progress) {
          const std::lock_guard lock(mutex_);
          progress_ = progress;
        };
        try {
          run_ = open_run(named, seed, listen, stop);
        } catch (...) {
          failure_ = std::current_exception();
        }
        over_ = true;
      }) {}

OpeningProgress Opening::progress() const {
  const std::lock_guard lock(mutex_);
  return progress_;
}

OpenRun Opening::take() {
  thread_.join();
  if (failure_) std::rethrow_exception(failure_);
  return std::move(*run_);
}

}  // namespace cordon::viz
