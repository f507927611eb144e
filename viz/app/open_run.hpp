#pragma once

// Gets a run onto the screen: reads a result folder, or simulates a scenario, beside the drawing.

#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "viz/exercise/branch_run.hpp"

namespace cordon::viz {

/// Where a new session would be saved: its files are told from there.
inline constexpr const char* default_session_file = "session.toml";

enum class OpeningStage : std::uint8_t { reading_scenario, reading_trace, simulating };
struct OpeningProgress {
  OpeningStage stage{};
  double share = 0;  ///< of the stage
};
/// Told from the thread that opens.
using OpeningListener = std::function<void(OpeningProgress)>;

/// What is to be opened.
struct RunNamed {
  /// A result folder with a trace; a scenario, of which replication 1 is simulated; a session, of
  /// which the scenario is; or one of its branches: "session.toml:night".
  std::string name;
  std::string injects;                ///< file of an exercise that is played too; "": none
  std::optional<std::uint64_t> seed;  ///< of a simulation; none: that of the session, or 1
};

/// A run, and the session that it belongs to: of a session's file, or a new one.
struct Opened {
  std::shared_ptr<const OpenRun> run;
  Session session;
  std::string branch;     ///< of the run; "": the scenario
  bool is_saved = false;  ///< the session is in its file
};

/// @return none when it was asked to stop
/// @throws ScenarioError, trace::TraceError, UserError  when it cannot be opened
[[nodiscard]] std::optional<Opened> open_run(const RunNamed& named,
                                             const OpeningListener& listener = {},
                                             std::stop_token stop = {});

/// Opens a run on a thread of its own, and stops when nobody waits for it any more.
class Opening {
 public:
  explicit Opening(RunNamed named);

  [[nodiscard]] OpeningProgress progress() const;
  [[nodiscard]] bool is_over() const { return over_; }
  /// When it is over, once.
  /// @throws  what opening has thrown
  [[nodiscard]] Opened take();

 private:
  mutable std::mutex mutex_;
  OpeningProgress progress_;
  std::optional<Opened> opened_;
  std::exception_ptr failure_;
  std::atomic<bool> over_ = false;
  std::jthread thread_;  // last: it uses the others
};

}  // namespace cordon::viz
