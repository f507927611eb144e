// Every rule of a crossing, against the rule that it is easily confused with, as timelines made by
// hand: minutes and seconds, to the microsecond.

#include <gtest/gtest.h>

#include "tests/support/timeline.hpp"

namespace cordon::rules_test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::own_stage;
using testing::quiet_crossing;
using testing::shared_stage;
using testing::Timeline;

// A first check of one minute and one lane, then a shared stage of 100 s and one lane.
Scenario tandem(std::optional<int> places) {
  Scenario s = quiet_crossing();
  s.layout["road"].stage = {{"check", own_stage(0, 60s, {"customs"})},
                            {"customs", shared_stage(1, 100s, 1)}};
  s.layout["road"].stage["customs"].places = places;
  return s;
}

TEST(Places, WithNoneAVehicleStaysInItsLaneAndBlocksIt) {
  const Timeline t(tandem(0), {{0s}, {0s}, {0s}});
  EXPECT_THAT(t.of(2), ElementsAre("1:00 began check", "2:00 ended check", "2:00 blocked check",
                                   "2:40 unblocked check", "2:40 began customs",
                                   "4:20 ended customs", "4:20 left"));
  // The lane is taken until 2:40; by blocking before service it would not have begun at 1:00.
  EXPECT_THAT(t.of(3), ElementsAre("2:40 began check", "3:40 ended check", "3:40 blocked check",
                                   "4:20 unblocked check", "4:20 began customs",
                                   "6:00 ended customs", "6:00 left"));
}

TEST(Places, WithOneAVehicleGoesOnToWaitThere) {
  const Timeline t(tandem(1), {{0s}, {0s}, {0s}});
  EXPECT_THAT(t.of(2), ElementsAre("1:00 began check", "2:00 ended check", "2:40 began customs",
                                   "4:20 ended customs", "4:20 left"));
  EXPECT_THAT(t.of(3), ElementsAre("2:00 began check", "3:00 ended check", "4:20 began customs",
                                   "6:00 ended customs", "6:00 left"));
}

TEST(Places, OfAnyNumberNeverBlock) {
  const Timeline t(tandem(std::nullopt), {{0s}, {0s}, {0s}, {0s}});
  EXPECT_THAT(t.of(4), ElementsAre("3:00 began check", "4:00 ended check", "6:00 began customs",
                                   "7:40 ended customs", "7:40 left"));
}

TEST(Places, OfTheFirstCheckAreBesideTheRoad) {
  Scenario s = tandem(std::nullopt);
  s.layout["road"].stage["check"].places = 1;
  s.line["line"].road_capacity = 1;
  // One in the lane, one in the forecourt, one on the road; the fourth turns back.
  const Timeline t(s, {{0s}, {1s}, {2s}, {3s}, {61s}});
  EXPECT_THAT(t.of(3), ElementsAre("2:00 began check", "3:00 ended check", "4:20 began customs",
                                   "6:00 ended customs", "6:00 left"));
  EXPECT_THAT(t.of(4), ElementsAre("0:03 balked"));
  EXPECT_THAT(t.of(5), ElementsAre("3:00 began check", "4:00 ended check", "6:00 began customs",
                                   "7:40 ended customs", "7:40 left"));
}

TEST(Road, IsFilledByLength) {
  Scenario s = quiet_crossing();
  s.line["line"].road_km = 0.05;  // two lorries of 20 m, not three
  EXPECT_THAT(Timeline(s, {{0s}, {1s}, {2s}, {3s}}).of(4), ElementsAre("0:03 balked"));
  s.line["line"].road_km = 0.06;
  EXPECT_THAT(Timeline(s, {{0s}, {1s}, {2s}, {3s}}).of(4),
              ElementsAre("3:00 began check", "4:00 ended check", "4:00 left"));
}

TEST(Area, IsSharedByItsStagesAndLeftOnlyBehindTheLast) {
  Scenario s = quiet_crossing();
  s.layout["road"].area["yard"].places = 1;
  StageSpec scan = shared_stage(1, 60s, 5, {"search"}), search = shared_stage(2, 60s, 5);
  scan.area = search.area = "yard";
  s.layout["road"].stage = {
      {"check", own_stage(0, 10s, {"scan"})}, {"scan", scan}, {"search", search}};
  const Timeline t(s, {{0s}, {0s}});
  EXPECT_THAT(t.of(1), ElementsAre("0:00 began check", "0:10 ended check", "0:10 began scan",
                                   "1:10 ended scan", "1:10 began search", "2:10 ended search",
                                   "2:10 left"));
  // At 1:10 a scan lane is free, but not the place in the yard.
  EXPECT_THAT(t.of(2), ElementsAre("0:10 began check", "0:20 ended check", "0:20 blocked check",
                                   "2:10 unblocked check", "2:10 began scan", "3:10 ended scan",
                                   "3:10 began search", "4:10 ended search", "4:10 left"));
}

TEST(Blocked, MoveUpInTheOrderInWhichTheyWereBlocked) {
  Scenario s = quiet_crossing();
  s.line["line"].lanes = 3;
  s.layout["road"].stage = {{"check", own_stage(0, 60s, {"customs"})},
                            {"customs", shared_stage(1, 300s, 1)}};
  s.layout["road"].stage["customs"].places = 0;
  const Timeline t(s, {{0s}, {2s}, {1s}});
  EXPECT_THAT(t.of(3), ElementsAre("0:01 began check", "1:01 ended check", "1:01 blocked check",
                                   "6:00 unblocked check", "6:00 began customs",
                                   "11:00 ended customs", "11:00 left"));
  EXPECT_EQ(t.of(2)[3], "11:00 unblocked check");
}

Scenario with_priorities(Interruption preempted, bool preempts) {
  Scenario s = quiet_crossing();
  s.priority["urgent"] = {.order = 0, .aeo = false, .share = {}, .preempts = preempts};
  s.priority["perishable"] = {.order = 1, .aeo = false, .share = {}, .preempts = false};
  s.layout["road"].stage["check"].preempted = preempted;
  return s;
}

TEST(Priority, GoesFirstWithoutInterrupting) {
  for (const bool preempts : {false, true}) {
    // An urgent vehicle interrupts nobody where the stage does not allow it.
    const Timeline t(with_priorities(Interruption::finish, preempts),
                     {{0s}, {10s}, {20s, 1}, {30s, 0}});
    EXPECT_THAT(t.of(1), ElementsAre("0:00 began check", "1:00 ended check", "1:00 left"));
    EXPECT_EQ(t.of(4)[0], "1:00 began check");
    EXPECT_EQ(t.of(3)[0], "2:00 began check");
    EXPECT_EQ(t.of(2)[0], "3:00 began check");
  }
}

TEST(Priority, InterruptsAServiceThatIsResumed) {
  const Timeline t(with_priorities(Interruption::resume, true), {{0s}, {10s}, {20s, 1}, {30s, 0}});
  EXPECT_THAT(t.of(4), ElementsAre("0:30 began check", "1:30 ended check", "1:30 left"));
  // The perishable goods go before the ordinary one in hand, which then goes before its equals.
  EXPECT_THAT(t.of(3), ElementsAre("1:30 began check", "2:30 ended check", "2:30 left"));
  EXPECT_THAT(t.of(1), ElementsAre("0:00 began check", "0:30 interrupted check",
                                   "2:30 resumed check", "3:00 ended check", "3:00 left"));
  EXPECT_EQ(t.of(2)[0], "3:00 began check");
}

TEST(Priority, InterruptsAServiceThatIsBegunAnew) {
  const Timeline t(with_priorities(Interruption::begin_anew, true), {{0s}, {30s, 0}});
  EXPECT_THAT(t.of(1), ElementsAre("0:00 began check", "0:30 interrupted check",
                                   "1:30 resumed check", "2:30 ended check", "2:30 left"));
}

TEST(Priority, InterruptsNobodyOfItsOwnAndTheLatestOfTheLowest) {
  Scenario s = with_priorities(Interruption::resume, true);
  s.line["line"].lanes = 3;
  const Timeline t(s, {{0s}, {10s}, {20s, 1}, {30s, 0}, {31s, 0}, {32s, 0}, {33s, 0}});
  EXPECT_EQ(t.of(2)[1], "0:30 interrupted check");
  EXPECT_EQ(t.of(1)[1], "0:31 interrupted check");
  EXPECT_EQ(t.of(3)[1], "0:32 interrupted check");
  EXPECT_EQ(t.of(7)[0], "1:30 began check");
}

TEST(Hall, ServesAllAtOnceAndMoreSlowlyWhenItIsFull) {
  Scenario s = quiet_crossing();
  s.layout["road"].stage["check"].sharing = true;
  const Timeline t(s, {{0s}, {30s}});
  // Half the speed from 0:30 to 1:30; one after the other they would have ended at 1:00 and 2:00.
  EXPECT_THAT(t.of(1), ElementsAre("0:00 began check", "1:30 ended check", "1:30 left"));
  EXPECT_THAT(t.of(2), ElementsAre("0:30 began check", "2:00 ended check", "2:00 left"));
}

TEST(Hall, ServesAtFullSpeedAsManyAsItHasLanes) {
  Scenario s = quiet_crossing();
  s.line["line"].lanes = 2;
  s.layout["road"].stage["check"].sharing = true;
  const Timeline t(s, {{0s}, {0s}, {30s}});
  // Three at two thirds from 0:30: the first two have 30 s left and need 45; the third has then 30
  // s.
  EXPECT_EQ(t.of(1)[1], "1:15 ended check");
  EXPECT_EQ(t.of(2)[1], "1:15 ended check");
  EXPECT_EQ(t.of(3)[1], "1:45 ended check");
}

TEST(Hall, TakesNoMoreThanItHasPlaces) {
  Scenario s = quiet_crossing();
  s.layout["road"].stage["check"].sharing = true;
  s.layout["road"].stage["check"].places = 1;
  const Timeline t(s, {{0s}, {30s}});
  EXPECT_EQ(t.of(2)[0], "1:00 began check");
}

TEST(Patience, EndsTheWaitAndNotTheService) {
  const Timeline t(
      quiet_crossing(),
      {{0s}, {10s, 255, false, false, 1, 40s}, {10s, 255, false, false, 1, 50s}, {20s}});
  EXPECT_THAT(t.of(2), ElementsAre("0:50 gave up"));
  // Its patience ends at the instant at which its turn comes: the earlier scheduled goes first.
  EXPECT_THAT(t.of(3), ElementsAre("1:00 began check", "2:00 ended check", "2:00 left"));
  EXPECT_EQ(t.of(4)[0], "2:00 began check");
}

TEST(Balking, BeginsAtOneLengthAndIsSureAtAnother) {
  Scenario s = quiet_crossing();
  s.line["line"].balk_from = s.line["line"].balk_all = 2;
  const Timeline t(s, {{0s}, {1s}, {2s}, {3s}, {61s}});
  EXPECT_EQ(t.of(3)[0], "2:00 began check");  // one was waiting
  EXPECT_THAT(t.of(4), ElementsAre("0:03 balked"));
  EXPECT_EQ(t.of(5)[0], "3:00 began check");
}

TEST(Desks, ReadThePapersWhileTheVehicleIsScanned) {
  Scenario s = quiet_crossing();
  StageSpec scan = shared_stage(1, 60s, 2);
  scan.alongside = {"desk"};
  s.layout["road"].stage = {
      {"check", own_stage(0, 10s, {"scan"})}, {"scan", scan}, {"desk", shared_stage(2, 45s, 1)}};
  const Timeline t(s, {{0s}, {0s}});
  EXPECT_THAT(t.of(1),
              ElementsAre("0:00 began check", "0:10 ended check", "0:10 began desk",
                          "0:10 began scan", "0:55 ended desk", "1:10 ended scan", "1:10 left"));
  // One desk: the second's papers wait until 0:55, and the vehicle waits for them in its lane.
  EXPECT_THAT(t.of(2), ElementsAre("0:10 began check", "0:20 ended check", "0:20 began scan",
                                   "0:55 began desk", "1:20 ended scan", "1:20 blocked scan",
                                   "1:40 ended desk", "1:40 unblocked scan", "1:40 left"));
}

TEST(Desks, AtTheFirstCheckReadWhileTheVehicleWaits) {
  Scenario s = quiet_crossing();
  StageSpec check = own_stage(0, 60s);
  check.alongside = {"desk"};
  s.layout["road"].stage = {{"check", check}, {"desk", shared_stage(1, 45s, 2)}};
  const Timeline t(s, {{0s}, {0s}, {0s, 255, false, false, 1, 30s}});
  EXPECT_THAT(t.of(2), ElementsAre("0:00 began desk", "0:45 ended desk", "1:00 began check",
                                   "2:00 ended check", "2:00 left"));
  EXPECT_THAT(t.of(3), ElementsAre("0:30 gave up"));  // and takes its papers along
}

TEST(Travellers, AreCheckedOneAfterTheOther) {
  Scenario s = quiet_crossing();
  s.layout["road"].stage["check"].per_traveller = Distribution::constant(20);
  const Timeline t(s, {{0s, 255, false, false, 4}});
  EXPECT_EQ(t.of(1)[1], "2:20 ended check");
}

TEST(Stages, LeadFromSharedOnesToTheLinesOwn) {
  Scenario s = quiet_crossing();
  s.layout["road"].stage = {{"check", own_stage(0, 60s, {"weighing"})},
                            {"weighing", shared_stage(1, 10s, 1, {"gate"})},
                            {"gate", own_stage(2, 5s)}};
  const Timeline t(s, {{0s}});
  EXPECT_THAT(t.of(1), ElementsAre("0:00 began check", "1:00 ended check", "1:00 began weighing",
                                   "1:10 ended weighing", "1:10 began gate", "1:15 ended gate",
                                   "1:15 left"));
}

TEST(Lanes, KeptForSomeTakeNobodyElse) {
  Scenario s = quiet_crossing();
  s.line["line"].lanes = 3;
  s.line["line"].lane_types = {{"aeo", 1}, {"empty", 1}};
  const Timeline t(s, {{0s},
                       {1s},
                       {2s, 255, true},
                       {3s, 255, true},
                       {4s, 255, false, true},
                       {5s, 255, true, true}});
  EXPECT_EQ(t.of(1)[0], "0:00 began check");
  EXPECT_EQ(t.of(3)[0], "0:02 began check");  // the lane kept for authorised operators
  EXPECT_EQ(t.of(5)[0], "0:04 began check");  // the lane kept for empty lorries
  EXPECT_EQ(t.of(2)[0], "1:00 began check");  // in the lane for all, before the later ones
  EXPECT_EQ(t.of(4)[0], "1:02 began check");
  EXPECT_EQ(t.of(6)[0], "1:04 began check");  // authorised and empty: the first lane for either
}

Scenario with_hysteresis() {
  Scenario s = quiet_crossing();
  LineSpec& line = s.line["line"];
  line.lanes = 3;
  line.open_above = 2;
  line.close_below = 1;
  return s;
}

TEST(Lanes, AreOpenedAndClosedByTheQueue) {
  const Timeline t(with_hysteresis(), {{0s}, {1s}, {2s}, {3s}, {4s}, {5s}, {6s}, {7s}, {8s}});
  // Three wait at 0:03, more than two for the one lane: a second. Five wait at 0:06, more than
  // four: a third. Two wait at 2:00, fewer than three; one at 2:03, fewer than two.
  EXPECT_THAT(t.lanes(), ElementsAre("0:00 check has 1 lanes", "0:03 check has 2 lanes",
                                     "0:06 check has 3 lanes", "2:00 check has 2 lanes",
                                     "2:03 check has 1 lanes"));
  EXPECT_EQ(t.of(9)[0], "3:00 began check");
}

TEST(Lanes, OpenAfterTheOpeningTimeOnly) {
  Scenario s = with_hysteresis();
  s.line["line"].opening_time = 20s;
  const Timeline t(s, {{0s}, {1s}, {2s}, {3s}});
  EXPECT_EQ(t.lanes()[1], "0:23 check has 2 lanes");
}

// One shift a day, from the start of the run to 8:00, and again from 10:00.
Scenario with_shift_end(Interruption rule) {
  Scenario s = quiet_crossing();
  s.roster["always"].shifts = {"00:00-08:00", "10:00-18:00"};
  s.layout["road"].stage["check"] = own_stage(0, 60min);
  s.layout["road"].stage["check"].at_shift_end = rule;
  return s;
}

TEST(ShiftEnd, TheVehicleInHandIsFinished) {
  const Timeline t(with_shift_end(Interruption::finish), {{450min}, {455min}});
  EXPECT_THAT(t.of(1), ElementsAre("450:00 began check", "510:00 ended check", "510:00 left"));
  EXPECT_EQ(t.of(2)[0], "600:00 began check");
}

TEST(ShiftEnd, TheVehicleInHandIsHandedOver) {
  const Timeline t(with_shift_end(Interruption::resume), {{450min}, {455min}});
  EXPECT_THAT(t.of(1), ElementsAre("450:00 began check", "480:00 interrupted check",
                                   "600:00 resumed check", "630:00 ended check", "630:00 left"));
  EXPECT_EQ(t.of(2)[0], "630:00 began check");
}

TEST(ShiftEnd, TheVehicleInHandIsBegunAnew) {
  const Timeline t(with_shift_end(Interruption::begin_anew), {{450min}, {455min}});
  EXPECT_THAT(t.of(1), ElementsAre("450:00 began check", "480:00 interrupted check",
                                   "600:00 resumed check", "660:00 ended check", "660:00 left"));
}

TEST(Hours, NobodyIsCheckedOutsideThem) {
  Scenario s = quiet_crossing();
  s.line["line"].hours = {"06:00-22:00"};
  const Timeline t(s, {{10s}, {6h}, {22h - 30s}, {22h}});
  EXPECT_EQ(t.of(1)[0], "360:00 began check");
  EXPECT_EQ(t.of(2)[0], "361:00 began check");
  EXPECT_THAT(t.of(3), ElementsAre("1319:30 began check", "1320:30 ended check", "1320:30 left"));
  EXPECT_THAT(t.of(4), IsEmpty());
}

TEST(Hours, MayEndAtMidnight) {
  Scenario s = quiet_crossing(48h);
  s.line["line"].hours = {"06:00-24:00"};
  const Timeline t(s, {{24h - 1s}, {24h}});
  EXPECT_EQ(t.of(1)[0], "1439:59 began check");
  EXPECT_EQ(t.of(2)[0], "1800:00 began check");
}

TEST(Slots, LetInAsManyAsTheyAreLargeAndNobodyBetween) {
  Scenario s = quiet_crossing();
  s.line["line"].lanes = 9;
  s.slot.push_back({"post", Direction::entry, VehicleClass::lorry, 0, {1h}, 2});
  s.slot.push_back({"post", Direction::entry, VehicleClass::lorry, 0, {2h}, 2});
  const Timeline t(s, {{0s}, {1s}, {2s}, {61min}, {62min}});
  EXPECT_EQ(t.of(1)[1], "60:00 began check");
  EXPECT_EQ(t.of(2)[1], "60:00 began check");
  EXPECT_EQ(t.of(3)[1], "120:00 began check");  // waited for the next, though lanes were free
  EXPECT_EQ(t.of(4)[1], "120:00 began check");
  EXPECT_THAT(t.of(5), IsEmpty());
}

TEST(Slots, ThatNobodyUsesStayOpenUntilTheNext) {
  Scenario s = quiet_crossing();
  s.slot.push_back({"post", Direction::entry, VehicleClass::lorry, 0, {1h}, 1});
  s.slot.push_back({"post", Direction::entry, VehicleClass::lorry, 0, {2h}, 1});
  const Timeline t(s, {{90min}, {150min}, {151min}});
  EXPECT_EQ(t.of(1)[1], "90:00 began check");
  EXPECT_EQ(t.of(2)[1], "150:00 began check");
  EXPECT_THAT(t.of(3), IsEmpty());  // the slot of 2:00 let one in
}

TEST(NoShow, LosesTheCall) {
  Scenario s = quiet_crossing();
  LineSpec& line = s.line["line"];
  line.queue = QueueKind::booked;
  line.release_per_hour = 60;
  line.no_show = 1;
  const Timeline all(s, {{0s}, {0s}});
  EXPECT_THAT(all.of(1), ElementsAre("1:00 missed"));
  EXPECT_THAT(all.of(2), ElementsAre("2:00 missed"));
  line.no_show = 0;
  EXPECT_THAT(Timeline(s, {{0s}, {0s}}).of(2),
              ElementsAre("2:00 called", "2:00 began check", "3:00 ended check", "3:00 left"));
}

}  // namespace
}  // namespace cordon::rules_test
