#include "viz/playback/divergence.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/viz/playback/recorded_worlds.hpp"

namespace cordon::viz::divergence_test {
namespace {

using cordon::testing::ReadTrace;
using cordon::testing::recorded_worlds;
using cordon::testing::recording_of;
using cordon::testing::rows_of;
using cordon::testing::two_posts;
using ::testing::HasSubstr;
using trace::Row;

// Two posts, and the same with a line closed after a while.
ReadTrace run(Duration closes) {
  Scenario s = two_posts(60h);
  Scenario closed = s;
  closed.line["south_lorry_exit"].closed = true;
  if (closes < s.length) s.conditions = {{closes, std::make_shared<const Scenario>(closed)}};
  return rows_of(make_setup(s), true);
}

const ReadTrace& original() {
  static const ReadTrace read = run(1000h);
  return read;
}

TEST(Divergence, IsNoneBetweenARunAndItsBranchWithoutAnInject) {
  const auto one = recording_of(original());
  const auto branch = recording_of(run(1000h));
  EXPECT_FALSE(first_divergence(*one, *branch));
  EXPECT_FALSE(first_divergence(*one, *one));
}

TEST(Divergence, IsTheFirstRowThatDiffers) {
  const ReadTrace branch = run(40h);
  const auto d = first_divergence(*recording_of(original()), *recording_of(branch));
  ASSERT_TRUE(d && d->row && d->other);
  const auto [a, b] = std::mismatch(original().rows.begin(), original().rows.end(),
                                    branch.rows.begin(), branch.rows.end());
  EXPECT_EQ(static_cast<std::ptrdiff_t>(d->number), a - original().rows.begin());
  EXPECT_EQ(*d->row, *a);
  EXPECT_EQ(*d->other, *b);
  EXPECT_EQ(d->time, start_of_run + 40h);
  EXPECT_EQ(d->other->event, trace::number_of<DemandChanged>);  // at a region, the first place
}

// Wherever a single bit is changed, it is found.
TEST(Divergence, FindsASingleBit) {
  const auto one = recording_of(original());
  for (const std::size_t at :
       {std::size_t{0}, rows_per_chunk - 1, rows_per_chunk, original().rows.size() - 1}) {
    ReadTrace other = original();
    const auto mass = std::find_if(other.rows.begin() + static_cast<std::ptrdiff_t>(at),
                                   other.rows.end(), [](const Row& r) {
                                     return r.event == trace::number_of<StaffChanged> ||
                                            r.event == trace::number_of<ChannelChosen>;
                                   });
    Row& row = mass == other.rows.end() ? other.rows.back() : *mass;
    row.slots[trace::row_slots - 1] ^= 1;  // says nothing, and differs all the same
    const auto d = first_divergence(*one, *recording_of(other));
    ASSERT_TRUE(d);
    EXPECT_EQ(*d->other, row);
    EXPECT_EQ(d->number, static_cast<std::uint64_t>(&row - other.rows.data()));
  }
}

TEST(Divergence, IsWhereOneEnds) {
  ReadTrace half = original();
  half.rows.resize(half.rows.size() / 2);
  const auto d = first_divergence(*recording_of(half), *recording_of(original()));
  ASSERT_TRUE(d && d->other);
  EXPECT_FALSE(d->row);
  EXPECT_EQ(d->number, half.rows.size());
  EXPECT_EQ(d->time, time_of(original().rows[half.rows.size()]));
}

TEST(Divergence, NeedsRunsOfOneWorld) {
  const auto difference = [&](auto change) {
    trace::Header other = original().header;
    change(other);
    return difference_of_worlds(original().header, other);
  };
  EXPECT_EQ(difference([](auto&) {}), "");
  EXPECT_EQ(difference([](auto& h) { h.operations.clear(); }), "");
  EXPECT_THAT(difference([](auto& h) { h.run.seed = 7; }), HasSubstr("other seeds"));
  EXPECT_THAT(difference([](auto& h) { h.start += 1; }), HasSubstr("other starts"));
  EXPECT_THAT(difference([](auto& h) { h.truth = false; }), HasSubstr("tells the truth"));
  EXPECT_THAT(difference([](auto& h) { h.places[0].name = "x"; }), HasSubstr("other places"));
  EXPECT_THAT(difference([](auto& h) { h.lines[0].name = "x"; }), HasSubstr("other lines"));
  EXPECT_THAT(difference([](auto& h) { h.crossings[0].crews[0].name = "x"; }),
              HasSubstr("other stages or crews"));
  EXPECT_THROW(
      (void)first_divergence(*recorded_worlds()[0].recording, *recorded_worlds()[2].recording),
      std::invalid_argument);
}

}  // namespace
}  // namespace cordon::viz::divergence_test
