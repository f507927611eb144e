// Every way of being wrong that we know of, and the one line that the user gets.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/scenario/format/example.hpp"

namespace cordon::example::bad_input_test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::string least = "[crossing.medyka]\ncheck_time = \"5 min\"\n";

/// The problems when one more line, the third, is in the table of a crossing.
std::string with(const std::string& line) { return problems_in(least + line + "\n"); }

TEST(BadInput, ValueOfTheWrongKind) {
  const Folder folder;
  EXPECT_EQ(with("lanes = \"four\""),
            "a.toml:3:9: crossing.medyka.lanes: is 'four'; expected a whole number");
  EXPECT_EQ(with("lanes = 4.0"),
            "a.toml:3:9: crossing.medyka.lanes: is 4.0; expected a whole number");
  EXPECT_EQ(with("lanes = \"4\""),
            "a.toml:3:9: crossing.medyka.lanes: is '4'; expected a whole number");
  EXPECT_EQ(with("country = 5"),
            "a.toml:3:11: crossing.medyka.country: is 5; expected text in quotes");
  EXPECT_EQ(with("has_scanner = 1"),
            "a.toml:3:15: crossing.medyka.has_scanner: is 1; expected true or false");
  EXPECT_EQ(with("prevalence = \"0.3\""),
            "a.toml:3:14: crossing.medyka.prevalence: is '0.3'; expected a probability such as 0.3 "
            "(units: %, per 100, per 1000, per 10000, per million)");
  EXPECT_EQ(
      with("teams = \"alpha\""),
      "a.toml:3:9: crossing.medyka.teams: is 'alpha'; expected a list, each the name of a team");
  EXPECT_EQ(
      with("origins = [0.5]"),
      "a.toml:3:11: crossing.medyka.origins: is a list; expected a table, each a share such as "
      "0.3 (units: %, per 100, per 1000, per 10000, per million)");
  EXPECT_EQ(with("limits = 5"), "a.toml:3:10: crossing.medyka.limits: is 5; expected a table");
  EXPECT_EQ(with("lanes = { max = 5 }"),
            "a.toml:3:9: crossing.medyka.lanes: is a table; expected a whole number");
  EXPECT_EQ(problems_in("crossing = \"crossings.csv\""),
            "a.toml:1:12: crossing: is 'crossings.csv'; expected tables, [crossing.NAME]");
  EXPECT_EQ(problems_in("[[crossing]]\nname = \"medyka\""),
            "a.toml:1:1: crossing: is a list; expected tables, [crossing.NAME]");
  EXPECT_EQ(problems_in("crossing.medyka = 5"),
            "a.toml:1:19: crossing.medyka: is 5; expected a table");
  EXPECT_EQ(problems_in("volumes = 5\n" + least),
            "a.toml:1:11: volumes: is 5; expected the name of a CSV file, or a list of tables");
}

TEST(BadInput, WrongOrMissingUnit) {
  const Folder folder;
  const std::string expected = "; expected a duration such as \"12 min\" (units: ms, s, min, h, d)";
  EXPECT_EQ(with("travel = \"12 mins\""),
            "a.toml:3:10: crossing.medyka.travel: is '12 mins'" + expected);
  EXPECT_EQ(with("travel = 12"), "a.toml:3:10: crossing.medyka.travel: is 12" + expected);
  EXPECT_EQ(with("travel = \"12 km\""),
            "a.toml:3:10: crossing.medyka.travel: is '12 km'" + expected);
  EXPECT_EQ(with("travel = \"\""), "a.toml:3:10: crossing.medyka.travel: is ''" + expected);
  EXPECT_EQ(with("fee = 100"),
            "a.toml:3:7: crossing.medyka.fee: is 100; expected an amount of money such as "
            "\"10000 EUR\" (units: EUR, million EUR)");
  EXPECT_EQ(
      with("opens = \"25:00\""),
      "a.toml:3:9: crossing.medyka.opens: is '25:00'; expected a time of day such as \"06:00\"");
  EXPECT_EQ(
      problems_in("start = 2025-03-01T00:00:00\n" + least),
      "a.toml:1:9: start: is 2025-03-01T00:00:00; expected a date and time with offset such as "
      "2025-03-01T00:00:00Z");
}

TEST(BadInput, NumberOutOfRange) {
  const Folder folder;
  EXPECT_EQ(with("lanes = 0"), "a.toml:3:9: crossing.medyka.lanes: is 0; expected at least 1");
  EXPECT_EQ(with("lanes = -3"), "a.toml:3:9: crossing.medyka.lanes: is -3; expected at least 1");
  EXPECT_EQ(with("lanes = 3000000000"),
            "a.toml:3:9: crossing.medyka.lanes: is 3000000000; expected between -2147483648 and "
            "2147483647");
  EXPECT_EQ(with("travel = \"3 d\""),
            "a.toml:3:10: crossing.medyka.travel: is '3 d'; expected between 1 min and 2 d");
  EXPECT_EQ(with("travel = \"-1 h\""),
            "a.toml:3:10: crossing.medyka.travel: is '-1 h'; expected between 1 min and 2 d");
  EXPECT_EQ(with("prevalence = 1.5"),
            "a.toml:3:14: crossing.medyka.prevalence: is 1.5; expected between 0 and 1");
  EXPECT_THAT(with("prevalence = nan"),
              StartsWith("a.toml:3:14: crossing.medyka.prevalence: is nan"));
  EXPECT_THAT(with("prevalence = inf"),
              StartsWith("a.toml:3:14: crossing.medyka.prevalence: is inf"));
  EXPECT_THAT(problems_in("[crossing.x]\ncheck_time = \"9e9 d\""),
              HasSubstr("expected at most 365000 d"));
  EXPECT_THAT(with("travel = \"1e999 h\""), HasSubstr("is '1e999 h'; expected a duration"));
  EXPECT_EQ(problems_in(least + "[team.alpha]\nhome = \"medyka\"\nspeed = \"0 km/h\""),
            "a.toml:5:9: team.alpha.speed: is '0 km/h'; expected above 0 km/h");
  EXPECT_EQ(problems_in("[region.x]\nlatitude = 91\n" + least),
            "a.toml:2:12: region.x.latitude: is 91; expected between -90 and 90");
}

TEST(BadInput, UnknownWordKeyOrReference) {
  const Folder folder;
  EXPECT_EQ(with("lans = 4"),
            "a.toml:3:1: crossing.medyka.lans: unknown key; did you mean 'lanes'?");
  EXPECT_EQ(with("quite_different = 4"),
            "a.toml:3:1: crossing.medyka.quite_different: unknown key");
  EXPECT_EQ(with("lanes = { value = 4, sorce = \"x\" }"),
            "a.toml:3:22: crossing.medyka.lanes.sorce: unknown key beside 'value'; did you mean "
            "'source'?");
  EXPECT_EQ(with("source = 5"),
            "a.toml:3:10: crossing.medyka.source: is 5; expected text in quotes");
  EXPECT_EQ(with("cooperation = \"onestop\""),
            "a.toml:3:15: crossing.medyka.cooperation: is 'onestop'; expected one of 'separate', "
            "'co_located', 'one_stop'; did you mean 'one_stop'?");
  EXPECT_EQ(
      problems_in(least + "[team.alpha]\nhome = \"medika\""),
      "a.toml:4:8: team.alpha.home: is 'medika'; expected the name of a crossing; did you mean "
      "'medyka'?");
  EXPECT_EQ(with("teams = [\"alpha\"]"),
            "a.toml:3:10: crossing.medyka.teams: is 'alpha'; expected the name of a team");
  EXPECT_EQ(with("origins = { kyiv = 1 }"),
            "a.toml:3:13: crossing.medyka.origins.kyiv: is 'kyiv'; expected the name of a region");
}

TEST(BadInput, MissingKeysAndNames) {
  const Folder folder;
  EXPECT_EQ(problems_in("[crossing.medyka]"),
            "a.toml:1:1: crossing.medyka.check_time: is missing; expected a duration such as "
            "\"12 min\" (units: ms, s, min, h, d), or a distribution such as { lognormal "
            "= { mean = \"12 min\", cv = 0.8 } }");
  EXPECT_EQ(problems_in(""),
            "a.toml:1:1: crossing: is missing; expected at least one table, [crossing.NAME]");
  EXPECT_EQ(with("country = \"\""),
            "a.toml:3:11: crossing.medyka.country: is empty; expected text in quotes");
  EXPECT_EQ(
      problems_in(least + "[crossing.\"\"]\n"),
      "a.toml:3:11: crossing.\"\": is not a good name; expected 1 to 100 bytes without control "
      "characters");
}

TEST(BadInput, WrongDistribution) {
  const Folder folder;
  const auto load = [](const std::string& text) { return with("load = " + text); };
  EXPECT_EQ(load("{ lognormal = { mean = \"3 t\" } }"),
            "a.toml:3:22: crossing.medyka.load.lognormal.cv: is missing");
  EXPECT_EQ(
      load("{ lognormal = { mean = \"3 t\", cv = -1 } }"),
      "a.toml:3:22: crossing.medyka.load.lognormal: lognormal: cv must be from 0.01 to 100, is "
      "-1");
  EXPECT_EQ(load("{ lognormal = { mean = 3, cv = 1 } }"),
            "a.toml:3:31: crossing.medyka.load.lognormal.mean: is 3; expected a mass such as \"12 "
            "kg\" (units: g, kg, t)");
  EXPECT_EQ(load("{ lognormal = { mean = \"3 t\", cv = 1, sd = 3 } }"),
            "a.toml:3:46: crossing.medyka.load.lognormal.sd: unknown key");
  EXPECT_EQ(load("{ lognormall = { mean = \"3 t\", cv = 1 } }"),
            "a.toml:3:10: crossing.medyka.load.lognormall: unknown distribution; expected one of "
            "constant, empirical, uniform, exponential, erlang, gamma, lognormal, weibull, "
            "triangular; did you mean 'lognormal'?");
  EXPECT_THAT(load("{}"), HasSubstr("crossing.medyka.load: has 0 distributions; expected one of"));
  EXPECT_THAT(load("{ constant = \"3 t\", gamma = 5 }"),
              HasSubstr("crossing.medyka.load: has 2 distributions: constant, gamma; expected"));
  EXPECT_EQ(load("{ gamma = 5 }"),
            "a.toml:3:18: crossing.medyka.load.gamma: is 5; expected a table with mean and cv");
  EXPECT_EQ(
      load("{ erlang = { stages = 0, mean = \"3 t\" } }"),
      "a.toml:3:30: crossing.medyka.load.erlang.stages: is 0; expected between 1 and 1000000");
  EXPECT_THAT(load("{ empirical = { values = [] } }"), HasSubstr("load.empirical: empirical: "));
}

TEST(BadInput, SyntaxErrorIsOneLine) {
  const Folder folder;
  EXPECT_THAT(problems_in("lanes = [1\n"), StartsWith("a.toml:1:12: Error while parsing array: "));
  EXPECT_THAT(problems_in("x = 1\nx = 2\n"), HasSubstr("cannot redefine existing integer 'x'"));
  EXPECT_EQ(problems_in("title = \"K\xE9pino\"\n"), "a.toml:1:11: is not UTF-8 text");
  for (const char* text : {"\x01\x02", "title = 5 6", "[a", "= 3", "a = \"x\ny\"", "x = 1e5e5"}) {
    const std::string problem = problems_in(text);
    EXPECT_THAT(problem, StartsWith("a.toml:"));
    EXPECT_EQ(problem.find('\n'), std::string::npos) << problem;
  }
}

TEST(BadInput, FilesThatCannotBeRead) {
  const Folder folder;
  std::filesystem::create_directory("dir");
  EXPECT_EQ(problems_of("none.toml"), "none.toml: no such file");
  EXPECT_EQ(problems_of("dir"), "dir: is a directory; expected a file");
  EXPECT_EQ(problems_of("a.toml/b"), "a.toml/b: no such file");
  EXPECT_EQ(problems_in("extends = \"none.toml\""),
            "a.toml:1:11: extends: 'none.toml': no such file");
  EXPECT_EQ(problems_in("extends = 5"), "a.toml:1:11: extends: is 5; expected the name of a file");
  EXPECT_EQ(problems_in("[crossing]\ncsv = \"none.csv\""),
            "a.toml:2:7: crossing.csv: 'none.csv': no such file");
  EXPECT_EQ(problems_in("[crossing]\ncsv = 5"),
            "a.toml:2:7: crossing.csv: is 5; expected the name of a CSV file");
}

TEST(BadInput, ExtendsThatComesBack) {
  const Folder folder;
  Folder::write("sub/b.toml", "extends = \"../a.toml\"\n");
  EXPECT_EQ(problems_in("extends = \"sub/b.toml\""),
            "sub/b.toml:1:11: extends: extends itself: a.toml -> sub/b.toml -> a.toml");
  EXPECT_EQ(problems_in("extends = \"./a.toml\""),
            "a.toml:1:11: extends: extends itself: a.toml -> a.toml");
}

TEST(BadInput, Removal) {
  const Folder folder;
  EXPECT_EQ(problems_in(least + "[crossing.tysa]\nremove = true\n"),
            "a.toml:3:11: crossing.tysa: is not there to be removed");
  Folder::write("base.toml", least + "[crossing.tysa]\ncheck_time = \"1 s\"\n");
  EXPECT_EQ(
      problems_in("extends = \"base.toml\"\n[crossing.tysa]\nremove = true\nlanes = 3\n"),
      "a.toml:4:1: crossing.tysa.lanes: is in a table that is removed; expected only 'remove'");
}

TEST(BadInput, Overrides) {
  const Folder folder;
  EXPECT_EQ(problems_in(least, {{"crossing.medyka.lanes", "0"}}),
            "--set crossing.medyka.lanes: is 0; expected at least 1");
  EXPECT_EQ(problems_in(least, {{"crossing.medyka.lans", "1"}}),
            "--set crossing.medyka.lans: unknown key; did you mean 'lanes'?");
  EXPECT_EQ(problems_in(least, {{"crossing.medika.lanes", "1"}}),
            "--set crossing.medika.lanes: crossing.medika: there is no crossing 'medika'; did you "
            "mean 'medyka'?");
  EXPECT_EQ(problems_in(least, {{"crossing..lanes", "1"}}),
            "--set: 'crossing..lanes' is not a key such as crossing.medyka.lanes");
  EXPECT_EQ(
      problems_in(least, {{"crossing.medyka.lanes.north", "1"}}),
      "--set crossing.medyka.lanes.north: crossing.medyka.lanes: is a table; expected a whole "
      "number");
  EXPECT_THROW((void)parse_override("lanes"), ScenarioError);
}

TEST(BadInput, AllProblemsAtOnceInTheirOrder) {
  const Folder folder;
  Folder::write("base.toml", "[crossing.medyka]\nlanes = 0\ntravel = 5\ncheck_time = \"1 s\"\n");
  const std::string problems = problems_in(
      "extends = \"base.toml\"\nstrat = 5\n[crossing.medyka]\ncooperation = \"x\"\nopens = 6\n");
  EXPECT_THAT(problems, ::testing::MatchesRegex("a.toml:2:1: .*\na.toml:4:15: .*\na.toml:5:9: .*\n"
                                                "base.toml:2:9: .*\nbase.toml:3:10: [^\n]*"));
}

TEST(BadInput, OneLineForOneProblem) {
  const Folder folder;
  EXPECT_EQ(problems_in("[crossing.medyka]\ncheck_tme = \"5 min\"\n"),
            "a.toml:2:1: crossing.medyka.check_tme: unknown key; did you mean 'check_time'?");
  EXPECT_EQ(problems_in("[crosing.medyka]\n[team.alpha]\nhome = \"medyka\""),
            "a.toml:1:2: crosing: unknown key; did you mean 'crossing'?");
  EXPECT_EQ(problems_in("region = 5\nvolumes = [{ region = \"east\", lorries = 4 }]\n" + least),
            "a.toml:1:10: region: is 5; expected tables, [region.NAME]");
}

TEST(BadInput, TablesWithoutCommasOrLineFeeds) {
  const Folder folder;
  folder.write("semicolons.csv", "region;crossing;at;lorries\neast;medyka;x;4\n");
  folder.write("returns.csv", "region,crossing,at,lorries\reast,medyka,x,4\r");
  folder.write("misspelt.csv", "Region,crossing,at,lorries\n");
  EXPECT_EQ(problems_in("volumes = \"semicolons.csv\"\n" + least),
            "semicolons.csv:1:1: has semicolons between its cells; expected commas");
  EXPECT_EQ(problems_in("volumes = \"returns.csv\"\n" + least),
            "returns.csv:1:1: ends its lines with a carriage return alone; expected line feeds");
  EXPECT_EQ(problems_in("volumes = \"misspelt.csv\"\n" + least),
            "misspelt.csv:1:1: volumes.Region: unknown column; did you mean 'region'?");
}

}  // namespace
}  // namespace cordon::example::bad_input_test
