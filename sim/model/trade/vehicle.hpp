#pragma once

// A vehicle on its way over the border, as anyone at the roadside sees it.

#include "sim/engine/future_events.hpp"
#include "sim/engine/id.hpp"
#include "sim/engine/luck.hpp"
#include "sim/engine/time.hpp"
#include "sim/model/ids.hpp"
#include "sim/model/trade/declaration.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon {

/// How far the analysis of its entry summary declaration has come; none: it is selected at the lane
/// alone.
/// `used`: its lane has been chosen since.
enum class Advance : std::uint8_t { none, analysed, referred, cleared, to_be_controlled, used };

/// What the systems of justice and home affairs say of a vehicle; none: nobody has asked.
enum class Lookup : std::uint8_t { none, no_hit, false_hit, hit };

/// Where a vehicle is after a find, if nothing has been decided yet: its goods are held for what an
/// expert will say, or for a permit to let them run; or it has fled.
enum class Aside : std::uint8_t { no, for_expert, for_permit, fled };

struct Vehicle {
  Draws draws;                   ///< who it is: flow and number; and its luck at the crossing
  std::uint16_t stands_for = 1;  ///< so many of its flow, from its own number on
  FlowIndex flow;
  LineIndex line;  ///< where it crosses
  VehicleClass vehicle_class = VehicleClass::lorry;
  Direction direction = Direction::entry;
  Channel channel = Channel::green;
  std::uint8_t diversions = 0;   ///< full lines that it has left
  StageIndex stage;              ///< where it is or waits; none before the first
  StageIndex held;               ///< whose lane it holds; none: it waits
  std::uint16_t lane = 0;        ///< that it holds
  AreaIndex area;                ///< of whose places it takes one
  std::uint8_t priority = 0;     ///< rank: of Setup::priorities, or their number: ordinary
  std::uint8_t desks = 0;        ///< that still read its papers
  std::uint8_t checks = 1;       ///< each control is made so often, for operations
  std::uint8_t outcome = 0;      ///< of its stage, while it waits for the desks
  bool joining = false;          ///< waits for the desks
  bool papers_alarm = false;     ///< a desk has found something
  bool on_road = false;          ///< takes up room on the approach road
  bool initial = false;          ///< was waiting when the run began
  bool empty = false;            ///< carries no goods
  bool inspected = false;        ///< scanned or searched
  bool matches_profile = false;  ///< its declaration says what the post looks for
  Advance advance = Advance::none;
  Lookup lookup = Lookup::none;
  bool looked_up_here = false;    ///< in the check that it is in, which takes longer,
  std::uint16_t record_hits = 0;  ///< for each of these, true or false, longer still
  Aside aside = Aside::no;        ///< it is in no lane any more
  std::uint16_t travellers = 1;   ///< in it
  std::uint16_t asked_by = 0;     ///< operations in course when it was selected: bit n, the n-th
  std::uint32_t recorded = 0;     ///< its row in the table of arrivals, from 1; 0: in none
  Time joined = never;            ///< the end of the line; never: still on the way there
  Time since = never;             ///< it waits, is served or is blocked where it is
  Duration others_checks{};       ///< while those that it stands for as well were checked
  Duration patience = endless;    ///< for which it waits for the first check
  EventId gives_up;               ///< when that has passed
  EventId comes;                  ///< its arrival, where it may still be called off
  Declaration declaration;
  OperationIndex targeted_by;  ///< the operation in course that is about such vehicles
  BerthIndex berth;            ///< where it came off with a lot; none: it came by road
  LineIndex turned_from;       ///< the full line that it left last
};
using VehicleId = Id<Vehicle>;

/// Addresses of a vehicle's luck, four to a block: what is needed together lies together. Only
/// append.
enum class VehicleLuck : std::uint32_t {
  first_check_time,  // at the crossing: the block that every vehicle carries
  second_check_time,
  risk_score,
  selection,
  gap,  // when it is born: to the vehicle before it in its flow
  crossing_choice,
  trader,
  contraband,
  mass,
  concealment,
  channel,
  priority,
  empty,
  travellers,
  patience,
  balking,
  transit,
  report_delay = 16,  // one address for each system reported to, 8 at most
  report_loss = 24,   // likewise
  news = 32,          // one address for each group, 32 at most
  stage_time = 64,    // one address for each stage of a layout, by its order, 64 at most
  finding = 128,      // likewise
  no_show = 192,
  transit_choice = 208,  // where it goes on to another border, and after which stay
  transit_stay,
  dwell,                  // in the yard, of a unit of a lot
  bribe,                  // whether it is taken
  patrol,                 // whether one finds it
  initial_class = 224,    // of one that waits when the run begins
  group_choice = 256,     // of a group's consignment: one address for each time it is put off
  group_capacity = 1536,  // of a group: for a consignment,
  front,                  // and who lodges its declaration
  entry_summary = 2000,   // whether it is lodged in time,
  entry_quality,          // with good data,
  file,                   // what targeters see in it,
  answer,                 // and in the answer to a request
  field = 2048,           // what its papers say: four addresses for each field, 8 fields at most
  audit = 2096,           // what a control after clearance finds, and how long it takes
  audit_time,
  illogical_route,  // of a group's consignment: whether it goes any way
  lead,             // whether its find holds one
  on_record,        // whether systems of justice and home affairs know who comes,
  false_hit,        // or take him for somebody else
  exit_data,        // whether the third country has sent its data
  needs_expert,     // whether its find can be told without one
  flees,            // whether its driver breaks away from it,
  catching,         // when he is caught,
  handing_over,     // and whether others hold him in time
  inland,           // how long a delivery is on its way, and whether it is lost
  delivery_lost,
  arrest,                 // whether somebody is arrested at its find
  uptake = 0x80000,       // whether a post takes up its form: one address for each post
  traveller_time = 4096,  // 4096 addresses for each stage of a layout, by its order
};
/// The block that a vehicle is born with; block 0 it carries to the crossing.
inline constexpr std::uint32_t birth_block = static_cast<std::uint32_t>(VehicleLuck::gap) / 4;

[[nodiscard]] constexpr std::uint32_t stage_time_luck(int order) {
  return static_cast<std::uint32_t>(VehicleLuck::stage_time) + static_cast<std::uint32_t>(order);
}
[[nodiscard]] constexpr std::uint32_t traveller_time_luck(int order, std::uint16_t traveller) {
  return static_cast<std::uint32_t>(VehicleLuck::traveller_time) +
         4096u * static_cast<std::uint32_t>(order) + traveller % 4096u;
}
/// The block of luck by which a field of its papers is filled in.
[[nodiscard]] constexpr std::uint32_t field_block(std::size_t field) {
  return static_cast<std::uint32_t>(VehicleLuck::field) / 4 + static_cast<std::uint32_t>(field);
}
[[nodiscard]] constexpr std::uint32_t finding_luck(int order) {
  return static_cast<std::uint32_t>(VehicleLuck::finding) + static_cast<std::uint32_t>(order);
}

}  // namespace cordon
