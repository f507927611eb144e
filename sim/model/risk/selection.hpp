#pragma once

// Which vehicles are controlled, decided on what the post knows and the papers say.

#include <algorithm>
#include <array>
#include <boost/container/static_vector.hpp>
#include <vector>

#include "sim/model/crossing/stages.hpp"
#include "sim/model/risk/profiles.hpp"
#include "sim/model/risk/ranks.hpp"
#include "sim/model/trade/declaration.hpp"

namespace cordon {

/// A part of legal traffic, the riskiest.
struct Riskiest {
  double share = 0;  ///< 0..1
  double above = 0;  ///< the risk scores of these; standard normal for legal goods
};

/// What the lanes take of the traffic: each the riskiest that the graver lanes leave.
struct LaneShares {
  Riskiest red, orange, yellow, blue;  ///< together with the graver lanes
};

/// What operations that know of one another ask for together: on top of what is selected anyway.
struct Task {
  std::uint16_t together = 0;  ///< which of them
  double multipliers = 0;      ///< sum of theirs
  int operations = 0;
  std::uint16_t members = 0;  ///< bit n: the n-th of Known::operations
  /// Of what is selected anyway.
  [[nodiscard]] double multiplier() const { return std::max(0.0, multipliers - (operations - 1)); }
};
/// How often a vehicle is checked for operations, and for which.
struct Tasked {
  int checks = 0;             ///< once for all that know of one another
  std::uint16_t members = 0;  ///< as above
};
inline constexpr std::size_t most_tasks = 16;  ///< at one post at one time
using Tasks = boost::container::static_vector<Task, most_tasks>;

/// What the operations in course that are about a vehicle ask for.
struct Terms {
  double multiplier = 1;  ///< of all lanes but blue
  double auc = 0.5;       ///< how well criteria tell illicit from legal goods
  OperationIndex by;      ///< the first of those about some vehicles only; none: none is
  Tasks tasks;
};

/// What a post has been told: by which criteria it reads the papers, how much it is to control.
struct Known {
  double auc = 0.5;                 ///< how well its criteria tell illicit from legal goods
  double multiplier = 1;            ///< of all lanes but blue, for all vehicles
  LaneShares ordinary, authorised;  ///< of operators, by this
  bool one_report = false;
  std::vector<OperationIndex> operations;  ///< in course here,
  std::vector<OperationIndex> targeted;    ///< and those of them about some vehicles only
  Tasks tasks;                             ///< what the others of them ask for
  /// By operation: what the papers say of the goods that it is about.
  std::vector<std::vector<std::uint64_t>> target_values;
  Profiles profiles;                     ///< what it looks for in the papers
  std::array<Ranks, directions> ranks;   ///< of the scores that an engine has given
  std::vector<Lesson> lessons;           ///< that nobody has learnt yet
  double reinforced = 1;                 ///< by mobile units that are here
  std::array<Finds, authorities> finds;  ///< since the last publication
  std::vector<char> recognises;          ///< by commodity
};

/// Room for more controls, by channel: a full channel gets no more work.
using Room = std::array<bool, channels>;

namespace selection {

[[nodiscard]] Known make(const Scenario& scenario, Profiles profiles,
                         std::vector<std::vector<std::uint64_t>> target_values);

/// How risky the engine of a post takes goods to be, in log odds.
/// @param luck  in (0,1): by which `proportional` draws
[[nodiscard]] double judged(const scoring::Declared& declared, CrossingStep step, double luck);

/// A score on the scale of the lanes: by the share of recent traffic that has a higher one.
/// @param luck  in (0,1): puts equal scores in order
/// @return standard normal over traffic
[[nodiscard]] double on_scale(double score, Direction direction, Known& self, double luck);

/// What the operations in course ask for a vehicle.
/// @param declared  what its papers say; null: it has none, or nobody has read them
[[nodiscard]] Terms terms_for(const Vehicle& vehicle, const scoring::Declared* declared,
                              const Known& self, const Setup& setup);
/// Whether they have to read its papers to tell.
[[nodiscard]] bool read_papers(const Known& self, const Setup& setup);

/// The lanes' shares for a vehicle.
[[nodiscard]] LaneShares shares_for(const Vehicle& vehicle, const Terms& terms, const Known& self,
                                    const Scenario& scenario);

/// What operations in course have a vehicle checked for; nothing where none is about it, or it is
/// not controlled.
/// @param by_chance, which  luck as of `select_channel`
[[nodiscard]] Tasked tasked(const Vehicle& vehicle, Channel chosen, const Terms& terms,
                            const Known& self, const Scenario& scenario, double by_chance,
                            double which);

/// The inspection of a vehicle has ended: engines will learn of it.
void teach(const scoring::Declared& declared, bool illicit, Known& self, CrossingStep step);

/// @param multiplier  of all lanes but blue
/// @param factor      of all lanes
[[nodiscard]] LaneShares lane_shares(const SelectionSpec& policy, double multiplier, double factor);

/// The selectivity lane for one declaration. The share of each lane holds on average over legal
/// traffic, since risk scores of legal goods are standard normal; a part of it is drawn at random,
/// whatever the score.
/// @param by_chance  luck in (0,1): whether chance or the score decides
/// @param which      luck in (0,1): the lane, when chance decides or the engine is `random`
[[nodiscard]] Channel select_channel(const Declaration& declared, const LaneShares& shares,
                                     const SelectionSpec& policy, double by_chance, double which);

/// A lane without room passes its vehicle to the next lighter control, at last to green.
[[nodiscard]] Channel with_room(Channel chosen, const Room& room);

/// Which lanes have room: no more vehicles wait for their first control than the policy allows.
[[nodiscard]] Room room_for_controls(const Stages& stages, const Vehicle& vehicle,
                                     const SelectionSpec& policy);

/// Mobile units that are here multiply all lanes but blue.
void reinforce(double multiplier, Known& self, const Setup& setup);

/// A post knows a new substance from now on. @return whether it had not known it
bool recognise(CommodityIndex substance, Known& self);

/// An authority has found something.
void count_find(Authority finder, Known& self, Time now);

/// @param before  by which the post went
void on(const ConditionsChanged& event, const Setup& before, Known& self, CrossingStep step);
void on(const OperationBegan& event, Known& self, CrossingStep step);
void on(const OperationEnded& event, Known& self, CrossingStep step);

}  // namespace selection
}  // namespace cordon
