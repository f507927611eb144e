#pragma once

// Who works at which lane, and who finishes the vehicle in a lane that has closed.

#include <tuple>
#include <vector>

#include "sim/model/staff/allocation.hpp"
#include "sim/model/staff/team.hpp"

namespace cordon {

/// Officers of one crew at one lane.
struct Posting {
  StageIndex stage;
  std::uint16_t lane = 0;
  std::uint8_t need = 0;
  TeamId team;
  int officers = 0;
  /// Postings are kept in this order.
  [[nodiscard]] auto key() const { return std::tuple(stage, lane, need, team.index); }
};

/// Officers of one crew who can be posted.
struct Able {
  TeamId team;
  std::uint8_t pool = 0;
  int officers = 0;
};

/// A lane.
struct LaneOfStage {
  StageIndex stage;
  std::uint16_t lane = 0;
  auto operator<=>(const LaneOfStage&) const = default;
};

/// Officers who are no longer needed where they worked.
struct Freed {
  TeamId team;
  Fitness fits = 0;
  int officers = 0;
  StageIndex stage;  ///< that they leave, while their shift goes on; none: their shift is over
};

/// Officers who stay for the vehicle in a lane that has closed.
struct Finishing {
  LaneOfStage at;
  TeamId team;
  int officers = 0;
};

/// Chooses the crews for the lanes: who works at a lane stays there while his crew can spare him;
/// the crew with most officers to spare sends the others.
///
/// @param drafts  as allocated from the pools of `able`
/// @param before  the postings so far
/// @param able    by team; their officers are counted down
[[nodiscard]] std::vector<Posting> post(std::vector<Draft> drafts,
                                        const std::vector<Posting>& before, std::vector<Able> able);

/// Chooses who finishes the vehicles in lanes that close: first those whose shift is over, then who
/// leaves the stage; in both cases officers of the lane itself before others.
///
/// @param closing  lanes that were manned, close, and have a vehicle in hand; in order
/// @param before   the postings so far
[[nodiscard]] std::vector<Finishing> who_finish(const std::vector<LaneOfStage>& closing,
                                                const std::vector<Posting>& before,
                                                std::vector<Freed> leaving);

/// Officers of a team at lanes.
[[nodiscard]] int posted(const std::vector<Posting>& postings, TeamId team);
[[nodiscard]] int posted(const std::vector<Posting>& postings, TeamId team, StageIndex stage);
[[nodiscard]] int finishing(const std::vector<Finishing>& finishing, TeamId team);

}  // namespace cordon
