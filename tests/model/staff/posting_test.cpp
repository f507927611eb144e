#include "sim/model/staff/posting.hpp"

#include <gtest/gtest.h>

namespace cordon {
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
  std::vector<Able> able{{north, 0, 5}, {south, 0, 1}};
  const std::vector<Posting> before{at(papers, 0, south), at(papers, 1, north)};
  EXPECT_EQ(text(post({at(papers, 1), at(papers, 0)}, before, able)),
            (Lines{"0.0 south 1", "0.1 north 1"}));
  EXPECT_EQ(able[0].officers, 4);
  EXPECT_EQ(able[1].officers, 0);
}

TEST(Postings, AreFilledByTheCrewWithMostToSpare) {
  std::vector<Able> able{{north, 0, 2}, {south, 0, 3}};
  EXPECT_EQ(text(post({at(papers, 0), at(papers, 1), at(papers, 2), at(search, 0, 2)}, {}, able)),
            (Lines{"0.0 south 1", "0.1 north 1", "0.2 south 1", "1.0 north 1", "1.0 south 1"}));
}

TEST(Postings, ChangeCrewWhereTheCrewHasGone) {
  std::vector<Able> able{{south, 0, 2}};
  const std::vector<Posting> before{at(papers, 0, north), at(papers, 1, south)};
  EXPECT_EQ(text(post({at(papers, 0), at(papers, 1)}, before, able)),
            (Lines{"0.0 south 1", "0.1 south 1"}));
}

TEST(Postings, LoseTheLastLaneWhenACrewHasOneOfficerLess) {
  std::vector<Able> able{{north, 0, 1}, {south, 0, 1}};
  const std::vector<Posting> before{at(papers, 0, north), at(papers, 1, north)};
  EXPECT_EQ(text(post({at(papers, 0), at(papers, 1)}, before, able)),
            (Lines{"0.0 north 1", "0.1 south 1"}));
}

TEST(Postings, TakeOfficersOfTheirPoolOnly) {
  std::vector<Able> able{{north, 1, 9}, {south, 0, 1}};
  const std::vector<Posting> before{at(papers, 0, north)};
  EXPECT_EQ(text(post({at(papers, 0)}, before, able)), (Lines{"0.0 south 1"}));
}

TEST(WhoFinish, AreThoseOfTheLaneWhoseShiftHasEnded) {
  const std::vector<Posting> before{at(papers, 0, north), at(papers, 1, south)};
  const auto stay = who_finish({{papers, 1}}, before, {{north, 1, 1}, {south, 1, 1}}, Time{9h});
  ASSERT_EQ(stay.size(), 1u);
  EXPECT_EQ(stay[0].team, south);
  EXPECT_EQ(stay[0].at, (LaneOfStage{papers, 1}));
  EXPECT_EQ(stay[0].officers, 1);
  EXPECT_EQ(stay[0].since, Time{9h});
}

TEST(WhoFinish, AreOthersWhoLeaveWhenTheLanesOwnCrewWorksOn) {
  const std::vector<Posting> before{at(papers, 0, north), at(papers, 1, south, 2)};
  const auto stay = who_finish({{papers, 1}}, before, {{north, 1, 1}}, Time{9h});
  ASSERT_EQ(stay.size(), 1u);
  EXPECT_EQ(stay[0].team, north);
  EXPECT_EQ(stay[0].officers, 1);  // more have not left
}

TEST(WhoFinish, AreOnlyThoseWhoMeetTheNeed) {
  const std::vector<Posting> before{at(papers, 0, north)};
  EXPECT_TRUE(who_finish({{papers, 0}}, before, {{south, 2, 5}}, Time{9h}).empty());
}

}  // namespace
}  // namespace cordon
