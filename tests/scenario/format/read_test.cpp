#include "sim/scenario/read.hpp"

#include <gtest/gtest.h>

#include "tests/scenario/format/example.hpp"

namespace cordon::example::read_test {
namespace {

const std::string least = "[crossing.medyka]\ncheck_time = \"5 min\"\n";

TEST(Read, FillsAStructWithEveryKindOfValue) {
  const Folder folder;
  const Spec spec = read_text(R"(
title = "Two posts"
start = 2025-03-01T06:00:00+02:00
[region.kyiv]
latitude = 50.4
[region.lviv]
[crossing.medyka]
country = "PL"
lanes = 4
travel = "90 min"
check_time = { lognormal = { mean = "12 min", cv = 0.8 }, source = "assumed" }
load = "3 t"
cooperation = "one_stop"
teams = ["alpha", "beta"]
origins = { kyiv = 0.4, lviv = 0.6 }
fee = "EUR 100"
opens = "05:30"
has_scanner = true
arrivals = "12 per day"
prevalence = "4 per 10000"
[crossing.medyka.limits]
inspect_above = "70 %"
[crossing.medyka.night]
overtime = "1 h"
[crossing.medyka.lane.north]
check_time = { erlang = { stages = 3, mean = "2.5 min" } }
[team]
alpha = { home = "medyka", speed = "80 km/h", range = "350 m" }
beta.home = "nowhere"
[[volumes]]
region = "kyiv"
lorries = 5
)")
                        .spec;
  EXPECT_EQ(spec.title, "Two posts");
  EXPECT_EQ(spec.start.time_since_epoch(), 1740801600s);
  const CrossingSpec& medyka = spec.crossing.at("medyka");
  EXPECT_EQ(medyka.country, "PL");
  EXPECT_EQ(medyka.lanes, 4);
  EXPECT_EQ(medyka.travel, 90min);
  EXPECT_EQ(medyka.check_time, Distribution::lognormal(720.0, 0.8));
  EXPECT_EQ(medyka.load_kg, Distribution::constant(3000.0));
  EXPECT_EQ(medyka.cooperation, CooperationMode::one_stop);
  EXPECT_EQ(medyka.teams, (std::vector<std::string>{"alpha", "beta"}));
  EXPECT_EQ(medyka.origins, (std::map<std::string, double>{{"kyiv", 0.4}, {"lviv", 0.6}}));
  EXPECT_EQ(medyka.fee_eur, 100.0);
  EXPECT_EQ(medyka.opens.since_midnight, 330min);
  EXPECT_TRUE(medyka.has_scanner);
  EXPECT_EQ(medyka.arrivals_per_hour, 0.5);
  EXPECT_EQ(medyka.prevalence, 0.0004);
  EXPECT_EQ(medyka.limits.inspect_above, 0.7);
  EXPECT_EQ(medyka.limits.overtime, 2h);
  ASSERT_TRUE(medyka.night);
  EXPECT_EQ(medyka.night->overtime, 1h);
  EXPECT_EQ(medyka.lane.at("north").check_time, Distribution::erlang(3, 150.0));
  EXPECT_EQ(spec.team.at("alpha").range_km, 0.35);
  EXPECT_EQ(spec.volumes.at(0).lorries, 5.0);
}

TEST(Read, LeavesDefaultsWhereNothingIsSaid) {
  const Folder folder;
  const Spec spec = read_text(least).spec;
  EXPECT_EQ(spec.crossing.at("medyka").lanes, 1);
  EXPECT_EQ(spec.crossing.at("medyka").load_kg, Distribution::lognormal(12000.0, 0.5));
  EXPECT_FALSE(spec.crossing.at("medyka").night);
  EXPECT_FALSE(spec.crossing.at("medyka").fee_eur);
}

TEST(Read, TakesEveryDistribution) {
  const Folder folder;
  const auto check_time = [](const std::string& text) {
    return read_text("[crossing.x]\ncheck_time = " + text).spec.crossing.at("x").check_time;
  };
  using D = Distribution;
  EXPECT_EQ(check_time("{ constant = \"5 min\" }"), D::constant(300.0));
  EXPECT_EQ(check_time("{ uniform = { low = \"1 s\", high = \"2 s\" } }"), D::uniform(1.0, 2.0));
  EXPECT_EQ(check_time("{ exponential = { mean = \"1 min\" } }"), D::exponential(60.0));
  EXPECT_EQ(check_time("{ gamma = { mean = \"1 min\", cv = 2 } }"), D::gamma(60.0, 2.0));
  EXPECT_EQ(check_time("{ weibull = { mean = \"1 min\", cv = 0.5 } }"), D::weibull(60.0, 0.5));
  EXPECT_EQ(check_time("{ triangular = { low = \"1 s\", mode = \"2 s\", high = \"4 s\" } }"),
            D::triangular(1.0, 2.0, 4.0));
  EXPECT_EQ(check_time("{ empirical = { values = [\"1 min\", \"2 min\"], weights = [1, 3] } }"),
            D::empirical({60.0, 120.0}, {1.0, 3.0}));
  Folder::write("times.csv", "n,\"check [min]\"\n1,1\n3,2\n");
  EXPECT_EQ(
      check_time("{ empirical = { csv = \"times.csv\", column = \"check\", weights = \"n\" } }"),
      D::empirical({60.0, 120.0}, {1.0, 3.0}));
}

TEST(Read, KnowsWhereEachValueComesFrom) {
  const Folder folder;
  const Provenance values = read_text(R"([crossing.medyka]
source = "survey of 2024"
check_time = { lognormal = { mean = "12 min", cv = 0.8 }, source = "assumed by us" }
lanes = { value = 4, source = "photo", note = "north side" }
country = "PL"
)")
                                .provenance;
  const ParameterValue& check_time = values.at("crossing.medyka.check_time");
  EXPECT_EQ(check_time.value, "{ lognormal = { cv = 0.8, mean = \"12 min\" } }");
  EXPECT_TRUE(check_time.is_assumed());
  EXPECT_EQ(check_time.position.text(), "a.toml:3:14");
  EXPECT_EQ(values.at("crossing.medyka.lanes").value, "4");
  EXPECT_EQ(values.at("crossing.medyka.lanes").source, "photo");
  EXPECT_EQ(values.at("crossing.medyka.country").source, "survey of 2024");
  EXPECT_TRUE(values.at("crossing.medyka.country").is_given);
  const ParameterValue& travel = values.at("crossing.medyka.travel");
  EXPECT_FALSE(travel.is_given);
  EXPECT_EQ(travel.value, "\"1 h\"");
  EXPECT_EQ(travel.source, "OpenStreetMap");
  EXPECT_TRUE(values.at("crossing.medyka.limits.overtime").is_assumed());
  EXPECT_FALSE(values.contains("crossing.medyka.night.overtime"));
}

TEST(Read, PutsAFileOnTopOfWhatItExtends) {
  const Folder folder;
  Folder::write("base/first.toml", R"(
[crossing.medyka]
source = "first"
check_time = { lognormal = { mean = "12 min", cv = 0.8 } }
lanes = 4
origins = { kyiv = 0.4, lviv = 0.6 }
[crossing.hrebenne]
check_time = "5 min"
[region.kyiv]
[region.lviv]
)");
  Folder::write("base/second.toml",
                "extends = \"first.toml\"\n[crossing]\nhrebenne = { remove = true }\n");
  const auto reading = read_text(R"(
extends = "base/second.toml"
[crossing.medyka]
source = "third"
check_time = { constant = "5 min" }
origins.kyiv = 0.3
)");
  const CrossingSpec& medyka = reading.spec.crossing.at("medyka");
  EXPECT_EQ(medyka.lanes, 4);
  EXPECT_EQ(medyka.check_time, Distribution::constant(300.0));
  EXPECT_EQ(medyka.origins, (std::map<std::string, double>{{"kyiv", 0.3}, {"lviv", 0.6}}));
  EXPECT_FALSE(reading.spec.crossing.contains("hrebenne"));
  EXPECT_EQ(reading.provenance.at("crossing.medyka.lanes").source, "first");
  EXPECT_EQ(reading.provenance.at("crossing.medyka.lanes").position.text(), "base/first.toml:5:9");
  EXPECT_EQ(reading.provenance.at("crossing.medyka.check_time").source, "third");
  ASSERT_EQ(reading.inputs.size(), 3U);
  EXPECT_EQ(reading.inputs[2].name, "base/first.toml");
}

TEST(Read, LetsOverridesWin) {
  const Folder folder;
  const auto reading = read_text(
      "[crossing.\"a b\"]\nlanes = 2\ncheck_time = { lognormal = { mean = \"5 min\", cv = 1 }, "
      "source = \"old\" }\n",
      {parse_override("crossing.\"a b\".lanes=3"),
       {"crossing.\"a b\".travel", "20 min"},
       {"crossing.\"a b\".check_time.lognormal.cv", "0.5"},
       {"crossing.\"a b\".lanes", "5"}});
  const CrossingSpec& crossing = reading.spec.crossing.at("a b");
  EXPECT_EQ(crossing.lanes, 5);
  EXPECT_EQ(crossing.travel, 20min);
  EXPECT_EQ(crossing.check_time, Distribution::lognormal(300.0, 0.5));
  const ParameterValue& value = reading.provenance.at("crossing.\"a b\".check_time");
  EXPECT_EQ(value.source, "");
  EXPECT_EQ(value.position.text(), "--set crossing.\"a b\".check_time.lognormal.cv");
}

TEST(Read, TakesNamedTablesFromCsv) {
  const Folder folder;
  Folder::write("data/crossings.csv",
                "\xEF\xBB\xBFname,lanes,travel [h],check_time.lognormal.mean,"
                "check_time.lognormal.cv,teams,lane.north.check_time,source\r\n"
                "medyka,4,1.5,12 min,0.8,alpha;beta,3 min,survey\r\n"
                "\"Rava, Ruska\",,,5 min,1,,,\r\n"
                "hrebenne,,,5 min,1,,,\r\n");
  Folder::write("data/base.toml",
                "[crossing]\ncsv = \"crossings.csv\"\n[team]\nalpha.home = \"medyka\"\nbeta.home = "
                "\"medyka\"\n");
  const auto reading = read_text(
      "extends = \"data/base.toml\"\n[crossing.medyka]\nlanes = 6\n"
      "[crossing.hrebenne]\nremove = true\n",
      {{"crossing.\"Rava, Ruska\".lanes", "2"}});
  const auto& crossings = reading.spec.crossing;
  EXPECT_EQ(crossings.size(), 2U);
  EXPECT_EQ(crossings.at("medyka").lanes, 6);
  EXPECT_EQ(crossings.at("medyka").travel, 90min);
  EXPECT_EQ(crossings.at("medyka").check_time, Distribution::lognormal(720.0, 0.8));
  EXPECT_EQ(crossings.at("medyka").teams, (std::vector<std::string>{"alpha", "beta"}));
  EXPECT_EQ(crossings.at("medyka").lane.at("north").check_time, Distribution::constant(180.0));
  EXPECT_EQ(crossings.at("Rava, Ruska").lanes, 2);
  EXPECT_EQ(reading.provenance.at("crossing.medyka.travel").source, "survey");
  EXPECT_EQ(reading.provenance.at("crossing.medyka.travel").position.text(),
            "data/crossings.csv:2:10");
}

TEST(Read, TakesPlainRowsFromCsv) {
  const Folder folder;
  Folder::write("volumes.csv", "region,lorries,at\nkyiv,12.5,2025-03-01T00:00:00Z\nkyiv,3,\n");
  const auto reading = read_text("volumes = \"volumes.csv\"\n[region.kyiv]\n" + least);
  ASSERT_EQ(reading.spec.volumes.size(), 2U);
  EXPECT_EQ(reading.spec.volumes[0].lorries, 12.5);
  EXPECT_EQ(reading.spec.volumes[0].at.time_since_epoch(), 1740787200s);
  EXPECT_EQ(reading.inputs.at(1).copied_as, "inputs/volumes.csv");
}

TEST(Read, ChecksValuesTogetherOnceEachIsGoodByItself) {
  const Folder folder;
  const std::string text =
      least + "travel = \"10 min\"\n[crossing.medyka.limits]\novertime = \"3 h\"\n";
  EXPECT_EQ(problems_in(text),
            "a.toml:5:12: crossing.medyka.limits.overtime: is too long for so short a way");
}

}  // namespace
}  // namespace cordon::example::read_test
