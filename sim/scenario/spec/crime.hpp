#pragma once

// What is smuggled, and by whom.

#include <map>
#include <string>

#include "sim/engine/distribution.hpp"
#include "sim/engine/time.hpp"
#include "sim/scenario/spec/words.hpp"

namespace cordon {

struct CommoditySpec {
  std::map<std::string, double> prevalence;  ///< share of vehicles; keys such as lorry_entry
  Distribution mass_kg = Distribution::constant(1);
  double value_per_kg = 1;
  double harm_weight = 1;
  double concealed_share = 0.5;
  bool persons = false;  ///< referred to protection, never seized or valued
};

struct GroupSpec {
  std::string home;
  std::string commodity;
  VehicleClass vehicle_class = VehicleClass::lorry;
  Direction direction = Direction::entry;
  double weight = 1;  ///< its part of what all groups send of the commodity
  GroupBehaviour behaviour = GroupBehaviour::quantal_response;
  double rationality = 0.6;
  double prior_losses = 1,
         prior_passes = 9;  ///< Beta prior of the loss probability at each crossing
  Duration forgetting_half_life = 720h;
  double hears_of_others = 0.5;
  double seizure_penalty = 1;  ///< loss beside the goods, in units of their value
  double cost_per_hour = 20;   ///< EUR, of a detour
  Duration news_delay = 6h;
  Duration postponement = 24h;
  int give_up_after = 10;  ///< postponements, then the consignment is deterred
};
struct OpponentSpec {
  double group_share = 0.8;  ///< of illicit attempts; opportunists make the rest
};

}  // namespace cordon
