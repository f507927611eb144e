#pragma once

// Which vehicles are controlled, decided on what the post knows and the papers say.

#include <array>
#include <vector>

#include "sim/model/crossing/stages.hpp"
#include "sim/model/trade/declaration.hpp"

namespace cordon {

/// What a post has been told: by which criteria it reads the papers, how much it is to control.
struct Known {
  double auc = 0.5;                 ///< how well its criteria tell illicit from legal goods
  double selection_multiplier = 1;  ///< of all shares but blue, while an operation asks for it
  bool one_report = false;
  std::vector<OperationIndex> operations;  ///< in course here
};

/// Room for more controls, by channel: a full channel gets no more work.
using Room = std::array<bool, channels>;

namespace selection {

[[nodiscard]] Known make(const Scenario& scenario);

/// The selectivity lane for one declaration. The share of each lane holds on average over legal
/// traffic, since risk scores of legal goods are standard normal; a part of it is drawn at random,
/// whatever the score. A lane without room passes its vehicle to the next lighter control.
/// @param by_chance  luck in (0,1): whether chance or the score decides
/// @param which      luck in (0,1): the lane, when chance decides or the engine is `random`
[[nodiscard]] Channel select_channel(const Declaration& declared, const Known& known,
                                     const SelectionSpec& policy, double aeo_factor,
                                     const Room& room, double by_chance, double which);

/// Which lanes have room: no more vehicles wait for their first control than the policy allows.
[[nodiscard]] Room room_for_controls(const Stages& stages, StageIndex from,
                                     const SelectionSpec& policy);

void on(const OperationBegan& event, Known& self, CrossingStep step);
void on(const OperationEnded& event, Known& self, CrossingStep step);

}  // namespace selection
}  // namespace cordon
