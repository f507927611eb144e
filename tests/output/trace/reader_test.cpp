#include "sim/output/trace/reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/support/recorded_trace.hpp"

namespace cordon::trace::reader_test {
namespace {

using cordon::testing::read_trace;
using cordon::testing::trace_of;
using cordon::testing::TraceFile;
using ::testing::HasSubstr;

const std::shared_ptr<const Setup>& setup() {
  static const auto made = make_setup(cordon::testing::busy_border(6h));
  return made;
}
const std::string& good() {
  static const std::string bytes = trace_of(setup(), true, 1);
  return bytes;
}

std::string complaint(const std::string& bytes) {
  try {
    read_trace(bytes);
  } catch (const TraceError& e) {
    return e.what();
  }
  return "";
}

// A trace of these rows alone.
std::string written(const std::vector<Row>& rows, const Header& header) {
  std::string bytes;
  Writer writer(header, [&](std::string_view piece) { bytes += piece; });
  writer.write(rows);
  writer.close();
  return bytes;
}

TEST(Reader, ReadsWhatWasWritten) {
  const auto all = read_trace(good());
  EXPECT_GT(all.rows.size(), 5000u);
  const auto again = read_trace(written(all.rows, all.header));
  EXPECT_EQ(again.rows, all.rows);
  EXPECT_EQ(text_of(again.header), text_of(all.header));
}

TEST(Reader, GivesRowsInOrderOfTimeAndPlace) {
  const auto rows = read_trace(good()).rows;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const auto before = std::pair(rows[r - 1].time, rows[r - 1].place);
    ASSERT_LE(before, std::pair(rows[r].time, rows[r].place));
  }
}

TEST(Reader, NoticesATraceThatIsCutShort) {
  EXPECT_EQ(complaint(good()), "");
  for (const std::size_t kept : {good().size() - 1, good().size() - 4, good().size() / 2})
    EXPECT_THAT(complaint(good().substr(0, kept)), HasSubstr("is cut short"));
  const auto all = read_trace(good());
  std::string half;  // the writer's end was never reached
  Writer writer(all.header, [&](std::string_view piece) { half += piece; });
  writer.write(std::vector<Row>(1000, all.rows.front()));
  EXPECT_NE(complaint(half), "");
}

TEST(Reader, NoticesWhatIsNoTrace) {
  EXPECT_THAT(complaint(""), HasSubstr("is no trace of cordon"));
  EXPECT_THAT(complaint("time,place,event\n"), HasSubstr("is no trace of cordon"));
  EXPECT_THAT(complaint(good() + good()), HasSubstr("after its end"));
  EXPECT_THROW(Reader("no/such/file"), TraceError);
  EXPECT_THROW(Reader("/"), TraceError);
}

TEST(Reader, NoticesRowsThatSayWhatCannotBe) {
  const auto all = read_trace(good());
  const auto with = [&](auto change) {
    std::vector<Row> rows = all.rows;
    change(rows);
    return complaint(written(rows, all.header));
  };
  const char* const damaged = "says what cannot be";
  EXPECT_THAT(with([](auto& r) { r[10].event = 999; }), HasSubstr(damaged));
  EXPECT_THAT(with([](auto& r) { r[10].place = 999; }), HasSubstr(damaged));
  EXPECT_THAT(with([](auto& r) { r[10].time = -1; }), HasSubstr(damaged));
  EXPECT_THAT(with([](auto& r) { r.back().time = 0; }), HasSubstr(damaged));
  for (const Key key :
       {Key::line, Key::stage, Key::crew, Key::channel, Key::hidden_commodity, Key::hidden_by})
    EXPECT_THAT(with([&](auto& rows) {
                  for (Row& row : rows)
                    if (const int at = slot_in(row.event, key); at >= 0)
                      row.slots[static_cast<std::size_t>(at)] = 12345678;
                }),
                HasSubstr(damaged))
        << field(key).name;
}

TEST(Reader, NoticesAHeaderOfAnotherVersion) {
  const std::string text = text_of(read_trace(good()).header);
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string changed = text;
    const auto at = changed.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    changed.replace(at, from.size(), to);
    try {
      (void)parse_header(changed);
    } catch (const std::runtime_error& e) {
      return std::string(e.what());
    }
    return std::string();
  };
  EXPECT_EQ(with("\"seed\":3", "\"seed\":4"), "");
  EXPECT_THAT(with("\"version\":1", "\"version\":2"), HasSubstr("format 2"));
  EXPECT_THAT(with("\"row_bytes\":64", "\"row_bytes\":72"), HasSubstr("other events"));
  EXPECT_THAT(with("ServiceBegan", "ServiceStarted"), HasSubstr("other events"));
  EXPECT_THAT(with("\"places\":[", "\"places\":7,\"x\":["), HasSubstr("lacks"));
  EXPECT_THAT(with("\"first_stage\":0", "\"first_stage\":99"), HasSubstr("do not fit"));
}

// Whatever happens to a file, it is read as it was, or the user is told.
TEST(Reader, SurvivesAnyDamage) {
  std::mt19937 dice(1);
  int told = 0;
  for (int n = 0; n < 300; ++n) {
    std::string bytes = good();
    for (int changes = 1 + static_cast<int>(dice() % 3); changes > 0; --changes)
      bytes[dice() % bytes.size()] = static_cast<char>(dice());
    if (dice() % 4 == 0) bytes.resize(dice() % bytes.size());
    if (bytes != good()) told += !complaint(bytes).empty();
  }
  EXPECT_GT(told, 290);
}

}  // namespace
}  // namespace cordon::trace::reader_test
