#pragma once

// Who lodges declarations, what they say, and how the risky ones are told.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/engine/distribution.hpp"
#include "sim/engine/time.hpp"
#include "sim/scenario/spec/words.hpp"

namespace cordon {

/// The operators that lodge the declarations of goods: a few have most of the traffic.
struct TraderSpec {
  int operators = 5000;
  double aeo_share = 0.05;            ///< of the operators
  double aeo_selection_factor = 0.5;  ///< selection shares of authorised economic operators
  double compliance_spread = 0;       ///< how far operators differ in what they hide
};

/// A field of the declarations that names one of many.
struct FieldSpec {
  int values = 50;       ///< that it may have; among legal goods the n-th has a share of 1/n
  int typical = 3;       ///< of them: of what one offender sends of one commodity
  double quality = 0.9;  ///< probability that it says anything
};

/// Advance cargo information on the vehicles of one class: entry summary declarations (ICS2).
struct AdvanceSpec {
  Duration before = 1h;         ///< arrival, or loading: lodged by then
  bool before_loading = false;  ///< the answer may be not to load
  Duration voyage{0};           ///< from loading to arrival, then
  double coverage = 0.95;       ///< share that is lodged at all
  double late = 0.03;           ///< of these: lodged too late to be looked at
  double quality = 0.8;         ///< of the rest: good enough to tell more than papers at the lane
  double auc = 0.80;            ///< of the binormal score that these give
  double referred = 0.02;       ///< share of all, the riskiest: to targeters
  double exit_data = 0;         ///< of the rest: the third country's export declaration is there
  double exit_auc = 0.85;       ///< of the score that it gives
  double lane_time = 0.8;       ///< of the first customs check, where papers were read before
};

/// Human targeters, who look at what was referred to them.
struct TargetingSpec {
  int targeters = 4;  ///< at work at any time
  Distribution time = Distribution::lognormal(20 * 60, 0.8);
  double auc = 0.90;      ///< of their judgement, by itself
  double control = 0.3;   ///< of what they look at, the riskiest: to be controlled on arrival
  double stop = 0.02;     ///< of that, where it can be: not to be loaded
  double ask = 0.2;       ///< the next riskiest: information is requested, and they look again
  Duration answer = 12h;  ///< until it comes
  Channel channel = Channel::orange;  ///< of control on arrival
};

struct SelectionSpec {
  RiskEngine engine = RiskEngine::binormal;
  double auc = 0.65;
  double yellow = 0.06, orange = 0.03, red = 0.01, blue = 0.01;
  double exploration = 0.1;  ///< share of the selected that is drawn at random
  int backlog_limit = 10;    ///< vehicles waiting for a control: no more are sent
  Learning learning = Learning::country;
  Duration label_delay = 24h;             ///< from the end of an inspection to its lesson
  Duration forgetting_half_life = 2160h;  ///< of what engines have learnt
  double harmonisation = 0.6;             ///< what another authority's lesson counts for
};

/// Risk information forms: what a find at one post tells others to look for.
struct RiskInformationSpec {
  FormReach reach = FormReach::nobody;
  std::vector<std::string> looks_at = {"importer"};  ///< fields that must all say the same
  double weight = 1.5;                               ///< added to the score, at first
  double uptake = 0.7;    ///< probability that a post makes a risk profile of it
  Duration latency = 1h;  ///< until it is there
  Duration half_life = 720h;
  Duration validity = 2160h;  ///< then the profile is withdrawn
};

/// A common risk criterion: what analysts know to be typical.
struct CriterionSpec {
  std::vector<std::string> crossings;  ///< whose posts look for it; empty: all
  std::string field;                   ///< of the declarations
  std::string commodity;               ///< for which values of it are typical
  std::string group;                   ///< of whose papers; empty: of those of opportunists
  double weight = 1.5;                 ///< added to the score
  Duration from{0};                    ///< since the start of the run
  std::optional<Duration> until;       ///< none: the end
};

/// Control after clearance: officers who are spare look into the books of what the blue lane has
/// released.
struct AfterClearanceSpec {
  std::string technique;  ///< empty: nobody does
  Distribution time = Distribution::lognormal(2 * 3600, 0.8);
  int backlog_limit = 50;  ///< files that wait: no more are opened
};

}  // namespace cordon
