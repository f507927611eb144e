// What cannot be meant of joint operations gets one clear line.

#include <gtest/gtest.h>

#include "tests/support/problems_with.hpp"

namespace cordon::operations_test {
namespace {

using testing::Lines;
using testing::problems_with;

std::string operation(const std::string& says) {
  return "[operation.o]\nstart = '5 d'\nlength = '6 d'\ncrossings = ['medyka']\n" + says + "\n";
}

TEST(TheKindOfAnOperation, GoesWithWhoTakesPart) {
  EXPECT_EQ(problems_with(operation("kind = 'joint_action_days'\nauthorities = ['police']")),
            Lines{});
  EXPECT_EQ(problems_with(operation("kind = 'priority_control_area'")),
            Lines{"operation.o.kind: is priority_control_area; expected a `target`"});
  EXPECT_EQ(problems_with(operation("kind = 'frontex_joint_operation'\nauthorities = "
                                    "['customs']")),
            Lines{"operation.o.kind: is frontex_joint_operation, in which border guards take part; "
                  "expected `authorities` with \"border_guard\""});
  EXPECT_EQ(problems_with(operation("authorities = ['border_guard']")),
            Lines{"operation.o.kind: is common_intensified_controls, in which customs take part; "
                  "expected `authorities` with \"customs\""});
}

TEST(AnOperation, IsRepeatedAfterItIsOver) {
  EXPECT_EQ(problems_with(operation("repeats = 2\nrepeat_every = '7 d'")), Lines{});
  EXPECT_EQ(problems_with(operation("repeats = 2\nrepeat_every = '6 d'")),
            Lines{"operation.o.repeat_every: is not longer than the action days; expected more "
                  "than `length`"});
}

TEST(AnOperation, TrainsBetweenItsOrdersAndItsStart) {
  EXPECT_EQ(problems_with(operation("notice = '3 d'\ntraining = '3 d'")), Lines{});
  EXPECT_EQ(problems_with(operation("notice = '3 d'\ntraining = '4 d'")),
            Lines{"operation.o.training: is longer than there is time from the orders on; expected "
                  "at most `notice`"});
}

TEST(AnOperation, KnowsOfOthers) {
  EXPECT_EQ(problems_with(operation("deconflicted_with = ['o']")),
            Lines{"operation.o.deconflicted_with: has 'o' itself; expected others"});
  EXPECT_EQ(problems_with(operation("deconflicted_with = ['p']")),
            Lines{"operation.o.deconflicted_with: is 'p'; expected the name of an operation"});
}

TEST(AMove, IsOfATeamThatIsThere) {
  const std::string base =
      "[base.camp]\nplace = 'lviv'\n[team.reserve]\nbase = 'camp'\nauthority = 'border_guard'\n"
      "officers = 12\nroster = 'around_the_clock'\nfrontex = true\non_call = 1\n";
  const auto move = [&](const std::string& says) {
    return base + operation("") + "[operation.o.move.m]\nto = 'medyka'\n" + says + "\n";
  };
  EXPECT_EQ(problems_with(move("from = 'camp'\nauthority = 'border_guard'\nofficers = 12\nteam = "
                               "'reserve'")),
            Lines{});
  EXPECT_EQ(problems_with(move("from = 'camp'\nauthority = 'border_guard'\nofficers = 13")),
            Lines{"operation.o.move.m.officers: is 13; expected at most 12, the officers of "
                  "'camp'"});
  EXPECT_EQ(problems_with(move("from = 'camp'\nauthority = 'customs'\nofficers = 0\nteam = "
                               "'reserve'\nequipment = 'xray_scanner'"))
                .size(),
            2u);
  EXPECT_EQ(problems_with(move("from = 'korczowa'\nauthority = 'border_guard'\nofficers = 2\nteam "
                               "= 'reserve'")),
            Lines{"operation.o.move.m.team: 'reserve' is not at 'korczowa'; expected a team that "
                  "is"});
}

}  // namespace
}  // namespace cordon::operations_test
