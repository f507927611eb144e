#include "analysis/results/csv.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/results/sha256.hpp"

namespace cordon::csv_test {
namespace {

using namespace std::chrono;

TEST(NumberText, IsTheShortestThatReadsTheSame) {
  EXPECT_EQ(number_text(0.1), "0.1");
  EXPECT_EQ(number_text(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(number_text(42), "42");
  EXPECT_EQ(number_text(-0.5), "-0.5");
  EXPECT_EQ(number_text(std::nan("")), "");
}

TEST(TimeText, IsIso8601InUtc) {
  const sys_time<microseconds> start = sys_days{year{2026} / 6 / 27} + 18h;
  EXPECT_EQ(time_text(start), "2026-06-27T18:00:00Z");
  EXPECT_EQ(time_text(start + 6h + 1s + 999999us), "2026-06-28T00:00:01Z");
  EXPECT_EQ(time_text(sys_days{year{1969} / 12 / 31} + 23h), "1969-12-31T23:00:00Z");
}

// Source: RFC 4180, section 2, rules 5 to 7.
TEST(FieldText, QuotesAsRfc4180) {
  EXPECT_EQ(field_text("plain"), "plain");
  EXPECT_EQ(field_text("Rava, Ruska"), "\"Rava, Ruska\"");
  EXPECT_EQ(field_text("the \"north\""), "\"the \"\"north\"\"\"");
  EXPECT_EQ(field_text("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(field_text(""), "");
}

// Source: FIPS 180-2, appendix B.1.
TEST(Sha256, AgreesWithTheStandard) {
  Sha256 hash;
  hash.add("a");
  hash.add("bc");
  EXPECT_EQ(hash.hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace cordon::csv_test
