#include "viz/playback/cursor.hpp"

#include <gtest/gtest.h>

#include <random>

#include "tests/viz/playback/recorded_worlds.hpp"
#include "tests/viz/playback/same_state.hpp"

namespace cordon::viz::cursor_test {
namespace {

using cordon::testing::count_until;
using cordon::testing::recorded_worlds;
using cordon::testing::RecordedWorld;
using cordon::testing::text_of;
using trace::Row;

const RecordedWorld& two_posts() { return recorded_worlds().front(); }

// What there is after so many rows, by playing them all.
std::string played(const RecordedWorld& world, std::uint64_t rows) {
  trace::Playback playback(world.read.header);
  for (std::uint64_t n = 0; n < rows; ++n) playback.apply(world.read.rows[n]);
  return text_of(playback.crossings());
}

TEST(Cursor, ShowsBySeekingWhatPlayingShows) {
  for (const RecordedWorld& world : recorded_worlds()) {
    SCOPED_TRACE(world.name);
    Cursor cursor(world.recording);
    std::mt19937_64 dice(1);
    const auto length = static_cast<std::uint64_t>(world.read.header.length);
    for (int n = 0; n < 12; ++n) {
      const Time moment{Duration{static_cast<std::int64_t>(dice() % length)}};
      cursor.seek(moment);
      EXPECT_EQ(cursor.now(), moment);
      const std::uint64_t rows = count_until(world.read.rows, moment);
      ASSERT_EQ(cursor.position(), rows);
      ASSERT_TRUE(text_of(cursor.crossings()) == played(world, rows)) << "row " << rows;
    }
  }
}

TEST(Cursor, ShowsTheInstantThatItIsAt) {
  const auto& rows = two_posts().read.rows;
  Cursor cursor(two_posts().recording);
  const Row& row = rows[rows.size() / 2];
  cursor.seek(time_of(row));
  EXPECT_EQ(cursor.position(), count_until(rows, time_of(row)));
  cursor.seek(time_of(row) - 1us);
  EXPECT_EQ(cursor.position(), count_until(rows, time_of(row) - 1us));
}

TEST(Cursor, StaysWithinTheRun) {
  Cursor cursor(two_posts().recording);
  cursor.seek(never);
  EXPECT_EQ(cursor.now(), two_posts().recording->end());
  EXPECT_EQ(cursor.position(), two_posts().read.rows.size());
  cursor.step(1);
  EXPECT_EQ(cursor.position(), two_posts().read.rows.size());
  cursor.step(-24h * 100);
  EXPECT_EQ(cursor.now(), start_of_run);
  cursor.seek_row(0);
  cursor.step(-1);
  EXPECT_EQ(cursor.position(), 0u);
}

TEST(Cursor, TellsWhatHappensWhileItPlays) {
  const auto& rows = two_posts().read.rows;
  Cursor cursor(two_posts().recording);
  cursor.seek(start_of_run + 30h);
  const auto from = static_cast<std::ptrdiff_t>(cursor.position());
  std::vector<Row> seen;
  for (int minute = 0; minute < 200; ++minute)
    cursor.play(cursor.now() + 1min, [&](const Row& row) { seen.push_back(row); });
  EXPECT_EQ(cursor.now(), start_of_run + 30h + 200min);
  const auto until = static_cast<std::ptrdiff_t>(count_until(rows, cursor.now()));
  EXPECT_TRUE(seen == std::vector(rows.begin() + from, rows.begin() + until));
  EXPECT_TRUE(text_of(cursor.crossings()) == played(two_posts(), cursor.position()));
  cursor.play(start_of_run);  // it never goes back
  EXPECT_EQ(cursor.now(), start_of_run + 30h + 200min);
}

TEST(Cursor, StepsBothWays) {
  Cursor cursor(two_posts().recording);
  cursor.seek(start_of_run + 50h);
  const std::uint64_t at = cursor.position();
  const std::string before = text_of(cursor.crossings());
  cursor.step(5);
  EXPECT_EQ(cursor.position(), at + 5);
  EXPECT_EQ(cursor.now(), time_of(two_posts().read.rows[at + 4]));
  cursor.step(-5);
  EXPECT_TRUE(text_of(cursor.crossings()) == before);
  for (const Duration step : {Duration(1min), Duration(1h), Duration(24h)}) {
    cursor.seek(start_of_run + 50h);
    cursor.step(step);
    EXPECT_EQ(cursor.now(), start_of_run + 50h + step);
    cursor.step(-step);
    EXPECT_TRUE(text_of(cursor.crossings()) == before);
  }
}

// Numbers of the rows that are wanted.
std::vector<std::uint64_t> all_of(const RecordedWorld& world, const Wanted& wanted) {
  std::vector<std::uint64_t> numbers;
  for (std::uint64_t n = 0; n < world.read.rows.size(); ++n)
    if (wanted(world.read.rows[n])) numbers.push_back(n);
  return numbers;
}

TEST(Cursor, GoesToEachRowThatIsWantedInBothDirections) {
  const std::uint16_t north = two_posts().read.header.crossings[0].place;
  for (const Wanted& wanted :
       {Wanted{events_of<GoodsSeized, PersonsReferred>(), {}},
        Wanted{events_of<OperationBegan, OperationEnded, MessageReceived>(), {north}}}) {
    std::vector<std::uint64_t> expected = all_of(two_posts(), wanted), there, back;
    ASSERT_GT(expected.size(), 3u);
    Cursor cursor(two_posts().recording);
    while (cursor.go_to_next(wanted)) there.push_back(cursor.position() - 1);
    EXPECT_EQ(there, expected);
    cursor.seek(never);
    while (cursor.go_to_previous(wanted)) back.push_back(cursor.position() - 1);
    std::reverse(back.begin(), back.end());
    EXPECT_EQ(back, expected);
    EXPECT_EQ(cursor.now(), time_of(two_posts().read.rows[expected.front()]));
  }
}

TEST(Cursor, StaysWhereItIsWhenThereIsNothingWanted) {
  Cursor cursor(two_posts().recording);
  cursor.seek(start_of_run + 10h);
  const std::uint64_t at = cursor.position();
  EXPECT_FALSE(cursor.go_to_next({EventSet{}, {}}));
  EXPECT_FALSE(cursor.go_to_previous({EventSet{}, {}}));
  std::stop_source stop;
  stop.request_stop();
  EXPECT_FALSE(cursor.go_to_next({}, stop.get_token()));
  EXPECT_EQ(cursor.position(), at);
  EXPECT_EQ(cursor.now(), start_of_run + 10h);
}

// Memory is bounded, and what is shown is the same.
TEST(Cursor, NeedsFewSnapshots) {
  const RecordedWorld& world = recorded_worlds().back();
  RecordingBuilder builder(world.read.header, 1);
  builder.add(world.read.rows);
  const auto recording = builder.finish();
  EXPECT_GT(world.recording->snapshots(), 5u);
  EXPECT_LE(recording->snapshots(), 3u);
  Cursor cursor(recording);
  for (const Time moment : {start_of_run + 60h, start_of_run + 20h, start_of_run + 40h}) {
    cursor.seek(moment);
    ASSERT_TRUE(text_of(cursor.crossings()) == played(world, count_until(world.read.rows, moment)));
  }
}

TEST(Cursor, GoesOnInARecordingThatHasGrown) {
  const auto& world = two_posts();
  RecordingBuilder builder(world.read.header);
  const std::uint64_t some = rows_per_chunk * 3 / 2;
  builder.add(std::span(world.read.rows).first(some));
  Cursor cursor(builder.so_far(time_of(world.read.rows[some])));
  cursor.seek(never);
  EXPECT_EQ(cursor.position(), some);
  builder.add(std::span(world.read.rows).subspan(some));
  cursor.follow(builder.finish());
  cursor.play(never);
  EXPECT_EQ(cursor.position(), world.read.rows.size());
  EXPECT_TRUE(text_of(cursor.crossings()) == played(world, cursor.position()));
}

}  // namespace
}  // namespace cordon::viz::cursor_test
