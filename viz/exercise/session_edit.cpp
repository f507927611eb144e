#include "viz/exercise/session_edit.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/format/text.hpp"

namespace cordon::viz {
namespace {

namespace fs = std::filesystem;

void list_children(const SessionSpec& session, const std::string& parent, int depth,
                   std::vector<ListedBranch>& listed) {
  for (const auto& [name, branch] : session.branch) {
    if (branch.parent != parent) continue;
    listed.push_back({name, depth});
    list_children(session, name, depth + 1, listed);
  }
}

// "branch_2"
std::string free_name(const std::string& stem, const auto& is_used) {
  for (int n = 1;; ++n)
    if (std::string name = fmt::format("{}_{}", stem, n); !is_used(name)) return name;
}

bool belongs_to(const BookmarkSpec& bookmark, const SessionSpec& session,
                const std::string& branch) {
  return goes_on_from(session, branch, bookmark.branch);
}

std::string from_folder(const std::string& file, const fs::path& from, const fs::path& to) {
  if (file.empty()) return file;
  const fs::path here = fs::current_path();
  return (here / from / file)
      .lexically_normal()
      .lexically_proximate((here / to / "").lexically_normal())
      .string();
}

}  // namespace

std::vector<ListedBranch> listed_branches(const SessionSpec& session) {
  std::vector<ListedBranch> listed;
  list_children(session, "", 1, listed);
  return listed;
}

bool goes_on_from(const SessionSpec& session, const std::string& branch, const std::string& other) {
  std::string at = branch;
  while (at != other && !at.empty()) at = session.branch.at(at).parent;
  return at == other;
}

std::string free_inject_name(const SessionSpec& session, const std::string& kind,
                             const std::string& nor) {
  return free_name(kind, [&](const std::string& name) {
    return name == nor ||
           std::any_of(session.branch.begin(), session.branch.end(),
                       [&](const auto& entry) { return entry.second.inject.contains(name); });
  });
}

std::string add_branch(SessionSpec& session, const std::string& parent, Injects injects) {
  const std::string name =
      free_name("branch", [&](const std::string& n) { return session.branch.contains(n); });
  BranchSpec& branch = session.branch[name];
  branch.parent = parent;
  branch.inject = std::move(injects);
  return name;
}

std::string put(SessionSpec& session, const PlayedInject& played) {
  if (played.in_place_of.empty()) return add_branch(session, played.branch, played.injects);
  Injects& there = session.branch.at(played.branch).inject;
  const auto old = there.extract(played.in_place_of);
  there.erase(old.mapped().contingency);
  for (const auto& [name, spec] : played.injects) there[name] = spec;
  return played.branch;
}

std::string why_no_branch_name(const SessionSpec& session, const std::string& branch,
                               const std::string& name) {
  if (name.empty() || name.find_first_of(":/\\") != std::string::npos)
    return fmt::format("{}: expected a name without : / \\", format::in_quotes(name));
  if (name != branch && session.branch.contains(name))
    return fmt::format("{} is another branch; expected a name of its own", format::in_quotes(name));
  return "";
}

void rename_branch(SessionSpec& session, const std::string& branch, const std::string& name) {
  auto entry = session.branch.extract(branch);
  entry.key() = name;
  session.branch.insert(std::move(entry));
  for (auto& [other, spec] : session.branch)
    if (spec.parent == branch) spec.parent = name;
  for (auto& [mark, spec] : session.bookmark)
    if (spec.branch == branch) spec.branch = name;
}

void remove_branch(SessionSpec& session, const std::string& branch) {
  std::vector<std::string> gone;
  for (const auto& [name, spec] : session.branch)
    if (goes_on_from(session, name, branch)) gone.push_back(name);
  for (const std::string& name : gone) {
    session.branch.erase(name);
    std::erase_if(session.bookmark, [&](const auto& mark) { return mark.second.branch == name; });
  }
}

std::vector<Bookmark> bookmarks_of(const SessionSpec& session, const std::string& branch,
                                   std::chrono::sys_seconds start) {
  std::vector<Bookmark> all;
  for (const auto& [name, bookmark] : session.bookmark)
    if (belongs_to(bookmark, session, branch))
      all.push_back({bookmark.at.in_run(start), bookmark.about});
  std::stable_sort(all.begin(), all.end(),
                   [](const Bookmark& a, const Bookmark& b) { return a.at < b.at; });
  return all;
}

void add_bookmark(SessionSpec& session, const std::string& branch, Time at,
                  std::chrono::sys_seconds start) {
  for (const Bookmark& bookmark : bookmarks_of(session, branch, start))
    if (bookmark.at == at) return;
  const std::string name =
      free_name("bookmark", [&](const std::string& n) { return session.bookmark.contains(n); });
  session.bookmark[name] = {Instant{std::nullopt, at - start_of_run}, branch, ""};
}

void note_bookmark(SessionSpec& session, const std::string& branch, const Bookmark& noted,
                   std::chrono::sys_seconds start) {
  for (auto& [name, bookmark] : session.bookmark)
    if (belongs_to(bookmark, session, branch) && bookmark.at.in_run(start) == noted.at)
      bookmark.about = noted.note;
}

SessionSpec moved(SessionSpec session, const fs::path& from, const fs::path& to) {
  session.scenario = from_folder(session.scenario, from, to);
  for (auto& [name, branch] : session.branch)
    branch.exercise = from_folder(branch.exercise, from, to);
  return session;
}

}  // namespace cordon::viz
