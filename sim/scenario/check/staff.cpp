#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>

#include "sim/scenario/check/check.hpp"
#include "sim/scenario/competence.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
    if (!format::is_digit(text[i])) return false;
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

int minutes_of_clock(const std::string& shift, std::size_t at) {
  return std::stoi(shift.substr(at, 2)) * 60 + std::stoi(shift.substr(at + 3, 2));
}

// No crew begins a shift before its last one has ended.
void check_rest(const std::string& path, const RosterSpec& roster, Problems& problems) {
  for (std::size_t d = 0; d < roster.cycle.size(); ++d) {
    const std::string& one = roster.cycle[d];
    const std::string& next = roster.cycle[(d + 1) % roster.cycle.size()];
    if (!is_span(one) || !is_span(next)) continue;
    const int begins = minutes_of_clock(one, 0), ends = minutes_of_clock(one, 6);
    const bool runs_over = ends <= begins;
    if (runs_over && ends > minutes_of_clock(next, 0))
      return problems.at(path, fmt::format("'{}' runs into '{}' of the next day; expected shifts "
                                           "that a crew can work one after the other",
                                           one, next));
  }
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
  check_rest(path("cycle"), roster, problems);
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
    if (spec.shifts.size() > roster.shifts.size())
      problems.at(
          path + ".shifts",
          fmt::format("are {}; expected at most the {} of the roster: nobody has the others",
                      spec.shifts.size(), roster.shifts.size()));
  }
  for (const std::string& date : roster.holidays)
    if (!is_date(date))
      problems.at(path_of({"roster", name, "holidays"}),
                  fmt::format("'{}' is not a date; expected one such as \"2026-08-15\"", date));
  if (roster.holidays.empty() && roster.day.contains("holiday"))
    problems.at(path_of({"roster", name, "day", "holiday"}),
                "holds on no date; expected some in `holidays`");
  if (!roster.holidays.empty() && !roster.day.contains("holiday"))
    problems.at(path_of({"roster", name, "holidays"}),
                "has dates, and the roster has no day.holiday; expected what holds on them");
}

// Hours of the shortest shift, special days included.
Duration shortest_shift(const RosterSpec& roster) {
  const auto length = [](const std::string& shift) {
    const int minutes = minutes_of_clock(shift, 6) - minutes_of_clock(shift, 0);
    return std::chrono::minutes{minutes > 0 ? minutes : minutes + 24 * 60};
  };
  Duration shortest = 24h;
  for (const std::string& shift : roster.shifts)
    if (is_span(shift)) shortest = std::min<Duration>(shortest, length(shift));
  return shortest;
}

void check_handover(const std::string& name, const RosterSpec& roster, Problems& problems) {
  if (roster.handover >= shortest_shift(roster))
    problems.at(path_of({"roster", name, "handover"}),
                "is as long as a shift; expected less, or nobody is ever at a lane");
  if (roster.break_length > Duration::zero() && roster.break_from >= shortest_shift(roster))
    problems.at(path_of({"roster", name, "break_from"}),
                "lies beyond the end of a shift; expected less, or nobody has a break");
  else if (roster.break_length > Duration::zero() && roster.break_to > shortest_shift(roster))
    problems.at(path_of({"roster", name, "break_to"}),
                fmt::format("lies beyond the end of a shift; expected at most {:.3g} h, or not all "
                            "have their break",
                            hours(shortest_shift(roster))));
}

void check_breaks(const std::string& name, const RosterSpec& roster, Problems& problems) {
  if (roster.break_length > Duration::zero() &&
      roster.break_to - roster.break_from < roster.break_length)
    problems.at(path_of({"roster", name, "break_to"}),
                "leaves no room for a break after break_from; expected at least break_length more");
}

// Its shifts are its own, or those of a ready roster.
void check_pattern(const std::string& name, const RosterSpec& own, Problems& problems) {
  const bool has_own = !own.shifts.empty() || !own.cycle.empty() || own.crews > 0;
  const bool is_like = own.like != RosterPattern::own;
  if (!is_like && own.shifts.empty())
    problems.at(path_of({"roster", name}), "has no shifts; expected shifts, or like");
  if (is_like && has_own)
    problems.at(path_of({"roster", name, "like"}),
                "gives shifts to a roster that has its own; expected like, or shifts with cycle "
                "and crews");
}

void check_rosters(const Scenario& s, Problems& problems) {
  for (const auto& [name, own] : s.roster) {
    check_pattern(name, own, problems);
    const RosterSpec roster = find_roster(s.roster, name);
    check_shifts(roster.shifts, path_of({"roster", name, "shifts"}), problems);
    check_cycle(name, roster, problems);
    check_days(name, roster, problems);
    check_breaks(name, roster, problems);
    check_handover(name, roster, problems);
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

// Whether a team on call, or a mobile unit, may do there what nobody at the crossing may.
bool can_come(const Scenario& s, const std::string& crossing, std::optional<Authority> authority,
              PowerSet powers) {
  const std::string& there = s.crossing.at(crossing).country;
  return std::any_of(s.team.begin(), s.team.end(), [&](const auto& entry) {
    const TeamSpec& team = entry.second;
    const bool visits = std::find(team.beat.begin(), team.beat.end(), crossing) != team.beat.end();
    if (team.crossing == crossing || (authority && !is_of(team, *authority))) return false;
    if (team.on_call == 0 && !visits) return false;
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
void check_stage(const Scenario& s, const std::string& crossing, const std::string& name,
                 const StageSpec& stage, Problems& problems) {
  const PowerSet powers = powers_needed(stage);
  const auto need = [&](std::optional<Authority> a) {
    const bool nobody = !has_officers(s, crossing, a, 0);
    if (nobody ? !stage.own_lanes : has_officers(s, crossing, a, powers)) return;
    if (can_come(s, crossing, a, powers)) return;
    problems.at(path_of({"crossing", crossing}),
                nobody ? fmt::format("has no officers for its stage '{}'; expected a team of each "
                                     "authority of its crew",
                                     name)
                       : fmt::format("has no officers for its stage '{}' who may {}; expected a "
                                     "team with this power, or a row of competence that grants it",
                                     name, names_of(powers)));
  };
  if (stage.crew.empty() && powers != 0) need({});
  for (const Authority a : stage.crew) need(a);
}

void check_stages(const Scenario& s, Problems& problems) {
  std::set<std::string> with_lines;
  for (const auto& [name, line] : s.line) with_lines.insert(line.crossing);
  for (const std::string& crossing : with_lines)
    for (const auto& [name, stage] : s.layout.at(s.crossing.at(crossing).layout).stage)
      check_stage(s, crossing, name, stage, problems);
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

bool watches_green_border(const Scenario& s, const std::string& base) {
  const auto found = s.base.find(base);
  return found != s.base.end() && found->second.sector;
}

void check_stop(const std::string& name, const TeamSpec& team, const std::string& stop,
                const Scenario& s, Problems& problems) {
  const auto tell = [&](const std::string& problem) {
    problems.at(path_of({"team", name, "beat"}), problem);
  };
  if (stop == team.crossing || stop == team.base)
    return tell(fmt::format("leads to '{}', where the team comes from; expected others", stop));
  if (s.crossing.contains(stop)) return;
  if (!watches_green_border(s, stop))
    tell(
        fmt::format("leads to '{}', a base without a sector; expected crossings, and bases with "
                    "green border",
                    stop));
  else if (team.patrol.empty())
    tell(fmt::format("leads to '{}', whose green border is to be patrolled; expected a `patrol`",
                     stop));
}

void check_beat(const std::string& name, const TeamSpec& team, const Scenario& s,
                Problems& problems) {
  for (const std::string& stop : team.beat) check_stop(name, team, stop, s, problems);
  const auto needs_beat = [&](std::string_view key, bool given) {
    if (given && team.beat.empty())
      problems.at(path_of({"team", name, key}), "is given without a beat; expected one");
  };
  needs_beat("beat_choice", team.beat_choice != BeatChoice::in_turn);
  needs_beat("of_shifts", team.of_shifts > 0);
  needs_beat("selection_multiplier", team.selection_multiplier != 1);
  if (team.of_shifts > 0 && team.sets_out > team.of_shifts)
    problems.at(
        path_of({"team", name, "sets_out"}),
        fmt::format("is {}; expected at most {}, `of_shifts`", team.sets_out, team.of_shifts));
}

void check_patrol(const std::string& name, const TeamSpec& team, const Scenario& s,
                  Problems& problems) {
  if (team.patrol.empty()) return;
  const bool on_beat =
      std::any_of(team.beat.begin(), team.beat.end(),
                  [&](const std::string& stop) { return watches_green_border(s, stop); });
  if (!watches_green_border(s, team.base) && !on_beat)
    return problems.at(path_of({"team", name, "patrol"}),
                       "has no green border to watch; expected a base with a sector, or a beat "
                       "that leads to one");
  if (team.officers > 0 && team.officers < s.patrol.at(team.patrol).officers)
    problems.at(path_of({"team", name, "officers"}),
                fmt::format("is {}, too few for one patrol; expected at least {}", team.officers,
                            s.patrol.at(team.patrol).officers));
}

// By an operation, or with all of its authority.
bool is_moved(const std::string& name, const TeamSpec& team, const Scenario& s) {
  return std::any_of(s.operation.begin(), s.operation.end(), [&](const auto& operation) {
    const auto& moves = operation.second.move;
    return std::any_of(moves.begin(), moves.end(), [&](const auto& entry) {
      const MoveSpec& move = entry.second;
      return move.from == team.base && move.authority == team.authority &&
             (move.team.empty() || move.team == name);
    });
  });
}

bool is_sent_out(const std::string& name, const TeamSpec& team, const Scenario& s) {
  return team.on_call > 0 || !team.beat.empty() || !team.patrol.empty() ||
         team.base == s.investigation.unit || is_moved(name, team, s) ||
         std::any_of(s.secondment.begin(), s.secondment.end(),
                     [&](const auto& entry) { return entry.second.team == name; });
}

void check_teams(const Scenario& s, Problems& problems) {
  for (const auto& [name, team] : s.team) {
    if (!team.base.empty() && !is_sent_out(name, team, s))
      problems.at(path_of({"team", name, "base"}),
                  "is no post, and the team is sent nowhere; expected on_call, a beat, a "
                  "patrol or a secondment");
    check_patrol(name, team, s, problems);
    check_beat(name, team, s, problems);
    if (team.on_call > 0 && !team.beat.empty())
      problems.at(path_of({"team", name, "on_call"}),
                  "is given with a beat: whoever is on the beat cannot be called; expected one of "
                  "them");
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

void check_courses(const Scenario& s, Problems& problems) {
  for (const auto& [name, course] : s.course) {
    const int officers = s.team.at(course.team).officers;
    if (course.officers > officers)
      problems.at(path_of({"course", name, "officers"}),
                  fmt::format("is {}; expected at most {}, the officers of '{}'", course.officers,
                              officers, course.team));
  }
}

// A row for a country that nothing lies in would grant nothing, and say nothing.
void check_competence(const Scenario& s, Problems& problems) {
  std::set<std::string> countries{""};
  for (const auto& [name, crossing] : s.crossing) countries.insert(crossing.country);
  for (const CompetenceRow& row : s.competence)
    if (!countries.contains(row.country))
      problems.at("competence",
                  fmt::format("has a row for country '{}', where no crossing is; expected the "
                              "country of a crossing, as it is written there",
                              row.country));
}

// Officers of one team who are away for a time.
struct Away {
  std::string path;
  Duration from, until;
  int officers = 0;
};

// No officer is in two places: those seconded and those on a course are different ones.
void check_all_away(const std::string& who, const std::vector<Away>& all, int officers,
                    Problems& problems) {
  for (const Away& one : all) {
    int away = 0;
    for (const Away& other : all)
      if (other.from <= one.from && one.from < other.until) away += other.officers;
    if (one.officers <= officers && away > officers)
      return problems.at(one.path,
                         fmt::format("brings the {} at that time to {}; expected at most {}, all "
                                     "that there are",
                                     who, away, officers));
  }
}

void check_absences(const Scenario& s, Problems& problems) {
  for (const auto& [name, team] : s.team) {
    std::vector<Away> all;
    for (const auto& [n, away] : s.secondment)
      if (away.team == name)
        all.push_back({path_of({"secondment", n, "officers"}), away.start, away.start + away.length,
                       away.officers});
    for (const auto& [n, away] : s.course)
      if (away.team == name)
        all.push_back({path_of({"course", n, "officers"}), away.start, away.start + away.length,
                       away.officers});
    check_all_away(fmt::format("officers of '{}' who are seconded or on a course", name), all,
                   team.officers, problems);
  }
}

// Those who are taken for operations, as well as those above, of one authority at one post.
void check_lent(const Scenario& s, const std::string& post, Authority authority,
                Problems& problems) {
  std::vector<Away> all;
  bool any_lent = false;
  for (const auto& [o, operation] : s.operation)
    for (const auto& [m, move] : operation.move) {
      if (move.from != post || move.authority != authority || move.officers == 0) continue;
      any_lent = true;
      for (int n = 0; n < operation.repeats; ++n) {
        const Duration start = operation.start + n * operation.repeat_every;
        all.push_back({path_of({"operation", o, "move", m, "officers"}), start,
                       start + operation.length, move.officers});
      }
    }
  const auto is_here = [&](const std::string& team) {
    const TeamSpec& its = s.team.at(team);
    return (its.crossing == post || its.base == post) && its.authority == authority;
  };
  for (const auto& [n, away] : s.secondment)
    if (is_here(away.team))
      all.push_back({path_of({"secondment", n, "officers"}), away.start, away.start + away.length,
                     away.officers});
  for (const auto& [n, away] : s.course)
    if (is_here(away.team))
      all.push_back({path_of({"course", n, "officers"}), away.start, away.start + away.length,
                     away.officers});
  if (any_lent)
    check_all_away(fmt::format("{} officers of '{}' who are lent, seconded or on a course",
                               name_of(authority), post),
                   all, officers_at(s, post, authority), problems);
}

void check_all_lent(const Scenario& s, Problems& problems) {
  const auto check_one = [&](const std::string& post) {
    for (int a = 0; a < authorities; ++a) check_lent(s, post, static_cast<Authority>(a), problems);
  };
  for (const auto& [post, unused] : s.crossing) check_one(post);
  for (const auto& [base, unused] : s.base) check_one(base);
}

void check_secondments(const Scenario& s, Problems& problems) {
  for (const auto& [name, secondment] : s.secondment) {
    const auto path = [&](std::string_view key) { return path_of({"secondment", name, key}); };
    const TeamSpec& team = s.team.at(secondment.team);
    if (!s.crossing.contains(secondment.to) && !s.base.contains(secondment.to))
      problems.at(path("to"),
                  fmt::format("is '{}', no crossing or base; expected one", secondment.to));
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
    if ((team.crossing == crossing || team.base == crossing) && team.authority == authority)
      officers += team.officers;
  return officers;
}

void check_staff(const Scenario& scenario, Problems& problems) {
  check_rosters(scenario, problems);
  check_bases(scenario, problems);
  if (!check_homes(scenario, problems)) return;  // the rest asks where they are
  check_teams(scenario, problems);
  check_secondments(scenario, problems);
  check_courses(scenario, problems);
  check_absences(scenario, problems);
  check_all_lent(scenario, problems);
  check_competence(scenario, problems);
  check_stages(scenario, problems);
}

}  // namespace cordon
