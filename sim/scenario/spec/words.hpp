#pragma once

// The words that a scenario chooses from.

#include <array>
#include <cstdint>
#include <string_view>

namespace cordon {

/// Seen from the side of the crossing's own country: entry is into the EU.
enum class Direction : std::uint8_t { entry, exit };
/// What moves over a border as one: on the road, by ship, by rail, by air, by post.
enum class VehicleClass : std::uint8_t { lorry, car, bus, container, wagon, air_cargo, parcel };
enum class Authority : std::uint8_t { customs, border_guard, police, coast_guard, veterinary };
/// Selectivity lanes: release, documents, scan or dog, physical search, control after clearance.
enum class Channel : std::uint8_t { green, yellow, orange, red, blue };
enum class CooperationMode { separate, one_stop, co_located };
enum class QueueKind { physical, booked };
/// What a vehicle does that finds the road full: it turns back, or goes to another crossing.
enum class WhenFull { balk, divert };
/// What a stage looks at: nothing hidden, the papers, the goods from outside, the goods themselves.
enum class ControlKind { none, documents, scan, search };
/// What becomes of a service that is broken off: by somebody more urgent, or by the end of a shift.
enum class Interruption { finish, resume, begin_anew };
enum class RiskEngine { binormal, log_odds, logistic, proportional, random };
/// Whether an engine learns from what inspections find.
[[nodiscard]] constexpr bool learns(RiskEngine engine) {
  return engine != RiskEngine::binormal && engine != RiskEngine::random;
}
/// Whose inspections a risk engine learns from.
enum class Learning { post, country, pooled };
/// Who gets the risk information form of a find.
enum class FormReach { nobody, country, all };
/// What posts do with a find: they tell a desk, ask it whether it knows of the like, have it warn
/// the other posts, alert them to a new substance, or ask an expert what it is. Or what a desk does
/// with intelligence, and with the pictures of scanners. Or what prosecutors are told, to open a
/// case, and asked, for a permit.
enum class ExchangeKind {
  report,
  inquiry,
  warning,
  alert,
  intelligence,
  expertise,
  images,
  referral,
  permit
};
/// Evaluation of the source of intelligence: always reliable, mostly, sometimes, not known.
enum class SourceGrade { a, b, c, x };
/// Evaluation of an item of intelligence: known to be true, known to the source, corroborated, not
/// to be judged.
enum class ItemGrade { one, two, three, four };
/// When vehicles, drivers and operators are looked up in the systems of justice and home affairs.
enum class LookUp : std::uint8_t { off, on_request, at_first_check, ahead };
/// Special forms of cooperation over borders. Source: Naples II Convention (1998), articles 20-24.
enum class SpecialForm : std::uint8_t {
  hot_pursuit,
  surveillance,
  controlled_delivery,
  covert_investigation,
  joint_team
};
/// Kinds of joint operations.
enum class OperationKind : std::uint8_t {
  common_intensified_controls,
  priority_control_area,
  frontex_joint_operation,
  joint_action_days,
  joint_customs_operation,
  lewp_c_action
};
/// What is done with goods that were found.
enum class SeizeOrRun { always_seize, by_value, by_damage };
/// What an officer may do.
enum class Power : std::uint8_t {
  check_travellers,
  check_documents,
  scan,
  open_cargo,
  seize,
  arrest,
  pursue,
  observe,
  use_informants
};
/// As whose officer he acts: of the country itself, of another one, of the EU's agency.
enum class Service : std::uint8_t { national, guest, frontex };
/// Where a mobile unit goes next.
enum class BeatChoice : std::uint8_t {
  in_turn,
  uniform,
  proportional,
  risk_score,
  last_seizure,
  explore_exploit,
  stackelberg
};
/// Whose finds it goes by: those of its own authority and country, or all.
enum class BeatKnowledge : std::uint8_t { own, pooled };
enum class GroupBehaviour { fixed, quantal_response };

inline constexpr int directions = 2, vehicle_classes = 7, authorities = 5, channels = 5, powers = 9,
                     services = 3;

/// Whether vehicles of a class carry goods, for which an operator lodges a declaration.
[[nodiscard]] constexpr bool carries_goods(VehicleClass c) {
  return c != VehicleClass::car && c != VehicleClass::bus;
}

/// The word of the scenario files and the tables.
[[nodiscard]] constexpr std::string_view name_of(Direction d) {
  return d == Direction::entry ? "entry" : "exit";
}
[[nodiscard]] constexpr std::string_view name_of(VehicleClass c) {
  constexpr std::array<std::string_view, vehicle_classes> names = {
      "lorry", "car", "bus", "container", "wagon", "air_cargo", "parcel"};
  return names[static_cast<std::size_t>(c)];
}
[[nodiscard]] constexpr std::string_view name_of(Authority a) {
  constexpr std::array<std::string_view, authorities> names = {"customs", "border_guard", "police",
                                                               "coast_guard", "veterinary"};
  return names[static_cast<std::size_t>(a)];
}

[[nodiscard]] constexpr std::string_view name_of(OperationKind k) {
  constexpr std::array<std::string_view, 6> names = {
      "common_intensified_controls", "priority_control_area",   "frontex_joint_operation",
      "joint_action_days",           "joint_customs_operation", "lewp_c_action"};
  return names[static_cast<std::size_t>(k)];
}
[[nodiscard]] constexpr std::string_view name_of(Power p) {
  constexpr std::array<std::string_view, powers> names = {
      "check_travellers", "check_documents", "scan",    "open_cargo",    "seize",
      "arrest",           "pursue",          "observe", "use_informants"};
  return names[static_cast<std::size_t>(p)];
}

}  // namespace cordon
