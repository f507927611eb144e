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

RosterSpec ready(RosterPattern pattern) {
  return pattern == RosterPattern::four_by_eight ? four_by_eight() : overlapping();
}

}  // namespace

RosterSpec find_roster(const std::map<std::string, RosterSpec>& rosters, const std::string& name) {
  const auto own = rosters.find(name);
  if (own == rosters.end())
    return ready(name == "overlapping" ? RosterPattern::overlapping : RosterPattern::four_by_eight);
  RosterSpec roster = own->second;
  if (roster.like == RosterPattern::own) return roster;
  RosterSpec pattern = ready(roster.like);
  roster.shifts = std::move(pattern.shifts);
  roster.cycle = std::move(pattern.cycle);
  roster.crews = pattern.crews;
  return roster;
}

}  // namespace cordon
