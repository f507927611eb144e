#pragma once

// What stays the same during a run, made once from the scenario and shared by all replications:
// who is where, which stages follow one another, how far it is, what finds what.

#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/engine/distribution.hpp"
#include "sim/engine/elementary.hpp"
#include "sim/model/calendar.hpp"
#include "sim/model/crossing/open_hours.hpp"
#include "sim/model/ids.hpp"
#include "sim/model/risk/scoring/trait.hpp"
#include "sim/model/staff/roster.hpp"
#include "sim/model/staff/staff_setup.hpp"
#include "sim/model/trade/records.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon {

/// How a stage of control may end for a vehicle.
enum class Outcome : std::uint8_t { cleared, alarm, green, yellow, orange, red, blue };
inline constexpr int outcomes = 7;
[[nodiscard]] constexpr Outcome outcome_of(Channel c) {
  return static_cast<Outcome>(static_cast<int>(Outcome::green) + static_cast<int>(c));
}

/// Where a vehicle goes next: to a stage that its crossing shares, or to one of its line's own.
struct NextStage {
  StageIndex shared;
  std::uint16_t own = 0;  ///< among the line's own stages; only if there is no shared one
};

/// Which vehicles a lane takes: a set of kinds, see `kind_of`.
using Admission = std::uint32_t;
inline constexpr Admission everybody = ~Admission{0};

/// No limit to the number of places.
inline constexpr int unlimited = std::numeric_limits<int>::max();

/// A time of the week at which a line lets vehicles in.
struct Slot {
  Duration of_week{};  ///< since Monday 0:00, local time
  int size = 0;        ///< vehicles
};

struct StageSetup {
  std::string name;
  int order = 0;       ///< of the layout; addresses its luck
  LineIndex line;      ///< whose lanes these are; none: shared by the crossing
  bool first = false;  ///< of its line
  int lanes = 0;
  int manned_first = 1;  ///< of the lanes: get officers before all others
  std::array<bool, authorities> crew{};
  int officers_per_lane = 1;
  EquipmentIndex equipment;  ///< one machine for each lane
  std::array<Distribution, vehicle_classes> time;
  ExchangeIndex read_at;  ///< by which its pictures are read elsewhere; none: they are not
  TechniqueIndex technique;
  ControlKind control = ControlKind::none;
  bool selects = false;
  StageIndex joined;  ///< the line's next own stage, which a one-stop crew does too
  std::array<std::vector<NextStage>, outcomes> next;  ///< the first with an open lane; none: exit
  std::vector<NextStage> alongside;                   ///< desks that read the papers meanwhile
  bool desk = false;                                  ///< is one: vehicles do not come here
  bool sharing = false;                               ///< a hall: serves all at once
  int places = unlimited;                             ///< for waiting vehicles
  AreaIndex area;                                     ///< whose places it shares
  std::vector<Admission> admits;                      ///< by lane; lanes beyond take everybody
  std::optional<Distribution> per_traveller;
  Interruption preempted = Interruption::finish, at_shift_end = Interruption::finish;
  Duration handover{};
  PowerSet powers = 0;                ///< that somebody at each lane must have
  std::vector<LaneNeed> needs;        ///< of each lane
  std::vector<LaneNeed> joint_needs;  ///< the same where one crew does the joined stages too
};

/// Another line that a vehicle may go to from here.
struct WaySetup {
  LineIndex line;
  Duration travel{};
  double weight = 1;  ///< in a choice, at reference waits
};

struct LineSetup {
  std::string name;
  CrossingIndex crossing;
  PlaceId place;
  std::uint16_t position = 0;  ///< among the lines of its crossing
  Direction direction{};
  VehicleClass vehicle_class{};
  StageIndex first;
  std::vector<StageIndex> own;  ///< its own stages, in order
  QueueKind queue{};
  int road_capacity = 0;
  double road_km = 0;  ///< the same as a length; 0: none
  int balk_from = 0, balk_all = 0;
  double no_show = 0;
  std::vector<OpenHours> hours;  ///< of the first check; empty: always
  std::vector<Slot> slots;       ///< in order; when there are any, nobody is let in between
  double open_above = 0, close_below = 0;
  int lanes = 0, fewest_lanes = 1;
  Duration opening_time{};
  int pool = 0;
  int initial_queue = 0;
  Duration reference_wait{};
  double mean_first_check = 0;  ///< seconds
  std::array<double, 24> release_per_hour{};
  std::array<bool, vehicle_classes> serves{};     ///< its own class, and those that share its lanes
  std::array<double, vehicle_classes> traffic{};  ///< usual vehicles a day, of the classes served
  bool closed = false;
  bool has_lots = false;  ///< units of lots join it
  bool diverts = false;   ///< who finds the road full may go to one of the detours
  std::vector<WaySetup> detours;
};

struct CrossingSetup {
  CrossingIndex index;
  std::string name, label, country;
  CountryIndex state;  ///< whose authorities control here
  PlaceId place;
  double latitude = 0, longitude = 0;
  CooperationMode cooperation{};
  std::vector<LineIndex> lines;
  std::vector<StageSetup> stages;
  std::vector<int> areas;         ///< their places
  bool limited = false;           ///< has areas, or stages with few places: vehicles may block
  std::vector<int> equipment;     ///< machines, by kind
  std::vector<int> out_of_order;  ///< of these, whatever their luck
  std::vector<std::uint32_t> machine_sources;  ///< of luck, by kind
  int repair_teams = 0;                        ///< machines repaired at one time; 0: any number
  std::vector<CrewSetup> crews;
  std::vector<Need> needs;                   ///< that its lanes and reports have
  std::uint8_t seizes = 0;                   ///< of these: to seize, for who writes a report of it
  std::optional<std::uint8_t> investigates;  ///< of these: to pursue, or at a unit to observe
  std::optional<std::uint8_t> arrests;       ///< of these: to arrest
  /// What officers may do here, by service and authority.
  std::array<std::array<PowerSet, authorities>, services> granted{};
  std::vector<CourseSetup> courses;
  std::vector<SecondmentSetup> secondments;  ///< of its officers
  bool is_base = false;                      ///< has no lines, only officers
  std::vector<Duration> way;                 ///< to other crossings and bases; endless: no road
  /// By need: crossings and bases whose teams on call meet it here, the nearest first.
  std::vector<std::vector<CrossingIndex>> on_call;
  bool calls_out = false;             ///< there are some
  std::vector<TerminalIndex> berths;  ///< whose they are
  std::vector<CallerIndex> callers;
  std::optional<SectorSpec> sector;          ///< of green border, that patrols watch
  std::array<LineIndex, directions> across;  ///< its ways over the border
  JudgeIndex judged_by;  ///< the engine that tells its risky goods; none: one that does not learn
};

/// Where the vehicles of one flow from one origin may cross, and how they weigh it.
struct SourceSetup {
  std::string name;
  std::uint32_t source = 0;  ///< of luck
  FlowIndex flow;
  std::vector<LineIndex> lines;
  std::vector<Duration> travel;           ///< by line
  std::vector<int> demand_of;             ///< by (month - 1) * 168 + hour of week: a row; -1: none
  std::vector<double> vehicles_per_hour;  ///< by row
  std::vector<std::vector<double>> attraction;  ///< by row and line: choice weight at reference
                                                ///< waits; the last is of staying away
};

struct RegionSetup {
  std::string name;
  PlaceId place;
  std::vector<SourceSetup> sources;
};

struct FlowSetup {
  std::string name;
  VehicleClass vehicle_class{};
  Direction direction{};
  bool plain = true;        ///< all loaded, with one traveller and endless patience
  double opportunists = 0;  ///< share with something to hide
  double transit_share = 0;
  Duration booking_delay{};
  double delay_cost_per_hour = 0;
  std::vector<double> opportunist_commodity;  ///< cumulative, by commodity; last is `opportunists`
  double empty_share = 0;
  Distribution travellers = Distribution::constant(1);
  std::optional<Distribution> patience;
  int diversions = 0;
  std::vector<LineIndex> lines;  ///< where it may cross
  FlowIndex transit_flow;
  Distribution transit_stay;
  std::vector<std::vector<WaySetup>> transit;  ///< by crossing: where it may go on to
};

/// Who goes first, in this order.
struct PrioritySetup {
  std::string name;
  bool aeo = false, preempts = false;
  std::array<double, vehicle_classes> share{};  ///< of the vehicles of a class
};

struct EquipmentSetup {
  std::string name;
  std::optional<Distribution> between_failures;       ///< seconds on post; none: it never fails
  Distribution repair;                                ///< seconds
  Duration maintenance_every{}, maintenance_lasts{};  ///< 0: none
  std::optional<Duration> maintenance_at;             ///< local time of day; none: at any time
  double price = 0;                                   ///< EUR
};

/// A machine that was bought, and comes to its post.
struct PurchaseSetup {
  CrossingIndex crossing;
  EquipmentIndex equipment;
  Duration ordered{}, arrives{};         ///< since the start of the run
  double price = 0;                      ///< EUR
  std::uint32_t source = 0, number = 0;  ///< of luck
};

struct CommoditySetup {
  std::string name;
  Distribution mass_kg = Distribution::constant(1);
  double value_per_kg = 0, harm_weight = 0, concealed_share = 0;
  bool persons = false, sanctioned = false;
  std::vector<double> tells;  ///< by field
  double unrecognised = 1;    ///< of detection, at posts that do not know it
  Duration training{};        ///< from an alert until they do
  double needs_expert = 0;    ///< share of finds that are held until one has answered,
  Duration holding{};         ///< for so long at most
  bool lethal = false;
  double budget_share = 0;  ///< of its value: damage to the Union's budget
  double arrest = 0;        ///< share of finds, where somebody may
};

/// A field of the declarations.
struct FieldSetup {
  scoring::Category category{};
  FieldSpec spec;
  double log_values = 0;   ///< log(values + 1): the range of their ranks
  bool in_a_sign = false;  ///< profiles look at it
};

/// A common risk criterion.
struct CriterionSetup {
  std::uint16_t sign = 0;            ///< of the setup's
  std::size_t field = 0;             ///< likewise
  CommodityIndex commodity;          ///< for which values are typical
  GroupIndex group;                  ///< of whose papers; none: of those of opportunists
  std::vector<CrossingIndex> posts;  ///< that look for it; empty: all
  double weight = 0;
  Time from, until;
};

/// An engine that learns from inspections, and whose.
struct JudgeSetup {
  std::vector<double> weight;  ///< of a lesson, by crossing that it comes from
};

struct TechniqueSetup {
  std::string name;
  double false_alarm = 0;
  std::vector<double> bulky, concealed;  ///< detection probability by commodity
};

/// The way that a group can send a consignment.
struct RouteSetup {
  LineIndex line;
  VehicleClass vehicle_class{};
  FlowIndex flow;  ///< that it hides in
  Duration travel{};
  double traffic = 0;  ///< share of the line in the traffic that hides it
  Duration on_foot{};  ///< by the green border: to the other side
};

struct GroupSetup {
  std::string name;
  PlaceId place;
  std::uint32_t source = 0;
  std::vector<CommodityIndex> commodities;  ///< its own first, then what it may turn to
  std::vector<CrossingIndex> insiders;
  CountryIndex destination;  ///< none: where the post is
  GroupSpec spec;
  double consignments_per_hour = 0;
  std::vector<RouteSetup> routes;
};

struct MoveSetup {
  CrossingIndex from, to;
  std::optional<Authority> authority;
  std::string team;  ///< empty: any
  int officers = 0;
  EquipmentIndex equipment;
  Duration travel{}, relocation{};
};

struct OperationSetup {
  std::string name;
  PlaceId place;
  std::uint32_t source = 0;
  OperationSpec spec;          ///< with its own start
  OperationIndex repeats;      ///< that which it is one more time; none: it is the first
  std::uint16_t together = 0;  ///< those that are deconflicted with one another have the same
  std::vector<CrossingIndex> crossings;
  std::vector<MoveSetup> moves;
  std::vector<FlowIndex> flows;  ///< of its target
  std::size_t field = 0;         ///< of its target, and...
  CommodityIndex commodity;      ///< ...what the values are typical of; none: any goods
};

/// Where lots are unloaded.
struct TerminalSetup {
  std::string name;
  CrossingIndex crossing;
  TerminalSpec spec;
  Duration lift{};  ///< from one unit to the next, at one berth
};

/// Vessels, trains or flights that call at a terminal.
struct CallerSetup {
  std::string name;
  std::uint32_t source = 0;        ///< of the units' luck
  std::uint32_t calls_source = 0;  ///< of the calls' luck
  TerminalIndex terminal;
  LineIndex line;
  FlowIndex flow;
  VehicleClass vehicle_class{};
  LotSpec spec;
};

/// A desk of the scenario, the reporting desk, or the targeting centre.
struct DeskSetup {
  std::string name;
  PlaceId place;
  DeskSpec spec;
  std::vector<OpenHours> hours;  ///< none: always open
};

struct ChannelSetup {
  std::string name;
  ChannelSpec spec;
  struct Outage {
    Time from, until;
  };
  std::vector<Outage> outages;  ///< one after the other
};

/// A step on the way of a message.
struct Hop {
  PlaceId place;  ///< that it leads to
  ChannelIndex channel;
};

struct ExchangeSetup {
  std::string name;
  std::uint32_t source = 0;  ///< of luck
  ExchangeSpec spec;
  PlaceId desk;
  /// By crossing: the way from there to the desk, which messages to the crossing go backwards. None
  /// of a crossing that takes no part.
  std::vector<std::vector<Hop>> way;
  std::vector<bool> commodities;  ///< that it is about
  OperationIndex operation;       ///< in which it takes place; none: always
};

/// A threat assessment.
struct AssessmentSetup {
  std::string name;
  AssessmentSpec spec;
};

/// A fund for machines.
struct ProgrammeSetup {
  std::string name;
  ProgrammeSpec spec;
  EquipmentIndex equipment;
  std::uint32_t source = 0;          ///< of the machines' luck
  std::vector<CrossingIndex> posts;  ///< that may get some,
  std::vector<double> traffic;       ///< and the vehicles of each
};

/// Courses for one team, one officer at a time.
struct TrainingPlace {
  CrossingIndex post;
  std::uint16_t course = 0;  ///< of the post's
  double lack = 0;           ///< of full skill, over all its officers
  int officers = 0;
};
struct TrainingNeedsSetup {
  std::string name;
  TrainingNeedsSpec spec;
  std::vector<TrainingPlace> places;
};

struct SpecialFormSetup {
  std::string name;
  SpecialFormSpec spec;
  std::vector<CountryIndex> between;  ///< none: any
  std::vector<bool> commodities;      ///< on which it may be used
};

/// A line that drivers and groups know will be closed.
struct Closure {
  LineIndex line;
  Time from, until;
  Time known;  ///< since when
};

struct Setup {
  Setup(Scenario of, Calendar by, Duration distance)
      : scenario(std::move(of)),
        calendar(std::move(by)),
        border(distance),
        log_operators(elementary::log(scenario.trader.operators + 1.0)),
        most_tempted(temptation_at(1 - 0x1p-33)) {}

  /// How much more often an operator hides something than others: lognormal, with mean 1.
  [[nodiscard]] double temptation_at(double luck) const {
    const double spread = scenario.trader.compliance_spread;
    return elementary::exp(spread * elementary::normal_quantile(luck) - spread * spread / 2);
  }

  /// What holds from some time on.
  struct Later {
    Time from;
    std::shared_ptr<const Setup> setup;
  };

  Scenario scenario;
  Calendar calendar;
  Duration border;           ///< distance of the borders of time
  double log_operators;      ///< log(operators + 1): the range of their ranks
  double most_tempted;       ///< no operator hides something more often, by this factor
  std::vector<Later> later;  ///< of the first: one after the other
  std::vector<Closure> closures;
  std::vector<EquipmentSetup> equipment;
  std::vector<PurchaseSetup> purchases;
  std::vector<RegionSetup> regions;
  std::vector<CrossingSetup> crossings;
  std::vector<DeskSetup> desks;
  std::vector<ChannelSetup> channels;
  std::vector<ExchangeSetup> exchanges;
  std::vector<std::string> countries;
  std::vector<SpecialFormSetup> special_forms;
  std::vector<AssessmentSetup> assessments;
  std::vector<ProgrammeSetup> programmes;
  std::vector<TrainingNeedsSetup> training_needs;
  CrossingIndex unit;        ///< base that investigates; none: nobody does
  ExchangeIndex permits;     ///< by which permits are asked for; none: there are none
  ExchangeIndex case_tells;  ///< by which what cases bring to light is told; none: it is not
  std::vector<GroupSetup> groups;
  std::vector<OperationSetup> operations;
  std::vector<LineSetup> lines;
  std::vector<FlowSetup> flows;
  std::vector<PrioritySetup> priorities;
  std::vector<CommoditySetup> commodities;
  std::vector<TechniqueSetup> techniques;
  std::vector<FieldSetup> fields;
  std::vector<scoring::Cross> traits;  ///< that engines look at in declarations
  std::vector<JudgeSetup> judges;
  std::vector<scoring::Cross> signs;  ///< that profiles look at; first what forms do
  std::vector<CriterionSetup> criteria;
  TechniqueIndex audit;  ///< what controls after clearance find; none: nobody makes them
  std::array<std::optional<AdvanceSpec>, vehicle_classes> advance;  ///< of goods that enter
  PlaceId targeting;  ///< the targeting centre; none: there is no advance information
  std::vector<RosterSetup> rosters;
  std::vector<TerminalSetup> terminals;
  std::vector<CallerSetup> callers;
  Records records;

  /// How long a stage took for a vehicle of the table of arrivals.
  /// @param row  as in Vehicle::recorded   @param stage  its order in the layout
  /// @return none when the table does not say
  [[nodiscard]] std::optional<Duration> recorded_time(std::uint32_t row, int stage) const {
    return row == 0 ? std::nullopt : records.time(row - 1, stage);
  }

  /// The flow whose laws vehicles of a class have that come by no flow: by table, with a lot, of a
  /// group. With several, the last by name; none: there is none.
  [[nodiscard]] FlowIndex flow_of(VehicleClass c, Direction d) const {
    for (std::size_t f = flows.size(); f-- > 0;)
      if (flows[f].vehicle_class == c && flows[f].direction == d)
        return {static_cast<std::uint16_t>(f)};
    return {};
  }

  // Places are numbered in this order: regions, crossings, desks, groups, headquarters.
  [[nodiscard]] CrossingIndex crossing_at(PlaceId place) const {
    return {static_cast<std::uint16_t>(place.value - regions.size())};
  }
  /// Its position among the desks.
  [[nodiscard]] std::size_t desk_at(PlaceId place) const {
    return place.value - regions.size() - crossings.size();
  }
  [[nodiscard]] bool is_crossing(PlaceId place) const {
    return place.value >= regions.size() && place.value < regions.size() + crossings.size();
  }
  [[nodiscard]] GroupIndex group_at(PlaceId place) const {
    return {
        static_cast<std::uint16_t>(place.value - regions.size() - crossings.size() - desks.size())};
  }
  [[nodiscard]] OperationIndex operation_at(PlaceId place) const {
    return {static_cast<std::uint16_t>(place.value - regions.size() - crossings.size() -
                                       desks.size() - groups.size())};
  }
  /// What is lodged ahead for the vehicles of a class; none: nothing.
  [[nodiscard]] const AdvanceSpec* advance_of(VehicleClass c, Direction d) const {
    const auto& spec = advance[static_cast<std::size_t>(c)];
    return spec && d == Direction::entry ? &*spec : nullptr;
  }
  /// Whether a line will be closed to who sets out now, as far as anybody knows.
  /// @param closed  whether it is now
  [[nodiscard]] bool will_be_closed(LineIndex line, bool closed, Time now, Time arrives) const {
    bool ends_in_time = false;
    for (const Closure& c : closures) {
      if (c.line != line || c.known > now) continue;
      if (c.from <= arrives && arrives < c.until) return true;
      ends_in_time |= c.from <= now && now < c.until;
    }
    return closed && !ends_in_time;
  }
  [[nodiscard]] std::size_t places() const {
    return regions.size() + crossings.size() + desks.size() + groups.size() + operations.size();
  }
};

/// @param scenario  one that has been checked
/// @throws std::invalid_argument  with the reason when the parts do not make a world (no road, ...)
[[nodiscard]] std::shared_ptr<const Setup> make_setup(const Scenario& scenario);

}  // namespace cordon
