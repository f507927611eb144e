#pragma once

// What a trainer does to a session: branches and bookmarks that come, get other names, and go.

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/exercise/spec.hpp"

namespace cordon::viz {

/// A branch in a list in which each stands below the one it goes on from.
struct ListedBranch {
  std::string name;
  int depth = 1;  ///< how many branches it is away from the scenario
};
[[nodiscard]] std::vector<ListedBranch> listed_branches(const SessionSpec& session);

/// Whether a branch is another, or goes on from it; all go on from the scenario ("").
[[nodiscard]] bool goes_on_from(const SessionSpec& session, const std::string& branch,
                                const std::string& other);

/// "closed_1": a name that no inject of the session has.
/// @param nor  another that it must not be; "": none
[[nodiscard]] std::string free_inject_name(const SessionSpec& session, const std::string& kind,
                                           const std::string& nor = "");

/// By name.
using Injects = std::map<std::string, InjectSpec>;

/// A new branch with some injects.
/// @param parent  empty: the scenario
/// @return its name
std::string add_branch(SessionSpec& session, const std::string& parent, Injects injects);

/// An inject that is played, perhaps with its contingency: in a branch of its own, or where another
/// stands.
struct PlayedInject {
  std::string branch;  ///< that it goes on from, "" being the scenario; or that the other stands in
  std::string in_place_of;  ///< inject with a moment, made in that branch; "": in a new branch
  Injects injects;
};
/// Takes away what it stands for, with the contingency of that.
/// @return the branch that it is in
std::string put(SessionSpec& session, const PlayedInject& played);

/// Why a branch cannot be called so, in one line; "" when it can.
[[nodiscard]] std::string why_no_branch_name(const SessionSpec& session, const std::string& branch,
                                             const std::string& name);
/// @param name  one that it can have
void rename_branch(SessionSpec& session, const std::string& branch, const std::string& name);
/// With those that go on from it, and their bookmarks.
void remove_branch(SessionSpec& session, const std::string& branch);

struct Bookmark {
  Time at;
  std::string note;
};
/// Those of a branch and of what it goes on from, in the order of time.
[[nodiscard]] std::vector<Bookmark> bookmarks_of(const SessionSpec& session,
                                                 const std::string& branch,
                                                 std::chrono::sys_seconds start);
/// One that stands at the same moment already stays.
void add_bookmark(SessionSpec& session, const std::string& branch, Time at,
                  std::chrono::sys_seconds start);
/// Writes on all bookmarks that a branch has at a moment.
void note_bookmark(SessionSpec& session, const std::string& branch, const Bookmark& noted,
                   std::chrono::sys_seconds start);

/// The same session for another folder: the files that it names are the same.
[[nodiscard]] SessionSpec moved(SessionSpec session, const std::filesystem::path& from,
                                const std::filesystem::path& to);

}  // namespace cordon::viz
