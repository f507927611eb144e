#pragma once

// All that a recording says of one thing, in order.

#include <stop_token>
#include <variant>
#include <vector>

#include "viz/playback/recording.hpp"

namespace cordon::viz {

/// Messages of one exchange about one find.
struct MessagesOn {
  Subject find;
  std::uint16_t exchange = 0;
};
/// A vehicle, crew, operation, group, or messages.
using About = std::variant<Subject, trace::CrewOf, OperationIndex, GroupIndex, MessagesOn>;

/// Whether a row says anything of it: of a vehicle also as the earlier find, or the agent that it
/// parts from; of a group all that happens there, and where its goods are named.
[[nodiscard]] bool tells_of(const trace::Row& row, const About& about, const trace::Header& header);

/// @return what has been found until it was asked to stop
[[nodiscard]] std::vector<Found> history(const Recording& recording, const About& about,
                                         std::stop_token stop = {});

}  // namespace cordon::viz
