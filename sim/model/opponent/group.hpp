#pragma once

// A criminal group: what it believes, where it sends its next consignment, what it learns.

#include <vector>

#include "sim/model/events.hpp"
#include "sim/model/opponent/beliefs.hpp"
#include "sim/model/opponent/decision.hpp"
#include "sim/model/step.hpp"
#include "sim/model/trade/shipment.hpp"

namespace cordon {

using GroupStep = Step<GroupEvent>;

/// A vehicle that sets out with something hidden, or nothing.
struct Departure {
  Time leaves, arrives;
  PlaceId from, to;
  std::uint64_t number;
  Vehicle vehicle;
  Shipment hidden;
};

struct Group {
  Agenda<GroupEvent> agenda;
  const GroupSetup* setup = nullptr;
  group::Beliefs beliefs;
  std::vector<OperationIndex> warned_of;
  std::uint32_t planned = 0;
  EventId plans;                   ///< the next consignment
  double gap = 0;                  ///< until then, standard exponential,
  Time as_of = start_of_run;       ///< since then
  std::vector<char> knows;         ///< by route
  Time opens_next = start_of_run;  ///< from when on it may open a new route
  double money = 0;                ///< EUR; where it has a budget
  double lost_capacity = 0;        ///< share of it, as it was...
  Time lost_as_of = start_of_run;  ///< ...then
  int given_up = 0;                ///< consignments, one after the other
  Time away_until = start_of_run;
  int losses = 0;                     ///< of its own, so far
  std::vector<std::uint32_t> fronts;  ///< operators that lodge its declarations
  std::uint32_t fronts_so_far = 0;
  std::vector<std::uint32_t> intelligence;  ///< items that others have gathered, by exchange
  std::vector<Departure> departures;
};

namespace group {

[[nodiscard]] Group make(const GroupSetup& setup, const Setup& world, const Luck& luck);

/// Share of its consignments that a group can send.
[[nodiscard]] double capacity(const Group& self, Time now);

void on(const DemandChanged& event, Group& self, GroupStep step);
void on(const ConsignmentPlanned& event, Group& self, GroupStep step);
void on(const ConsignmentReady& event, Group& self, GroupStep step);
void on(const ConsignmentDeterred& event, Group& self, GroupStep step);
void on(const OwnLossLearnt& event, Group& self, GroupStep step);
void on(const OwnPassageLearnt& event, Group& self, GroupStep step);
void on(const OthersLossLearnt& event, Group& self, GroupStep step);
void on(const OperationLearnt& event, Group& self, GroupStep step);
void on(const GroupLeft& event, Group& self, GroupStep step);
/// Capacity is lost, routes and front companies are known, and others may be told of its papers.
void on(const GroupStruck& event, Group& self, GroupStep step);

}  // namespace group
}  // namespace cordon
