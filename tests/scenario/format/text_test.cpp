#include "sim/scenario/format/text.hpp"

#include <gtest/gtest.h>

namespace cordon::format::text_test {
namespace {

TEST(DidYouMean, SuggestsOnlyWhatIsNear) {
  const std::vector<std::string> keys{"lanes", "travel", "home"};
  EXPECT_EQ(did_you_mean("lans", keys), "; did you mean 'lanes'?");
  EXPECT_EQ(did_you_mean("lanse", keys), "; did you mean 'lanes'?");
  EXPECT_EQ(did_you_mean("inspection", keys), "");
  EXPECT_EQ(did_you_mean("", keys), "");
  EXPECT_EQ(did_you_mean(std::string(100000, 'x'), keys), "");
}

TEST(InQuotes, IsAlwaysOnePrintableLine) {
  EXPECT_EQ(in_quotes("two\nlines\t\x01"), "'two\\nlines\\t\\x01'");
  EXPECT_EQ(in_quotes("Kap\xC4\xB1kule"), "'Kap\xC4\xB1kule'");
  EXPECT_EQ(in_quotes("\xFF"), "'\\xff'");
  EXPECT_LT(in_quotes(std::string(1000, 'x')).size(), 80U);
}

TEST(SplitPath, UnderstandsQuotedKeys) {
  EXPECT_EQ(split_path("a.\"b.c\".d"), (std::vector<std::string>{"a", "b.c", "d"}));
  EXPECT_EQ(split_path("a..d"), std::nullopt);
  EXPECT_EQ(split_path(""), std::nullopt);
  EXPECT_EQ(split_path("a.\"b"), std::nullopt);
}

TEST(FirstBadUtf8, FindsLatin1OverlongAndSurrogates) {
  EXPECT_EQ(first_bad_utf8("Przemy\xC5\x9Bl"), std::nullopt);
  EXPECT_EQ(first_bad_utf8("K\xE9pino"), 1U);
  EXPECT_EQ(first_bad_utf8("\xC0\xAF"), 0U);
  EXPECT_EQ(first_bad_utf8("a\xED\xA0\x80"), 1U);
  EXPECT_EQ(first_bad_utf8("\xE2\x82"), 0U);
}

TEST(OneOfThese, HasTheRightArticle) {
  EXPECT_EQ(one_of_these({"place", "crossing"}), "a place or crossing");
  EXPECT_EQ(one_of_these({"equipment"}), "an equipment");
}

}  // namespace
}  // namespace cordon::format::text_test
