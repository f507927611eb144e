#include "viz/playback/scan.hpp"

#include <gtest/gtest.h>

#include <random>

#include "tests/viz/playback/recorded_worlds.hpp"

namespace cordon::viz::scan_test {
namespace {

using cordon::testing::recorded_worlds;
using trace::Row;

TEST(Scan, FindsWhatLookingAtEveryRowFinds) {
  for (const auto& world : recorded_worlds()) {
    std::mt19937 dice(3);
    for (int n = 0; n < 20; ++n) {
      Wanted wanted{{}, {}};
      for (int e = 0; e < 3; ++e) wanted.events.set(dice() % event_kinds);
      if (n % 2)
        wanted.places = {static_cast<std::uint16_t>(dice() % world.read.header.places.size())};
      const std::uint64_t from = dice() % world.read.rows.size();
      std::vector<std::uint64_t> expected, found;
      for (std::uint64_t r = from; r < world.read.rows.size(); ++r)
        if (wanted(world.read.rows[r])) expected.push_back(r);
      scan(*world.recording, {from, world.recording->rows()}, wanted, [&](const Found& f) {
        EXPECT_EQ(f.row, world.read.rows[f.number]);
        found.push_back(f.number);
        return true;
      });
      ASSERT_EQ(found, expected) << world.name;
      const auto first = next(*world.recording, from, wanted);
      ASSERT_EQ(first.has_value(), !expected.empty());
      if (first) {
        EXPECT_EQ(first->number, expected.front());
      }
      const auto last = previous(*world.recording, world.recording->rows(), wanted);
      if (!expected.empty()) {
        ASSERT_TRUE(last);
        EXPECT_EQ(last->number, expected.back());
      }
    }
  }
}

TEST(Scan, EndsWhenItIsAskedTo) {
  const Recording& recording = *recorded_worlds().front().recording;
  int seen = 0;
  const auto three = [&](const Found&) { return ++seen < 3; };
  EXPECT_TRUE(scan(recording, {0, recording.rows()}, Wanted{}, three));
  EXPECT_EQ(seen, 3);
  std::stop_source stop;
  seen = 0;
  const auto ask = [&](const Found&) {
    ++seen;
    stop.request_stop();
    return true;
  };
  EXPECT_FALSE(scan(recording, {0, recording.rows()}, Wanted{}, ask, stop.get_token()));
  EXPECT_EQ(seen, static_cast<int>(rows_per_chunk));
}

// Which chunks a search leaves alone.
TEST(Chunk, KnowsWhatItHas) {
  for (const auto& world : recorded_worlds()) {
    int skipped = 0, wrongly_kept = 0, asked = 0;
    std::vector<Row> rows;
    for (const auto& chunk : world.recording->chunks()) {
      chunk->unpack(rows);
      EXPECT_EQ(chunk->first(), time_of(rows.front()));
      EXPECT_EQ(chunk->last(), time_of(rows.back()));
      for (std::uint16_t e = 0; e < event_kinds; ++e) {
        Wanted one{{}, {}};
        one.events.set(e);
        const bool has =
            std::any_of(rows.begin(), rows.end(), [&](const Row& r) { return r.event == e; });
        ASSERT_EQ(chunk->may_have(one), has) << trace::events()[e].name;
        skipped += !has;
      }
      for (const Row& row : rows) {
        if (trace::slot_in(row.event, trace::Key::vehicle) < 0) continue;
        ASSERT_TRUE(chunk->may_tell_of(trace::vehicle(row)));
      }
      for (std::uint32_t n = 0; n < 1000; ++n, ++asked)
        wrongly_kept += chunk->may_tell_of({123, n});
    }
    EXPECT_GT(skipped, 0);
    EXPECT_LT(wrongly_kept, asked / 100) << world.name;
  }
}

}  // namespace
}  // namespace cordon::viz::scan_test
