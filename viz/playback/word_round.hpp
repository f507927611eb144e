#pragma once

// How word of a find went round, step by step.

#include <memory>

#include "viz/playback/knowledge.hpp"

namespace cordon::viz {

/// One step of it: a row, or the whole way of a message.
struct WordStep {
  enum class Kind : std::uint8_t { find, report, case_of_unit, message, match, form, used };
  Kind kind{};
  Time at;  ///< of the row; of a message, when it began
  Found row;
  const MessageWay* way = nullptr;  ///< of messages
};

/// All steps of a chain in the order of time, each message once.
/// @param chain  is referred to
[[nodiscard]] std::vector<WordStep> steps_of(const Chain& chain);

/// Whether a row is a find: a seizure, referral or refusal, goods held, or somebody who fled.
[[nodiscard]] bool is_find(const trace::Row& row);

}  // namespace cordon::viz
