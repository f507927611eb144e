#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"

namespace cordon::terminal {

struct ChangeRow {
  std::string name;
  const Change* change = nullptr;
};

/// Baseline, variant, change with interval and verdict of each row, in the unit that its level is
/// easiest to read in; a change that is small beside it has a unit of its own.
///
/// @param title  heading of the names
/// @param rows   all primary, with simultaneous intervals and verdicts, or none of them
/// @return "" without rows
[[nodiscard]] std::string change_table(const std::string& title, const std::vector<ChangeRow>& rows,
                                       bool colours);

}  // namespace cordon::terminal
