// Cases: their steps by hand, who may do what with whom, and what they do to a group.

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/cooperation/special_forms.hpp"
#include "sim/output/ledger.hpp"
#include "sim/output/recorder/recorder.hpp"
#include "sim/output/words.hpp"
#include "sim/run/together.hpp"
#include "tests/support/finds.hpp"
#include "tests/support/observe.hpp"

namespace cordon::case_test {
namespace {

using Lines = std::vector<std::string>;
using testing::channel;
using testing::clock;
using testing::desk;
using testing::exchange;
using testing::minutes;

SpecialFormSpec form(SpecialForm kind) {
  SpecialFormSpec made;
  made.kind = kind;
  made.between = {"PL", "DE"};
  made.permit = minutes(12 * 60);
  made.granted = 1;
  made.officer_time = minutes(10 * 60);
  made.success = 1;
  return made;
}

// Three posts in PL, a group whose goods go to DE, a prosecutor who reads for 10 min, and a unit of
// two officers at any time, who assess a case for 8 h. Messages take 5 min.
Scenario a_unit(Duration length = 96h) {
  Scenario s = testing::three_posts();
  s.length = length;
  s.commodity["tobacco"] = {};
  s.group["wolves"].home = "kyiv";
  s.group["wolves"].commodity = "tobacco";
  s.group["wolves"].destination = "DE";
  s.base["cid"].place = "krakow";
  TeamSpec detectives = s.team.at("north");
  detectives.crossing = "";
  detectives.base = "cid";
  detectives.authority = Authority::police;
  s.team["detectives"] = detectives;
  s.desk["prosecutor"] = desk(10);
  s.channel["court"] = channel({"north", "middle", "south"}, {"prosecutor"}, 5);
  s.channel["court"].bases = {"cid"};
  s.exchange["permits"] = exchange(ExchangeKind::permit, "prosecutor");
  s.exchange["referrals"] = exchange(ExchangeKind::referral, "prosecutor");
  s.investigation.unit = "cid";
  s.investigation.assessment = minutes(8 * 60);
  s.investigation.officer_time = minutes(20 * 60);
  s.investigation.success = 1;
  return s;
}

// What a post refers to the prosecutor: when, from where, and whether it has a lead to the group.
struct Referred {
  Duration at{};
  bool leads = true;
  const char* destination = "DE";
  int find = -1;  // which; below 0: one that no other is about
};

// Writes down what becomes of it: "13:15 opened", "21:15 assessment ended".
class Heard {
 public:
  /// @param delivery  when one is on its way for five hours; none: there is none
  Heard(const Scenario& scenario, const std::vector<Referred>& referrals,
        std::optional<Duration> delivery = std::nullopt)
      : setup_(make_setup(scenario)), world(build_world(setup_, 1, 0)) {
    Desk& prosecutor = world.desks.back();
    for (std::uint32_t n = 0; n < referrals.size(); ++n) {
      Message m;
      const int find = referrals[n].find;
      m.about = {source_of("test"), find < 0 ? n + 1000 : static_cast<std::uint32_t>(find)};
      m.born = start_of_run + referrals[n].at;
      if (referrals[n].leads) m.leads_to = {setup_->groups.front().source, 0};
      m.exchange = {1};
      m.from = {0};
      m.says = special_forms::pack({{0}, {}, country(referrals[n].destination)}, {});
      m.hops = static_cast<std::uint8_t>(setup_->exchanges[1].way[0].size());
      prosecutor.agenda.future.schedule(m.born, prosecutor.agenda.next_order(), MessageReceived{m});
    }
    if (delivery) send_delivery(start_of_run + *delivery);
    Recorder recorder(*setup_);
    Ledger ledger(*setup_);
    Together together(*this, recorder, ledger);
    testing::observe(world, together);
    details = ledger.details(recorder);
    for (const MeasureValue& v : recorder.values())
      if (v.labels == Labels{}) measures[std::string(v.measure->name)] = v.value;
  }

  [[nodiscard]] CountryIndex country(const std::string& name) const {
    for (std::uint16_t c = 0; c < setup_->countries.size(); ++c)
      if (setup_->countries[c] == name) return {c};
    return {};
  }

  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void on(const CaseOpened&, const Crossing&, Time now) { note(now, "opened"); }
  void on(const CaseStepBegan& e, const Crossing&, Time now) {
    note(now, std::string(name_of(e.step)) + " began");
  }
  void on(const CaseStepEnded& e, const Crossing&, Time now) {
    note(now, std::string(name_of(e.step)) + " ended");
  }
  void on(const CaseClosed& e, const Crossing&, Time now) { note(now, name_of(e.outcome)); }
  void on(const GroupStruck&, const Group&, Time now) { note(now, "the group is struck"); }
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}

 private:
  void send_delivery(Time at) {
    Crossing& unit = world.crossings.back();
    Vehicle v;
    v.draws = world.luck.draws({source_of("delivery"), 0});
    v.line = {0};
    v.joined = start_of_run;
    const VehicleId id = unit.vehicles.add(v);
    Shipment hidden;
    hidden.commodity = {0};
    unit.hold.put(id, hidden);
    unit.agenda.future.schedule(at, unit.agenda.next_order(), DeliveryFollowed{id, 5h});
    unit.agenda.future.schedule(at + 5h, unit.agenda.next_order(), DeliveryArrived{id});
  }
  void note(Time now, std::string_view what) {
    lines.push_back(clock(now) + " " + std::string(what));
  }
  std::shared_ptr<const cordon::Setup> setup_;

 public:
  World world;
  Details details;
  Lines lines;
  std::map<std::string, double> measures;
};

// Read until 13:10, on the way until 13:15; asked for at 21:15, read from 21:20, decided at 33:30.
TEST(ACase, IsAssessedPermittedAndCarriedOut) {
  Scenario s = a_unit();
  s.special_form["following"] = form(SpecialForm::surveillance);
  const Heard heard(s, {{13h}});
  EXPECT_EQ(heard.lines,
            (Lines{"13:15 opened", "13:15 assessment began", "21:15 assessment ended",
                   "21:15 permission began", "33:35 permission ended", "33:35 operation began",
                   "43:35 operation ended", "43:35 solved", "43:40 the group is struck"}));
  EXPECT_EQ(heard.measures.at("cases_opened"), 1);
  EXPECT_EQ(heard.measures.at("cases_solved"), 1);
  EXPECT_EQ(heard.measures.at("groups_struck"), 1);
  EXPECT_DOUBLE_EQ(heard.measures.at("investigation_hours"), 8 + 10);
}

TEST(ACase, IsKeptWithTheTimeOfEachStep) {
  Scenario s = a_unit();
  s.special_form["following"] = form(SpecialForm::surveillance);
  const Details details = Heard(s, {{13h}}).details;
  ASSERT_EQ(details.cases.size(), 1u);
  const CaseHistory& told = details.cases.front();
  const auto began = [&](CaseStep step) {
    return clock(told.began[static_cast<std::size_t>(step)]);
  };
  const auto ended = [&](CaseStep step) {
    return clock(told.ended[static_cast<std::size_t>(step)]);
  };
  EXPECT_EQ(clock(told.opened), "13:15");
  EXPECT_EQ(began(CaseStep::assessment), "13:15");
  EXPECT_EQ(ended(CaseStep::assessment), "21:15");
  EXPECT_EQ(began(CaseStep::permission), "21:15");
  EXPECT_EQ(ended(CaseStep::permission), "33:35");
  EXPECT_EQ(began(CaseStep::preparation), "never");
  EXPECT_EQ(began(CaseStep::operation), "33:35");
  EXPECT_EQ(ended(CaseStep::operation), "43:35");
  EXPECT_EQ(clock(told.closed), "43:35");
  EXPECT_EQ(told.outcome, CaseOutcome::solved);
}

TEST(ACase, WithoutALeadIsClosedWhenItHasBeenAssessed) {
  Scenario s = a_unit();
  s.special_form["following"] = form(SpecialForm::surveillance);
  const Heard heard(s, {{13h, false}});
  EXPECT_EQ(heard.lines.back(), "21:15 no_lead");
  EXPECT_EQ(heard.measures.at("cases_closed"), 1);
  EXPECT_EQ(heard.measures.at("groups_struck"), 0);
}

TEST(ACase, WithoutAFormNeedsNoPermit) {
  const Heard alone(a_unit(), {{13h}});
  EXPECT_EQ(alone.lines, (Lines{"13:15 opened", "13:15 assessment began", "21:15 assessment ended",
                                "21:15 operation began", "41:15 operation ended", "41:15 solved",
                                "41:20 the group is struck"}));
}

TEST(ACase, ThatIsRefusedEnds) {
  Scenario s = a_unit();
  s.special_form["following"] = form(SpecialForm::surveillance);
  s.special_form["following"].granted = 0;
  EXPECT_EQ(Heard(s, {{13h}}).lines.back(), "33:35 refused");
}

TEST(ACase, DoesNotWaitForAPermitForEver) {
  Scenario s = a_unit(24h * 12);
  s.special_form["following"] = form(SpecialForm::surveillance);
  s.special_form["following"].permit = minutes(60 * 24 * 30);
  s.exchange["permits"].deadline = 100h;
  EXPECT_EQ(Heard(s, {{13h}}).lines.back(), "121:15 not_approved");
}

// Article 21(2) of Naples II: it begins before there is a permit, and ends after five hours
// without.
TEST(ACase, ThatIsUrgentBeginsAtOnce) {
  Scenario s = a_unit();
  SpecialFormSpec urgent = form(SpecialForm::surveillance);
  urgent.urgent = true;
  urgent.within = 5h;
  s.special_form["following"] = urgent;
  EXPECT_EQ(Heard(s, {{13h}}).lines.back(), "26:15 not_approved");
  s.special_form["following"].permit = minutes(4 * 60);
  const Heard approved(s, {{13h}});
  EXPECT_EQ(approved.lines[3], "21:15 operation began");
  EXPECT_EQ(approved.lines[5], "31:15 solved");
}

TEST(ACase, OfAJointTeamIsSetUpFirst) {
  Scenario s = a_unit(24h * 20);
  s.special_form["team"] = form(SpecialForm::joint_team);
  s.special_form["team"].set_up = 240h;
  const Heard heard(s, {{13h}});
  EXPECT_EQ(heard.lines[3], "21:15 permission began");
  EXPECT_EQ(heard.lines[5], "33:35 preparation began");
  EXPECT_EQ(heard.lines[6], "273:35 preparation ended");
  EXPECT_EQ(heard.lines[7], "273:35 operation began");
}

TEST(ACase, WaitsForAnOfficer) {
  Scenario s = a_unit();
  s.team["detectives"].officers = 2;  // one for each half of the day
  const Heard heard(s, {{13h, false}, {14h, false}});
  EXPECT_EQ(heard.lines, (Lines{"13:15 opened", "13:15 assessment began", "14:15 opened",
                                "21:15 assessment ended", "21:15 no_lead", "21:15 assessment began",
                                "29:15 assessment ended", "29:15 no_lead"}));
}

// Who follows a delivery puts an older case aside; then he writes the report of the seizure, two
// hours.
TEST(ACase, WaitsForADelivery) {
  Scenario s = a_unit();
  s.team["detectives"].officers = 2;  // one for each half of the day
  s.special_form["delivery"] = form(SpecialForm::controlled_delivery);
  s.investigation.lost = 0;
  const Heard heard(s, {{13h, false}}, 15h);
  EXPECT_EQ(heard.lines, (Lines{"13:15 opened", "13:15 assessment began", "15:00 opened",
                                "15:00 operation began", "20:00 solved", "28:15 assessment ended",
                                "28:15 no_lead"}));
}

TEST(ACase, IsOneHoweverManyProsecutorsAreTold) {
  // The second while the first is being assessed, the third when it is closed.
  const Heard same(a_unit(), {{13h, false, "DE", 7}, {14h, false, "DE", 7}, {40h, false, "DE", 7}});
  EXPECT_EQ(same.measures.at("cases_opened"), 1);
  const Heard others(a_unit(), {{13h, false, "DE", 7}, {14h, false, "DE", 8}});
  EXPECT_EQ(others.measures.at("cases_opened"), 2);
}

TEST(ASolvedCase, TakesAShareOfTheGroupsCapacityAndItsRoutes) {
  Scenario s = a_unit();
  s.special_form["following"] = form(SpecialForm::surveillance);
  s.investigation.damage = 0.4;
  s.investigation.routes_lost = 1;
  for (const char* post : {"north", "middle", "south"})  // to hide in
    s.volume.push_back({post, Direction::entry, VehicleClass::lorry, 0, 10});
  s.group["wolves"].recovery = 10h;
  const Heard heard(s, {{13h}});
  const Group& wolves = heard.world.groups.front();
  const Time struck = start_of_run + 43h + 40min;
  EXPECT_DOUBLE_EQ(group::capacity(wolves, struck), 0.6);
  EXPECT_DOUBLE_EQ(group::capacity(wolves, struck + 10h), 0.8);  // half of it is back
  EXPECT_EQ(std::count(wolves.knows.begin(), wolves.knows.end(), 0), 1);
}

// Shares of cases that are permitted and solved: binomials, each two-sided at the level 0.001.
TEST(ManyCases, ArePermittedAndSolvedAsOftenAsTheyShould) {
  Scenario s = a_unit(24h * 400);
  s.team["detectives"].officers = 200;
  s.desk["prosecutor"] = desk(1, 20);
  s.special_form["following"] = form(SpecialForm::surveillance);
  s.special_form["following"].granted = 0.7;
  s.special_form["following"].success = 0.4;
  std::vector<Referred> referrals;
  for (int n = 0; n < 1500; ++n) referrals.push_back({n * 6h});
  const Heard heard(s, referrals);
  int refused = 0, solved = 0;
  for (const CaseHistory& c : heard.details.cases) {
    ASSERT_NE(c.closed, never);
    refused += c.outcome == CaseOutcome::refused;
    solved += c.outcome == CaseOutcome::solved;
  }
  const auto expect_share = [](int seen, int of, double p) {
    const boost::math::binomial law(of, p);
    EXPECT_GE(seen, quantile(law, 0.0005));
    EXPECT_LE(seen, quantile(law, 0.9995));
  };
  expect_share(refused, 1500, 0.3);
  expect_share(solved, 1500 - refused, 0.4);
}

// The matrix of forms, pairs of states and infringements.
TEST(ASpecialForm, BindsOnlyWhoHasAgreedOnIt) {
  Scenario s = a_unit();
  s.crossing["south"].country = "SK";
  s.commodity["weapons"] = {};
  s.special_form["following"] = form(SpecialForm::surveillance);
  s.special_form["on_weapons"] = form(SpecialForm::surveillance);
  s.special_form["on_weapons"].between = {};
  s.special_form["on_weapons"].commodities = {"weapons"};
  s.special_form["on_weapons"].success = 0.5;
  const auto setup = make_setup(s);
  const auto country = [&](std::string_view name) {
    for (std::uint16_t c = 0; c < setup->countries.size(); ++c)
      if (setup->countries[c] == name) return CountryIndex{c};
    return CountryIndex{};
  };
  const CountryIndex pl = country("PL"), de = country("DE"), sk = country("SK");
  const CommodityIndex tobacco{0}, weapons{1};
  const auto named = [&](CommodityIndex goods, CountryIndex from, CountryIndex to) {
    const SpecialFormIndex f =
        special_forms::find(SpecialForm::surveillance, {goods, from, to}, *setup);
    return f ? setup->special_forms[f.value].name : "none";
  };
  EXPECT_EQ(named(tobacco, pl, de), "following");
  EXPECT_EQ(named(tobacco, de, pl), "following");
  EXPECT_EQ(named(tobacco, sk, de), "none");
  EXPECT_EQ(named(weapons, sk, de), "on_weapons");
  EXPECT_EQ(named(weapons, pl, de), "following");  // which promises more
  EXPECT_FALSE(special_forms::find(SpecialForm::hot_pursuit, {tobacco, pl, de}, *setup));
}

TEST(ASpecialForm, IsTheOneThatPromisesMost) {
  Scenario s = a_unit();
  for (const auto& [name, km, hours] :
       {std::tuple{"a_far", 100.0, 0h}, {"b_near", 10.0, 0h}, {"c_short", 0.0, 1h}}) {
    s.special_form[name] = form(SpecialForm::hot_pursuit);
    s.special_form[name].distance = km;
    s.special_form[name].within = hours;
  }
  const auto named = [&] {
    const auto setup = make_setup(s);
    const CountryIndex pl = setup->crossings.front().state;
    const SpecialFormIndex f = special_forms::find(SpecialForm::hot_pursuit, {{0}, pl, pl}, *setup);
    return setup->special_forms[f.value].name;
  };
  EXPECT_EQ(named(), "a_far");  // 67 min at 90 km/h
  s.special_form["c_short"].within = 2h;
  EXPECT_EQ(named(), "c_short");
  s.special_form["b_near"].distance = 0;  // without a limit
  EXPECT_EQ(named(), "b_near");
}

TEST(AControlledDelivery, NeverCarriesLethalGoodsUnlessTheyAreReplaced) {
  Scenario s = a_unit();
  s.commodity["tobacco"].lethal = true;
  s.special_form["delivery"] = form(SpecialForm::controlled_delivery);
  const auto allowed = [&] {
    const auto setup = make_setup(s);
    const CountryIndex pl = setup->crossings.front().state;
    return bool(special_forms::find_for_delivery({{0}, pl, pl}, *setup));
  };
  EXPECT_FALSE(allowed());
  s.special_form["delivery"].contents_replaced = true;
  EXPECT_TRUE(allowed());
  s.special_form["delivery"].contents_replaced = false;
  s.commodity["tobacco"].lethal = false;
  EXPECT_TRUE(allowed());
}

TEST(ARoundTrip, OfWhatMessagesSayOfACase) {
  const auto setup = make_setup(a_unit());
  const Matter matter{{7}, setup->crossings[1].state, {3}};
  const std::uint64_t says = special_forms::pack(matter, {2});
  const Matter read = special_forms::matter_of(says, {1}, *setup);
  EXPECT_EQ(read.goods, matter.goods);
  EXPECT_EQ(read.found_in, matter.found_in);
  EXPECT_EQ(read.destination, matter.destination);
  EXPECT_EQ(special_forms::form_of(says), SpecialFormIndex{2});
  EXPECT_FALSE(special_forms::form_of(special_forms::pack(matter, {})));
}

}  // namespace
}  // namespace cordon::case_test
