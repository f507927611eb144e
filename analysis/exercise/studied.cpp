#include "analysis/exercise/studied.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "analysis/exercise/session_named.hpp"
#include "analysis/study/user_error.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

// One scenario of the study, before it is read.
struct Entry {
  std::string file;                  ///< of the scenario; "": of a session
  std::shared_ptr<Session> session;  ///< null: of no session
  std::string branch;                ///< "": the session's scenario
};

std::vector<Entry> entries_of(const std::string& said, bool with_scenario) {
  const auto named = session_named(said);
  if (!named) return {{said, nullptr, ""}};
  const auto session = std::make_shared<Session>(named->session);
  if (!named->branch.empty()) return {{"", session, named->branch}};
  std::vector<Entry> entries;
  if (with_scenario || session->spec.branch.empty()) entries.push_back({"", session, ""});
  for (const auto& [name, unused] : session->spec.branch) entries.push_back({"", session, name});
  return entries;
}

std::vector<Entry> entries_of(const StudyInput& input) {
  std::vector<Entry> all;
  for (std::size_t f = 0; f < input.files.size(); ++f) {
    const auto its = entries_of(input.files[f], input.with_scenario && f == 0);
    all.insert(all.end(), its.begin(), its.end());
  }
  const bool sessions =
      std::any_of(all.begin(), all.end(), [](const Entry& e) { return e.session != nullptr; });
  if (sessions && !input.injects.empty())
    throw UserError("--injects: a session has injects of its own; expected scenarios without");
  return all;
}

void refuse_several(const std::string& file, const std::vector<Entry>& entries) {
  std::vector<std::string> names;
  for (const Entry& entry : entries) names.push_back(entry.branch);
  throw UserError(fmt::format("{}: has several branches; expected {}:NAME, with one of {}", file,
                              file, format::joined(names)));
}

// All are run under the same luck.
void set_luck(const std::vector<Entry>& entries, const StudyInput& input, Studied& studied) {
  if (input.seed) studied.seed = *input.seed;
  const Session* first = nullptr;
  for (const Entry& entry : entries) {
    if (!entry.session) continue;
    const SessionSpec& spec = entry.session->spec;
    if (first == nullptr) {
      first = entry.session.get();
      if (!input.seed) studied.seed = static_cast<std::uint64_t>(spec.seed);
      studied.replication = spec.replication;
    } else if (!input.seed && spec.seed != first->spec.seed) {
      throw UserError(
          fmt::format("{}: has seed {}, and {} has {}; expected --seed, the same for "
                      "all",
                      entry.session->file, spec.seed, first->file, first->spec.seed));
    }
  }
}

std::vector<std::string> files_of(const std::vector<Entry>& entries) {
  std::vector<std::string> files;
  for (const Entry& entry : entries)
    if (!entry.session) files.push_back(entry.file);
  return files;
}

void add_played(Script script, Studied& studied) {
  Played played = decide(script, {studied.seed, studied.replication});
  studied.scenarios.push_back(std::move(played.scenario));
  studied.injected.emplace_back(Injected{std::move(script), std::move(played.happenings)});
}

void load(const Entry& entry, const StudyInput& input, const std::vector<Override>& of_file,
          Studied& studied) {
  if (entry.session && !entry.branch.empty())
    return add_played(script_of(*entry.session, entry.branch, input.set), studied);
  if (!entry.session && !input.injects.empty())
    return add_played(read_script(entry.file, of_file, input.injects), studied);
  studied.scenarios.push_back(entry.session ? script_of(*entry.session, "", input.set).base
                                            : load_scenario(entry.file, of_file));
  if (entry.session)
    studied.scenarios.back().made_of = {{entry.session->file, entry.session->sha256}};
  studied.injected.emplace_back();
}

// Of each session once, whichever of its branches are studied.
void add_bookmarks(const std::vector<Entry>& entries, Studied& studied) {
  std::vector<std::string> seen;
  for (std::size_t e = 0; e < entries.size(); ++e) {
    const auto& session = entries[e].session;
    if (!session || std::find(seen.begin(), seen.end(), session->file) != seen.end()) continue;
    seen.push_back(session->file);
    const auto start = studied.scenarios[e].reading.spec.start;
    for (const auto& [name, bookmark] : session->spec.bookmark) {
      const Duration at = bookmark.at.in_run(start) - start_of_run;
      const double ms = static_cast<double>(start.time_since_epoch().count()) * 1000;
      studied.bookmarks.push_back({bookmark.branch, ms + seconds(at) * 1000,
                                   bookmark.about.empty() ? name : bookmark.about});
    }
  }
  std::stable_sort(studied.bookmarks.begin(), studied.bookmarks.end(),
                   [](const NotedMoment& a, const NotedMoment& b) { return a.at_ms < b.at_ms; });
}

}  // namespace

Studied load_study(const StudyInput& input) {
  const auto entries = entries_of(input);
  if (input.one && entries.size() > 1) refuse_several(input.files.front(), entries);
  const auto by_file = overrides_by_file(files_of(entries), input.set);
  Studied studied;
  set_luck(entries, input, studied);
  std::vector<Problem> problems;
  std::size_t next = 0;
  for (const Entry& entry : entries) {
    const auto& its = entry.session ? input.set : by_file[next++];
    try {
      load(entry, input, its, studied);
    } catch (const ScenarioError& error) {
      add_new_problems(error, problems);
    }
  }
  if (!problems.empty()) throw ScenarioError(std::move(problems));
  add_bookmarks(entries, studied);
  tell_apart(studied.scenarios);
  return studied;
}

}  // namespace cordon
