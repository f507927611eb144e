// What a run tells one by one adds up to what it measures.

#include <gtest/gtest.h>

#include <limits>

#include "sim/output/words.hpp"
#include "tests/support/busy_border.hpp"

namespace cordon::details_test {
namespace {

using testing::total;

double value(const Replication& r, std::string_view measure, const Labels& at) {
  for (const MeasureValue& v : r.values)
    if (v.measure->name == measure && v.labels == at) return v.value;
  return std::numeric_limits<double>::quiet_NaN();
}

double in_hours(Int128 microseconds) { return static_cast<double>(microseconds) / 3600e6; }
double real(std::int64_t n) { return static_cast<double>(n); }

// With groups that are warned, an operation that is in course when measuring begins, and two
// replications.
struct Example {
  std::shared_ptr<const cordon::Setup> setup;
  std::vector<Replication> runs;
};
const Example& example(Duration warm_up) {
  const auto make = [](Duration w) {
    Scenario s = testing::busy_border();
    s.operation["action"] = testing::joint_operation();
    s.operation["action"].secrecy = 0;
    s.warm_up = w;
    s.roster["by_day"].shifts = {"06:00-14:00", "14:00-22:00"};
    s.team["south_guards"].roster = "by_day";
    const auto setup = make_setup(s);
    return Example{setup, replicate(setup, 5, 1, 2, 2)};
  };
  static const Example whole = make(0h), part = make(110h);
  return warm_up == 0h ? whole : part;
}
constexpr Duration warm_ups[] = {0h, 110h};

TEST(Seizures, AreThoseThatTheMeasuresCount) {
  for (const Duration warm_up : warm_ups)
    for (const Replication& r : example(warm_up).runs) {
      double mass = 0, value = 0;
      for (const Seizure& s : r.details.seizures) {
        mass += static_cast<double>(s.mass_kg);
        value += static_cast<double>(s.mass_kg) *
                 example(warm_up).setup->commodities[s.commodity.value].value_per_kg;
        EXPECT_GE(s.at, start_of_run + warm_up);
        EXPECT_GT(s.known, s.at);
      }
      EXPECT_GT(r.details.seizures.size(), 10u);
      EXPECT_EQ(real(static_cast<std::int64_t>(r.details.seizures.size())), total(r, "seizures"));
      EXPECT_NEAR(mass, total(r, "seized_mass"), 1e-9 * mass);
      EXPECT_NEAR(value, total(r, "seized_value"), 1e-9 * value);
    }
}

// First copies, of all seizures in the run, are the copies that are no duplicates.
TEST(Seizures, AreKnownWhenTheirFirstReportArrives) {
  for (const Replication& r : example(0h).runs) {
    int known = 0;
    for (const Seizure& s : r.details.seizures) known += s.known != never;
    EXPECT_EQ(known, total(r, "reports_received") - total(r, "duplicate_reports"));
    EXPECT_GT(known, 5);
  }
}

// Of the crews of one authority at one crossing.
std::map<std::pair<CrossingIndex, Authority>, Account> hours_by_authority(
    const Replication& r, const cordon::Setup& setup) {
  std::map<std::pair<CrossingIndex, Authority>, Account> all;
  for (const CrewHours& c : r.details.crews)
    all[{c.crossing, setup.crossings[c.who.home.value].crews[c.who.crew].authority}] += c.hours;
  return all;
}

TEST(Hours, OfCrewsAddUpToTheMeasures) {
  for (const Duration warm_up : warm_ups)
    for (const Replication& r : example(warm_up).runs) {
      const cordon::Setup& setup = *example(warm_up).setup;
      Int128 reporting = 0;
      for (const auto& [who, hours] : hours_by_authority(r, setup)) {
        Labels at;
        at.crossing = setup.crossings[who.first.value].name;
        at.country = "PL";
        at.authority = name_of(who.second);
        const Int128 overtime = hours.of(Activity::overtime),
                     travel = hours.of(Activity::travelling);
        EXPECT_DOUBLE_EQ(in_hours(hours.on_duty() + overtime + travel),
                         value(r, "officer_hours", at));
        EXPECT_DOUBLE_EQ(in_hours(overtime), value(r, "overtime_hours", at));
        EXPECT_DOUBLE_EQ(in_hours(travel), value(r, "travel_hours", at));
        reporting += hours.of(Activity::reporting);
      }
      EXPECT_DOUBLE_EQ(in_hours(reporting), total(r, "reporting_hours"));
      EXPECT_GT(total(r, "overtime_hours"), 0);
      EXPECT_GT(total(r, "travel_hours"), 0);
    }
}

TEST(Hours, OfACrewAreSplitWithoutRemainderIntoWhatItDid) {
  for (const Duration warm_up : warm_ups)
    for (const Replication& r : example(warm_up).runs)
      for (const CrewHours& crew : r.details.crews) {
        Int128 sum = 0;
        for_each_activity([&](Activity a) {
          EXPECT_GE(crew.hours.of(a), 0);
          sum += crew.hours.of(a);
        });
        EXPECT_TRUE(sum - crew.hours.of(Activity::overtime) == crew.hours.rostered);
      }
}

// What the officers of a post are rostered for they work there, or elsewhere, or are on the road.
TEST(Hours, OfACrewAreThoseOfItsRoster) {
  const cordon::Setup& setup = *example(0h).setup;
  for (const Replication& r : example(0h).runs) {
    std::map<std::pair<CrossingIndex, std::uint16_t>, Int128> rostered;
    for (const CrewHours& c : r.details.crews)
      rostered[{c.who.home, c.who.crew}] += c.hours.rostered;
    for (const auto& [who, hours] : rostered) {
      const CrewSetup& crew = setup.crossings[who.first.value].crews[who.second];
      const auto& shifts = setup.rosters[crew.roster].shifts;
      const double shift = cordon::hours(shifts[static_cast<std::size_t>(crew.position)].lasts);
      EXPECT_NEAR(in_hours(hours), crew.officers * 14 * shift,
                  2.0 * crew.officers * shift);  // shifts that begin or end with the run
    }
  }
}

TEST(Machines, AreSomewhereUnlessTheyAreOnTheRoad) {
  for (const Duration warm_up : warm_ups)
    for (const Replication& r : example(warm_up).runs) {
      double present = 0;
      std::int64_t vehicles = 0;
      for (const MachineHours& m : r.details.machines) {
        present += in_hours(m.present);
        vehicles += m.vehicles;
        EXPECT_GT(m.in_use, 0);
      }
      const double window = hours(24h * 14 - warm_up);
      EXPECT_LT(present, 2 * window) << "one is lent, and under way for some time";
      EXPECT_GT(present, 2 * window - 20);
      EXPECT_GT(vehicles, 500);
      EXPECT_LE(real(vehicles), total(r, "scans")) << "dogs scan too";
    }
}

TEST(Operations, DoWhatTheirPlanSays) {
  for (const Replication& r : example(0h).runs) {
    const OperationTally& o = r.details.operations.at(0);
    EXPECT_EQ(o.officers, 9);
    EXPECT_EQ(o.machines, 1);
    EXPECT_DOUBLE_EQ(in_hours(o.on_duty), 9 * 5 * 8);
    EXPECT_GT(o.travel, 0);
    EXPECT_EQ(o.warned, 2) << "secrecy is none";
    EXPECT_GT(o.controls, o.document_checks);
    EXPECT_GT(o.scans + o.searches, 100);
    Labels north;
    north.crossing = "north", north.country = "PL";
    EXPECT_LT(real(o.controls), value(r, "controls", north)) << "there are controls on other days";
    EXPECT_LE(real(o.seizures + o.referrals), value(r, "detections", north));
  }
}

// An operation that lasts as long as the run has all that its crossing has.
TEST(Operations, HaveWhatTheirCrossingsHave) {
  Scenario s = testing::busy_border();
  OperationSpec always = testing::joint_operation();
  always.start = 0h, always.notice = 0h, always.length = 24h * 14;
  always.move.clear();
  s.operation["always"] = always;
  s.warm_up = 24h;  // orders have come by then
  const Replication r = replicate(make_setup(s), 5, 1, 1, 1).front();
  const OperationTally& o = r.details.operations.at(0);
  Labels north;
  north.crossing = "north", north.country = "PL";
  const std::pair<std::int64_t, const char*> all[] = {
      {o.controls, "controls"}, {o.document_checks, "document_checks"},
      {o.scans, "scans"},       {o.searches, "physical_searches"},
      {o.seizures, "seizures"}, {o.referrals, "referrals"}};
  for (const auto& [counted, measure] : all)
    EXPECT_EQ(real(counted), value(r, measure, north)) << measure;
  EXPECT_NEAR(o.mass_kg, value(r, "seized_mass", north), 1e-6);
  EXPECT_NEAR(o.value, value(r, "seized_value", north), 1e-3);
}

TEST(Groups, AddUpToTheMeasures) {
  for (const Duration warm_up : warm_ups)
    for (const Replication& r : example(warm_up).runs) {
      GroupHistory all;
      for (const GroupHistory& g : r.details.groups) {
        all.planned += g.planned, all.postponed += g.postponed, all.deterred += g.deterred;
        std::int64_t sent = 0, ended = 0;
        for (const GroupAtPost& at : g.at) {
          sent += at.sent;
          ended += at.lost + at.passed + at.refused;
        }
        EXPECT_GT(ended, 10);
        EXPECT_TRUE(ended <= sent || warm_up > 0h);
        EXPECT_TRUE(g.warnings == 1 || warm_up > 0h);
      }
      EXPECT_EQ(real(all.planned), total(r, "planned"));
      EXPECT_EQ(real(all.postponed), total(r, "postponed"));
      EXPECT_EQ(real(all.deterred), total(r, "deterred"));
    }
}

// Without opportunists, what groups lose and pass is all that is found and passes.
TEST(Groups, LoseAndPassWhatIsFoundAndPasses) {
  Scenario s = testing::busy_border();
  s.opponent.group_share = 1;
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.02}};
  s.commodity["persons"].prevalence.clear();
  const Replication r = replicate(make_setup(s), 5, 1, 1, 1).front();
  std::int64_t lost = 0, passed = 0;
  for (const GroupHistory& g : r.details.groups)
    for (const GroupAtPost& at : g.at) lost += at.lost, passed += at.passed;
  EXPECT_GT(lost, 10);
  EXPECT_EQ(real(lost), total(r, "detections"));
  EXPECT_EQ(real(passed), total(r, "illicit_passed"));
}

}  // namespace
}  // namespace cordon::details_test
