#include "viz/playback/recording.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "sim/output/trace/names.hpp"
#include "tests/support/observe.hpp"
#include "tests/viz/playback/recorded_worlds.hpp"
#include "viz/playback/divergence.hpp"

namespace cordon::viz::recording_test {
namespace {

using cordon::testing::count_until;
using cordon::testing::ReadTrace;
using cordon::testing::record_world;
using cordon::testing::recorded_worlds;
using cordon::testing::RecordedWorld;
using cordon::testing::recording_of;
using cordon::testing::rows_of;
using cordon::testing::TraceFile;
using cordon::testing::two_posts;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using trace::Row;

const RecordedWorld& small() {
  static const RecordedWorld world = record_world("small", two_posts(30h), true);
  return world;
}

std::vector<Row> unpacked(const Recording& recording) {
  std::vector<Row> all, rows;
  for (const auto& chunk : recording.chunks()) {
    chunk->unpack(rows);
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}

std::string bytes_of(const ReadTrace& read) {
  std::string bytes;
  trace::Writer writer(read.header, [&](std::string_view piece) { bytes += piece; });
  writer.write(read.rows);
  writer.close();
  return bytes;
}

// What opening a file of these bytes complains of; "" if it does not.
std::string complaint(const std::string& bytes) {
  const TraceFile file(bytes);
  try {
    (void)Recording::open(file.path());
  } catch (const trace::TraceError& e) {
    EXPECT_THAT(e.what(), StartsWith(file.path().string() + ": "));
    EXPECT_EQ(std::string(e.what()).find('\n'), std::string::npos);
    return e.what();
  }
  return "";
}

TEST(Recording, KeepsEveryRow) {
  for (const RecordedWorld& world : recorded_worlds()) {
    EXPECT_GT(world.read.rows.size(), rows_per_chunk) << world.name;
    EXPECT_EQ(world.recording->rows(), world.read.rows.size()) << world.name;
    EXPECT_TRUE(unpacked(*world.recording) == world.read.rows) << world.name;
    EXPECT_EQ(world.recording->row(rows_per_chunk + 7), world.read.rows[rows_per_chunk + 7]);
    EXPECT_TRUE(world.recording->is_whole());
  }
}

TEST(Recording, KnowsHowManyRowsThereAreUpToAMoment) {
  const auto& rows = small().read.rows;
  std::mt19937 dice(1);
  for (int n = 0; n < 50; ++n) {
    const Time moment =
        time_of(rows[dice() % rows.size()]) + Duration{static_cast<int>(dice() % 3) - 1};
    EXPECT_EQ(small().recording->rows_until(moment), count_until(rows, moment));
  }
  EXPECT_EQ(small().recording->rows_until(start_of_run - 1us), 0u);
  EXPECT_EQ(small().recording->rows_until(never), rows.size());
}

TEST(Recording, OpensAFileOrAResultFolder) {
  const std::string bytes = bytes_of(small().read);
  const TraceFile file(bytes);
  const auto folder = std::filesystem::path(file.path().string() + "_results");
  std::filesystem::create_directory(folder);
  std::filesystem::copy(file.path(), folder / "trace.zst");
  for (const auto& path : {file.path(), folder}) {
    const auto opened = Recording::open(path);
    EXPECT_FALSE(first_divergence(*opened, *small().recording));
    EXPECT_EQ(trace::text_of(opened->header()), trace::text_of(small().read.header));
    EXPECT_EQ(opened->end() - start_of_run, Duration(30h));
  }
  std::filesystem::remove_all(folder);
}

TEST(Recording, TellsHowFarItHasCome) {
  const TraceFile file(bytes_of(small().read));
  std::vector<double> shares;
  (void)Recording::open(file.path(), [&](double share) { shares.push_back(share); });
  EXPECT_GT(shares.size(), 2u);
  EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
  EXPECT_GT(shares.back(), 0.99);
  EXPECT_LE(shares.back(), 1.0);
}

TEST(Recording, StopsWhenItIsAskedTo) {
  const TraceFile file(bytes_of(small().read));
  std::stop_source stop;
  int pieces = 0;
  const auto ask = [&](double) {
    ++pieces;
    stop.request_stop();
  };
  EXPECT_EQ(Recording::open(file.path(), ask, stop.get_token()), nullptr);
  EXPECT_EQ(pieces, 1);
}

TEST(Recording, ComplainsInOneLineOfWhatIsNoWholeTrace) {
  const std::string good = bytes_of(small().read);
  EXPECT_EQ(complaint(good), "");
  EXPECT_THAT(complaint(good.substr(0, good.size() / 2)), HasSubstr("is cut short"));
  EXPECT_THAT(complaint("time,place,event\n"), HasSubstr("is no trace of cordon"));
  EXPECT_THAT(complaint(""), HasSubstr("is no trace of cordon"));
  EXPECT_THROW((void)Recording::open("no/such/folder"), trace::TraceError);
}

// Rows that are well formed one by one, and cannot follow one another.
TEST(Recording, ComplainsOfRowsThatCannotBe) {
  ReadTrace twice = small().read;
  const auto arrival = std::find_if(twice.rows.begin(), twice.rows.end(), [](const Row& r) {
    return r.event == trace::number_of<VehicleArrived>;
  });
  const auto number = arrival - twice.rows.begin() + 1;
  twice.rows.insert(arrival, Row(*arrival));
  EXPECT_THAT(
      complaint(bytes_of(twice)),
      HasSubstr("is damaged: row " + std::to_string(number + 1) + ": the vehicle is here already"));
  ReadTrace late = small().read;
  late.rows.back().time = late.header.length + 1;
  EXPECT_THAT(complaint(bytes_of(late)), HasSubstr("after the end of the run"));
  ReadTrace nothing = small().read;
  for (const std::int64_t length : {std::int64_t{0}, std::int64_t{-1}, INT64_MAX}) {
    nothing.header.length = length;
    EXPECT_THAT(complaint(bytes_of(nothing)), HasSubstr("no run has its length"));
  }
}

// Whatever happens to a file, it is read as it was, or the user is told.
TEST(Recording, SurvivesAnyDamage) {
  const std::string good = bytes_of(small().read);
  std::mt19937 dice(1);
  int told = 0;
  for (int n = 0; n < 100; ++n) {
    std::string bytes = good;
    for (int changes = 1 + static_cast<int>(dice() % 3); changes > 0; --changes)
      bytes[dice() % bytes.size()] = static_cast<char>(dice());
    if (dice() % 4 == 0) bytes.resize(dice() % bytes.size());
    told += !complaint(bytes).empty();
  }
  EXPECT_GT(told, 95);
}

// A trace of another program, or one that somebody has changed, can have a good checksum and say
// anything in its rows.
TEST(Recording, SurvivesRowsThatSayAnything) {
  const auto& world = small();
  std::mt19937 dice(2);
  constexpr std::array<std::uint32_t, 5> odd = {0, 1, 0xffff, trace::none, 0x7fffffff};
  int refused = 0;
  for (int n = 0; n < 150; ++n) {
    RecordingBuilder builder(world.read.header);
    std::vector<Row> rows(world.read.rows.begin(), world.read.rows.begin() + 20'000);
    for (int changes = 30; changes > 0; --changes) {
      Row& row = rows[dice() % rows.size()];
      std::uint32_t& slot = row.slots[dice() % 8];
      const std::uint32_t before = slot;
      slot = dice() % 2 ? odd[dice() % odd.size()] : slot ^ 1u << dice() % 32;
      if (!trace::names_fit(row, world.read.header)) slot = before;  // the reader would notice
    }
    try {
      builder.add(rows);
      (void)builder.finish();
    } catch (const trace::ImpossibleRow&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 75);
}

TEST(RecordingBuilder, GivesWhatHasComeSoFar) {
  const auto& rows = small().read.rows;
  RecordingBuilder builder(small().read.header);
  const std::uint64_t some = rows_per_chunk + rows_per_chunk / 2;
  const Time known = time_of(rows[some]);
  builder.add(std::span(rows).first(some));
  const auto so_far = builder.so_far(known);
  builder.add(std::span(rows).subspan(some));
  const auto whole = builder.finish();
  EXPECT_EQ(so_far->rows(), some);
  EXPECT_EQ(so_far->end(), known);
  EXPECT_FALSE(so_far->is_whole());
  EXPECT_TRUE(unpacked(*so_far) ==
              std::vector(rows.begin(), rows.begin() + static_cast<int>(some)));
  EXPECT_TRUE(unpacked(*whole) == rows);
  EXPECT_EQ(so_far->timeline().intervals(), so_far->timeline().interval_at(known));
  EXPECT_FALSE(first_divergence(*whole, *small().recording));
}

// What is recorded while a run goes on is what its trace says.
TEST(LiveRecording, IsTheRecordingOfTheTrace) {
  const auto setup = make_setup(two_posts(48h));
  for (const bool truth : {true, false}) {
    int published = 0;
    std::vector<std::shared_ptr<const Recording>> parts;
    LiveRecording live({"0", "world", setup->scenario.title, "hash", 3, 1}, *setup, truth,
                       [&](const RecordingBuilder& builder, Time known) {
                         if (++published % 20 == 0) parts.push_back(builder.so_far(known));
                       });
    World world = build_world(setup, 3, 1);
    testing::observe(world, live, 1);
    const auto recording = live.finish();
    const ReadTrace read = rows_of(setup, truth);
    EXPECT_TRUE(unpacked(*recording) == read.rows);
    EXPECT_GT(parts.size(), 1u);
    for (const auto& part : parts) {
      EXPECT_EQ(part->rows(), part->rows_until(never));
      const auto d = first_divergence(*part, *recording);
      ASSERT_TRUE(d);
      EXPECT_EQ(d->number, part->rows());
      EXPECT_FALSE(d->row);
      EXPECT_GE(d->time, part->end());
    }
  }
}

}  // namespace
}  // namespace cordon::viz::recording_test
