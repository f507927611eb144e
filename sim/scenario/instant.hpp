#pragma once

#include <chrono>
#include <optional>

#include "sim/engine/time.hpp"

namespace cordon {

/// When something happened: a date and time, or a time since the start of the run.
struct Instant {
  using Moment = std::chrono::sys_time<std::chrono::microseconds>;
  std::optional<Moment> moment;
  Duration since_start{0};  ///< when there is no moment

  /// @param start  of the run
  /// @return before start_of_run for a moment before that
  [[nodiscard]] Time in_run(std::chrono::sys_seconds start) const {
    return start_of_run + (moment ? Duration{*moment - start} : since_start);
  }
  bool operator==(const Instant&) const = default;
};

}  // namespace cordon
