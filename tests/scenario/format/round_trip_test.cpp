#include <gtest/gtest.h>

#include "tests/scenario/format/example.hpp"

namespace cordon::example::round_trip_test {
namespace {

/// Writes the resolved scenario and its inputs into another folder, as a result folder has them.
void write_results(const Reading<Spec>& reading) {
  Folder::write("results/scenario.toml", reading.resolved_toml);
  for (const InputFile& input : reading.inputs) {
    if (!input.copied_as.empty()) Folder::write("results/" + input.copied_as, input.bytes);
  }
}

TEST(ResolvedScenario, ReadsAsTheSameStructs) {
  const Folder folder;
  Folder::write("data/base.toml", R"(
title = "with \"quotes\" and \\"
source = "all of it"
volumes = "volumes.csv"
start = 2025-03-01T06:00:00+02:00
[region.kyiv]
latitude = 50.4
[crossing]
csv = { value = "crossings.csv", source = "survey" }
[crossing.medyka]
source = "first"
origins = { kyiv = 0.4 }
check_time = { empirical = { csv = "../times/volumes.csv", column = "check" } }
[crossing.medyka.lane.north]
check_time = "2 min"
[crossing.tysa]
check_time = "2 min"
)");
  Folder::write("data/crossings.csv",
                "name,lanes,check_time\nmedyka,3,1 min\n\"Rava, Ruska\",2,3 min\nold,1,1 s\n");
  Folder::write("data/volumes.csv", "region,lorries\nkyiv,12.5\n");
  Folder::write("times/volumes.csv", "check [min]\n5\n6\n");
  const auto first = read_text(R"(
extends = "data/base.toml"
note = "a variant"
[crossing.old]
remove = true
[crossing.tysa]
remove = true
[crossing.medyka]
source = "second"
country = "PL"
[crossing.medyka.night]
)",
                               {{"crossing.medyka.opens", "07:00"},
                                {"crossing.\"Rava, Ruska\".lanes", "7"},
                                {"crossing.medyka.check_time.source", "said later"}});
  write_results(first);
  const auto again = read<Spec>("results/scenario.toml");

  EXPECT_EQ(again.resolved_toml, first.resolved_toml);
  EXPECT_EQ(again.spec.title, first.spec.title);
  EXPECT_EQ(again.spec.start, first.spec.start);
  ASSERT_EQ(again.spec.crossing.size(), 2U);
  const CrossingSpec& medyka = again.spec.crossing.at("medyka");
  EXPECT_EQ(medyka.check_time, Distribution::empirical({300.0, 360.0}));
  EXPECT_EQ(medyka.lanes, 3);
  EXPECT_EQ(medyka.opens.since_midnight, 7h);
  EXPECT_TRUE(medyka.night);
  EXPECT_EQ(medyka.origins, first.spec.crossing.at("medyka").origins);
  EXPECT_EQ(again.spec.crossing.at("Rava, Ruska").lanes, 7);
  EXPECT_EQ(again.spec.volumes.at(0).lorries, 12.5);
  ASSERT_EQ(again.provenance.size(), first.provenance.size());
  for (const auto& [path, value] : first.provenance) {
    EXPECT_EQ(again.provenance.at(path).source, value.source) << path;
    EXPECT_EQ(again.provenance.at(path).is_given, value.is_given) << path;
  }
  EXPECT_EQ(first.provenance.at("crossing.medyka.lanes").source, "survey");
  EXPECT_EQ(first.provenance.at("crossing.medyka.country").source, "second");
  EXPECT_EQ(first.provenance.at("crossing.medyka.origins").source, "first");
  EXPECT_EQ(first.provenance.at("crossing.medyka.check_time").source, "said later");
}

TEST(ResolvedScenario, KeepsFilesOfTheSameNameApart) {
  const Folder folder;
  Folder::write("one/c.csv", "name,check_time\nmedyka,1 s\n");
  Folder::write("two/c.csv", "region,lorries\nkyiv,1\n");
  const auto reading =
      read_text("volumes = \"two/c.csv\"\n[region.kyiv]\n[crossing]\ncsv = \"one/c.csv\"\n");
  EXPECT_EQ(reading.inputs.at(1).copied_as, "inputs/c.csv");
  EXPECT_EQ(reading.inputs.at(2).copied_as, "inputs/c_2.csv");
  write_results(reading);
  EXPECT_EQ(read<Spec>("results/scenario.toml").resolved_toml, reading.resolved_toml);
}

}  // namespace
}  // namespace cordon::example::round_trip_test
