#pragma once

// Where two recordings of one world part: a run and its branch, or two variants with one seed.

#include <optional>
#include <string>

#include "viz/playback/recording.hpp"

namespace cordon::viz {

/// The first row that is not the same in both. `row` is empty where the recording has ended.
struct Divergence {
  std::uint64_t number = 0;  ///< rows before it are the same
  Time time;                 ///< when: of the earlier row
  std::optional<trace::Row> row, other;
};

/// Why rows of two recordings cannot be compared: in one line; "" when they can. Their worlds must
/// have the same places, crossings, lines and crews, start, seed and replication.
[[nodiscard]] std::string difference_of_worlds(const trace::Header& one,
                                               const trace::Header& other);

/// Chunks that are the same are not unpacked.
/// @return none: the rows are the same, byte for byte
/// @throws std::invalid_argument  with difference_of_worlds
[[nodiscard]] std::optional<Divergence> first_divergence(const Recording& one,
                                                         const Recording& other);

/// The same among the rows that somebody at the border sees; `number` is that of the first that
/// differs at all.
[[nodiscard]] std::optional<Divergence> first_seen_divergence(const Recording& one,
                                                              const Recording& other);

}  // namespace cordon::viz
