#pragma once

// What is smuggled, and by whom.

#include <map>
#include <optional>
#include <string>
#include <vector>

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
  std::map<std::string, double> tells;  ///< by field: of what is sent, shows a typical value
  bool persons = false;                 ///< referred to protection, never seized or valued
  bool sanctioned = false;              ///< refused, never seized
  double unrecognised = 1;              ///< of detection, at posts that do not know it: if below 1
  Duration training = 120h;             ///< from an alert until a post recognises it
  double needs_expert = 0;              ///< share of finds that only an expert can tell; are held
  Duration holding = 240h;              ///< at most, for want of an answer
  bool lethal = false;                  ///< never let run, unless replaced
  double budget_share = 0;              ///< of its value: damage to the Union's budget
  double arrest = 0;                    ///< share of finds with an arrest, where somebody may
};

struct GroupSpec {
  std::string home;
  std::string commodity;
  std::string destination;  ///< country; empty: that of the post
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

  // What it may do besides; by default it does none of it.
  std::vector<VehicleClass> other_classes;     ///< that it may use instead
  std::vector<std::string> other_commodities;  ///< that it may turn to
  std::optional<double> concealment_cost;      ///< given: it chooses how to hide
  int split_into = 1;                          ///< vehicles that one consignment may go on, at most
  Duration split_every = 6h;                   ///< between these
  double risk_aversion = 0;
  std::optional<double> decoy_cost;   ///< EUR; given: it may send a vehicle that draws attention
  double decoy_effect = 0.3;          ///< by which it believes that a decoy lowers the risk
  std::optional<double> bribe;        ///< EUR; given: it may offer one
  double corruption = 0.05;           ///< probability that a bribe is taken
  std::vector<std::string> insiders;  ///< posts where somebody tells it of operations
  std::optional<double> budget;       ///< EUR, at the start; none: money is no object
  double goods_cost = 0.3;            ///< paid before, of the goods' value
  double green_border = 0;            ///< weight of all green border, beside that of all lines: 1
  int known_routes = 0;               ///< at the start; 0: all
  Duration new_route_every = 720h;    ///< at the soonest
  double disruption = 0;              ///< of its capacity that a loss takes
  Duration recovery = 720h;           ///< half-life of what is lost
  int leaves_after = 0;               ///< consignments given up one after the other; 0: never
  Duration returns_after = 2160h;
  int front_companies = 0;  ///< operators that lodge its declarations; 0: none, without operator
  double illogical_routes = 0;  ///< share of consignments that go any way
  int papers_after_losses = 0;  ///< of its own: then its papers look otherwise; 0: never
};
struct OpponentSpec {
  double group_share = 0.8;  ///< of illicit attempts; opportunists make the rest
  double lead_share = 0.3;   ///< of finds of groups' consignments: show what others show too
};

}  // namespace cordon
