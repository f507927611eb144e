#pragma once

// Looks through a recording for rows, and unpacks only what may have them.

#include <functional>
#include <optional>
#include <stop_token>

#include "viz/playback/recording.hpp"

namespace cordon::viz {

/// Rows from the first number up to the second, which is not included.
struct RowRange {
  std::uint64_t from = 0, until = 0;
};

/// Whether a chunk is worth unpacking.
using ChunkFilter = std::function<bool(const Chunk&)>;

/// Visits all rows of a range, but for chunks that are not worth it.
/// @param visit  returns false to end it
/// @return false when it was asked to stop
bool scan(const Recording& recording, RowRange range, const ChunkFilter& may_have,
          const std::function<bool(const Found&)>& visit, std::stop_token stop = {});

/// Visits the rows of a range that are wanted, in their order.
/// @param visit  returns false to end it
/// @return false when it was asked to stop
bool scan(const Recording& recording, RowRange range, const Wanted& wanted,
          const std::function<bool(const Found&)>& visit, std::stop_token stop = {});

/// The first that is wanted, with a number of at least `from`.
[[nodiscard]] std::optional<Found> next(const Recording& recording, std::uint64_t from,
                                        const Wanted& wanted, std::stop_token stop = {});
/// The last that is wanted, with a number below `before`.
[[nodiscard]] std::optional<Found> previous(const Recording& recording, std::uint64_t before,
                                            const Wanted& wanted, std::stop_token stop = {});

}  // namespace cordon::viz
