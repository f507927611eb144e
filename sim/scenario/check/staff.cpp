#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "sim/scenario/check/checks.hpp"

namespace cordon {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return false;
  for (const std::size_t i : {0, 1, 3, 4})
    if (!is_digit(text[i])) return false;
  return (text[0] - '0') * 10 + text[1] - '0' < 24 && text[3] < '6';
}

bool is_shift(std::string_view text) {
  return text.size() == 11 && text[5] == '-' && is_clock(text.substr(0, 5)) &&
         is_clock(text.substr(6));
}

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
    if (!is_shift(shift))
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

// Every first check needs somebody to make it.
void check_teams(const Scenario& s, Problems& problems) {
  for (const auto& [name, line] : s.line) {
    const CrossingSpec& crossing = s.crossing.at(line.crossing);
    for (const auto& [stage_name, stage] : s.layout.at(crossing.layout).stage)
      for (const Authority a : stage.crew)
        if (stage.own_lanes && officers_at(s, line.crossing, a) == 0)
          return problems.at("team",
                             fmt::format("crossing '{}' has no officers for its stage '{}'; "
                                         "expected a team of each authority of its crew",
                                         line.crossing, stage_name));
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
  check_teams(scenario, problems);
}

}  // namespace cordon
