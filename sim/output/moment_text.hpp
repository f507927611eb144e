#pragma once

// Moments as text, to the microsecond.

#include <array>
#include <chrono>
#include <string>
#include <string_view>

#include "sim/engine/time.hpp"

namespace cordon {

/// Writes moments of one run as ISO 8601 in UTC: "2026-06-27T18:00:00.000001Z". Keeps the text of
/// the last one, since most follow close upon it.
class MomentText {
 public:
  /// @param start  of the run
  explicit MomentText(std::chrono::sys_seconds start) : start_(start) {}
  /// @return good until the next call
  [[nodiscard]] std::string_view operator()(Time moment);

 private:
  std::chrono::sys_seconds start_;
  std::chrono::sys_seconds shown_ = std::chrono::sys_seconds::max();
  std::array<char, 48> text_{};
  std::size_t whole_ = 0;  // length of the text up to the second
};

/// The day of a moment, in UTC: "2026-06-27".
[[nodiscard]] std::string day_text(std::chrono::sys_seconds start, Time moment);

}  // namespace cordon
