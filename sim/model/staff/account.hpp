#pragma once

// Where the time of officers goes: sums over officers and time, exact.

#include <array>

#include "sim/engine/statistics.hpp"
#include "sim/engine/time.hpp"
#include "sim/model/ids.hpp"
#include "sim/model/staff/activity.hpp"

namespace cordon {

/// What the officers of one crew have done at one post, in officers times microseconds. The way to
/// a post is counted there.
struct Account {
  CrossingIndex home;
  std::uint16_t crew = 0;    ///< of the home post
  OperationIndex operation;  ///< that had lent them to it
  std::array<Int128, activities> spent{};
  Int128 rostered =
      0;  ///< hours of their shifts, and journeys; what they did in them adds up to it

  [[nodiscard]] Int128 of(Activity a) const { return spent[static_cast<std::size_t>(a)]; }
  /// On duty, and there.
  [[nodiscard]] Int128 on_duty() const {
    return rostered - of(Activity::absent) - of(Activity::travelling);
  }
  /// Those rostered less those absent, and overtime.
  [[nodiscard]] Int128 worked() const {
    return rostered - of(Activity::absent) + of(Activity::overtime);
  }
  void add(Activity a, int officers, Duration time) {
    spent[static_cast<std::size_t>(a)] += Int128{time.count()} * officers;
  }
  Account& operator+=(const Account& other) {
    for (std::size_t a = 0; a < activities; ++a) spent[a] += other.spent[a];
    rostered += other.rostered;
    return *this;
  }
  Account& operator-=(const Account& other) {
    for (std::size_t a = 0; a < activities; ++a) spent[a] -= other.spent[a];
    rostered -= other.rostered;
    return *this;
  }
};

}  // namespace cordon
