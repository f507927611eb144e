#pragma once

// Operations as bars above a time line, in rows where they overlap.

#include <span>
#include <vector>

#include "sim/output/trace/header.hpp"

namespace cordon::viz {

struct OperationBar {
  std::size_t operation = 0;  ///< of the header's list
  Time begins, ends;          ///< action days
  int row = 0;                ///< from above
  Time label_ends;            ///< its label must: at the end, or where the next of its row begins
};

/// In the order in which they begin, each in the first row that is free; where none is, in the one
/// that is free first.
/// @param until      those that begin later are left out
/// @param most_rows  at least 1
[[nodiscard]] std::vector<OperationBar> operation_bars(
    std::span<const trace::OperationShape> operations, Time until, int most_rows);

/// How many rows bars stand in; at least 1.
[[nodiscard]] int rows_of(std::span<const OperationBar> bars);

}  // namespace cordon::viz
