// The scenarios that come with the program read without a problem, and the mistakes that their
// users make get one clear line each.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "sim/scenario/parameters.hpp"

namespace cordon::shipped_scenarios_test {
namespace {

namespace fs = std::filesystem;
const fs::path shipped = fs::path(CORDON_SOURCE_DIR) / "scenarios";
const fs::path baseline = shipped / "pl_ua" / "baseline.toml";

// The problems of the baseline with an override, without the part that says where.
std::vector<std::string> problems_with(const std::vector<std::string>& settings) {
  std::vector<Override> overrides;
  for (const std::string& s : settings) overrides.push_back(parse_override(s));
  std::vector<std::string> texts;
  try {
    (void)read_scenario(baseline, overrides);
  } catch (const ScenarioError& error) {
    for (const Problem& p : error.problems) texts.push_back(p.path + ": " + p.message);
  }
  return texts;
}

// The same of a file that extends the baseline by some lines.
std::vector<std::string> problems_in_variant(const std::string& lines) {
  // Tests run side by side, each in a process of its own.
  const fs::path file =
      fs::path(::testing::TempDir()) / ("cordon_variant_" + std::to_string(::getpid()) + ".toml");
  std::ofstream(file) << "extends = \"" << baseline.string() << "\"\n" << lines;
  std::vector<std::string> texts;
  try {
    (void)read_scenario(file);
  } catch (const ScenarioError& error) {
    for (const Problem& p : error.problems) texts.push_back(p.path + ": " + p.message);
  }
  fs::remove(file);
  return texts;
}

class ShippedScenario : public ::testing::TestWithParam<std::string> {};

TEST_P(ShippedScenario, ReadsWithoutAProblem) {
  const auto reading = read_scenario(shipped / "pl_ua" / (GetParam() + ".toml"));
  EXPECT_EQ(reading.spec.crossing.size(), 9u);
  EXPECT_TRUE(reading.spec.real_map);
  EXPECT_FALSE(reading.spec.title.empty());
}

INSTANTIATE_TEST_SUITE_P(PolandUkraine, ShippedScenario,
                         ::testing::Values("baseline", "joint_operation", "joint_operation_leaked",
                                           "more_booths", "retimed_shifts", "one_stop"));

std::vector<std::string> files_of_the_union() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(shipped / "eu"))
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

class TheBorderOfTheUnion : public ::testing::TestWithParam<std::string> {};

TEST_P(TheBorderOfTheUnion, ReadsWithoutAProblemAndIsOfTheStrategy) {
  const auto spec = read_scenario(shipped / "eu" / (GetParam() + ".toml")).spec;
  EXPECT_EQ(spec.crossing.size(), 155u);
  std::set<std::string> member_states;
  for (const auto& [name, crossing] : spec.crossing) member_states.insert(crossing.country);
  EXPECT_EQ(member_states.size(), 27u);
  EXPECT_TRUE(spec.real_map);
  EXPECT_NE(spec.title.find("fictional"), std::string::npos);
  EXPECT_NE(text_of(shipped / "STRATEGY.md").find("`" + GetParam() + "`"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(All, TheBorderOfTheUnion, ::testing::ValuesIn(files_of_the_union()));

TEST(ShippedVariants, SayThatTheirOperationsAreFictional) {
  for (const char* name : {"joint_operation", "joint_operation_leaked"})
    EXPECT_NE(read_scenario(shipped / "pl_ua" / (std::string(name) + ".toml"))
                  .spec.title.find("fictional"),
              std::string::npos);
}

TEST(ShippedVariants, KeepTheOfficerHoursWhenShiftsAreRetimed) {
  const auto before = read_scenario(baseline).spec;
  const auto after = read_scenario(shipped / "pl_ua" / "retimed_shifts.toml").spec;
  for (const auto& [name, team] : before.team)
    EXPECT_EQ(after.team.at(name).officers, team.officers);
}

using Lines = std::vector<std::string>;

TEST(BadInput, AWrongUnitIsNamed) {
  EXPECT_EQ(problems_with({"publish_every=1 km"}),
            Lines{"publish_every: is '1 km'; expected a duration such as \"12 min\" (units: ms, s, "
                  "min, h, d)"});
}

TEST(BadInput, AnUnknownKeyGetsASuggestion) {
  EXPECT_EQ(problems_with({"line.medyka_lorry_entry.lane=3"}),
            Lines{"line.medyka_lorry_entry.lane: unknown key; did you mean 'lanes'?"});
}

TEST(BadInput, AnUnknownCrossingGetsASuggestion) {
  EXPECT_EQ(problems_with({"line.medyka_lorry_entry.crossing=medika"}),
            Lines{"line.medyka_lorry_entry.crossing: is 'medika'; expected the name of a crossing; "
                  "did you mean 'medyka'?"});
}

TEST(BadInput, ANegativeRateIsOutOfRange) {
  const auto problems = problems_with({"line.medyka_lorry_entry.release=-1 per hour"});
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_NE(problems[0].find("at least 0"), std::string::npos) << problems[0];
}

TEST(BadInput, ShiftsMustBeTimesOfDay) {
  EXPECT_EQ(problems_with({"roster.around_the_clock.shifts=[\"6-14\"]"}),
            Lines{"roster.around_the_clock.shifts: '6-14' is not a shift; expected one such as "
                  "\"06:00-14:00\""});
}

TEST(BadInput, StagesLeadForward) {
  EXPECT_EQ(problems_with({"layout.road.stage.search.next.cleared=[\"dog\"]"}),
            Lines{"layout.road.stage.search.next: leads back to 'dog'; expected a stage of higher "
                  "order"});
}

Lines line_problem(const std::string& setting) {
  return problems_with({"line.medyka_car_entry." + setting});
}

TEST(BadInput, AMergedStopControlsAtItsLastStage) {
  const std::string merged = "crossing.medyka.cooperation=one_stop";
  EXPECT_EQ(problems_with({merged}), Lines{});
  EXPECT_EQ(problems_with({merged, "layout.road.stage.first_line.selects=true"}),
            Lines{"crossing.medyka.cooperation: merges the own stages of layout 'road', and "
                  "'first_line' controls or selects before the last of them; expected that only of "
                  "the last"});
}

TEST(BadInput, LinesSayWhatGoesTogether) {
  EXPECT_EQ(
      line_problem("hours=[\"6-22\"]"),
      Lines{"line.medyka_car_entry.hours: '6-22' are not opening hours; expected some such as "
            "\"06:00-22:00\""});
  EXPECT_EQ(line_problem("lane_types={ vip = 1 }"),
            Lines{"line.medyka_car_entry.lane_types: 'vip' is not a type of lanes; expected aeo, "
                  "empty, or a vehicle class such as bus"});
  EXPECT_EQ(line_problem("lane_types={ bus = 1 }"),
            Lines{"line.medyka_car_entry.lane_types: keeps lanes for 'bus', which does not come to "
                  "this line; expected its vehicle_class or one of `also`"});
  EXPECT_EQ(line_problem("hours=[\"06:00-24:00\"]"), Lines{});
  EXPECT_EQ(line_problem("hours=[\"24:00-06:00\"]").size(), 1u);
  EXPECT_EQ(
      line_problem("balk_from=7"),
      Lines{"line.medyka_car_entry.balk_all: is 0, less than balk_from; expected at least 7"});
  EXPECT_EQ(line_problem("no_show=0.1"),
            Lines{"line.medyka_car_entry.no_show: is for those who are called forward; expected a "
                  "booked queue or slots"});
  EXPECT_EQ(line_problem("close_below=2"),
            Lines{"line.medyka_car_entry.close_below: is for lanes that the queue opens; expected "
                  "open_above as well"});
  EXPECT_EQ(line_problem("fewest_lanes=150").size(), 1u);
  EXPECT_EQ(problems_with({"line.medyka_lorry_entry.road_length=3 km"}),
            Lines{"line.medyka_lorry_entry.road_length: is for a physical queue; expected queue = "
                  "\"physical\""});
  EXPECT_EQ(
      problems_with({"line.medyka_car_entry.open_above=2", "line.medyka_car_entry.close_below=3"}),
      Lines{"line.medyka_car_entry.close_below: is more than open_above: lanes would open and "
            "close by turns; expected at most as much"});
}

TEST(BadInput, LayoutsSayWhatGoesTogether) {
  const auto stage = [](const std::string& lines) {
    return problems_in_variant("[layout.road.stage]\n" + lines);
  };
  EXPECT_EQ(stage("search.alongside = [\"scan\"]").front(),
            "layout.road.stage.customs.next: leads to 'scan', a desk, where only papers go; "
            "expected another stage");
  EXPECT_EQ(
      stage("search.sharing = true\nsearch.preempted = \"resume\""),
      Lines{"layout.road.stage.search.sharing: is true, and services are interrupted; expected "
            "one or the other: a hall serves all at once"});
  EXPECT_EQ(
      stage("customs.area = \"shed\"\nsearch.area = \"shed\"\n"
            "[layout.road.area.shed]\nplaces = 3"),
      Lines{"layout.road.stage.customs.area: 'shed' is left for 'documents' and entered again "
            "behind it; expected an area that vehicles leave once, or they could block each "
            "other for ever"});
  EXPECT_EQ(stage("search.area = \"shed\"\n[layout.road.area.shed]\nplaces = 3"), Lines{});
  EXPECT_EQ(problems_in_variant("[crossing.medyka.lanes]\nfirst_line = 3"),
            Lines{"crossing.medyka.lanes: 'first_line' is not a shared stage without machines of "
                  "layout 'road'; expected one"});
}

TEST(BadInput, PrioritiesSayWhatGoesTogether) {
  EXPECT_EQ(problems_in_variant("[priority.a]\norder = 1\n[priority.b]\norder = 1"),
            Lines{"priority.b.order: is 1, as of another priority; expected a number of its own"});
  EXPECT_EQ(problems_in_variant("[priority.a]\norder = 1\nshare = { lory = 0.1 }"),
            Lines{"priority.a.share: 'lory' is not a vehicle class; expected one such as lorry"});
  EXPECT_EQ(problems_in_variant("[priority.a]\norder = 1\nshare = { lorry = 0.7 }\n"
                                "[priority.b]\norder = 2\nshare = { lorry = 0.4 }")
                .size(),
            1u);
}

TEST(BadInput, LaneSharesSumToAtMostOne) {
  EXPECT_EQ(problems_with({"selection.yellow=0.99"}),
            Lines{"selection: the shares of the lanes sum to 1.04; expected at most 1"});
}

TEST(BadInput, AgentsDoNotGoWithWhatTakesSingleVehicles) {
  EXPECT_EQ(problems_with({"scale=0"}), Lines{"scale: is 0; expected between 1 and 1000"});
  EXPECT_EQ(problems_with({"scale=2"}), Lines{});
  EXPECT_EQ(problems_in_variant("scale = 2\n[advance.lorry]").front(),
            "scale: is 2; expected 1, since there is advance cargo information, which refers "
            "vehicles one by one");
  EXPECT_EQ(
      problems_in_variant("scale = 2\n[layout.road.stage]\nsearch.sharing = true"),
      Lines{"scale: is 2; expected 1, since there is a hall, whose speed depends on who is in "
            "it"});
}

TEST(BadInput, AnOperationTakesNoMoreThanThereIs) {
  const auto joint = shipped / "pl_ua" / "joint_operation.toml";
  const auto problem = [&](const std::string& setting) {
    try {
      (void)read_scenario(joint, {parse_override(setting)});
    } catch (const ScenarioError& error) {
      return error.problems.front().path + ": " + error.problems.front().message;
    }
    return std::string("none");
  };
  EXPECT_EQ(
      problem("operation.southern_gate.move.customs_from_zosin.officers=9999"),
      "operation.southern_gate.move.customs_from_zosin.officers: is 9999; expected at most 48, "
      "the officers of 'zosin'");
  EXPECT_EQ(problem("operation.southern_gate.move.scanner_from_hrebenne.from=kroscienko"),
            "operation.southern_gate.move.scanner_from_hrebenne.equipment: 'kroscienko' has no "
            "xray_scanner; expected a crossing that has one");
  EXPECT_EQ(problem("operation.southern_gate.start=40 d"),
            "operation.southern_gate.start: lies beyond the end of the run; expected less than "
            "`length`");
}

TEST(BadInput, EveryFirstCheckNeedsOfficers) {
  EXPECT_EQ(problems_with({"team.medyka_guards.officers=0"}),
            Lines{"crossing.medyka: has no officers for its stage 'first_line'; expected a team of "
                  "each authority of its crew"});
}

TEST(BadInput, AllProblemsAreReportedAtOnce) {
  EXPECT_EQ(problems_with({"slack=a lot", "binding_side=2", "selection.auc=0.3"}).size(), 3u);
}

TEST(ARealMap, NamesNoPostsWhereGroupsHaveInsiders) {
  const auto problems = problems_with({"group.drugs.insiders=[\"medyka\"]"});
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_NE(problems.front().find("names posts of a real map"), std::string::npos);
  EXPECT_TRUE(problems_with({"group.drugs.insiders=[\"medyka\"]", "real_map=false"}).empty());
}

}  // namespace
}  // namespace cordon::shipped_scenarios_test
