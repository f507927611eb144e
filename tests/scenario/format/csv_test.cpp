#include "sim/scenario/format/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/scenario/format/example.hpp"

namespace cordon::example::csv_test {
namespace {

using ::testing::HasSubstr;

std::vector<std::vector<std::string>> rows_of(const std::string& text) {
  Problems problems;
  const auto table = format::parse_csv({"t.csv", "", text}, problems);
  problems.throw_if_any();
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : table->rows) {
    for (rows.emplace_back(); const auto& cell : row) rows.back().push_back(cell.text);
  }
  return rows;
}

/// The problems of a scenario whose crossings are this table.
std::string with_crossings(const std::string& csv) {
  Folder::write("c.csv", csv);
  return problems_in("[crossing]\ncsv = \"c.csv\"\n");
}

/// The problems of a scenario whose volumes are this table.
std::string with_volumes(const std::string& csv) {
  Folder::write("v.csv", csv);
  return problems_in(
      "volumes = \"v.csv\"\n[region.kyiv]\n[crossing.medyka]\ncheck_time = \"1 s\"\n");
}

TEST(Csv, UnderstandsQuotesLineEndsAndBlankLines) {
  using Rows = std::vector<std::vector<std::string>>;
  EXPECT_EQ(rows_of("a,b\n1,2\n"), (Rows{{"1", "2"}}));
  EXPECT_EQ(rows_of("a,b\r\n1,2\r\n\r\n3,4"), (Rows{{"1", "2"}, {"3", "4"}}));
  EXPECT_EQ(rows_of("\xEF\xBB\xBF"
                    "a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\n,\n"),
            (Rows{{"x, \"y\"", "two\nlines"}, {"", ""}}));
  EXPECT_EQ(rows_of("a, b \n 1 , 2 \n"), (Rows{{"1", "2"}}));
  EXPECT_EQ(rows_of("a,b\n"), Rows{});
}

TEST(Csv, SaysWhereItIsNotCsv) {
  const Folder folder;
  EXPECT_EQ(with_crossings(""), "c.csv:1:1: is empty; expected a header line with column names");
  EXPECT_EQ(with_crossings("name,check_time\nmedyka,\"5 min\n"),
            "c.csv:2:8: opens a quote that never ends");
  EXPECT_EQ(with_crossings("name,check_time\nmedyka,\"5\" min\n"),
            "c.csv:2:12: has text after a closing quote");
  EXPECT_EQ(with_crossings("name,check_time\nmedyka,5\"min\n"),
            "c.csv:2:9: has a quote inside a cell; expected the whole cell in quotes");
  EXPECT_EQ(with_crossings("name,check_time,check_time\n"),
            "c.csv:1:17: has the column 'check_time' twice");
  EXPECT_EQ(with_crossings("name,,check_time\n"), "c.csv:1:6: has a column without a name");
  EXPECT_EQ(with_crossings("name,check_time\nK\xE9pino,1 s\n"), "c.csv:2:2: is not UTF-8 text");
}

TEST(Csv, SaysWhichRowsHaveTooFewOrTooManyCells) {
  const Folder folder;
  EXPECT_EQ(with_crossings("name,check_time,lanes\nmedyka,5 min\nhrebenne,5 min,3,4\n"),
            "c.csv:2:1: has 2 cells; expected 3 as in the header\n"
            "c.csv:3:1: has 4 cells; expected 3 as in the header");
}

TEST(Csv, SaysWhichColumnsAreMissingOrUnknownOnce) {
  const Folder folder;
  EXPECT_EQ(with_crossings("name,lanes\nmedyka,1\nhrebenne,2\n"),
            "c.csv:1:1: crossing.check_time: is missing; expected a column of that name");
  EXPECT_EQ(with_crossings("lanes,check_time\n1,5 min\n"),
            "c.csv:1:1: crossing: the first column is 'lanes'; expected 'name'");
  EXPECT_EQ(with_crossings("name,lans,check_time\nmedyka,1,5 min\nhrebenne,2,5 min\n"),
            "c.csv:1:6: crossing.lans: unknown column; did you mean 'lanes'?");
  EXPECT_EQ(
      with_crossings("name,limits,check_time\nmedyka,1,5 min\n"),
      "c.csv:1:6: crossing.limits: is a table, which a cell cannot hold; expected a dotted key "
      "such as 'limits.KEY'");
  EXPECT_EQ(with_volumes("region\nkyiv\nkyiv\n"),
            "v.csv:1:1: volumes.lorries: is missing; expected a column of that name");
}

TEST(Csv, ChecksCellsLikeAnyValue) {
  const Folder folder;
  EXPECT_EQ(with_crossings("name,lanes,check_time\nmedyka,0,5 min\n"),
            "c.csv:2:8: crossing.medyka.lanes: is '0'; expected at least 1");
  EXPECT_EQ(with_crossings("name,lanes,check_time\nmedyka,4x,5 min\n"),
            "c.csv:2:8: crossing.medyka.lanes: is '4x'; expected a whole number");
  EXPECT_EQ(with_crossings("name,travel [h],check_time\nmedyka,72,5 min\n"),
            "c.csv:2:8: crossing.medyka.travel: is '72 h'; expected between 1 min and 2 d");
  EXPECT_EQ(
      with_crossings("name,check_time\nmedyka,\n"),
      "c.csv:2:1: crossing.medyka.check_time: is missing; expected a duration such as \"12 min\" "
      "(units: ms, s, min, h, d), or a distribution such as { lognormal = { mean = "
      "\"12 min\", cv = 0.8 } }");
  EXPECT_EQ(with_crossings("name,check_time\nmedyka,1 s\nmedyka,2 s\n"),
            "c.csv:3:1: crossing.medyka: is there twice; first in line 2");
  EXPECT_EQ(with_volumes("region,lorries\nkyiv,2.5e\nkyv,1\nkyiv,nan\n"),
            "v.csv:2:6: volumes.lorries: is '2.5e'; expected a count such as 12\n"
            "v.csv:3:1: volumes.region: is 'kyv'; expected the name of a region; did you mean "
            "'kyiv'?\n"
            "v.csv:4:6: volumes.lorries: is 'nan'; expected a count such as 12");
}

TEST(Csv, StopsAfterAThousandProblems) {
  const Folder folder;
  std::string csv = "region,lorries\n";
  for (int row = 0; row < 5000; ++row) csv += "kyiv,x\n";
  EXPECT_THAT(with_volumes(csv), HasSubstr("1000 problems or more; no more are shown"));
}

TEST(NumberIn, IsTheWholeCellAndNothingElse) {
  EXPECT_EQ(format::number_in("-2.5e3"), -2500);
  EXPECT_EQ(format::number_in("0"), 0);
  for (const char* text : {"", " 1", "1 ", "+1", "1,5", "1 km", "inf", "nan", "1e999"})
    EXPECT_FALSE(format::number_in(text)) << text;
}

}  // namespace
}  // namespace cordon::example::csv_test
