#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>

#include "sim/scenario/check/check.hpp"
#include "sim/scenario/competence.hpp"

namespace cordon {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
    if (!is_digit(text[i])) return false;
  const auto number = [&](std::size_t at, std::size_t digits) {
    return std::stoi(std::string(text.substr(at, digits)));
  };
  return std::chrono::year_month_day{std::chrono::year{number(0, 4)},
                                     std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                     std::chrono::day{static_cast<unsigned>(number(8, 2))}}
      .ok();
}

void check_shifts(const std::vector<std::string>& shifts, const std::string& path,
                  Problems& problems) {
  for (const std::string& shift : shifts)
    if (!is_span(shift))
      problems.at(path,
                  fmt::format("'{}' is not a shift; expected one such as \"06:00-14:00\"", shift));
}

void check_cycle(const std::string& name, const RosterSpec& roster, Problems& problems) {
  const auto path = [&](std::string_view key) { return path_of({"roster", name, key}); };
  if (roster.cycle.empty()) {
    if (roster.crews > 0)
      problems.at(path("crews"), "is given without a cycle; expected a cycle that they follow");
    return;
  }
  const auto is_off = [](const std::string& day) { return day == "off"; };
  for (const std::string& day : roster.cycle)
    if (!is_off(day) &&
        std::find(roster.shifts.begin(), roster.shifts.end(), day) == roster.shifts.end())
      problems.at(
          path("cycle"),
          fmt::format("'{}' is not one of the shifts; expected one of them or \"off\"", day));
  if (std::all_of(roster.cycle.begin(), roster.cycle.end(), is_off))
    problems.at(path("cycle"), "has no shift; expected at least one");
  const int days = static_cast<int>(roster.cycle.size());
  if (roster.crews < 1 || days % roster.crews != 0)
    problems.at(path("crews"),
                fmt::format("is {}; expected a number that divides the {} days of the cycle",
                            roster.crews, days));
}

void check_days(const std::string& name, const RosterSpec& roster, Problems& problems) {
  constexpr std::array days = {"monday", "tuesday",  "wednesday", "thursday",
                               "friday", "saturday", "sunday",    "holiday"};
  for (const auto& [day, spec] : roster.day) {
    const std::string path = path_of({"roster", name, "day", day});
    if (std::find(days.begin(), days.end(), day) == days.end())
      problems.at(path, fmt::format("'{}' is no day; expected monday to sunday, or holiday", day));
    check_shifts(spec.shifts, path + ".shifts", problems);
  }
  for (const std::string& date : roster.holidays)
    if (!is_date(date))
      problems.at(path_of({"roster", name, "holidays"}),
                  fmt::format("'{}' is not a date; expected one such as \"2026-08-15\"", date));
  if (!roster.holidays.empty() && !roster.day.contains("holiday"))
    problems.at(path_of({"roster", name, "holidays"}),
                "has dates, and the roster has no day.holiday; expected what holds on them");
}

void check_breaks(const std::string& name, const RosterSpec& roster, Problems& problems) {
  if (roster.break_length > Duration::zero() &&
      roster.break_to - roster.break_from < roster.break_length)
    problems.at(path_of({"roster", name, "break_to"}),
                "leaves no room for a break after break_from; expected at least break_length more");
}

void check_rosters(const Scenario& s, Problems& problems) {
  for (const auto& [name, roster] : s.roster) {
    check_shifts(roster.shifts, path_of({"roster", name, "shifts"}), problems);
    check_cycle(name, roster, problems);
    check_days(name, roster, problems);
    check_breaks(name, roster, problems);
  }
}

bool is_of(const TeamSpec& team, Authority authority) {
  return team.authority == authority || std::find(team.joint_with.begin(), team.joint_with.end(),
                                                  authority) != team.joint_with.end();
}

// The country of a base is its own, or that of the place or crossing where it lies.
const std::string& country_of(const TeamSpec& team, const Scenario& s) {
  if (!team.crossing.empty()) return s.crossing.at(team.crossing).country;
  const BaseSpec& base = s.base.at(team.base);
  if (!base.country.empty()) return base.country;
  const auto place = s.place.find(base.place);
  return place != s.place.end() ? place->second.country : s.crossing.at(base.place).country;
}

// What a team may do in a country.
PowerSet powers_of(const TeamSpec& team, const std::string& country, const Scenario& s) {
  const Service service = team.frontex                     ? Service::frontex
                          : country_of(team, s) == country ? Service::national
                                                           : Service::guest;
  PowerSet powers = powers_of(s.competence, team.authority, service, country);
  for (const Authority a : team.joint_with) powers |= powers_of(s.competence, a, service, country);
  return powers;
}

// Whether there are officers at a crossing who are of an authority, if any, and have the powers.
bool has_officers(const Scenario& s, const std::string& crossing,
                  std::optional<Authority> authority, PowerSet powers) {
  return std::any_of(s.team.begin(), s.team.end(), [&](const auto& entry) {
    const TeamSpec& team = entry.second;
    return team.crossing == crossing && team.officers > 0 &&
           (!authority || is_of(team, *authority)) &&
           (powers_of(team, s.crossing.at(crossing).country, s) & powers) == powers;
  });
}

// Whether a team on call may do there what nobody at the crossing may.
bool can_be_called(const Scenario& s, const std::string& crossing,
                   std::optional<Authority> authority, PowerSet powers) {
  const std::string& there = s.crossing.at(crossing).country;
  return std::any_of(s.team.begin(), s.team.end(), [&](const auto& entry) {
    const TeamSpec& team = entry.second;
    if (team.on_call == 0 || team.crossing == crossing || (authority && !is_of(team, *authority)))
      return false;
    return (powers_of(team, there, s) & powers) == powers;
  });
}

std::string names_of(PowerSet set) {
  std::string names;
  for (int p = 0; p < powers; ++p)
    if (set >> p & 1u)
      names += (names.empty() ? "" : ", ") + std::string(name_of(static_cast<Power>(p)));
  return names;
}

// Every first check needs somebody to make it, and whoever is to make any check must be allowed to.
// @return whether there was a problem
bool check_stage(const Scenario& s, const std::string& crossing, const std::string& name,
                 const StageSpec& stage, Problems& problems) {
  const PowerSet powers = powers_needed(stage);
  const auto lacks = [&](std::optional<Authority> a) {
    const bool nobody = !has_officers(s, crossing, a, 0);
    if (nobody ? !stage.own_lanes : has_officers(s, crossing, a, powers)) return false;
    if (can_be_called(s, crossing, a, powers)) return false;
    problems.at("team", nobody ? fmt::format("crossing '{}' has no officers for its stage '{}'; "
                                             "expected a team of each authority of its crew",
                                             crossing, name)
                               : fmt::format("crossing '{}' has no officers for its stage '{}' who "
                                             "may {}; expected a team with this power, or a row of "
                                             "competence that grants it",
                                             crossing, name, names_of(powers)));
    return true;
  };
  if (stage.crew.empty()) return powers != 0 && lacks({});
  return std::any_of(stage.crew.begin(), stage.crew.end(), lacks);
}

void check_stages(const Scenario& s, Problems& problems) {
  std::set<std::string> with_lines;
  for (const auto& [name, line] : s.line) with_lines.insert(line.crossing);
  for (const std::string& crossing : with_lines)
    for (const auto& [name, stage] : s.layout.at(s.crossing.at(crossing).layout).stage)
      if (check_stage(s, crossing, name, stage, problems)) return;
}

// @return whether all teams have one home
bool check_homes(const Scenario& s, Problems& problems) {
  bool all = true;
  for (const auto& [name, team] : s.team) {
    if (team.crossing.empty() != team.base.empty()) continue;
    all = false;
    problems.at(path_of({"team", name}),
                team.base.empty() ? "has neither a crossing nor a base; expected one of them"
                                  : "has a crossing and a base; expected one of them");
  }
  return all;
}

void check_beat(const std::string& name, const TeamSpec& team, Problems& problems) {
  for (const std::string& post : team.beat)
    if (post == team.crossing)
      return problems.at(
          path_of({"team", name, "beat"}),
          fmt::format("leads to '{}', the team's own crossing; expected others", post));
}

void check_teams(const Scenario& s, Problems& problems) {
  for (const auto& [name, team] : s.team) {
    check_beat(name, team, problems);
    if (team.on_call > team.officers)
      problems.at(
          path_of({"team", name, "on_call"}),
          fmt::format("is {}; expected at most {}, its officers", team.on_call, team.officers));
    if (team.frontex && team.authority != Authority::border_guard)
      problems.at(path_of({"team", name, "frontex"}),
                  "is true of another authority; expected authority = \"border_guard\"");
  }
}

void check_bases(const Scenario& s, Problems& problems) {
  for (const auto& [name, base] : s.base)
    if (s.crossing.contains(name))
      problems.at(path_of({"base", name}), "has the name of a crossing; expected one of its own");
}

void check_secondments(const Scenario& s, Problems& problems) {
  for (const auto& [name, secondment] : s.secondment) {
    const auto path = [&](std::string_view key) { return path_of({"secondment", name, key}); };
    const TeamSpec& team = s.team.at(secondment.team);
    if (secondment.to == team.crossing)
      problems.at(path("to"),
                  fmt::format("is '{}', the team's own crossing; expected another", secondment.to));
    if (secondment.officers > team.officers)
      problems.at(path("officers"),
                  fmt::format("is {}; expected at most {}, the officers of '{}'",
                              secondment.officers, team.officers, secondment.team));
    if (secondment.start >= s.length)
      problems.at(path("start"), "lies beyond the end of the run; expected less than `length`");
  }
}

}  // namespace

int officers_at(const Scenario& s, const std::string& crossing, Authority authority) {
  int officers = 0;
  for (const auto& [name, team] : s.team)
    if (team.crossing == crossing && team.authority == authority) officers += team.officers;
  return officers;
}

void check_staff(const Scenario& scenario, Problems& problems) {
  check_rosters(scenario, problems);
  check_bases(scenario, problems);
  if (!check_homes(scenario, problems)) return;  // the rest asks where they are
  check_teams(scenario, problems);
  check_secondments(scenario, problems);
  check_stages(scenario, problems);
}

}  // namespace cordon
