#pragma once

// A criminal group: what it believes, where it sends its next consignment, what it learns.

#include <vector>

#include "sim/model/events.hpp"
#include "sim/model/step.hpp"
#include "sim/model/trade/shipment.hpp"

namespace cordon {

using GroupStep = Step<GroupEvent>;

/// Beta belief about the probability of losing a consignment on one route, as it was at `as_of`.
/// It fades towards the prior with the group's half-life of memory.
struct Belief {
  double losses = 0, passes = 0;  ///< beyond the prior
  Time as_of = start_of_run;
};

/// A vehicle that sets out with something hidden, or nothing.
struct Departure {
  Time arrives;
  PlaceId from, to;
  std::uint64_t number;
  Vehicle vehicle;
  Shipment hidden;
};

struct Group {
  Agenda<GroupEvent> agenda;
  const GroupSetup* setup = nullptr;
  std::vector<Belief> beliefs;  ///< by route
  std::vector<OperationIndex> warned_of;
  std::uint32_t planned = 0;
  std::vector<Departure> departures;
};

namespace group {

[[nodiscard]] Group make(const GroupSetup& setup, const Luck& luck);

/// Expected loss probability on a route, at a time.
[[nodiscard]] double expected_loss(const Belief& belief, const GroupSpec& spec, Time now);

/// What one way of sending a consignment promises.
struct Option {
  double traffic = 0;  ///< share of the traffic that it hides in: its weight at equal utility
  double loss_probability = 0;
  double cost_share = 0;  ///< of the journey and the wait, in units of the goods' value
};

/// Chooses by quantal response over the options' utilities in units of the value at stake,
/// (1 - p) - p (1 + penalty) - cost; `fixed` goes by traffic alone.
/// Source: McKelvey and Palfrey 1995; utilities are scaled to +-10 as in the security games whose
/// published rationality of about 0.6 is the default.
/// @param postpone  utility of waiting for a better day; none: no option
/// @param luck  in (0,1)
/// @return the option, or options.size() for waiting
[[nodiscard]] std::size_t choose(const std::vector<Option>& options, const GroupSpec& spec,
                                 std::optional<double> postpone, double luck);

void on(const ConsignmentPlanned& event, Group& self, GroupStep step);
void on(const ConsignmentReady& event, Group& self, GroupStep step);
void on(const OwnLossLearnt& event, Group& self, GroupStep step);
void on(const OwnPassageLearnt& event, Group& self, GroupStep step);
void on(const OthersLossLearnt& event, Group& self, GroupStep step);
void on(const OperationLearnt& event, Group& self, GroupStep step);

}  // namespace group
}  // namespace cordon
