#pragma once

// A scenario and the injects that may happen in it, from the file of an exercise or of a session.

#include <memory>
#include <string>
#include <vector>

#include "analysis/exercise/spec.hpp"
#include "analysis/study/named_scenario.hpp"

namespace cordon {

/// An inject, and where a file says it.
struct PlacedInject {
  std::string name;
  InjectSpec spec;
  std::string path;                        ///< "inject.closed", "branch.night.inject.closed"
  std::shared_ptr<const Provenance> said;  ///< by its file

  /// Of one of its keys, or what is nearest to it: "broken.crossing".
  [[nodiscard]] FilePosition position(const std::string& key) const;
};

struct Script {
  NamedScenario base;  ///< as it is without injects
  std::vector<Override> set;
  std::vector<PlacedInject> injects;  ///< by name
  std::string name, title;            ///< of the branch that they make
  std::vector<MadeOf> files;          ///< that say them
};

/// @param name  of an inject of the script
[[nodiscard]] const PlacedInject& inject_of(const Script& script, const std::string& name);

/// A scenario with the injects of an exercise.
/// @throws ScenarioError  with every problem, but those that the injects have in this scenario
[[nodiscard]] Script read_script(const std::string& scenario, const std::vector<Override>& set,
                                 const std::string& exercise);

struct Session {
  std::string file;
  SessionSpec spec;
  std::shared_ptr<const Provenance> said;
  std::string sha256;  ///< of the file; "": it has not been saved
};
/// @throws ScenarioError  with every problem of the file itself
[[nodiscard]] Session read_session(const std::string& file);
/// One that goes on, and has not been saved yet.
/// @param file  where it would be: what it names lies beside it
/// @throws ScenarioError  as above
[[nodiscard]] Session session_of(SessionSpec spec, const std::string& file);

/// The scenario of a session with the injects of a branch, and of those that it goes on from.
/// @param branch  empty: the scenario without any
/// @throws ScenarioError  as above
[[nodiscard]] Script script_of(const Session& session, const std::string& branch,
                               const std::vector<Override>& set = {});

}  // namespace cordon
