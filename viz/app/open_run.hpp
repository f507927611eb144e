#pragma once

// Gets a run onto the screen: reads a result folder, or simulates a scenario, beside the drawing.

#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "sim/scenario/scenario.hpp"
#include "viz/playback/recording.hpp"

namespace cordon::viz {

/// What the scenario says of places, and what happened.
struct OpenRun {
  std::string name;  ///< as the user named it
  Scenario scenario;
  std::shared_ptr<const Recording> recording;
};

enum class OpeningStage : std::uint8_t { reading_scenario, reading_trace, simulating };
struct OpeningProgress {
  OpeningStage stage{};
  double share = 0;  ///< of the stage
};
/// Told from the thread that opens.
using OpeningListener = std::function<void(OpeningProgress)>;

/// @param named  a result folder with a trace, or a scenario, of which replication 1 is simulated
/// @return none when it was asked to stop
/// @throws ScenarioError, trace::TraceError, UserError  when it cannot be opened
[[nodiscard]] std::optional<OpenRun> open_run(const std::string& named, std::uint64_t seed,
                                              const OpeningListener& listener = {},
                                              std::stop_token stop = {});

/// Opens a run on a thread of its own, and stops when nobody waits for it any more.
class Opening {
 public:
  Opening(std::string named, std::uint64_t seed);

  [[nodiscard]] OpeningProgress progress() const;
  [[nodiscard]] bool is_over() const { return over_; }
  /// When it is over, once.
  /// @throws  what opening has thrown
  [[nodiscard]] OpenRun take();

 private:
  mutable std::mutex mutex_;
  OpeningProgress progress_;
  std::optional<OpenRun> run_;
  std::exception_ptr failure_;
  std::atomic<bool> over_ = false;
  std::jthread thread_;  // last: it uses the others
};

}  // namespace cordon::viz
