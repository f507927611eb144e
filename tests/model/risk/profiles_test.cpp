// Risk information forms and common criteria: what posts look for because others have said so.

#include "sim/model/risk/profiles.hpp"

#include <gtest/gtest.h>

#include "sim/model/trade/papers.hpp"
#include "tests/support/busy_border.hpp"
#include "tests/support/observe.hpp"
#include "tests/support/watch.hpp"

namespace cordon::profiles_test {
namespace {

using scoring::Category;

Scenario telling_papers(Duration length = 24h * 40) {
  Scenario s = testing::busy_border(length);
  s.group.clear();
  s.commodity.erase("persons");
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.03}};
  s.commodity["tobacco"].tells = {{"goods", 0.8}};
  s.declaration["goods"] = {90, 3, 0.9};
  s.selection.auc = 0.5;
  return s;
}

Scenario with_forms(FormReach reach, Duration length = 24h * 40) {
  Scenario s = telling_papers(length);
  s.risk_information.reach = reach;
  s.risk_information.looks_at = {"goods"};
  s.risk_information.weight = 4;
  return s;
}

scoring::Declared saying(std::uint64_t goods) {
  scoring::Declared d;
  d.says[static_cast<std::size_t>(Category::goods)] = goods;
  return d;
}

std::uint64_t as_sign(const Setup& setup, std::uint64_t goods) {
  return setup.signs[0].in(saying(goods));
}

TEST(Profiles, AddTheirWeightToWhatSaysTheSame) {
  const auto setup = make_setup(with_forms(FormReach::all));
  Profiles profiles;
  EXPECT_EQ(profiles.weight(saying(7), *setup, start_of_run), 0);
  profiles.open(0, as_sign(*setup, 7), {.weight = 1.5}, *setup);
  EXPECT_EQ(profiles.weight(saying(7), *setup, start_of_run), 1.5);
  EXPECT_EQ(profiles.weight(saying(8), *setup, start_of_run), 0);
  EXPECT_EQ(profiles.weight({}, *setup, start_of_run), 0);
}

TEST(Profiles, FadeAndAreWithdrawn) {
  Scenario s = with_forms(FormReach::all);
  s.risk_information.half_life = 48h;
  const auto setup = make_setup(s);
  Profiles profiles;
  const Time known = start_of_run + 10h;
  profiles.open(0, as_sign(*setup, 7), {2, known, known + 100h, true}, *setup);
  EXPECT_EQ(profiles.weight(saying(7), *setup, known - 1h), 0);
  EXPECT_DOUBLE_EQ(profiles.weight(saying(7), *setup, known), 2);
  EXPECT_NEAR(profiles.weight(saying(7), *setup, known + 48h), 1, 1e-12);
  EXPECT_EQ(profiles.weight(saying(7), *setup, known + 100h), 0);
  EXPECT_EQ(profiles.size(), 1u);
  profiles.clear_up(known + 100h);
  EXPECT_EQ(profiles.size(), 0u);
}

TEST(Profiles, AreRenewedByAnotherForm) {
  const auto setup = make_setup(with_forms(FormReach::all));
  Profiles profiles;
  profiles.open(0, as_sign(*setup, 7), {2, start_of_run, start_of_run + 10h, false}, *setup);
  profiles.open(0, as_sign(*setup, 7), {2, start_of_run + 5h, start_of_run + 15h, false}, *setup);
  EXPECT_EQ(profiles.weight(saying(7), *setup, start_of_run + 12h), 2);
}

// A weaker form does not take away what is left of a stronger one.
TEST(Profiles, KeepTheGreaterWeight) {
  Scenario s = with_forms(FormReach::all);
  s.risk_information.half_life = 10h;
  const auto setup = make_setup(s);
  Profiles profiles;
  profiles.open(0, as_sign(*setup, 7), {4, start_of_run, never, true}, *setup);
  profiles.open(0, as_sign(*setup, 7), {1, start_of_run + 10h, never, true}, *setup);
  EXPECT_NEAR(profiles.weight(saying(7), *setup, start_of_run + 10h), 2, 1e-12);
  profiles.open(0, as_sign(*setup, 7), {3, start_of_run + 20h, never, true}, *setup);
  EXPECT_NEAR(profiles.weight(saying(7), *setup, start_of_run + 20h), 3, 1e-12);
}

// Who issues a form, who gets it, and who takes it up.
struct Forms {
  std::map<std::string, int> issued, received, taken_up;
  Duration latency = endless;
  std::map<Subject, Time> issued_at;

  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void on(const RiskFormIssued& e, const Crossing& here, Time now) {
    ++issued[here.setup->name];
    issued_at[e.form.vehicle] = now;
  }
  void on(const RiskFormReceived& e, const Crossing& here, Time now) {
    ++received[here.setup->name];
    latency = std::min(latency, now - issued_at.at(e.form.vehicle));
  }
  void on(const RiskFormTakenUp&, const Crossing& here, Time) { ++taken_up[here.setup->name]; }
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
};

Forms forms_of(const Scenario& s) {
  World world = build_world(make_setup(s), 11, 1);
  Forms forms;
  testing::observe(world, forms);
  return forms;
}

TEST(RiskInformationForms, GoToOtherPostsAndAreTakenUpBySome) {
  Scenario s = with_forms(FormReach::all);
  s.risk_information.latency = 3h;
  const Forms forms = forms_of(s);
  const int north = forms.issued.at("north"), south = forms.issued.at("south");
  ASSERT_GT(north, 60);
  ASSERT_GT(south, 60);
  EXPECT_EQ(forms.latency, 3h);
  EXPECT_NEAR(forms.received.at("north"), south, 2);  // some are under way at the end
  // The own ones, and 0.7 of the others'; within 3.3 standard deviations.
  const double others = forms.received.at("south");
  EXPECT_NEAR(forms.taken_up.at("south") - south, 0.7 * others,
              3.3 * std::sqrt(0.7 * 0.3 * others));
}

TEST(RiskInformationForms, StayInTheirCountryOrAreNotIssued) {
  Scenario s = with_forms(FormReach::country);
  s.crossing["south"].country = "SK";
  const Forms forms = forms_of(s);
  EXPECT_GT(forms.issued.at("north"), 60);
  EXPECT_TRUE(forms.received.empty());
  EXPECT_TRUE(forms_of(with_forms(FormReach::nobody)).issued.empty());
}

double measure(const Scenario& s, const char* name) {
  return testing::estimate(replicate(make_setup(s), 5, 4, 1, 1), name).mean;
}

TEST(RiskInformationForms, MakeSelectionBetterAtTheSameShare) {
  const Scenario without = with_forms(FormReach::nobody), with = with_forms(FormReach::all);
  EXPECT_GT(measure(with, "selection_precision"), 1.8 * measure(without, "selection_precision"));
  EXPECT_NEAR(measure(with, "false_positive_rate"), measure(without, "false_positive_rate"), 0.004);
  EXPECT_GT(measure(with, "profile_controls"), measure(with, "profile_detections"));
}

// Alike signals mean the same in another country only so far.
TEST(RiskInformationForms, AreWorthLessWhereSignalsAreNotHarmonised) {
  Scenario s = with_forms(FormReach::all, 24h * 4);
  s.crossing["south"].country = "SK";
  s.selection.harmonisation = 0.25;
  const auto setup = make_setup(s);
  World world = build_world(setup, 1, 1);
  Crossing& north = world.crossings[0];
  const CrossingStep step{start_of_run + 5h, north.agenda, world.luck, world.board, *setup};
  profiles::on(RiskFormTakenUp{{{0}, {}, as_sign(*setup, 7)}}, north.known.profiles, step);
  profiles::on(RiskFormTakenUp{{{1}, {}, as_sign(*setup, 8)}}, north.known.profiles, step);
  EXPECT_EQ(north.known.profiles.weight(saying(7), *setup, step.now), 4);
  EXPECT_EQ(north.known.profiles.weight(saying(8), *setup, step.now), 1);
}

TEST(Criteria, AreLookedForWhereAndWhileTheyAreValid) {
  Scenario s = telling_papers(24h * 20);
  s.criterion["tobacco"] = {{"north"}, "goods", "tobacco", "", 4, 24h * 10, {}};
  const auto setup = make_setup(s);
  World world = build_world(setup, 3, 1);
  const auto values = papers::typical_values(0, {0}, {}, *setup, world.luck);
  ASSERT_EQ(values.size(), 3u);
  const auto weight = [&](std::size_t post, std::uint64_t goods, Duration at) {
    return world.crossings[post].known.profiles.weight(saying(goods), *setup, start_of_run + at);
  };
  EXPECT_EQ(weight(0, values[1], 24h * 11), 4);
  EXPECT_EQ(weight(0, values[1], 24h * 9), 0);
  EXPECT_EQ(weight(1, values[1], 24h * 11), 0);
  EXPECT_EQ(weight(0, 91, 24h * 11), 0);
}

// A tip-off tells of one group, whose papers are other than those of opportunists.
TEST(Criteria, MayBeWhatOneGroupHides) {
  Scenario s = telling_papers(24h * 4);
  for (const char* name : {"wolves", "foxes"}) {
    s.group[name].home = "east";
    s.group[name].commodity = "tobacco";
  }
  s.criterion["tip_off"] = {{}, "goods", "tobacco", "foxes", 4, 24h, {}};
  const auto setup = make_setup(s);
  World world = build_world(setup, 3, 1);
  const auto weight = [&](GroupIndex group) {
    double sum = 0;
    for (const auto value : papers::typical_values(0, {0}, group, *setup, world.luck))
      sum += world.crossings[0].known.profiles.weight(saying(value), *setup, start_of_run + 30h);
    return sum;
  };
  EXPECT_EQ(weight({0}), 12) << "foxes";
  EXPECT_EQ(weight({1}), 0) << "wolves";
  EXPECT_EQ(weight({}), 0);
}

// Until it begins, selection is as it would be without it.
TEST(Criteria, ChangeNothingBeforeTheyBegin) {
  Scenario s = telling_papers(24h * 4);
  const auto channels = [&] {
    std::vector<std::pair<Time, Channel>> chosen;
    testing::watch(s, [&](const auto& event, const auto&, Time now) {
      if constexpr (std::is_same_v<std::decay_t<decltype(event)>, ChannelChosen>)
        if (now < start_of_run + 48h) chosen.emplace_back(now, event.channel);
    });
    return chosen;
  };
  const auto without = channels();
  s.criterion["tobacco"] = {{}, "goods", "tobacco", "", 4, 48h, {}};
  EXPECT_GT(without.size(), 500u);
  EXPECT_EQ(channels(), without);
}

// Nobody checks what forms would look at where there are none.
TEST(Criteria, NeedNoForms) {
  Scenario s = telling_papers(24h);
  s.criterion["tobacco"] = {{}, "goods", "tobacco", "", 4, 0h, {}};
  s.risk_information.looks_at.assign(9, "nothing that there is");
  EXPECT_TRUE(make_setup(s)->signs.front().traits().empty());
}

TEST(Criteria, TellWhatOpportunistsHide) {
  Scenario s = telling_papers();
  const double without = measure(s, "selection_precision");
  s.criterion["tobacco"] = {{}, "goods", "tobacco", "", 4, 0h, {}};
  EXPECT_GT(measure(s, "selection_precision"), 2 * without);
}

// With an engine that learns, in log odds.
TEST(Criteria, HelpAnEngineThatHasNotLearntYet) {
  Scenario s = telling_papers(24h * 10);
  s.selection.engine = RiskEngine::log_odds;
  s.selection.label_delay = s.length;
  const double without = measure(s, "selection_precision");
  s.criterion["tobacco"] = {{}, "goods", "tobacco", "", 4, 0h, {}};
  EXPECT_GT(measure(s, "selection_precision"), 2 * without);
}

}  // namespace
}  // namespace cordon::profiles_test
