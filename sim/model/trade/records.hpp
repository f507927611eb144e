#pragma once

// Observed arrivals: an observed day is replayed to the microsecond, and what was not observed is
// drawn. Kept small: a table may have millions of rows.

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/engine/time.hpp"
#include "sim/model/ids.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon {

/// One row, with the line that it means.
struct RecordedArrival {
  Time at;
  Duration patience{-1};    ///< below 0: drawn
  std::uint32_t first = 0;  ///< its first vehicle, over all rows: addresses its luck
  std::uint32_t count = 1;  ///< as many alike
  LineIndex line;
  FlowIndex flow;
  std::uint16_t travellers = 0;  ///< 0: drawn
  VehicleClass vehicle_class{};
  std::uint8_t priority = 0xff;  ///< 255: drawn
  std::int8_t empty = -1;        ///< 0 no, 1 yes, -1 drawn; so is the next
  std::int8_t aeo = -1;
};

/// How long a stage took.
struct RecordedTime {
  Duration takes;
  int stage;  ///< its order in the layout
};

struct Records {
  std::vector<RecordedArrival> rows;              ///< as in the table
  std::vector<std::vector<std::uint32_t>> order;  ///< by crossing: its rows, by time, then row
  std::vector<std::uint32_t> first_time;          ///< by row, and the end; empty: no times
  std::vector<RecordedTime> times;

  /// How long a stage took for a vehicle of a row, from 0; none: the table does not say.
  [[nodiscard]] std::optional<Duration> time(std::uint32_t row, int stage) const {
    if (first_time.empty()) return std::nullopt;
    for (std::uint32_t t = first_time[row]; t < first_time[row + 1]; ++t)
      if (times[t].stage == stage) return times[t].takes;
    return std::nullopt;
  }
};

}  // namespace cordon
