#pragma once

// What came of an inject, in words.

#include <span>
#include <string>

#include "viz/exercise/branch_run.hpp"
#include "viz/hud/words.hpp"

namespace cordon::viz {

/// What should follow an inject: "A machine works again (Medyka, equipment xray scanner)".
[[nodiscard]] std::string expected_event_text(const ExpectSpec& expects,
                                              const trace::Header& header);

/// Whether it has come by a moment: "A machine works again (Medyka): came 30 Jun 09:12".
/// @param inject  one with a reaction
[[nodiscard]] std::string reaction_text(const InjectThen& inject, Time now,
                                        const trace::Header& header, const Calendar& calendar,
                                        const Words& words);

/// What becomes of a contingency that has not happened: "If not: Hrebenne gives a scanner", or "Not
/// needed: ..." once the reaction has come; "" when there is none.
[[nodiscard]] std::string contingency_text(const InjectThen& inject, Time now, const Words& words);

/// Of a contingency, why it happens: "Since that does not come:", with the event where `before` is
/// not the inject that it should have followed; "" of any other.
/// @param all     those of the run
/// @param before  the one that is told before it; null: none is
[[nodiscard]] std::string why_text(const InjectThen& inject, std::span<const InjectThen> all,
                                   const InjectThen* before, const trace::Header& header,
                                   const Words& words);

}  // namespace cordon::viz
