// Rosters that a scenario may use by name.

#include "sim/scenario/spec/staff.hpp"

namespace cordon {
namespace {

// Four crews take turns: two days of each shift, then two days off.
RosterSpec four_by_eight() {
  RosterSpec roster;
  roster.shifts = {"06:00-14:00", "14:00-22:00", "22:00-06:00"};
  for (const std::string& shift : roster.shifts) roster.cycle.insert(roster.cycle.end(), 2, shift);
  roster.cycle.insert(roster.cycle.end(), 2, "off");
  roster.crews = 4;
  return roster;
}

RosterSpec overlapping() {
  RosterSpec roster;
  roster.shifts = {"00:00-08:00", "06:00-14:00", "12:00-20:00", "18:00-02:00"};
  return roster;
}

}  // namespace

const RosterSpec* find_roster(const std::map<std::string, RosterSpec>& rosters,
                              const std::string& name) {
  static const std::map<std::string, RosterSpec> ready = {{"four_by_eight", four_by_eight()},
                                                          {"overlapping", overlapping()}};
  if (const auto own = rosters.find(name); own != rosters.end()) return &own->second;
  const auto found = ready.find(name);
  return found == ready.end() ? nullptr : &found->second;
}

}  // namespace cordon
