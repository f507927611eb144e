#pragma once

#include <string>

#include "analysis/comparison.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/shown_unit.hpp"

namespace cordon::text {

/// A change in numbers for people: the same on a terminal and on a page.
struct ChangeWords {
  std::string baseline, variant;  ///< "" when there is none
  std::string unit;               ///< of these, and of the change when that has none of its own
  std::string change;             ///< "" when it is not known
  std::string range;              ///< of the change's interval; "" when there is none
  std::string change_unit;        ///< of a change that is small beside the levels, else ""
};

[[nodiscard]] ChangeWords words_of(const Change& change, const Marks& marks = {});

}  // namespace cordon::text
