#pragma once

// What a trace says of itself before its rows: which run it is of, and the names of all that its
// rows mention, so that a trace can be read without its scenario.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sim/model/setup.hpp"

namespace cordon::trace {

inline constexpr int format_version = 1;
inline constexpr std::uint16_t nobody = 0xffff;  ///< where a list's position is absent

/// Which run it is.
struct RunOf {
  std::string program;          ///< version of cordon
  std::string scenario, title;  ///< name and title
  std::string scenario_sha256;  ///< of the resolved scenario and its tables
  std::uint64_t seed = 1;
  std::uint32_t replication = 1;
};

struct PlaceName {
  std::string name, kind;  ///< kind: region, crossing (a base too), desk, group, headquarters
};
struct StageShape {
  std::string name;
  std::uint16_t line = nobody;  ///< whose lanes these are; nobody: all lines share them
  bool first = false;           ///< of its line
  bool desk = false;            ///< sees papers only
  int lanes = 0;                ///< at the start
  std::string control;          ///< none, documents, scan, search
  std::string technique;
  std::uint16_t equipment = nobody;  ///< each lane needs one
  std::vector<std::string> crew;     ///< authorities
  int officers_per_lane = 1;         ///< of each
};
struct CrewShape {
  std::string name, team, authority;
  int officers = 0;          ///< at the start
  double cost_per_hour = 0;  ///< EUR, an officer
};
struct CrossingShape {
  std::string name, label, country;
  std::uint16_t place = 0;
  double latitude = 0, longitude = 0;
  std::vector<StageShape> stages;
  std::vector<CrewShape> crews;
  std::vector<int> machines;  ///< at the start, by kind of equipment
  bool base = false;          ///< no crossing: teams are sent out from here
};
/// A class that shares the lanes of another.
struct SharerShape {
  std::string vehicle_class;
  double delay_cost_per_hour = 0;  ///< EUR, a vehicle
};
struct LineShape {
  std::string name;
  std::uint16_t crossing = 0, first_stage = 0;
  std::string direction, vehicle_class, queue;  ///< queue: physical, booked
  double delay_cost_per_hour = 0;               ///< EUR, a vehicle of its own class
  std::vector<SharerShape> also;
};
struct CommodityShape {
  std::string name;
  double value_per_kg = 0, harm_weight = 0;
  bool persons = false;
};
/// What officers cost besides their own hours.
struct StaffCosts {
  double overtime_premium = 0;                              ///< on their cost
  double travel_cost_per_hour = 0, allowance_per_hour = 0;  ///< EUR, an officer
};
struct TerminalShape {
  std::string name;
  std::uint16_t crossing = 0;
  std::int64_t free_time = 0;       ///< in the yard, microseconds
  double storage_cost_per_day = 0;  ///< EUR, a unit, for each day begun beyond it
};
/// Vessels, trains or flights.
struct ServiceShape {
  std::string name;
  std::uint16_t terminal = 0;
};
/// A machine that is bought.
struct PurchaseShape {
  std::uint16_t crossing = 0, equipment = 0;
  std::int64_t ordered = 0;  ///< microseconds since the start
  double price = 0;          ///< EUR
};
struct OperationShape {
  std::string name, label;
  std::int64_t begins = 0, ends = 0;  ///< of the action days, microseconds since the start
  std::vector<std::uint16_t> crossings;
};

/// What posts tell a desk, or ask it.
struct ExchangeShape {
  std::string name, kind;
  std::uint16_t desk = 0;  ///< place that it goes to
  /// Of the answer to an inquiry, microseconds.
  std::int64_t urgent_deadline = 0, urgent_indirect_deadline = 0, deadline = 0;
};

struct Header {
  RunOf run;
  std::int64_t start = 0;                ///< of the run: seconds since 1970, UTC
  std::int64_t length = 0, warm_up = 0;  ///< microseconds
  bool real_map = false;
  bool truth = true;  ///< whether the rows say what vehicles hide
  std::vector<PlaceName> places;
  std::vector<CrossingShape> crossings;
  std::vector<LineShape> lines;
  std::vector<std::string> equipment, groups, message_channels, special_forms, countries;
  std::vector<ExchangeShape> exchanges;
  std::vector<CommodityShape> commodities;
  StaffCosts staff_costs;
  std::vector<TerminalShape> terminals;
  std::vector<ServiceShape> services;
  std::vector<PurchaseShape> purchases;
  std::vector<OperationShape> operations;
  std::map<std::uint32_t, std::string> sources;  ///< of vehicles
};

/// @param truth  false: the rows will not say what vehicles hide
[[nodiscard]] Header header_of(const RunOf& run, const Setup& setup, bool truth);

/// One line of JSON, with the format's version, the length of a row and all events and fields.
[[nodiscard]] std::string text_of(const Header& header);
/// @throws std::runtime_error  with one line that says why this is not a trace's header, or not of
///                             a version that this program reads
[[nodiscard]] Header parse_header(const std::string& text);

/// Source of the vehicles in a trace without truth, which are numbered as they arrive.
inline constexpr std::string_view unnamed_source = "vehicle";

}  // namespace cordon::trace
