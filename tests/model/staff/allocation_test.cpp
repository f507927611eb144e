#include "sim/model/staff/allocation.hpp"

#include <gtest/gtest.h>

namespace cordon::allocation_test {
namespace {

constexpr std::uint8_t customs = 0, guards = 1;
constexpr Fitness only_customs = 1, only_guards = 2, both = 3;

struct Post {
  std::vector<std::vector<LaneNeed>> needs;
  std::vector<Claim> claims;
  std::vector<Pool> pools;

  // The needs are kept apart from the claims, which only look at them.
  Post(std::vector<std::pair<std::vector<LaneNeed>, int>> stages, std::vector<Pool> officers)
      : pools(std::move(officers)) {
    for (auto& [wanted, lanes] : stages) needs.push_back(wanted);
    for (std::size_t s = 0; s < stages.size(); ++s) {
      claims.emplace_back();
      claims.back().needs = needs[s];
      claims.back().most = stages[s].second;
    }
  }
  std::vector<int> lanes() {
    drafts = allocate(claims, pools);
    std::vector<int> manned;
    for (const Claim& c : claims) manned.push_back(c.lanes);
    return manned;
  }
  std::vector<Draft> drafts;
};

TEST(Allocation, GivesTheNextLaneToTheStageThatIsMannedLeast) {
  Post p({{{{customs, 1}}, 4}, {{{customs, 1}}, 2}}, {{only_customs, 4}});
  EXPECT_EQ(p.lanes(), (std::vector{3, 1}));
}

TEST(Allocation, ServesFirstThoseThatComeFirst) {
  Post p({{{{customs, 1}}, 4}, {{{customs, 1}}, 4}}, {{only_customs, 4}});
  p.claims[1].first = 3;
  EXPECT_EQ(p.lanes(), (std::vector{1, 3}));
}

TEST(Allocation, MansALaneOnlyWhenEveryNeedIsMet) {
  Post p({{{{customs, 1}, {guards, 2}}, 3}}, {{only_customs, 3}, {only_guards, 5}});
  EXPECT_EQ(p.lanes(), (std::vector{2}));
  EXPECT_EQ(p.pools[0].officers, 1);
  EXPECT_EQ(p.pools[1].officers, 1);
}

TEST(Allocation, GoesOnWithOtherStagesWhenOneFindsNobody) {
  Post p({{{{guards, 1}}, 3}, {{{customs, 1}}, 3}}, {{only_customs, 2}, {only_guards, 1}});
  EXPECT_EQ(p.lanes(), (std::vector{1, 2}));
}

TEST(Allocation, SparesThoseWhoMeetMoreNeeds) {
  Post p({{{{customs, 1}}, 2}, {{{guards, 1}}, 2}}, {{both, 2}, {only_customs, 2}});
  EXPECT_EQ(p.lanes(), (std::vector{2, 2}));
}

TEST(Allocation, CountsWhoMeetsAllNeedsForEachOfAJointLane) {
  Post joint({{{{customs, 1}, {guards, 1}}, 4}}, {{both, 1}, {only_customs, 2}, {only_guards, 1}});
  joint.claims[0].joint = true;
  EXPECT_EQ(joint.lanes(), (std::vector{2}));
  Post separate({{{{customs, 1}, {guards, 1}}, 4}},
                {{both, 1}, {only_customs, 2}, {only_guards, 0}});
  EXPECT_EQ(separate.lanes(), (std::vector{1}));
}

TEST(Allocation, OpensLanesThatNeedNobody) {
  Post p({{{}, 3}}, {});
  EXPECT_EQ(p.lanes(), (std::vector{3}));
  EXPECT_TRUE(p.drafts.empty());
}

}  // namespace
}  // namespace cordon::allocation_test
