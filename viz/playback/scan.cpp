#include "viz/playback/scan.hpp"

#include <algorithm>

namespace cordon::viz {

bool scan(const Recording& recording, RowRange range, const ChunkFilter& may_have,
          const std::function<bool(const Found&)>& visit, std::stop_token stop) {
  range.until = std::min(range.until, recording.rows());
  std::vector<trace::Row> rows;
  for (std::uint64_t n = range.from; n < range.until;) {
    const std::size_t c = n / rows_per_chunk;
    const Chunk& chunk = *recording.chunks()[c];
    const std::uint64_t first = c * rows_per_chunk;
    const std::uint64_t end = std::min(range.until, first + chunk.rows());
    if (stop.stop_requested()) return false;
    if (may_have(chunk)) {
      chunk.unpack(rows);
      for (; n < end; ++n)
        if (!visit({n, rows[n - first]})) return true;
    }
    n = end;
  }
  return true;
}

bool scan(const Recording& recording, RowRange range, const Wanted& wanted,
          const std::function<bool(const Found&)>& visit, std::stop_token stop) {
  return scan(
      recording, range, [&](const Chunk& chunk) { return chunk.may_have(wanted); },
      [&](const Found& found) { return !wanted(found.row) || visit(found); }, std::move(stop));
}

std::optional<Found> next(const Recording& recording, std::uint64_t from, const Wanted& wanted,
                          std::stop_token stop) {
  std::optional<Found> first;
  const auto take = [&](const Found& found) {
    first = found;
    return false;
  };
  scan(recording, {from, recording.rows()}, wanted, take, std::move(stop));
  return first;
}

std::optional<Found> previous(const Recording& recording, std::uint64_t before,
                              const Wanted& wanted, std::stop_token stop) {
  std::optional<Found> last;
  const auto take = [&](const Found& found) {
    last = found;
    return true;
  };
  // Chunk by chunk, from the last.
  for (std::uint64_t until = std::min(before, recording.rows()); until > 0 && !last;) {
    const std::uint64_t from = (until - 1) / rows_per_chunk * rows_per_chunk;
    if (!scan(recording, {from, until}, wanted, take, stop)) break;
    until = from;
  }
  return last;
}

}  // namespace cordon::viz
