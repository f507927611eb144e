// Threat assessments: what reports say of what is smuggled, how far that is off, and where
// selection looks then.

#include <gtest/gtest.h>

#include "sim/model/crossing/inspection.hpp"
#include "sim/model/strategy/threat_assessments.hpp"
#include "tests/support/busy_border.hpp"
#include "tests/support/finds.hpp"

namespace cordon::threat_assessment_test {
namespace {

using testing::total;

constexpr Duration day = 24h;

Replication run(const Scenario& s) { return replicate(make_setup(s), 3, 1, 1, 1).front(); }

// Tobacco and pills in every second lorry each; a search finds nine in ten of the one, three in ten
// of the other.
Scenario two_kinds_of_goods() {
  Scenario s = testing::finds(600, 1h, day * 30);
  s.commodity["pills"] = s.commodity["tobacco"];
  s.commodity["tobacco"].prevalence["lorry_entry"] = 0.5;
  s.commodity["pills"].prevalence["lorry_entry"] = 0.5;
  s.technique["search"].commodity = {{"tobacco", 0.9}, {"pills", 0.3}};
  s.reporting.missing = 0;
  s.reporting.delay = Distribution::constant(3600);
  AssessmentSpec cta;
  cta.first = day * 25;
  cta.every = day * 365;
  cta.takes = day * 2;
  s.assessment["cta"] = cta;
  return s;
}

constexpr std::size_t pills = 0, tobacco = 1;

TEST(AThreatAssessment, CountsWhatWasReportedByItsHarm) {
  Scenario s = two_kinds_of_goods();
  s.commodity["pills"].harm_weight = 3;
  const auto setup = make_setup(s);
  Agenda<DeskEvent> agenda;
  Assessors desk = threat_assessments::make(*setup, agenda);
  const auto report = [&](std::uint32_t number, std::uint8_t copy, std::uint16_t goods) {
    threat_assessments::on(ReportReceived{{CrossingIndex{0}, number, copy, start_of_run, {goods}}},
                           desk, start_of_run, *setup);
  };
  report(1, 0, tobacco);
  report(1, 1, tobacco);  // the same seizure by another system
  report(2, 0, pills);
  report(3, 0, tobacco);
  const Assessor& seen = desk.of[0];
  const auto share = [&](AssessmentData data, std::size_t goods) {
    return threat_assessments::shares(seen, data, *setup)[goods];
  };
  EXPECT_DOUBLE_EQ(share(AssessmentData::copies, tobacco), 3.0 / 6);
  EXPECT_DOUBLE_EQ(share(AssessmentData::seizures, tobacco), 2.0 / 5);
  // The search is the only technique: 2 / 0.9 against 3 / 0.3.
  EXPECT_NEAR(share(AssessmentData::rates, tobacco), (2 / 0.9) / (2 / 0.9 + 3 / 0.3), 1e-12);
}

TEST(Attention, IsWithinItsBounds) {
  const auto attention = threat_assessments::attention({0.7, 0.25, 0.05, 0}, 0.5);
  EXPECT_NEAR(attention[0], std::sqrt(4 * 0.7), 1e-12);
  EXPECT_NEAR(attention[1], 1, 1e-12);
  EXPECT_EQ(attention[2], 0.5);  // not the root of a fifth
  EXPECT_EQ(attention[3], 0.5);
  EXPECT_EQ(threat_assessments::attention({1, 0, 0, 0, 0}, 1)[0], 2);
  EXPECT_EQ(threat_assessments::attention({0.9, 0.1, 0}, 0), (std::vector<double>{1, 1, 1}));
}

TEST(AThreatAssessment, TakesWhatIsFoundEasilyForWhatThereIs) {
  Scenario s = two_kinds_of_goods();
  const AssessmentTally counted = run(s).details.assessments.at(0);
  EXPECT_EQ(testing::clock(counted.data_end), "600:00");
  EXPECT_NEAR(counted.truth[tobacco], 0.5, 0.08);
  EXPECT_NEAR(counted.told[tobacco], 0.75, 0.06);
  EXPECT_NEAR(counted.bias(), std::abs(counted.told[0] - counted.truth[0]), 1e-12);
  s.assessment["cta"].data = AssessmentData::rates;
  const AssessmentTally corrected = run(s).details.assessments.at(0);
  EXPECT_EQ(corrected.truth, counted.truth);
  EXPECT_LT(corrected.bias(), counted.bias() / 3);
  EXPECT_EQ(total(run(s), "assessment_bias"), corrected.bias());
}

TEST(AThreatAssessment, KnowsNothingThatWasNotReported) {
  Scenario s = two_kinds_of_goods();
  s.reporting.missing = 1;
  const AssessmentTally nothing = run(s).details.assessments.at(0);
  EXPECT_EQ(nothing.told, (std::vector<double>{0, 0}));
}

TEST(AThreatAssessment, ComesAgain) {
  Scenario s = two_kinds_of_goods();
  s.assessment["cta"].first = day * 5;
  s.assessment["cta"].every = day * 10;
  const Replication r = run(s);
  EXPECT_EQ(total(r, "assessments"), 3);
  ASSERT_EQ(r.details.assessments.size(), 3u);
  // The table of lorries is worked off in the first days; later there is nothing to report.
  EXPECT_GT(r.details.assessments[0].told[tobacco], 0);
  EXPECT_EQ(r.details.assessments[2].truth, (std::vector<double>{0, 0}));
}

TEST(ARiskScore, IsFurtherFromOthersWithMoreAttention) {
  Shipment goods;
  goods.commodity = goods.looks_like = CommodityIndex{1};
  const double usual = inspection::risk_score(goods, 0.7, 0.5);
  EXPECT_DOUBLE_EQ(inspection::risk_score(goods, 0.7, 0.5, {1, 2}), 2 * usual);
  EXPECT_EQ(inspection::risk_score({}, 0.7, 0.5, {1, 2}), inspection::risk_score({}, 0.7, 0.5));
}

double found(const Replication& r, const std::string& goods) {
  for (const MeasureValue& v : r.values)
    if (v.measure->name == "detections" && v.labels == Labels{.commodity = goods}) return v.value;
  return -1;
}

// Tobacco is most of what is reported; once that is known, more of it is found, and fewer pills.
TEST(Selection, FollowsAThreatAssessment) {
  Scenario s = testing::busy_border(day * 60);
  s.group.clear();
  s.commodity["pills"] = s.commodity["tobacco"];
  for (auto& [key, share] : s.commodity["pills"].prevalence) share /= 10;
  s.selection.auc = 0.75;
  AssessmentSpec cta;
  cta.first = day * 5;
  cta.every = day * 365;
  cta.takes = 1h;
  cta.follows = 1;
  s.assessment["cta"] = cta;
  const Replication with = run(s);
  s.assessment["cta"].follows = 0;
  const Replication without = run(s);
  EXPECT_GT(found(with, "tobacco"), 1.15 * found(without, "tobacco"));
  EXPECT_LT(found(with, "pills"), found(without, "pills"));
}

TEST(AnAssessmentThatNobodyFollows, ChangesNothingElse) {
  Scenario s = testing::busy_border(day * 20);
  const Replication without = run(s);
  s.assessment["cta"].first = day * 5;
  s.assessment["cta"].follows = 0;
  const Replication with = run(s);
  std::size_t compared = 0;
  for (const MeasureValue& v : without.values)
    for (const MeasureValue& w : with.values)
      if (v.measure == w.measure && v.labels == w.labels && v.value == v.value) {
        EXPECT_EQ(v.value, w.value) << v.measure->name;
        ++compared;
      }
  EXPECT_GT(compared, 100u);
}

}  // namespace
}  // namespace cordon::threat_assessment_test
