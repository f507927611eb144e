#pragma once

// Who is on duty at a crossing, and which lanes they can man.

#include <array>
#include <vector>

#include "sim/engine/arena.hpp"
#include "sim/model/crossing/stages.hpp"

namespace cordon {

struct Staff {
  Arena<Team> teams;                       ///< on post, on duty or off
  Arena<Team> arriving;                    ///< on the road to this post
  std::array<int, authorities> on_duty{};  ///< officers
  int writing = 0;                         ///< customs officers who write reports
  std::vector<int> machines;               ///< that work, by kind
};

namespace staff {

[[nodiscard]] Staff make(const CrossingSetup& setup);

void on(const ShiftChanged& event, Staff& self, CrossingStep step);
void on(const TeamArrived& event, Staff& self, CrossingStep step);
void on(const ReportBegan& event, Staff& self, CrossingStep step);
void on(const ReportWritten& event, Staff& self, CrossingStep step);

/// Takes officers of one authority off the post, evenly from its crews, and sends them to another.
/// No crew gives more officers than it has; guests are never given away.
void send_officers(const MoveSetup& move, OperationIndex operation, Staff& self, CrossingStep step);
/// Sends home whom an operation had borrowed.
void send_guests_home(OperationIndex operation, Staff& self, CrossingStep step);

/// Share of the crews' skill that the officers on duty bring, 0..1, weighed by officers.
[[nodiscard]] double skill(const Staff& self, Authority authority);

/// How many lanes of each stage the officers and machines on post can man: every stage is given
/// lanes in turn, the least manned (relative to its lanes) first, earlier stages before later ones.
[[nodiscard]] Manning manned_lanes(const Staff& self, const Stages& stages);

}  // namespace staff
}  // namespace cordon
