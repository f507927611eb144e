#pragma once

// The parts of a setup, each made from the scenario by the folder whose subject it is.

#include "sim/model/setup.hpp"
#include "sim/model/trade/network.hpp"

namespace cordon {

/// The n-th of the things of one kind.
template <class Index>
[[nodiscard]] Index nth(std::size_t n) {
  return {static_cast<std::uint16_t>(n)};
}

/// Position of a name in a named table, in the table's order; none when it is not there.
template <class Index, class Map>
[[nodiscard]] Index index_in(const Map& table, const std::string& name) {
  const auto found = table.find(name);
  if (found == table.end()) return {};
  return nth<Index>(static_cast<std::size_t>(std::distance(table.begin(), found)));
}

/// What the shocks of a scenario make of it, and which closures are known beforehand.
/// @param others  by the conditions of its scenario
/// @throws std::invalid_argument  when something would be another that must stay the same
void add_later(Setup& setup, const std::vector<std::shared_ptr<Setup>>& others);
/// Regions, crossings and desks; `next` counts the places.
void add_places(Setup& setup, std::uint16_t& next);
/// The rosters that teams have.
void add_rosters(Setup& setup);
/// The crews of the teams of a crossing or base: one for each shift of the roster, or as many as
/// follow its cycle.
void add_crews(const Setup& setup, CrossingSetup& crossing);
/// Whether finds may lead to arrests.
[[nodiscard]] bool any_arrests(const Scenario& scenario);
/// A crossing, or a base; these come after the crossings.
[[nodiscard]] CrossingIndex post_or_base(const std::string& name, const Scenario& scenario);
/// Bases, as crossings without lines.
void add_bases(Setup& setup, std::uint16_t& next);
/// Ways between posts and bases, who is called where, and secondments.
/// @throws std::invalid_argument  when no road leads where a beat or a secondment goes, or no shift
///                                is long enough for a beat or for those on call
void add_errands(Setup& setup, const Network& network);
/// What mobile units know of their stops beforehand.
/// @throws std::invalid_argument  when a stop cannot be reached, or not within a shift
void add_beats(Setup& setup);
/// @throws std::invalid_argument  when there is no road
void require_road(const CrossingSetup& from, const CrossingSetup& to);
/// The longest shift of a crew, on any day.
[[nodiscard]] Duration longest_shift(const CrewSetup& crew, const Setup& setup);
/// Share of the vehicles of a class and direction in which a commodity is hidden.
[[nodiscard]] double prevalence(const CommoditySpec& goods, VehicleClass c, Direction d);
/// @throws std::invalid_argument  when a lane needs more officers than are ever on duty
void require_officers_for_lanes(const Setup& setup);
/// The lines and stages of a crossing, from its layout.
/// @throws std::invalid_argument  when the layout has no first check
void build_crossing(Setup& setup, CrossingSetup& crossing);
/// Seconds that a check takes a vehicle of a class, on average over its travellers.
[[nodiscard]] double mean_check(const StageSetup& check, VehicleClass c, Direction d,
                                const Setup& setup);
/// What the lanes of a crossing need of officers.
void add_needs(const Setup& setup, CrossingSetup& crossing);
/// Kinds of machines.
void add_equipment(Setup& setup);
/// Machines that are bought, once the crossings are there.
void add_purchases(Setup& setup);
/// Who goes first; authorised economic operators when the scenario does not say.
void add_priorities(Setup& setup);
/// Commodities and techniques.
void add_goods(Setup& setup);
/// The fields of declarations, and the engines that read them, once the crossings are there.
void add_risk(Setup& setup);
/// The rows of the table of arrivals, made small; they leave the setup's scenario.
void add_records(Setup& setup);
void add_terminals(Setup& setup);
/// The ways from crossing to crossing: of vehicles that find a road full, and of transit.
/// @throws std::invalid_argument  when transit has no way on, or who finds a road full has none
void add_ways(Setup& setup, const Network& network);
/// What opportunists hide in the traffic of each flow.
void add_opportunists(Setup& setup);
/// The ways over the green border, as lines that only groups take.
void add_sectors(Setup& setup);
/// @throws std::invalid_argument  when a group has no flow to hide in
void add_groups(Setup& setup, const Network& network, std::uint16_t& next);
/// @throws std::invalid_argument  when no road leads from one post of a move to the other
void add_operations(Setup& setup, const Network& network, std::uint16_t& next);
/// What is decided for years: threat assessments, funds, training, the review.
void add_strategy(Setup& setup);
/// Countries, special forms, and who investigates; before the exchanges.
void add_investigation(Setup& setup);
/// Channels, and the ways of messages over them.
/// @throws std::invalid_argument  when none leads from a post that takes part to the desk
void add_exchanges(Setup& setup);

}  // namespace cordon
