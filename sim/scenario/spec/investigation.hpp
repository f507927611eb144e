#pragma once

// What follows a find: cases, what they may lead to, and the special forms of cooperation over
// borders that they use.

#include <string>
#include <vector>

#include "sim/engine/distribution.hpp"
#include "sim/engine/time.hpp"
#include "sim/scenario/spec/words.hpp"

namespace cordon {

/// A special form of cooperation, and between whom, on what, and how far it may go: one cell or
/// several of the matrix of forms, pairs of states and infringements.
struct SpecialFormSpec {
  SpecialForm kind = SpecialForm::surveillance;
  std::vector<std::string> between;      ///< countries, of which any two; empty: any
  std::vector<std::string> commodities;  ///< empty: any
  Distribution permit = Distribution::constant(12 * 3600);  ///< who decides on it needs so long
  double granted = 0.95;                                    ///< share of requests
  bool urgent = false;             ///< begins at once, and ends after `within` without a permit
  Duration within{0};              ///< 0: no limit
  double distance = 0;             ///< km beyond the border; 0: no limit
  bool apprehension = true;        ///< who pursues may hold the person
  bool contents_replaced = false;  ///< lethal goods are taken out before they go on
  Duration set_up{0};              ///< from the permit until it begins
  Distribution officer_time = Distribution::constant(80 * 3600);  ///< of one case
  double success = 0.4;                                           ///< probability
};

/// Who investigates, and what comes of it.
struct InvestigationSpec {
  std::string unit;  ///< base whose officers do; empty: nobody
  Distribution assessment = Distribution::lognormal(8 * 3600, 0.5);  ///< an officer's time
  Distribution officer_time = Distribution::constant(80 * 3600);     ///< within one country
  double success = 0.15;                                             ///< likewise
  double damage = 0.2;   ///< share of its capacity that a case which is solved takes from a group
  int routes_lost = 1;   ///< routes that it cannot use any more
  std::string tells_by;  ///< exchange of intelligence; empty: nobody

  // Seize now, or let it run.
  SeizeOrRun decision = SeizeOrRun::always_seize;
  double delivery_above = 100000;   ///< EUR; of by_value
  double network_value = 1000000;   ///< EUR: of a group's whole capacity; of by_damage
  Duration waits_for_permit = 24h;  ///< for the permit; then it is seized
  Distribution journey_inland =
      Distribution::lognormal(8 * 3600, 0.4);  ///< journey to the destination
  double lost = 0.08;                          ///< share of those followed
  double network_damage = 4;  ///< of such a seizure, in units of what any other does to the group

  // Pursuits.
  double flees = 0;                  ///< share of finds of groups, on the road
  Duration to_border = 1h;           ///< of the next state, where the destination lies beyond it
  double speed = 90;                 ///< km/h
  Duration caught_after = 1h;        ///< on average
  Duration pursuit_ends_after = 2h;  ///< when there is no other limit
  double handed_over = 0.7;          ///< share that the other state's officers hold in time
};

}  // namespace cordon
