#include "viz/exercise/branch_run.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/study/user_error.hpp"
#include "sim/scenario/format/text.hpp"
#include "viz/exercise/simulate_run.hpp"

namespace cordon::viz {
namespace {

std::vector<Reaction> reactions_in(const Recording& recording, const Script& script,
                                   const std::vector<Happening>& happenings) {
  const bool any = std::any_of(happenings.begin(), happenings.end(), [&](const Happening& h) {
    return inject_of(script, h.inject).spec.expects.has_value();
  });
  if (!any) return {};
  Lookout lookout(script, happenings, recording.header());
  std::vector<trace::Row> rows;
  for (const auto& chunk : recording.chunks()) {
    chunk->unpack(rows);
    lookout.see(rows);
  }
  return lookout.reactions();
}

// Keys of branch.night.inject.broken_1.broken.crossing are told of the inject: what is before them
// is plain.
InjectProblem told_of_inject(const Problem& problem, const std::string& branch) {
  const auto keys = format::split_path(problem.path);
  const std::string root = path_of({"branch", branch, "inject"}) + '.';
  if (!keys || keys->size() < 4 || !problem.path.starts_with(root))
    return {"", problem.path.empty() ? problem.message : problem.path + ": " + problem.message};
  const std::string key = format::joined({keys->begin() + 4, keys->end()}, ".");
  return {(*keys)[3], key.empty() ? problem.message : key + ": " + problem.message};
}

}  // namespace

std::vector<InjectProblem> problems_in(const ScenarioError& error, const std::string& branch) {
  std::vector<InjectProblem> problems;
  for (const Problem& problem : error.problems) problems.push_back(told_of_inject(problem, branch));
  return problems;
}

std::vector<InjectProblem> problems_of_branch(const Session& session, const std::string& branch) {
  try {
    check_injects(script_of(session, branch));
  } catch (const ScenarioError& error) {
    return problems_in(error, branch);
  }
  return {};
}

std::vector<InjectThen> injects_in(const Recording& recording, const Script& script,
                                   const std::vector<Happening>& happenings) {
  const auto reactions = reactions_in(recording, script, happenings);
  std::vector<InjectThen> injects;
  for (const Happening& happening : happenings) {
    InjectThen inject{happening.inject, start_of_run + happening.at,
                      inject_of(script, happening.inject).spec};
    for (const Reaction& reaction : reactions)
      if (reaction.inject == inject.name) inject.reaction = reaction;
    for (const PlacedInject& other : script.injects)
      if (other.spec.contingency == inject.name) inject.instead_of = other.name;
    if (!inject.says.contingency.empty())
      inject.otherwise = inject_of(script, inject.says.contingency).spec.text;
    injects.push_back(std::move(inject));
  }
  return injects;
}

OpenRun run_branch(const Session& session, const std::string& branch, bool truth,
                   const Progress& progress, std::stop_token stop) {
  const Script script = script_of(session, branch);
  const RunWanted wanted{static_cast<std::uint64_t>(session.spec.seed), session.spec.replication,
                         truth};
  if (const int scale = script.base.reading.spec.scale; scale > 1)
    throw UserError(fmt::format(
        "{}: its agents stand for up to {} vehicles, which cannot be shown one by one; expected "
        "scale = 1",
        session.spec.scenario, scale));
  Played played = decide(script, {wanted.seed, wanted.replication, progress, stop});
  auto recording = simulate_run(played.scenario, wanted, progress, stop);
  if (!recording) throw Stopped();
  auto injects = injects_in(*recording, script, played.happenings);
  return {branch.empty() ? script.base.name : branch, std::move(played.scenario.reading.spec),
          std::move(recording), std::move(injects)};
}

}  // namespace cordon::viz
