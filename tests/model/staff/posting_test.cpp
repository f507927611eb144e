#include "sim/model/staff/posting.hpp"

#include <gtest/gtest.h>

namespace cordon::posting_test {
namespace {

constexpr StageIndex papers{0}, search{1};
constexpr TeamId north{0, 1}, south{1, 1};

Draft at(StageIndex stage, int lane, int officers = 1) {
  return {stage, static_cast<std::uint16_t>(lane), 0, 0, officers};
}
Posting at(StageIndex stage, int lane, TeamId team, int officers = 1) {
  return {stage, static_cast<std::uint16_t>(lane), 0, team, officers};
}

// "stage.lane team x officers", in order.
std::vector<std::string> text(const std::vector<Posting>& postings) {
  std::vector<std::string> lines;
  for (const Posting& p : postings)
    lines.push_back(std::to_string(p.stage.value) + "." + std::to_string(p.lane) +
                    (p.team == north ? " north " : " south ") + std::to_string(p.officers));
  return lines;
}
using Lines = std::vector<std::string>;

TEST(Postings, StayWhereTheyAreWhenTheCrewCanSpareThem) {
  const std::vector<Able> able{{north, 0, 5}, {south, 0, 1}};
  const std::vector<Posting> before{at(papers, 0, south), at(papers, 1, north)};
  EXPECT_EQ(text(post({at(papers, 1), at(papers, 0)}, before, able)),
            (Lines{"0.0 south 1", "0.1 north 1"}));
}

TEST(Postings, AreFilledByTheCrewWithMostToSpare) {
  const std::vector<Able> able{{north, 0, 2}, {south, 0, 3}};
  EXPECT_EQ(text(post({at(papers, 0), at(papers, 1), at(papers, 2), at(search, 0, 2)}, {}, able)),
            (Lines{"0.0 south 1", "0.1 north 1", "0.2 south 1", "1.0 north 1", "1.0 south 1"}));
}

TEST(Postings, ChangeCrewWhereTheCrewHasGone) {
  const std::vector<Able> able{{south, 0, 2}};
  const std::vector<Posting> before{at(papers, 0, north), at(papers, 1, south)};
  EXPECT_EQ(text(post({at(papers, 0), at(papers, 1)}, before, able)),
            (Lines{"0.0 south 1", "0.1 south 1"}));
}

TEST(Postings, LoseTheLastLaneWhenACrewHasOneOfficerLess) {
  const std::vector<Able> able{{north, 0, 1}, {south, 0, 1}};
  const std::vector<Posting> before{at(papers, 0, north), at(papers, 1, north)};
  EXPECT_EQ(text(post({at(papers, 0), at(papers, 1)}, before, able)),
            (Lines{"0.0 north 1", "0.1 south 1"}));
}

TEST(Postings, TakeOfficersOfTheirPoolOnly) {
  const std::vector<Able> able{{north, 1, 9}, {south, 0, 1}};
  const std::vector<Posting> before{at(papers, 0, north)};
  EXPECT_EQ(text(post({at(papers, 0)}, before, able)), (Lines{"0.0 south 1"}));
}

Freed over(TeamId team, int officers, Fitness fits = 1) { return {team, fits, officers, {}}; }
Freed goes_elsewhere(TeamId team, int officers) { return {team, 1, officers, papers}; }

// "team x officers", in order.
Lines text(const std::vector<Finishing>& finishing) {
  Lines lines;
  for (const Finishing& f : finishing)
    lines.push_back((f.team == north ? "north " : "south ") + std::to_string(f.officers));
  return lines;
}

TEST(WhoFinish, AreThoseOfTheLaneWhoseShiftHasEnded) {
  const std::vector<Posting> before{at(papers, 0, north), at(papers, 1, south)};
  const auto stay = who_finish({{papers, 1}}, before, {over(north, 1), over(south, 1)});
  EXPECT_EQ(text(stay), Lines{"south 1"});
  EXPECT_EQ(stay[0].at, (LaneOfStage{papers, 1}));
}

TEST(WhoFinish, AreOthersWhoLeaveWhenTheLanesOwnCrewWorksOn) {
  const std::vector<Posting> before{at(papers, 0, north), at(papers, 1, south, 2)};
  EXPECT_EQ(text(who_finish({{papers, 1}}, before, {over(north, 1)})), Lines{"north 1"});
}

TEST(WhoFinish, AreOnlyThoseWhoMeetTheNeed) {
  const std::vector<Posting> before{at(papers, 0, north)};
  EXPECT_TRUE(who_finish({{papers, 0}}, before, {over(south, 5, 2)}).empty());
}

TEST(WhoFinish, AreThoseOnDutyOnlyWhenNobodyElseLeaves) {
  const std::vector<Posting> before{at(papers, 0, north), at(papers, 1, south)};
  EXPECT_EQ(text(who_finish({{papers, 0}, {papers, 1}}, before,
                            {goes_elsewhere(south, 2), over(north, 1)})),
            (Lines{"north 1", "south 1"}));
  EXPECT_EQ(text(who_finish({{papers, 1}}, before, {goes_elsewhere(south, 1), over(north, 1)})),
            Lines{"north 1"});
}

}  // namespace
}  // namespace cordon::posting_test
