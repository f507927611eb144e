// What must hold in every run holds in every variant of the model of the Union's border, at a size
// at which its operations and shocks take place. A few of them always; all of them when CORDON_LONG
// is set, and then every event is played back as well (--verify).

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "tests/shipped/shipped.hpp"

namespace cordon::variants_test {
namespace {

std::vector<std::string> variants() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(shipped::folder / "eu"))
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

// Agents stand for many, except where single vehicles are looked at before they come. Until
// assessments and changes have begun.
Scenario of_a_size(const std::string& name) {
  const std::string file = "eu/" + name;
  const Scenario whole = shipped::scenario(file);
  if (!whole.advance.empty())
    return shipped::scenario(file, {"scale=1", "warm_up='0 s'", "length='16 d'"});
  Duration last = 24h * 56;
  for (const auto& [key, assessment] : whole.assessment) last = std::max(last, assessment.first);
  for (const auto& [key, shock] : whole.shock) last = std::max(last, shock.start);
  const auto hours = std::chrono::duration_cast<std::chrono::hours>(last + 24h * 10).count();
  return shipped::scenario(
      file, {"scale=100", "warm_up='0 s'", "length='" + std::to_string(hours) + " h'"});
}

double value(const Replication& run, std::string_view measure) {
  for (const MeasureValue& v : run.values)
    if (v.measure->name == measure && v.labels == Labels{})
      return std::isnan(v.value) ? 0 : v.value;
  return 0;
}

double sum_over_crossings(const Replication& run, std::string_view measure) {
  double sum = 0;
  for (const MeasureValue& v : run.values)
    if (v.measure->name == measure && v.labels.crossing != "all" && v.labels.direction == "all" &&
        v.labels.authority == "all" && v.labels.period == "all")
      sum += v.value;
  return sum;
}

void expect_laws(const std::string& name, bool play_back) {
  SCOPED_TRACE(name);
  Watch watch;
  watch.verify = play_back;
  const Replication r = replicate(make_setup(of_a_size(name)), 1, 0, 1, 1, {}, {}, watch).at(0);
  const auto v = [&](std::string_view measure) { return value(r, measure); };
  EXPECT_GT(v("arrivals"), 100000);
  EXPECT_GT(v("seizures"), 10);
  EXPECT_EQ(v("illicit_attempts"), v("detections") + v("illicit_passed") + v("illicit_refused") +
                                       v("illicit_in_system_at_end"));
  EXPECT_EQ(v("arrivals") + v("in_system_at_start"),
            v("crossed") + v("balked") + v("diverted") + v("detections") + v("in_system_at_end"));
  EXPECT_LE(v("reports_received") + v("reports_lost"), v("reports_sent"));
  for (const char* measure : {"arrivals", "crossed", "controls", "seizures", "officer_hours"})
    EXPECT_NEAR(sum_over_crossings(r, measure), v(measure), 1e-9 * v(measure)) << measure;
}

class AVariant : public ::testing::TestWithParam<const char*> {};
TEST_P(AVariant, ObeysTheLaws) { expect_laws(GetParam(), false); }
INSTANTIATE_TEST_SUITE_P(Some, AVariant, ::testing::Values("jad", "naples2_controlled_delivery"));

// In four parts, which can run side by side.
class EveryVariant : public ::testing::TestWithParam<std::size_t> {};
TEST_P(EveryVariant, ObeysTheLaws) {
  if (std::getenv("CORDON_LONG") == nullptr) GTEST_SKIP() << "takes half an hour: CORDON_LONG=1";
  const auto all = variants();
  EXPECT_GE(all.size(), 40u);
  for (std::size_t n = GetParam(); n < all.size(); n += 4) expect_laws(all[n], true);
}
INSTANTIATE_TEST_SUITE_P(Part, EveryVariant, ::testing::Range<std::size_t>(0, 4));

}  // namespace
}  // namespace cordon::variants_test
