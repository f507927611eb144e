#include "sim/output/verifier.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "sim/run/together.hpp"
#include "tests/support/journeys.hpp"
#include "tests/support/observe.hpp"

namespace cordon::verifier_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

Scenario with_operation() {
  Scenario s = testing::busy_border(24h * 5);
  s.operation["action"] = testing::joint_operation();
  s.operation["action"].start = 24h * 2;
  s.operation["action"].length = 24h;
  testing::add_journeys(s);
  return s;
}

// Tampers with the world once, when the time has come; after the verifier has looked.
struct Mischief {
  World& world;
  std::function<void(World&)> act;
  Time at;
  bool done = false;

  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World&, Time) {}
  void sample(const World&, Time now) {
    if (done || now < at) return;
    done = true;
    act(world);
  }
  void end(const World&, Time) {}
};

std::string found(const std::function<void(World&)>& act, Duration at = 1h) {
  const auto setup = make_setup(with_operation());
  World world = build_world(setup, 3, 1);
  Verifier verifier(*setup);
  Mischief mischief{world, act, start_of_run + at};
  Together together(verifier, mischief);
  try {
    testing::observe(world, together);
  } catch (const VerifyError& e) {
    return e.what();
  }
  return "";
}

Vehicle somebody(const World& world) {
  Vehicle found;
  world.crossings[0].vehicles.for_each([&](VehicleId, const Vehicle& v) {
    if (v.joined != never) found = v;
  });
  return found;
}

TEST(Verifier, FindsNothingWrongInARunThatIsRight) {
  EXPECT_EQ(found([](World&) {}), "");
  Watch watch;
  watch.verify = true;
  for (const Duration warm_up : {Duration{0}, Duration{30h}}) {
    Scenario s = with_operation();
    s.warm_up = warm_up;
    EXPECT_NO_THROW((void)replicate(make_setup(s), 1, 1, 1, 1, {}, {}, watch));
  }
}

TEST(Verifier, NamesEventPlaceAndTime) {
  EXPECT_THAT(found([](World& w) { w.crossings[0].reporting.open.emplace_back(); }),
              AllOf(HasSubstr("verify: "), HasSubstr(" at north, 2026-06-29T01:"),
                    HasSubstr("reports not yet written: events add up to")));
}

TEST(Verifier, NoticesQueuesAndLanesThatEventsDoNotTellOf) {
  EXPECT_THAT(
      found([](World& w) { w.crossings[0].stages.stages[0].waiting.join({}, Vehicle(), 0, 0); }),
      HasSubstr("waiting at guards: events add up to"));
  EXPECT_THAT(found([](World& w) { ++w.crossings[0].stages.stages[0].open; }),
              HasSubstr("lanes open at guards"));
  EXPECT_THAT(found([](World& w) { ++w.crossings[0].stages.stages[0].busy; }),
              HasSubstr("lanes busy at guards"));
}

TEST(Verifier, NoticesOfficersAndMachinesThatEventsDoNotTellOf) {
  EXPECT_THAT(found([](World& w) { w.crossings[1].staff.on_duty[0] -= 1; }),
              HasSubstr("officers on duty of customs"));
  EXPECT_THAT(found([](World& w) { w.crossings[1].staff.on_duty[1] = -1; }),
              HasSubstr("fewer than no officers on duty of border_guard"));
  EXPECT_THAT(found([](World& w) { ++w.crossings[1].staff.machines[0]; }),
              HasSubstr("machines of kind scanner"));
  EXPECT_THAT(found([](World& w) {
                w.crossings[0].agenda.future.schedule_at_once(MachineLeft{{0}, {}, 0, true});
                w.crossings[0].agenda.future.schedule_at_once(MachineLeft{{0}, {}, 0, true});
              }),
              HasSubstr("MachineLeft at north"));
}

TEST(Verifier, NoticesLotsAndUnitsThatEventsDoNotTellOf) {
  EXPECT_THAT(found([](World& w) { ++w.crossings[0].terminals.terminals[0].in_yard; }),
              HasSubstr("units in the yard of yard: events add up to"));
  EXPECT_THAT(found([](World& w) { w.crossings[0].terminals.terminals[0].waiting.push_back({}); }),
              HasSubstr("lots waiting at yard"));
  EXPECT_THAT(found([](World& w) {
                w.crossings[0].terminals.berths[0].lot = {0, 1};
              }),
              HasSubstr("berths taken at yard"));
  EXPECT_THAT(found([](World& w) {
                w.crossings[0].agenda.future.schedule_at_once(UnitPickedUp{{0}, start_of_run, 1});
              }),
              HasSubstr("no unit is in the yard"));
}

TEST(Verifier, NoticesAVehicleThatIsLostOrAtTwoPlaces) {
  EXPECT_THAT(found([](World& w) {
                Vehicle twin = somebody(w);
                twin.draws.subject = {1, 1};
                w.crossings[0].vehicles.add(twin);
              }),
              HasSubstr("a vehicle is here that no event told of"));
  const auto arrive_twice = [](World& w) {
    Vehicle twin = somebody(w);
    twin.line = w.setup->crossings[1].lines[0];
    const VehicleId id = w.crossings[1].vehicles.add(twin);
    w.crossings[1].hold.put(id, {});
    w.crossings[1].agenda.future.schedule_at_once(VehicleArrived{id});
  };
  EXPECT_THAT(found(arrive_twice), HasSubstr("at another crossing"));
  EXPECT_THAT(found(arrive_twice, 20h), HasSubstr("at another crossing")) << "it leaves soon";
}

TEST(Verifier, NoticesEventsThatCannotBe) {
  const auto at_north = [](auto event) {
    return found([event](World& w) {
      auto& north = w.crossings[0];
      VehicleId waiting;
      north.vehicles.for_each([&](VehicleId id, const Vehicle& v) {
        if (v.joined != never && !v.stage) waiting = id;  // in the booked queue
      });
      north.agenda.future.schedule_at_once(event(waiting, north));
    });
  };
  EXPECT_THAT(at_north([](VehicleId v, Crossing&) { return VehicleReleased{v}; }),
              HasSubstr("has not been checked"));
  EXPECT_THAT(at_north([](VehicleId v, Crossing&) {
                return ServiceBegan{v, {0}, 0};
              }),
              HasSubstr("has not been called"));
  EXPECT_THAT(at_north([](VehicleId v, Crossing&) { return VehicleArrived{v}; }),
              HasSubstr("is here already"));
  EXPECT_THAT(at_north([](VehicleId, Crossing&) {
                return LanesChanged{{0}, 77, 1};
              }),
              HasSubstr("another number of lanes was open"));
  EXPECT_THAT(at_north([](VehicleId, Crossing&) { return OperationEnded{{0}}; }),
              HasSubstr("an operation ends that has not begun"));
}

}  // namespace
}  // namespace cordon::verifier_test
