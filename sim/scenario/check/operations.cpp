// What joint operations must be.

#include <fmt/format.h>

#include "sim/scenario/check/check.hpp"

namespace cordon {
namespace {

// Officers of a move, at most.
int officers_for(const MoveSpec& move, const Scenario& s) {
  return move.team.empty() ? officers_at(s, move.from, *move.authority)
                           : s.team.at(move.team).officers;
}

void check_move(const MoveSpec& move, const std::string& at, const Scenario& s,
                Problems& problems) {
  const auto path = [&](std::string_view key) { return fmt::format("{}.{}", at, key); };
  if (move.from == move.to)
    problems.at(path("to"),
                fmt::format("is '{}', where it comes from; expected another crossing", move.to));
  if (move.officers > 0 && !move.authority)
    problems.at(path("officers"), "has no authority; expected authority = \"customs\" or another");
  if (!move.team.empty()) {
    const TeamSpec& team = s.team.at(move.team);
    if (team.crossing != move.from && team.base != move.from)
      problems.at(path("team"), fmt::format("'{}' is not at '{}'; expected a team that is",
                                            move.team, move.from));
    if (move.authority && team.authority != *move.authority)
      problems.at(path("team"), fmt::format("'{}' is of another authority; expected one of {}",
                                            move.team, name_of(*move.authority)));
  }
  if (move.authority && move.officers > officers_for(move, s))
    problems.at(path("officers"),
                fmt::format("is {}; expected at most {}, the officers of '{}'", move.officers,
                            officers_for(move, s), move.team.empty() ? move.from : move.team));
  const auto giver = s.crossing.find(move.from);
  if (!move.equipment.empty() &&
      (giver == s.crossing.end() || !giver->second.equipment.contains(move.equipment)))
    problems.at(path("equipment"), fmt::format("'{}' has no {}; expected a crossing that has one",
                                               move.from, move.equipment));
  if (move.officers == 0 && move.equipment.empty())
    problems.at(at, "moves nothing; expected officers or equipment");
}

bool takes_part(Authority authority, const OperationSpec& operation) {
  const auto& all = operation.authorities;
  return all.empty() || std::find(all.begin(), all.end(), authority) != all.end();
}

void check_kind(const std::string& name, const OperationSpec& operation, Problems& problems) {
  const std::string path = path_of({"operation", name, "kind"});
  const auto needs = [&](Authority authority) {
    if (!takes_part(authority, operation))
      problems.at(path, fmt::format("is {}, in which {} take part; expected `authorities` with "
                                    "\"{}\"",
                                    name_of(operation.kind),
                                    authority == Authority::customs ? "customs" : "border guards",
                                    name_of(authority)));
  };
  switch (operation.kind) {
    case OperationKind::priority_control_area:
      if (!operation.target) problems.at(path, "is priority_control_area; expected a `target`");
      return needs(Authority::customs);
    case OperationKind::frontex_joint_operation:
      return needs(Authority::border_guard);
    case OperationKind::common_intensified_controls:
      needs(Authority::customs);
      return needs(Authority::border_guard);
    case OperationKind::joint_customs_operation:
    case OperationKind::lewp_c_action:
      return needs(Authority::customs);
    case OperationKind::joint_action_days:
      return;
  }
}

void check_times(const std::string& name, const OperationSpec& operation, const Scenario& s,
                 Problems& problems) {
  const auto path = [&](std::string_view key) { return path_of({"operation", name, key}); };
  if (operation.start >= s.length)
    problems.at(path("start"), "lies beyond the end of the run; expected less than `length`");
  if (operation.leaks_at && *operation.leaks_at >= operation.start + operation.length)
    problems.at(path("leaks_at"), "is when all is over; expected less than `start` + `length`");
  if (operation.repeats > 1 && operation.repeat_every <= operation.length)
    problems.at(path("repeat_every"),
                "is not longer than the action days; expected more than `length`");
  if (operation.training > std::min(operation.notice, operation.start))
    problems.at(path("training"),
                "is longer than there is time from the orders on; expected at most `notice`");
}

}  // namespace

void check_operations(const Scenario& s, Problems& problems) {
  for (const auto& [name, operation] : s.operation) {
    check_times(name, operation, s, problems);
    check_kind(name, operation, problems);
    for (const auto& [move_name, move] : operation.move)
      check_move(move, path_of({"operation", name, "move", move_name}), s, problems);
    for (std::size_t c = 0; c < operation.crossings.size(); ++c)
      if (std::find(operation.crossings.begin(),
                    operation.crossings.begin() + static_cast<std::ptrdiff_t>(c),
                    operation.crossings[c]) !=
          operation.crossings.begin() + static_cast<std::ptrdiff_t>(c))
        problems.at(path_of({"operation", name, "crossings"}),
                    fmt::format("has '{}' twice; expected each once", operation.crossings[c]));
    const auto& known = operation.deconflicted_with;
    if (std::find(known.begin(), known.end(), name) != known.end())
      problems.at(path_of({"operation", name, "deconflicted_with"}),
                  fmt::format("has '{}' itself; expected others", name));
  }
}

}  // namespace cordon
