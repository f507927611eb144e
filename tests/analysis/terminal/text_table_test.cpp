#include "analysis/terminal/text_table.hpp"

#include <gtest/gtest.h>

namespace cordon::terminal::text_table_test {
namespace {

TEST(Wrapped, BreaksAtBlanksButNotBeforeAPercentSign) {
  EXPECT_EQ(wrapped("one two three", 8, 1), " one two\n three\n");
  EXPECT_EQ(wrapped("of all 95 % are", 9), "of all\n95 % are\n");
  EXPECT_EQ(wrapped("", 8), "");
}

TEST(TextTable, AlignsColumnsAndColoursOnlyWhenAsked) {
  TextTable table({{"name", TextTable::Align::left}, {"n"}});
  table.row({{"Zahony", Tone::strong}, {"7"}});
  table.row({{"\u017b"}, {"12"}});
  EXPECT_EQ(table.text(false), "  name     n\n  Zahony   7\n  \u017b       12\n");
  EXPECT_NE(table.text(true).find("\033[1mZahony\033[0m"), std::string::npos);
}

}  // namespace
}  // namespace cordon::terminal::text_table_test
