#pragma once

// Reporting and joint operations.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/engine/distribution.hpp"
#include "sim/engine/time.hpp"
#include "sim/scenario/spec/words.hpp"

namespace cordon {

struct ReportingSpec {
  bool one_report = false;
  int systems = 4;
  Duration officer_time = 30min;  ///< for each system
  Distribution delay = Distribution::uniform(86400, 14 * 86400);
  double missing = 0.15;
  Duration one_officer_time = 35min;
  Distribution one_delay = Distribution::uniform(3600, 86400);
  double one_missing = 0.02;
};

/// Officers or machines that an operation takes from one post to another.
struct MoveSpec {
  std::string from, to;
  std::optional<Authority> authority;  ///< with officers
  int officers = 0;                    ///< officer shifts a day
  std::string equipment;               ///< kind of one machine
};

/// A joint operation of customs and border guards.
struct OperationSpec {
  std::string label;
  Duration start = 120h, length = 240h;  ///< action days, from the start of the run
  Duration notice = 72h;                 ///< how long before orders and criteria go out
  std::vector<std::string> crossings;
  double selection_multiplier = 1;
  double shared_criteria_auc = 0;  ///< 0: no criteria are shared
  std::map<std::string, MoveSpec> move;
  std::optional<CooperationMode> cooperation;
  bool one_report = false;  ///< at its crossings, while it lasts
  double secrecy = 1;       ///< probability that one group hears nothing
  double leak_fear = 0.5;   ///< loss probability that a warned group expects there
};

}  // namespace cordon
