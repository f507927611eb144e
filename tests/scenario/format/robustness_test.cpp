// Whatever the input, reading ends: with a scenario or with its problems.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "tests/scenario/format/example.hpp"

namespace cordon::example::robustness_test {
namespace {

const std::string good = R"(title = "Two posts"
volumes = "volumes.csv"
[region.kyiv]
latitude = 50.4
[crossing]
csv = "crossings.csv"
source = "survey"
[crossing.medyka]
lanes = { value = 4, source = "photo" }
check_time = { lognormal = { mean = "12 min", cv = 0.8 }, source = "assumed" }
cooperation = "one_stop"
teams = ["alpha"]
origins = { kyiv = 0.4 }
fee = "EUR 100"
opens = "05:30"
[crossing.medyka.limits]
inspect_above = "70 %"
[crossing.medyka.lane.north]
check_time = { empirical = { csv = "times.csv", column = "check" } }
[team.alpha]
home = "medyka"
)";
const std::string crossings =
    "name,lanes,travel [h],check_time.lognormal.mean,check_time.lognormal.cv\n"
    "medyka,3,2,1 min,0.5\n\"Rava, Ruska\",,1.5,1 min,0.5\n";
const std::string volumes = "region,lorries\nkyiv,12.5\n";
const std::string times = "check [min]\n5\n6\n";

/// How many inputs to try: `./setup test --long` tries many more.
int tries(int usual) { return std::getenv("CORDON_LONG") != nullptr ? 10 * usual : usual; }

/// A text with a few bytes changed, removed, doubled or moved.
std::string mutated(std::string text, std::mt19937& luck) {
  static const std::string bytes = "\"'[]{}=.,#\n\r\\ \t0159eE-+_:xyz\x00\x7F\xFF\xC3";
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : luck() % n; };
  for (std::size_t edits = 1 + below(4); edits > 0; --edits) {
    const std::size_t at = below(text.size());
    const std::size_t length = std::min<std::size_t>(1 + below(20), text.size() - at);
    switch (below(5)) {
      case 0:
        text.insert(at, 1, bytes[below(bytes.size())]);
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(below(text.size()), text.substr(at, length));
        break;
      case 3:
        if (!text.empty()) text[at] = static_cast<char>(below(256));
        break;
      default:
        text.resize(at);
    }
  }
  return text;
}

TEST(Robustness, ChangedFilesAreReadOrRefused) {
  const Folder folder;
  std::mt19937 luck(20250301);
  int read_count = 0;
  for (int trial = 0; trial < tries(2000); ++trial) {
    const auto pick = [&](const std::string& text, unsigned one_in) {
      return luck() % one_in == 0 ? mutated(text, luck) : text;
    };
    Folder::write("crossings.csv", pick(crossings, 3));
    Folder::write("volumes.csv", pick(volumes, 3));
    Folder::write("times.csv", pick(times, 3));
    const std::string problems = problems_in(pick(good, 2));
    read_count += problems.empty() ? 1 : 0;
  }
  EXPECT_GT(read_count, tries(2000) / 20);
  EXPECT_LT(read_count, tries(2000) / 20 * 19);
}

TEST(Robustness, ChangedOverridesAreReadOrRefused) {
  const Folder folder;
  Folder::write("crossings.csv", crossings);
  Folder::write("volumes.csv", volumes);
  Folder::write("times.csv", times);
  std::mt19937 luck(7);
  for (int trial = 0; trial < tries(300); ++trial) {
    const Override changed{mutated("crossing.medyka.check_time.lognormal.mean", luck),
                           mutated("{ value = \"5 min\" }", luck)};
    (void)problems_in(good, {changed});
  }
}

TEST(Robustness, DeepNestingIsRefused) {
  const Folder folder;
  const auto nested = [](std::string text, const std::string& part, int times_over) {
    for (int i = 0; i < times_over; ++i) text += part;
    return text;
  };
  EXPECT_THAT(problems_in(nested("x = ", "[", 100000)), ::testing::StartsWith("a.toml:1:"));
  EXPECT_THAT(problems_in(nested("x = ", "{a=", 200)), ::testing::StartsWith("a.toml:1:"));
  EXPECT_THAT(problems_in(nested(nested("x = ", "[", 100), "]", 100)),
              ::testing::HasSubstr("a.toml:1:69: nests more than 64 levels deep"));
  EXPECT_EQ(problems_in(nested("x", ".x", 1000000)),
            "a.toml:1:130: nests more than 64 levels deep");
  EXPECT_EQ(problems_in(nested("[x", ".x", 1000000)),
            "a.toml:1:131: nests more than 64 levels deep");
  EXPECT_NE(problems_in("", {{nested("x", ".x", 100000), "1"}}), "");
}

TEST(Robustness, HugeLinesAreRefused) {
  const Folder folder;
  const std::string huge(10'000'000, 'x');
  EXPECT_LT(problems_in("title = " + huge).size(), 500U);
  EXPECT_LT(problems_in(huge + " = 5").size(), 1000U);
  EXPECT_LT(problems_in("start = \"" + huge + "\"").size(), 500U);
  Folder::write("crossings.csv", "name," + huge + "\nmedyka,5\n");
  EXPECT_LT(problems_in("[crossing]\ncsv = \"crossings.csv\"").size(), 1000U);
  Folder::write("crossings.csv", std::string(1'000'000, ','));
  EXPECT_NE(problems_in("[crossing]\ncsv = \"crossings.csv\""), "");
}

}  // namespace
}  // namespace cordon::example::robustness_test
