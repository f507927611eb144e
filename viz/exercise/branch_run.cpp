#include "viz/exercise/branch_run.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/study/user_error.hpp"
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

// "broken.crossing" of branch.night.inject.broken_1.broken.crossing: what is before it is plain.
std::string key_in_inject(const std::string& path, const std::string& branch) {
  const std::string root = path_of({"branch", branch, "inject"}) + '.';
  if (!path.starts_with(root)) return path;
  const std::size_t end = path.find('.', root.size());
  return end == std::string::npos ? "" : path.substr(end + 1);
}

}  // namespace

std::vector<std::string> lines_of(const ScenarioError& error, const std::string& branch) {
  std::vector<std::string> lines;
  for (const Problem& problem : error.problems) {
    const std::string key = key_in_inject(problem.path, branch);
    lines.push_back(key.empty() ? problem.message : key + ": " + problem.message);
  }
  return lines;
}

std::vector<std::string> problems_of_branch(const Session& session, const std::string& branch) {
  try {
    check_injects(script_of(session, branch));
  } catch (const ScenarioError& error) {
    return lines_of(error, branch);
  }
  return {};
}

std::vector<InjectThen> injects_in(const Recording& recording, const Script& script,
                                   const std::vector<Happening>& happenings) {
  const auto reactions = reactions_in(recording, script, happenings);
  std::vector<InjectThen> injects;
  for (const Happening& happening : happenings) {
    InjectThen inject{happening.inject, start_of_run + happening.at,
                      inject_of(script, happening.inject).spec, std::nullopt};
    for (const Reaction& reaction : reactions)
      if (reaction.inject == inject.name) inject.reaction = reaction;
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
