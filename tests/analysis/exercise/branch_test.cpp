// A branch is the scenario up to its first inject, to the byte, whatever it injects.

#include "analysis/exercise/branch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/exercise/exercise.hpp"

namespace cordon::branch_test {
namespace {

using testing::first_difference;
using testing::rows_of;
using testing::script_with;
using testing::three_days;

struct Kind {
  std::string name, does;
};

void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

// The moment lies on no border of time, and in the middle of a shift.
constexpr Duration moment = 29h + 17min;
const std::string at = "at = '29 h 17 min'\ntext = 'Look'\n";

class EveryKind : public ::testing::TestWithParam<Kind> {};

TEST_P(EveryKind, OfInjectLeavesAllThatWasBefore) {
  const Script script = script_with("[inject.one]\n" + at + GetParam().does);
  const auto without = rows_of(script, {script.base, {}}, moment);
  const auto with = rows_of(script, {branch(script, planned(script)), planned(script)}, moment);
  EXPECT_GT(without.before.size(), 10'000u);
  EXPECT_EQ(first_difference(without.before, with.before), "");
  EXPECT_FALSE(without.all == with.all) << "it does nothing";
}

const Kind kinds[] = {
    {"AClosedCrossing", "closed = ['north']\nlength = '8 h'"},
    {"AClosedLine", "closed = ['south_lorries']"},
    {"FewerLanes", "lanes = { north_lorries = 1 }\nlength = '8 h'"},
    {"ABrokenMachine", "length = '6 h'\nbroken = { crossing = 'north', equipment = 'scanner' }"},
    {"AbsentOfficersOfAPost", "length = '20 h'\nabsent = { crossing = 'middle', share = 0.8 }"},
    {"AbsentOfficersOfATeam",
     "length = '20 h'\nabsent = { teams = ['north_customs'], share = '60 %' }"},
    {"ATipOff",
     "tip_off = { field = 'goods', commodity = 'tobacco', group = 'wolves', weight = 9 }"},
    {"MoreTraffic", "length = '12 h'\nsurge = { times = 3 }"},
    {"LessOfOneFlow", "length = '12 h'\nsurge = { flows = ['lorries'], times = 0.2 }"},
    {"ALeak", "leak = 'plan'"},
    {"AnOperation",
     "notice = '3 h'\noperation = { crossings = ['middle'], length = '20 h', "
     "selection_multiplier = 4, kind = 'joint_action_days' }"},
    {"OfficersForAnotherPost",
     "length = '20 h'\ntransfer = { from = 'south', to = 'north', authority = 'customs', "
     "officers = 6 }"},
    {"AMachineForAnotherPost",
     "length = '20 h'\ntransfer = { from = 'south', to = 'north', equipment = 'scanner' }"},
    {"AnOutage", "length = '10 h'\noutage = 'siena'"},
    {"LessRoomThanBefore",
     "length = '10 h'\nchange.places = { key = 'layout.road.stage.customs.places', to = '2' }"},
    {"AnyOtherValue",
     "length = '10 h'\nchange.slower = { key = 'line.*.time_factor', times = 3 }"}};

INSTANTIATE_TEST_SUITE_P(Branch, EveryKind, ::testing::ValuesIn(kinds),
                         [](const auto& each) { return each.param.name; });

TEST(Branch, WithoutAnInjectIsTheScenario) {
  const Script script = script_with("[inject.one]\n" + at + "closed = ['north']");
  const NamedScenario same = branch(script, {});
  EXPECT_EQ(same.reading.resolved_toml, script.base.reading.resolved_toml);
  EXPECT_TRUE(rows_of(script, {same, {}}, moment).all ==
              rows_of(script, {script.base, {}}, moment).all);
}

TEST(Branch, ThatIsOnlyToldRunsAsTheScenario) {
  const Script script = script_with("[inject.one]\n" + at);
  EXPECT_TRUE(rows_of(script, {branch(script, planned(script)), planned(script)}, moment).all ==
              rows_of(script, {script.base, {}}, moment).all);
}

TEST(Branch, IsAScenarioThatRunsByItself) {
  const Script script = script_with(
      "[inject.one]\n" + at +
      "closed = ['north']\nlength = '5 h'\ntip_off = { field = 'goods', commodity = 'tobacco' }\n"
      "[inject.two]\nat = '40 h'\ntext = 'More'\nlength = '9 h'\noutage = 'siena'\n"
      "[inject.three]\nat = '41 h'\ntext = 'More'\nlength = '9 h'\n"
      "transfer = { from = 'south', to = 'north', authority = 'customs', officers = 3 }\n");
  const NamedScenario made = branch(script, planned(script));
  const testing::ExerciseFolder folder;
  for (const InputFile& input : made.reading.inputs) {
    if (input.copied_as.empty()) continue;
    std::filesystem::create_directories((folder / input.copied_as).parent_path());
    folder.write(input.copied_as, input.bytes);
  }
  NamedScenario again =
      load_scenario(folder.write("scenario.toml", made.reading.resolved_toml), {});
  again.name = made.name;
  EXPECT_EQ(again.fingerprint, made.fingerprint);
  EXPECT_TRUE(rows_of(script, {made, planned(script)}, moment).all ==
              rows_of(script, {again, planned(script)}, moment).all);
}

TEST(Branch, HasItsInjectsInTheOrderOfTheirMomentsWhateverTheirNames) {
  const Script script = script_with(
      "[inject.a]\nat = '2 d'\ntext = 'Later'\n[inject.b]\nat = '5 h'\ntext = 'Sooner'\n");
  EXPECT_EQ(planned(script), (std::vector<Happening>{{"b", 5h}, {"a", 48h}}));
}

TEST(Branch, TakesADateForAMoment) {
  Script script = script_with("[inject.a]\nat = '5 h'\ntext = 'Look'\n");
  const auto start = script.base.reading.spec.start;
  script.injects.front().spec.at = Instant{Instant::Moment{start + 7h}, Duration{0}};
  EXPECT_EQ(planned(script).front().at, Duration{7h});
}

// What an inject does that the scenario cannot do is told of the inject.
std::string problems_of(const std::string& injects) {
  return testing::problems_of([&] { check_injects(script_with(injects)); });
}

struct Mistake {
  std::string does, told;
};

void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.does; }

class EveryMistake : public ::testing::TestWithParam<Mistake> {};

TEST_P(EveryMistake, IsToldOfTheInjectThatMakesIt) {
  EXPECT_EQ(problems_of("[inject.one]\n" + at + GetParam().does), GetParam().told);
}

const Mistake mistakes[] = {
    {"closed = ['nort']",
     "4: inject.one.closed: is 'nort'; expected the name of a crossing or line of the scenario; "
     "did you mean 'north'?\n"},
    {"lanes = { north_lorry = 1 }",
     "4: inject.one.lanes: is 'north_lorry'; expected the name of a line of the scenario; did you "
     "mean 'north_lorries'?\n"},
    {"length = '1 h'\nbroken = { crossing = 'north', equipment = 'scaner' }",
     "5: inject.one.broken.equipment: is 'scaner'; expected the name of a kind of equipment of the "
     "scenario; did you mean 'scanner'?\n"},
    {"length = '1 h'\nbroken = { crossing = 'north', equipment = 'scanner', machines = 2 }",
     "5: crossing.north.out_of_order: has 2 of scanner; expected at most 1, the machines there\n"},
    {"length = '1 h'\nabsent = { teams = ['north_guard'], share = 0.5 }",
     "5: inject.one.absent.teams: is 'north_guard'; expected the name of a team of the scenario; "
     "did you mean 'north_guards'?\n"},
    {"length = '1 h'\nabsent = { crossing = 'nowhere', share = 0.5 }",
     "5: inject.one.absent.crossing: is 'nowhere', where there is no team; expected a crossing or "
     "base with one\n"},
    {"surge = { flows = ['lorrys'], times = 2 }",
     "4: inject.one.surge.flows: is 'lorrys'; expected the name of a flow of the scenario; did you "
     "mean 'lorries'?\n"},
    {"leak = 'plam'",
     "4: inject.one.leak: is 'plam'; expected the name of an operation of the scenario; did you "
     "mean 'plan'?\n"},
    {"length = '1 h'\noutage = 'sienna'",
     "5: inject.one.outage: is 'sienna'; expected the name of a channel of the scenario; did you "
     "mean 'siena'?\n"},
    {"tip_off = { field = 'goods', commodity = 'tobaco' }",
     "4: inject.one.tip_off.commodity: is 'tobaco'; expected the name of a commodity; did you mean "
     "'tobacco'?\n"},
    {"tip_off = { field = 'goods', commodity = 'pills', group = 'wolves' }",
     "4: inject.one.tip_off.group: 'wolves' never sends 'pills'; expected a group that does\n"},
    {"operation = { crossings = ['north'], length = '9 h', start = '1 d' }",
     "4: inject.one.operation: has a `start` of its own; its orders go out at the inject, `notice` "
     "of the inject before its action days\n"},
    {"operation = { crossings = ['north'], lenght = '9 h' }",
     "4: inject.one.operation.lenght: unknown key; did you mean 'length'?\n"},
    {"notice = '60 h'\noperation = { crossings = ['north'], length = '9 h' }",
     "5: inject.one.operation.start: lies beyond the end of the run; expected less than "
     "`length`\n"},
    {"length = '1 h'\ntransfer = { from = 'south', to = 'north', authority = 'customs', officers = "
     "99 }",
     "5: inject.one.transfer.officers: is 99; expected at most 18, the officers of 'south'\n"},
    {"change.a = { key = 'line.north_lorries.initial_queue', to = '4' }",
     "4: inject.one.change.a.key: is 'line.north_lorries.initial_queue', which cannot change "
     "during "
     "a run; expected one that `cordon describe` says may change\n"},
    {"change.a = { key = 'flow.lorries.booking_delay', to = '1 min' }",
     "4: inject.one.change.a.to: would change how messages travel from the start of the run on; "
     "expected no way that is shorter than all before\n"},
    {"expects = { event = 'MachineRepaired', at = 'nort', within = '2 h' }",
     "4: inject.one.expects.at: is 'nort'; expected a place of the scenario; did you mean "
     "'north'?\n"},
    {"expects = { event = 'MachineRepaired', at = 'siena', within = '2 h' }",
     "4: inject.one.expects.at: is 'siena'; expected a place of the scenario\n"},
    {"expects = { event = 'MachineRepaired', at = 'europol', within = '2 h' }",
     "4: inject.one.expects.at: is 'europol', a desk, where MachineRepaired never happens; "
     "expected "
     "a crossing\n"},
    {"expects = { event = 'MachineRepaired', within = '2 d' }",
     "4: inject.one.expects.within: ends when the run is over; expected less, or a longer run\n"},
};

INSTANTIATE_TEST_SUITE_P(Branch, EveryMistake, ::testing::ValuesIn(mistakes));

TEST(Branch, RefusesNamesThatTheScenarioHas) {
  EXPECT_EQ(
      problems_of("[inject.plan]\n" + at + "operation = { crossings = ['north'], length = '9 h' }"),
      "3: inject.plan: has the name of an operation of the scenario; expected another\n");
}

TEST(Branch, RefusesAMomentThatTheRunDoesNotHave) {
  EXPECT_EQ(problems_of("[inject.one]\nat = '3 d'\ntext = 'Look'\n"),
            "2: inject.one.at: is when the run is over; expected less than its `length`\n");
  EXPECT_EQ(problems_of("[inject.one]\nat = 1999-01-01T00:00:00Z\ntext = 'Look'\n"),
            "2: inject.one.at: is before the start of the run; expected a moment of the run\n");
}

TEST(Branch, ThatNobodyIsToldOfOnARealMapLooksForWhatAuthoritiesSee) {
  const testing::ExerciseFolder folder;
  auto set = three_days();
  set.push_back({"real_map", "true", {}});
  set.push_back({"group.wolves.insiders", "[]", {}});
  const Script script = read_script(
      testing::border, set,
      folder.write("e.toml", "[inject.one]\n" + at +
                                 "expects = { event = 'ConsignmentSent', within = '2 h' }\n"));
  EXPECT_EQ(testing::problems_of([&] { check_injects(script); }),
            "4: inject.one.expects.event: looks for 'ConsignmentSent', which nobody is told on a "
            "real map; expected what an authority sees\n");
}

}  // namespace
}  // namespace cordon::branch_test
