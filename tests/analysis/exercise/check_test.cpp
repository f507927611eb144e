// What is wrong with an exercise or a session by itself, whatever its scenario.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/exercise/exercise.hpp"

namespace cordon::check_test {
namespace {

std::string problems_of(const std::string& text) {
  const testing::ExerciseFolder folder;
  const std::string file = folder.write("exercise.toml", text);
  return testing::problems_of([&] { (void)read<ExerciseSpec>(file); });
}

struct Mistake {
  std::string says, told;
};

void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.says; }

class EveryMistakeInAnExercise : public ::testing::TestWithParam<Mistake> {};

TEST_P(EveryMistakeInAnExercise, OfAnInjectIsTold) {
  EXPECT_EQ(problems_of("[inject.one]\nat = '5 h'\ntext = 'Look'\n" + GetParam().says),
            GetParam().told);
}

const std::string expects = "expects = { event = 'MachineRepaired', within = '2 h' }\n";

const Mistake mistakes[] = {
    {"closd = ['north']", "4: inject.one.closd: unknown key; did you mean 'closed'?\n"},
    {"length = '5'",
     "4: inject.one.length: is '5'; expected a duration such as \"12 min\" (units: ms, s, min, h, "
     "d)\n"},
    {"length = '-1 h'", "4: inject.one.length: is '-1 h'; expected at least 0 s\n"},
    {"lanes = { north_lorries = 0 }",
     "4: inject.one.lanes.north_lorries: is 0; expected between 1 and 200\n"},
    {"broken = { crossing = 'north', equipment = 'scanner' }",
     "1: inject.one: has `broken` without an end; expected a `length`\n"},
    {"absent = { crossing = 'north', share = 0.1 }",
     "1: inject.one: has `absent` without an end; expected a `length`\n"},
    {"transfer = { from = 'north', to = 'south' }",
     "1: inject.one: has `transfer` without an end; expected a `length`\n"},
    {"outage = 'siena'", "1: inject.one: has `outage` without an end; expected a `length`\n"},
    {"length = '1 h'\nabsent = { share = 0.1 }",
     "5: inject.one.absent: says both or neither of `crossing` and `teams`; expected one of "
     "them\n"},
    {"length = '1 h'\nabsent = { crossing = 'north', share = 0 }",
     "5: inject.one.absent.share: is 0; expected above 0 and at most 1\n"},
    {"length = '1 h'\ntransfer = { from = 'a', to = 'b' }\noperation = { }",
     "5: inject.one.transfer: stands beside an `operation`; expected an inject of its own\n"},
    {"change.a = { key = 'choice_scale' }",
     "4: inject.one.change.a: says both or neither of `to` and `times`; expected one of them\n"},
    {"contingency = 'two'",
     "4: inject.one.contingency: waits for nothing; expected `expects`, which decides whether it "
     "happens\n4: inject.one.contingency: is 'two'; expected the name of an inject\n"},
    {expects + "contingency = 'one'",
     "5: inject.one.contingency: is 'one' itself; expected another\n"},
    {expects + "contingency = 'two'\n[inject.two]\nat = '9 h'\ntext = 'So'\n",
     "5: inject.one.contingency: is 'two', which happens at a moment of its own; expected one "
     "without `at`\n"},
    {expects +
         "contingency = 'two'\n[inject.two]\ntext = 'So'\n[inject.three]\nat = '9 h'\n"
         "text = 'So'\ncontingency = 'two'\n" +
         expects,
     "11: inject.three.contingency: is 'two', as of another inject; expected one of its own\n"},
    {"[inject.two]\ntext = 'So'",
     "4: inject.two: has no moment and is no contingency; expected `at`\n"},
    {"[inject.two]\ntext = 'So'\ncontingency = 'three'\n" + expects +
         "[inject.three]\ntext = 'So'\ncontingency = 'two'\n" + expects,
     "6: inject.two.contingency: comes back to itself; expected a chain that begins with a moment\n"
     "10: inject.three.contingency: comes back to itself; expected a chain that begins with a "
     "moment\n"},
    {"expects = { event = 'MachineMended', within = '1 h' }",
     "4: inject.one.expects.event: is 'MachineMended', which is no event; expected one that "
     "`cordon "
     "export --events` lists; did you mean 'MachineFailed'?\n"},
    {"expects = { event = 'MachineFailed', where = { kind = 'x' }, within = '1 h' }",
     "4: inject.one.expects.where: has 'kind', which MachineFailed does not say; expected one of "
     "equipment\n"},
    {"expects = { event = 'MachineFailed', within = '0 h' }",
     "4: inject.one.expects.within: is '0 h'; expected above 0 s\n"},
};

INSTANTIATE_TEST_SUITE_P(Exercise, EveryMistakeInAnExercise, ::testing::ValuesIn(mistakes));

TEST(Exercise, SaysAllThatIsWrongAtOnce) {
  EXPECT_EQ(problems_of("[inject.one]\nat = 'soon'\n[inject.two]\nat = '1 h'\n"),
            "1: inject.one.text: is missing; expected text in quotes\n"
            "2: inject.one.at: is 'soon'; expected a date and time with offset such as "
            "2025-03-01T00:00:00Z, or a time since the start of the run such as \"90 min\" "
            "or \"3 d 14 h\"\n"
            "3: inject.two.text: is missing; expected text in quotes\n");
}

TEST(Exercise, HasInjects) {
  EXPECT_EQ(problems_of("title = 'Nothing'\n"),
            "1: inject: is missing; expected at least one table, [inject.NAME]\n");
}

std::string problems_of_session(const std::string& text) {
  const testing::ExerciseFolder folder;
  const std::string file = folder.write("session.toml", "scenario = 'a.toml'\n" + text);
  return testing::problems_of([&] { (void)read_session(file); });
}

TEST(Session, SaysWhatIsWrongWithItsBranches) {
  EXPECT_EQ(problems_of_session("[branch.a]\nparent = 'c'\n"),
            "3: branch.a.parent: is 'c'; expected the name of a branch\n");
  EXPECT_EQ(problems_of_session("[branch.a]\nparent = 'b'\n[branch.b]\nparent = 'a'\n"),
            "3: branch.a.parent: comes back to itself; expected a way from the scenario\n"
            "5: branch.b.parent: comes back to itself; expected a way from the scenario\n");
  EXPECT_EQ(problems_of_session("[branch.a.inject.x]\nat = '1 h'\ntext = 'So'\n"
                                "[branch.b]\nparent = 'a'\n"
                                "[branch.b.inject.x]\nat = '2 h'\ntext = 'So'\n"),
            "7: branch.b.inject.x: has the name of an inject of branch 'a', which it goes on from; "
            "expected another\n");
  EXPECT_EQ(problems_of_session("replication = 0\n"),
            "2: replication: is 0; expected between 1 and 1000000\n");
  EXPECT_EQ(problems_of_session("[bookmark.x]\nbranch = 'q'\n"),
            "2: bookmark.x.at: is missing; expected a date and time with offset such as "
            "2025-03-01T00:00:00Z, or a time since the start of the run such as \"90 min\" "
            "or \"3 d 14 h\"\n"
            "3: bookmark.x.branch: is 'q'; expected the name of a branch\n");
}

}  // namespace
}  // namespace cordon::check_test
