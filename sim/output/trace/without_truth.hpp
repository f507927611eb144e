#pragma once

// A trace for those who are not to know more than an authority does.

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "sim/output/trace/catalogue.hpp"

namespace cordon::trace {

/// Takes from the rows of a trace, in their order, what no authority sees: rows of what happens at
/// regions and groups, and what vehicles hide. Vehicles are numbered as they are first
/// heard of, since the name of where one comes from would tell that a group has sent it.
///
/// Memory grows with the vehicles in the system, with seizures and with the blue lane.
class WithoutTruth {
 public:
  WithoutTruth();
  /// @return false: the whole row is to be left out
  [[nodiscard]] bool take_from(Row& row);

 private:
  /// Vehicles that have left a place at an instant: until time goes on there, they may still be
  /// heard to go on to another border.
  struct Leaving {
    std::int64_t time = 0;
    std::vector<Subject> vehicles;
  };
  void rename(Row& row, Key key);
  void follow(const Row& row, Subject known);
  void forget_before(const Row& row);
  std::vector<std::vector<std::size_t>> truth_slots_;  // by event
  std::map<Subject, std::uint32_t> number_;            // of vehicles that may be heard of again
  std::set<Subject> initial_;                          // vehicles, which keep their names
  std::set<Subject> audited_;                          // that the blue lane has taken
  std::map<std::uint16_t, Leaving> leaving_;           // by place
  std::uint32_t heard_of_ = 0;
};

}  // namespace cordon::trace
