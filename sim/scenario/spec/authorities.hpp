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
  std::string team;                    ///< whose officers; empty: of all teams of the authority
  int officers = 0;                    ///< officer shifts a day
  std::string equipment;               ///< kind of one machine
};

/// Whom an operation is about: vehicles that meet all that is given.
struct TargetSpec {
  std::vector<VehicleClass> classes;   ///< modes; empty: all
  std::optional<Direction> direction;  ///< none: both
  std::vector<std::string> flows;      ///< routes; empty: all
  std::vector<int> operators;          ///< by rank, 1 the largest; empty: all
  std::string field, commodity;        ///< goods: the field has a value typical for that; or none
};

/// A joint operation of customs, border guards and others.
struct OperationSpec {
  std::string label;
  OperationKind kind = OperationKind::common_intensified_controls;
  std::string action_plan;  ///< of which it is a part; its operations are deconflicted
  std::vector<std::string> deconflicted_with;  ///< other operations
  std::vector<Authority> authorities;          ///< that take part; empty: all
  Duration start = 120h, length = 240h;        ///< action days, from the start of the run
  Duration notice = 72h;                       ///< how long before orders and criteria go out
  int repeats = 1;                             ///< how often it takes place,
  Duration repeat_every{0};                    ///< and after what time again
  std::vector<std::string> crossings;          ///< and bases
  Duration training{0};                        ///< of officers at these before it begins; 0: none
  int training_officers = 1;                   ///< of each team that takes part
  double training_gain = 0.15;                 ///< of skill
  Duration briefing{0};                        ///< of half a crew at a time, in its first shift
  double selection_multiplier = 1;
  double shared_criteria_auc = 0;  ///< 0: no criteria are shared
  std::map<std::string, MoveSpec> move;
  std::optional<CooperationMode> cooperation;
  bool one_report = false;           ///< at its crossings, while it lasts
  double secrecy = 1;                ///< probability that one group hears nothing
  std::optional<Duration> leaks_at;  ///< then all groups hear of it, whatever its secrecy
  double leak_fear = 0.5;            ///< loss probability that a warned group expects there
  std::optional<TargetSpec> target;  ///< none: all vehicles
  Duration review_after{0};          ///< since it began; 0: no interim review
  double review_hit_rate = 0;        ///< of its controls until then; with less it is stopped
  Duration debriefing{0};            ///< headquarters waits so long for the posts; 0: there is none
  Duration debriefing_time = 2h;     ///< of an officer, at each post
  Duration report_time = 168h;       ///< from the debriefing to the report
};

}  // namespace cordon
