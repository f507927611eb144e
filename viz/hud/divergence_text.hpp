#pragma once

#include <string>

#include "viz/hud/picture.hpp"
#include "viz/playback/divergence.hpp"

namespace cordon::viz {

/// What differs first, in words, and until when both runs are the same.
/// @param other  the name of the other run
[[nodiscard]] std::string divergence_text(const std::optional<Divergence>& divergence,
                                          const std::string& one, const trace::Header& header,
                                          const std::string& other,
                                          const trace::Header& other_header,
                                          const Calendar& calendar, bool truth, const Words& words);

}  // namespace cordon::viz
