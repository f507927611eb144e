#pragma once

// What the file of an exercise says: a master scenario events list. Injects with their moments,
// what those who are trained should do about them, and what happens if they do not. And what the
// file of a session says: a scenario, and the branches that were played from it.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/format/toml_value.hpp"
#include "sim/scenario/instant.hpp"
#include "sim/scenario/spec/shocks.hpp"
#include "sim/scenario/spec/words.hpp"

namespace cordon {

/// The keys of a map, in order.
[[nodiscard]] std::vector<std::string> names_of(const auto& entries) {
  std::vector<std::string> names;
  for (const auto& [name, unused] : entries) names.push_back(name);
  return names;
}

/// An event of the run that should follow.
struct ExpectSpec {
  std::string event;                         ///< as a trace calls it: "MachineRepaired"
  std::string at;                            ///< place; empty: anywhere
  std::map<std::string, std::string> where;  ///< fields of the event, as `cordon export` has them
  Duration within{0};                        ///< after the inject
};

/// Machines that are out of order.
struct BreakSpec {
  std::string crossing, equipment;
  int machines = 1;
};

/// Officers who do not come to their shifts.
struct AbsentSpec {
  std::string crossing;            ///< all teams there, or
  std::vector<std::string> teams;  ///< these
  double share = 0;
};

/// Somebody tells what goods, or what one group's papers, look like.
struct TipOffSpec {
  std::vector<std::string> crossings;  ///< that are told; empty: all
  std::string field, commodity, group;
  std::optional<double> weight;
};

/// More traffic, or less.
struct SurgeSpec {
  std::vector<std::string> flows;
  double times = 1;
};

/// Officers or a machine for another post.
struct TransferSpec {
  std::string from, to;
  std::optional<Authority> authority;
  std::string team;
  int officers = 0;
  std::string equipment;
};

struct InjectSpec {
  std::optional<Instant> at;  ///< none: a contingency
  std::string text, expected, objective, by, to;
  std::optional<ExpectSpec> expects;
  std::string contingency;  ///< the inject that happens if that does not come

  Duration length{0};                ///< of what it does; 0: for good
  std::vector<std::string> closed;   ///< crossings and lines
  std::vector<std::string> open;     ///< likewise
  std::map<std::string, int> lanes;  ///< by line
  std::optional<BreakSpec> broken;
  std::optional<AbsentSpec> absent;
  std::optional<TipOffSpec> tip_off;
  std::optional<SurgeSpec> surge;
  std::string leak;                            ///< operation
  std::optional<format::TomlValue> operation;  ///< one that begins, as a scenario says it
  Duration notice = 24h;                       ///< from its orders to its action days
  std::optional<TransferSpec> transfer;
  std::string outage;  ///< channel
  std::map<std::string, ChangeSpec> change;
};

struct ExerciseSpec {
  std::string title;
  std::map<std::string, InjectSpec> inject;
};

/// A way on from the scenario, or from another branch.
struct BranchSpec {
  std::string label, about;
  std::string parent;    ///< branch; empty: the scenario
  std::string exercise;  ///< file of injects that it has as well
  std::map<std::string, InjectSpec> inject;
};

/// A moment worth coming back to.
struct BookmarkSpec {
  Instant at;
  std::string branch;  ///< empty: the scenario
  std::string about;
};

struct SessionSpec {
  std::string title, about;
  std::string scenario;  ///< file, from the session's folder
  std::map<std::string, format::TomlValue> set;
  std::int64_t seed = 1;
  std::uint32_t replication = 1;  ///< that was played
  std::map<std::string, BranchSpec> branch;
  std::map<std::string, BookmarkSpec> bookmark;
};

/// What values must be together.
void check(const ExerciseSpec& spec, Problems& problems);
void check(const SessionSpec& spec, Problems& problems);

#define CORDON_PARAMETERS_OF(Spec) \
  [[nodiscard]] const format::Table<Spec>& parameters_of(format::Tag<Spec>)

CORDON_PARAMETERS_OF(ExpectSpec);
CORDON_PARAMETERS_OF(BreakSpec);
CORDON_PARAMETERS_OF(AbsentSpec);
CORDON_PARAMETERS_OF(TipOffSpec);
CORDON_PARAMETERS_OF(SurgeSpec);
CORDON_PARAMETERS_OF(TransferSpec);
CORDON_PARAMETERS_OF(InjectSpec);
CORDON_PARAMETERS_OF(ExerciseSpec);
CORDON_PARAMETERS_OF(BranchSpec);
CORDON_PARAMETERS_OF(BookmarkSpec);
CORDON_PARAMETERS_OF(SessionSpec);

#undef CORDON_PARAMETERS_OF

}  // namespace cordon
