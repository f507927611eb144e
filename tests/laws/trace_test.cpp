// A trace is complete: all that a run measures, and all that is where, follows from its rows.

#include <gtest/gtest.h>

#include "sim/output/ledger.hpp"
#include "sim/output/recorder/recorder.hpp"
#include "sim/output/stage_times.hpp"
#include "tests/support/fold_measures.hpp"
#include "tests/support/investigations.hpp"
#include "tests/support/journeys.hpp"
#include "tests/support/recorded_trace.hpp"

namespace cordon::trace_test {
namespace {

using testing::busy_border_with_operation;
using testing::Fold;
using testing::read_trace;
using testing::ReadTrace;
using testing::trace_of;

// Officers who go elsewhere: a vet on call, a mobile unit, a secondment, a course.
void send_officers_around(Scenario& s) {
  s.staffing.overtime_premium = 0.5;
  s.staffing.travel_cost_per_hour = 12.34;
  s.staffing.allowance_per_hour = 5.67;
  s.base["hub"].place = "west";
  TeamSpec vets = s.team["north_customs"];
  vets.crossing = "";
  vets.base = "hub";
  vets.authority = Authority::veterinary;
  vets.officers = 9;
  vets.on_call = 2;
  s.team["vets"] = vets;
  TeamSpec unit = vets;
  unit.authority = Authority::customs;
  unit.on_call = 0;
  unit.beat = {"north", "south"};
  unit.stay = 90min;
  s.team["unit"] = unit;
  s.secondment["lent"] = {"north_guards", "south", 6, 30h, 48h};
  s.course["search"] = {"south_customs", 10, 50h, 72h, {}, 0.15};
  auto& stages = s.layout["road"].stage;
  StageSpec vet = stages["search"];
  vet.order = 7;
  vet.crew = {Authority::veterinary};
  vet.technique = "";
  vet.control = ControlKind::none;
  stages["vet"] = vet;
  stages["search"].next.cleared = {"vet"};
}

// Wagons of a group come with the trains; some lorries are told one by one.
void add_lots_and_records(Scenario& s) {
  testing::add_journeys(s);
  s.terminal["yard"].free_time = 6h;
  s.terminal["yard"].storage_cost_per_day = 20;
  s.lot["train"].size = Distribution::uniform(80, 130);  // more than the yard holds
  GroupSpec rats;
  rats.home = "east";
  rats.commodity = "tobacco";
  rats.vehicle_class = VehicleClass::wagon;
  s.group["rats"] = rats;
  ArrivalRow lorries;
  lorries.line = "south_lorry_exit";
  lorries.time.since_start = 30h;
  lorries.count = 20;
  s.arrival = {lorries};
}

// Entry summary declarations, and targeters who answer them in every way.
void add_advance_information(Scenario& s) {
  s.advance["lorry"].referred = 0.2;
  s.advance["wagon"].referred = 0.5;
  s.advance["wagon"].before_loading = true;
  s.advance["wagon"].before = 24h;
  s.advance["wagon"].voyage = 48h;
  s.targeting.control = 0.6;
  s.targeting.stop = 0.8;
  s.targeting.ask = 0.3;
  s.targeting.answer = 2h;
}

// Groups that lose, go by the green border, and leave the trade.
void add_behaviours(Scenario& s) {
  s.base["forest"].place = "east";
  s.base["forest"].country = "PL";
  s.base["forest"].sector = {.area_km2 = 20, .crossing_time = 3h};
  s.patrol["foot"] = {};
  TeamSpec rangers = s.team["north_guards"];
  rangers.crossing = "";
  rangers.base = "forest";
  rangers.patrol = "foot";
  rangers.officers = 12;
  s.team["rangers"] = rangers;
  s.group["wolves"].disruption = 0.9;
  s.group["wolves"].split_into = 3;
  s.group["wolves"].risk_aversion = 1;
  s.group["foxes"].green_border = 2;
  s.group["foxes"].decoy_cost = 10;
  s.group["foxes"].front_companies = 2;
  GroupSpec moles = s.group["foxes"];
  moles.budget = 0;
  moles.leaves_after = 1;
  s.group["moles"] = moles;
}

// Forms, criteria, controls after clearance, and a priority control area that is stopped.
void add_risk_information(Scenario& s) {
  s.declaration["goods"] = {20, 3, 0.9};
  s.commodity["tobacco"].tells = {{"goods", 0.8}};
  s.risk_information.reach = FormReach::all;
  s.risk_information.looks_at = {"goods"};
  s.criterion["cigarettes"] = {{}, "goods", "tobacco", "", 1, 24h, {}};
  s.technique["books"] = {0, 0.9, 0.9, {}};
  s.after_clearance.technique = "books";
  s.selection.blue = 0.2;
  s.after_clearance.time = Distribution::constant(600);
  s.operation["action"].review_after = 30h;
  OperationSpec area;
  area.start = 24h * 3;
  area.length = 24h * 6;
  area.crossings = {"north", "south"};
  area.selection_multiplier = 2;
  area.target = TargetSpec{{VehicleClass::lorry}, Direction::entry, {}, {}, "goods", "tobacco"};
  area.review_after = 40h;
  area.review_hit_rate = 1;
  s.operation["area"] = area;
}

// Goods that may not pass, by any way.
void add_sanctions(Scenario& s) {
  CommoditySpec parts;
  parts.prevalence = {{"lorry_exit", 0.02}};
  parts.sanctioned = true;
  s.commodity["parts"] = parts;
  GroupSpec traders;
  traders.home = "west";
  traders.commodity = "parts";
  traders.direction = Direction::exit;
  traders.illogical_routes = 0.5;
  s.group["traders"] = traders;
}

// A run in which all that the model knows happens, groups that are warned and give up too.
// That does not know of the first, and is briefed and debriefed.
void add_a_second_operation(Scenario& s) {
  OperationSpec other;
  other.start = 100h;
  other.length = 24h * 3;
  other.crossings = {"north", "south"};
  other.selection_multiplier = 2;
  other.training = 48h;
  other.briefing = 1h;
  other.debriefing = 48h;
  other.report_time = 20h;
  s.operation["other"] = other;
  s.commodity["tobacco"].arrest = 0.8;
  s.assessment["cta"] = {"CTA", 100h, 60h, 10h, AssessmentData::seizures, 0.5};
  s.programme["ccei"] = {"CCEI", "scanner", 2e6, 40h, 100h, AllocationRule::by_finds, {}};
  s.training_needs["stna"].first = 60h;
  s.review = ReviewSpec{};
  s.review->first = 110h;
  s.review->every = 100h;
  s.review->officers = 2;
  s.review->margin = 1;
}

// A line is closed, there is less traffic, and checks take longer, for some days.
void add_a_shock(Scenario& s) {
  const auto before = std::make_shared<const Scenario>(s);
  Scenario war = s;
  war.line["south_lorry_exit"].closed = true;
  war.line["north_car_entry"].lanes = 1;
  war.flow["cars_in"].volume_factor = 0.5;
  war.commodity["tobacco"].prevalence["lorry_entry"] *= 1.5;
  war.layout["road"].stage["guards"].time.lorry = Distribution::constant(200);
  s.shock["war"] = {"War", 90h, 60h, 20h, {{"x", {"line.south_lorry_exit.closed", "true", {}}}}};
  s.conditions = {{90h, std::make_shared<const Scenario>(war)}, {150h, before}};
}

Scenario everything() {
  Scenario s = busy_border_with_operation();
  add_lots_and_records(s);
  add_advance_information(s);
  add_behaviours(s);
  add_risk_information(s);
  add_sanctions(s);
  testing::add_exchanges(s);
  s.interoperability.look_up = LookUp::ahead;
  s.interoperability.on_record = 0.3;
  s.operation["action"].secrecy = 0;
  s.operation["action"].leak_fear = 1;
  for (auto& [name, group] : s.group) {
    group.postponement = 4h;
    group.give_up_after = 1;
  }
  for (auto& [name, team] : s.team) team.cost_per_hour = 31.37;
  s.roster["by_day"].shifts = {"06:00-14:00", "14:00-22:00"};  // lanes close with a vehicle in them
  s.team["south_guards"].roster = "by_day";
  s.equipment["scanner"].between_failures = Distribution::exponential(40 * 3600);
  s.equipment["scanner"].maintenance_every = 60h;
  s.equipment["scanner"].price = 1.5e6;
  s.purchase["early"] = {"scanner", "north", 50h};
  s.purchase["late"] = {"scanner", "south", 120h};
  s.flow["buses_out"].patience = Distribution::exponential(600);
  LineSpec& by_slots = s.line["north_bus_exit"];
  by_slots.hours = {"06:00-23:00"};
  by_slots.no_show = 0.2;
  for (int hour = 0; hour < 24; ++hour)
    s.slot.push_back({"north", Direction::exit, VehicleClass::bus, 0, {hour * 1h}, 4});
  s.line["north_car_entry"].open_above = 1;
  s.priority["urgent"] = {.order = 0, .aeo = true, .share = {{"lorry", 0.02}}, .preempts = true};
  auto& stages = s.layout["road"].stage;
  stages["documents"].preempted = Interruption::resume;
  stages["search"].places = 1;
  send_officers_around(s);
  testing::add_investigation(s);
  stages["dog"].sharing = true;
  add_a_second_operation(s);
  add_a_shock(s);
  return s;
}

struct TracedRun {
  std::shared_ptr<const cordon::Setup> setup;
  std::vector<MeasureValue> values;
  std::uint64_t events = 0;
  ReadTrace trace;
};

TracedRun traced_run(const Scenario& scenario) {
  TracedRun run;
  run.setup = make_setup(scenario);
  Recorder recorder(*run.setup);
  run.trace = read_trace(trace_of(run.setup, true, 1, recorder));
  run.values = recorder.values();
  run.events = recorder.events();
  return run;
}

// Where the measure is of one crossing, or of all; negative: of a part of one.
std::optional<int> crossing_of(const Labels& at, const cordon::Setup& setup) {
  if (at == Labels{}) return -1;
  Labels rest = at;
  rest.crossing = rest.country = "all";
  if (rest != Labels{}) return std::nullopt;
  for (std::size_t c = 0; c < setup.crossings.size(); ++c)
    if (setup.crossings[c].name == at.crossing) return static_cast<int>(c);
  return std::nullopt;
}

void expect_measures_are_the_fold_of_the_trace(const TracedRun& run) {
  Fold fold(run.trace.header);
  for (const trace::Row& row : run.trace.rows) fold.add(row);
  fold.end();
  int compared = 0;
  for (const MeasureValue& v : run.values) {
    const auto crossing = crossing_of(v.labels, *run.setup);
    const std::string name(v.measure->name);
    if (!crossing || name == "wait_p50" || name == "wait_p95") continue;  // known to 1/128 only
    if (name == "assessment_bias") continue;  // by hand in tests/model/strategy
    const auto folded = fold.measures(*crossing);
    ASSERT_TRUE(folded.contains(name)) << name;
    if (std::isnan(v.value)) {
      EXPECT_TRUE(std::isnan(folded.at(name))) << name;
    } else if (name == "route_spread") {
      EXPECT_DOUBLE_EQ(folded.at(name), v.value);  // by the C library's logarithm
    } else {
      EXPECT_EQ(folded.at(name), v.value) << name << " at " << v.labels.crossing;
    }
    ++compared;
  }
  EXPECT_GT(compared, 100);
}

double total(const TracedRun& run, std::string_view measure) {
  for (const MeasureValue& v : run.values)
    if (v.measure->name == measure && v.labels == Labels{}) return v.value;
  return -1;
}

TEST(TheMeasures, AreTheFoldOfTheTrace) {
  const TracedRun run = traced_run(everything());
  for (const char* happens : {"balked",
                              "gave_up",
                              "missed",
                              "diverted",
                              "transit",
                              "lots_left",
                              "lot_wait_mean",
                              "units_picked_up",
                              "storage_cost",
                              "purchase_cost",
                              "seizures",
                              "referrals",
                              "sanction_refusals",
                              "postponed",
                              "deterred",
                              "reports_lost",
                              "duplicate_reports",
                              "travel_hours",
                              "overtime_hours",
                              "reporting_hours",
                              "illicit_refused",
                              "entry_summaries",
                              "information_requests",
                              "controls_on_arrival",
                              "loading_refused",
                              "targeting_hours",
                              "groups_disrupted",
                              "profile_controls",
                              "profile_detections",
                              "risk_forms_issued",
                              "risk_forms_taken_up",
                              "record_hits",
                              "false_record_hits",
                              "intelligence_items",
                              "substance_trainings",
                              "messages_written",
                              "messages_lost",
                              "message_delay_mean",
                              "cross_checks",
                              "cross_check_hits",
                              "requests_answered",
                              "requests_answered_in_time",
                              "desk_hours",
                              "audits",
                              "audit_findings",
                              "audit_hours",
                              "operations_stopped",
                              "goods_held",
                              "held_hours_mean",
                              "released_after_holding",
                              "fled",
                              "caught",
                              "controlled_deliveries",
                              "deliveries_lost",
                              "cases_opened",
                              "cases_closed",
                              "cases_solved",
                              "groups_struck",
                              "investigation_hours",
                              "operation_checks",
                              "double_checks",
                              "arrests",
                              "assessments",
                              "route_spread"})
    EXPECT_GT(total(run, happens), 0) << happens;
  expect_measures_are_the_fold_of_the_trace(run);
}

TEST(TheMeasures, AreTheFoldOfTheTraceAfterAWarmUp) {
  Scenario s = everything();
  s.warm_up = 100h + 7min;  // amid the operation
  expect_measures_are_the_fold_of_the_trace(traced_run(s));
}

// Vehicle microseconds in the system while measuring: from the end of the line until they leave.
Int128 time_in_system(const ReadTrace& trace) {
  static const std::set<std::string_view> leaves = {
      "VehicleBalked",   "VehicleDiverted", "VehicleGaveUp",  "BookingMissed", "GoodsSeized",
      "PersonsReferred", "VehicleReleased", "PassageRefused", "GoodsHeld",     "VehicleFled"};
  testing::Area inside;
  const std::int64_t begun = trace.header.warm_up;
  std::set<Subject> aside;        // whose goods are held, or who has fled: in no line any more
  std::set<std::uint32_t> bases;  // who is found at the green border was in no line
  for (const trace::CrossingShape& c : trace.header.crossings)
    if (c.base) bases.insert(c.place);
  for (const trace::Row& row : trace.rows) {
    const std::string_view name = trace::events()[row.event].name;
    if (name == "VehicleArrived") inside.set(row.time, inside.value + 1, begun);
    if (!leaves.contains(name) || bases.contains(row.place)) continue;
    if (aside.erase(trace::vehicle(row)) == 0) inside.set(row.time, inside.value - 1, begun);
    if (name == "GoodsHeld" || name == "VehicleFled") aside.insert(trace::vehicle(row));
  }
  inside.set(trace.header.length, 0, begun);
  return inside.sum;
}

TEST(TheTimesOfTheStages, AddUpToTheTimeInTheSystem) {
  for (const Duration warm_up : {Duration(0h), Duration(100h + 7min)}) {
    Scenario s = everything();
    s.warm_up = warm_up;
    const auto setup = make_setup(s);
    Recorder recorder(*setup);
    StageTimes stage_times(*setup);
    const ReadTrace trace = read_trace(trace_of(setup, true, 2, recorder, stage_times));
    Int128 all = 0, before_first_check = 0;
    std::set<StageActivity> activities;
    for (const StageTime& t : stage_times.times()) {
      activities.insert(t.activity);
      const LineSetup& line = setup->lines[t.line.value];
      const StageSetup& first = setup->crossings[line.crossing.value].stages[line.first.value];
      for (const std::int64_t spent : t.by_hour) {
        all += spent;
        if (t.activity == StageActivity::waiting && t.stage == first.order)
          before_first_check += spent;
      }
    }
    EXPECT_EQ(activities.size(), 4u);
    EXPECT_TRUE(all == time_in_system(trace));
    for (const MeasureValue& v : recorder.values()) {
      if (v.measure->name != "vehicle_hours_waited" || v.labels != Labels{}) continue;
      EXPECT_DOUBLE_EQ(static_cast<double>(before_first_check) / 3600e6, v.value);
    }
  }
}

TEST(TheTrace, HasARowForEveryEvent) {
  const TracedRun run = traced_run(everything());
  EXPECT_EQ(run.trace.rows.size(), run.events);
  std::vector<bool> seen(trace::events().size());
  for (const trace::Row& row : run.trace.rows) seen[row.event] = true;
  Scenario agents = busy_border_with_operation();  // which go with less
  agents.scale = 7;
  for (const trace::Row& row : traced_run(agents).trace.rows) seen[row.event] = true;
  for (std::size_t e = 0; e < seen.size(); ++e) EXPECT_TRUE(seen[e]) << trace::events()[e].name;
}

// Of whatever happens: of who was found at the green border, of entry summaries, forms and audits.
TEST(TheTrace, WithoutTruthNamesNoVehicleByWhoSentIt) {
  const auto setup = make_setup(everything());
  const ReadTrace trace = read_trace(trace_of(setup, false, 1));
  std::set<std::uint32_t> harmless = {source_of(trace::unnamed_source)};
  for (const LineSetup& line : setup->lines) harmless.insert(source_of("initial/" + line.name));
  std::set<std::string> heard_of;
  for (const trace::Row& row : trace.rows) {
    if (trace::slot_in(row.event, trace::Key::vehicle) < 0) continue;
    heard_of.emplace(trace::events()[row.event].name);
    EXPECT_TRUE(harmless.contains(trace::vehicle(row).source)) << trace::events()[row.event].name;
  }
  for (const char* event : {"GoodsSeized", "EntrySummaryLodged", "RiskFormReceived", "AuditEnded",
                            "PassageRefused", "LoadingRefused"})
    EXPECT_TRUE(heard_of.contains(event)) << event;
}

TEST(TheTrace, HasTheSameBytesForAnyNumberOfThreads) {
  const auto setup = make_setup(busy_border_with_operation(24h * 6));
  for (const bool truth : {true, false}) {
    const std::string one = trace_of(setup, truth, 1);
    EXPECT_EQ(trace_of(setup, truth, 2), one);
    EXPECT_EQ(trace_of(setup, truth, 5), one);
  }
}

TEST(TheTrace, ChangesNothing) {
  const Scenario s = everything();
  const auto setup = make_setup(s);
  Watch watch;
  std::string bytes;
  watch.verify = true;
  watch.trace = [&](std::uint32_t) {
    return std::make_unique<trace::Writer>(trace::header_of({}, *setup, true),
                                           [&](std::string_view piece) { bytes += piece; });
  };
  const auto watched = replicate(setup, 3, 1, 1, 1, {}, {}, watch);
  const auto alone = replicate(setup, 3, 1, 1, 1);
  EXPECT_EQ(read_trace(bytes).rows.size(), alone[0].events);
  ASSERT_EQ(watched[0].values.size(), alone[0].values.size());
  for (std::size_t i = 0; i < alone[0].values.size(); ++i) {
    const double a = watched[0].values[i].value, b = alone[0].values[i].value;
    EXPECT_TRUE(a == b || (std::isnan(a) && std::isnan(b))) << alone[0].values[i].measure->name;
  }
}

// The last machine is lent away while vehicles wait for it.
TEST(TheTrace, TellsWhoGoesOnWithoutTheMachineThatHasLeft) {
  Scenario s = busy_border_with_operation(24h * 6);
  s.selection.orange = 0.6;
  s.layout["road"].stage["customs"].next.orange = {"scan"};
  s.layout["road"].stage["scan"].next.cleared = {"documents"};
  Watch watch;
  watch.verify = true;
  EXPECT_NO_THROW((void)replicate(make_setup(s), 3, 1, 1, 1, {}, {}, watch));
  const auto rows = traced_run(s).trace.rows;
  EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [](const trace::Row& row) {
    return row.event == trace::number_of<ControlSkipped>;
  }));
}

}  // namespace
}  // namespace cordon::trace_test
