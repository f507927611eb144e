#pragma once

// What the user may say: a scenario as plain structs. Names are the keys of the file; defaults are
// the values below; meaning, unit, range and source of each key stand in parameters.cpp.

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/engine/distribution.hpp"
#include "sim/engine/time.hpp"

namespace cordon {

/// Seen from the side of the crossing's own country: entry is into the EU.
enum class Direction { entry, exit };
enum class VehicleClass { lorry, car, bus };
enum class Authority { customs, border_guard };
/// Selectivity lanes: release, documents, scan or dog, physical search, control after clearance.
enum class Channel { green, yellow, orange, red, blue };
enum class CooperationMode { separate, one_stop };
enum class QueueKind { physical, booked };
/// What a stage looks at: nothing hidden, the papers, the goods from outside, the goods themselves.
enum class ControlKind { none, documents, scan, search };
enum class RiskEngine { binormal, random };
enum class GroupBehaviour { fixed, quantal_response };

inline constexpr int directions = 2, vehicle_classes = 3, authorities = 2, channels = 5;

/// A town or region where traffic starts or ends.
struct PlaceSpec {
  std::string label, country;
  double latitude = 0, longitude = 0;
};

/// A road between two places or crossings, usable in both directions.
struct LinkRow {
  std::string from, to;
  double length_km = 0, speed_km_per_h = 60;
};

/// A border crossing point.
struct CrossingSpec {
  std::string label, country;
  double latitude = 0, longitude = 0;
  std::string layout = "road";
  CooperationMode cooperation = CooperationMode::separate;
  std::map<std::string, int> equipment;  ///< machines on post, by kind
};

/// The lanes of one crossing for one direction and vehicle class, with the queue before them.
struct LineSpec {
  std::string crossing;
  Direction direction = Direction::entry;
  VehicleClass vehicle_class = VehicleClass::lorry;
  int lanes = 1;
  int manned_first = 1;    ///< lanes of each own stage that get officers before all others
  double time_factor = 1;  ///< multiplies the service times of the lanes' own stages
  QueueKind queue = QueueKind::physical;
  int road_capacity = 1000;     ///< vehicles; a physical queue's arrivals beyond it balk
  double release_per_hour = 0;  ///< booked queue: how many are called forward
  int pool = 30;                ///< booked queue: called forward and not yet begun, at most
  Duration reference_wait{0};   ///< the wait that the observed volumes already answer to
  int initial_queue = 0;        ///< vehicles waiting at the start
};

/// Service times in seconds.
struct ClassTimes {
  Distribution lorry = Distribution::constant(0), car = Distribution::constant(0),
               bus = Distribution::constant(0);
};

/// Where a vehicle goes by the outcome of a stage: to the first of these stages with an open lane;
/// with none named, out.
struct NextSpec {
  std::vector<std::string> cleared, alarm, green, yellow, orange, red, blue;
};

/// One step of control.
struct StageSpec {
  int order = 0;                ///< position in the layout: goods go forward only
  bool own_lanes = false;       ///< every line has its own; otherwise shared by the crossing
  int lanes = 1;                ///< shared stages: how many at a time
  std::vector<Authority> crew;  ///< one team of each
  int officers_per_lane = 1;    ///< of each authority of the crew
  std::string equipment;        ///< kind of machine that each lane needs; empty: none
  ClassTimes time;
  std::string technique;  ///< by which something may be found here; empty: by none
  ControlKind control = ControlKind::none;
  bool selects = false;  ///< the selectivity lane is chosen at its end
  NextSpec next;
};

struct LayoutSpec {
  std::map<std::string, StageSpec> stage;
};

/// What one crew does at a `one_stop` crossing.
struct OneStopSpec {
  double task_saving = 0.7;       ///< the crew's time as a share of the sum of its two checks
  double detection_bonus = 0.20;  ///< combined signs of person and goods raise detection by it
};

struct RosterSpec {
  std::vector<std::string> shifts;  ///< "06:00-14:00", local time
};

/// The officers of one authority at one crossing.
struct TeamSpec {
  std::string crossing;
  Authority authority = Authority::customs;
  int officers = 0;  ///< officer shifts a day, spread evenly over the roster's shifts
  std::string roster;
  double skill = 0.5;
  double cost_per_hour = 35;  ///< EUR, an officer
};

struct EquipmentSpec {
  Duration relocation = 4h;  ///< to pack up and set up, beside the journey
};

struct TechniqueSpec {
  double false_alarm = 0;
  double bulky = 0, concealed = 0;  ///< detection probability of any commodity not listed
  std::map<std::string, double> commodity;
};

/// Traffic of one class in one direction, before it chooses a crossing.
struct FlowSpec {
  VehicleClass vehicle_class = VehicleClass::lorry;
  Direction direction = Direction::entry;
  std::map<std::string, double> origins;  ///< share of each place
  std::vector<std::string> crossings;     ///< where it may cross; empty: wherever there are lanes
  double outside = 0;                     ///< share that stays away at reference waits
  double volume_factor = 1;
  Duration booking_delay = 30min;  ///< booked queues: from the decision to the place in line
  double delay_cost_per_hour = 0;  ///< EUR, a vehicle
};

struct VolumeRow {
  std::string crossing;
  Direction direction = Direction::entry;
  VehicleClass vehicle_class = VehicleClass::lorry;
  int month = 0;  ///< 1..12; 0: every month
  double vehicles_per_day = 0;
};
struct BookingRow {
  std::string crossing;
  int weekday = 1;  ///< 1 Monday .. 7 Sunday, local time
  int hour = 0;
  double vehicles = 0;           ///< joining the booked queue in this hour of a usual week
  double at_reference_wait = 0;  ///< the same, if the wait were the reference wait
};
struct ProfileRow {
  VehicleClass vehicle_class = VehicleClass::lorry;
  Direction direction = Direction::entry;
  int weekday = 1;
  int hour = 0;
  double weight = 1;  ///< relative to the mean hour of the week
};
struct ReleaseRow {
  std::string crossing;
  int hour = 0;
  double factor = 1;  ///< of the line's release_per_hour
};

/// A queue that somebody has counted; nothing is simulated from it.
struct ObservedQueueRow {
  std::string crossing;
  Direction direction = Direction::entry;
  VehicleClass vehicle_class = VehicleClass::lorry;
  std::chrono::sys_seconds time{};
  double vehicles = 0;  ///< waiting for the first check
};

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

/// The operators that lodge the declarations of lorries: a few have most of the traffic.
struct TraderSpec {
  int operators = 5000;
  double aeo_share = 0.05;            ///< of the operators
  double aeo_selection_factor = 0.5;  ///< selection shares of authorised economic operators
};

struct SelectionSpec {
  RiskEngine engine = RiskEngine::binormal;
  double auc = 0.65;
  double yellow = 0.06, orange = 0.03, red = 0.01, blue = 0.01;
  double exploration = 0.1;  ///< share of the selected that is drawn at random
  int backlog_limit = 10;    ///< vehicles waiting for a control: no more are sent
};

struct ReportingSpec {
  bool one_report = false;
  int systems = 4;
  Duration officer_time = 30min;  ///< for each system
  Distribution delay = Distribution::uniform(86400, 14 * 86400);
  double missing = 0.15;
  Duration one_officer_time = 35min;
  Distribution one_delay = Distribution::uniform(3600, 86400);
  double one_missing = 0.02;
};

/// Officers or machines that an operation takes from one post to another.
struct MoveSpec {
  std::string from, to;
  std::optional<Authority> authority;  ///< with officers
  int officers = 0;                    ///< officer shifts a day
  std::string equipment;               ///< kind of one machine
};

/// A joint operation of customs and border guards.
struct OperationSpec {
  std::string label;
  Duration start = 120h, length = 240h;  ///< action days, from the start of the run
  Duration notice = 72h;                 ///< how long before orders and criteria go out
  std::vector<std::string> crossings;
  double selection_multiplier = 1;
  double shared_criteria_auc = 0;  ///< 0: no criteria are shared
  std::map<std::string, MoveSpec> move;
  std::optional<CooperationMode> cooperation;
  bool one_report = false;  ///< at its crossings, while it lasts
  double secrecy = 1;       ///< probability that one group hears nothing
  double leak_fear = 0.5;   ///< loss probability that a warned group expects there
};

struct RecordSpec {
  Duration queues_every = 3h;
};

struct Scenario {
  std::string title, note;
  bool real_map = false;  ///< what passed is then not reported by post
  std::chrono::sys_seconds start{};
  Duration length = 24h;
  Duration warm_up{0};
  std::string time_zone = "UTC";
  Duration publish_every = 1h;
  Duration choice_scale = 24h;
  double binding_side = 0.5, slack = 0.3;
  std::vector<std::string> primary_measures = {"wait_mean", "illicit_passed", "report_delay_mean",
                                               "officer_hours"};

  std::map<std::string, PlaceSpec> place;
  std::vector<LinkRow> link;
  std::map<std::string, CrossingSpec> crossing;
  std::map<std::string, LineSpec> line;
  std::map<std::string, LayoutSpec> layout;
  OneStopSpec one_stop;
  std::map<std::string, RosterSpec> roster;
  std::map<std::string, TeamSpec> team;
  std::map<std::string, EquipmentSpec> equipment;
  std::map<std::string, TechniqueSpec> technique;
  std::map<std::string, FlowSpec> flow;
  std::vector<VolumeRow> volume;
  std::vector<BookingRow> booking;
  std::vector<ProfileRow> profile;
  std::vector<ReleaseRow> release;
  std::vector<ObservedQueueRow> observed_queue;
  std::map<std::string, CommoditySpec> commodity;
  OpponentSpec opponent;
  std::map<std::string, GroupSpec> group;
  TraderSpec trader;
  SelectionSpec selection;
  ReportingSpec reporting;
  std::map<std::string, OperationSpec> operation;
  RecordSpec record;
};

}  // namespace cordon
