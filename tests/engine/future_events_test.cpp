#include "sim/engine/future_events.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace cordon::future_events_test {
namespace {

struct Numbered {
  int number;
};
struct Follow {
  int number;
};
using Events = FutureEvents<std::variant<Numbered, Follow>>;

Time at(Duration d) { return start_of_run + d; }

std::vector<int> order_of(Events& events, Time end = never) {
  std::vector<int> seen;
  while (events.take(end, [&](Time, const auto& e) { seen.push_back(e.number); })) {
  }
  return seen;
}

TEST(FutureEvents, HappenInTheOrderOfTime) {
  Events events;
  events.schedule(at(3s), {1, 0}, Numbered{3});
  events.schedule(at(1s), {1, 1}, Numbered{1});
  events.schedule(at(2s), {1, 2}, Numbered{2});
  EXPECT_EQ(order_of(events), (std::vector{1, 2, 3}));
}

TEST(FutureEvents, BreakTiesBySenderAndThenByItsCountNotByTheOrderOfScheduling) {
  Events events;
  events.schedule(at(1s), {2, 0}, Numbered{3});
  events.schedule(at(1s), {1, 8}, Numbered{2});
  events.schedule(at(1s), {1, 7}, Numbered{1});
  EXPECT_EQ(order_of(events), (std::vector{1, 2, 3}));
}

TEST(FutureEvents, LetConsequencesHappenBeforeAnythingElseOfTheInstant) {
  Events events;
  events.schedule(at(1s), {1, 0}, Numbered{1});
  events.schedule(at(1s), {1, 1}, Numbered{4});
  std::vector<int> seen;
  while (events.take(never, [&](Time, const auto& e) {
    seen.push_back(e.number);
    if (e.number == 1) {
      events.schedule_at_once(Follow{2});
      events.schedule_at_once(Follow{3});
    }
  })) {
  }
  EXPECT_EQ(seen, (std::vector{1, 2, 3, 4}));
}

TEST(FutureEvents, StopBeforeTheEnd) {
  Events events;
  events.schedule(at(1s), {1, 0}, Numbered{1});
  events.schedule(at(2s), {1, 1}, Numbered{2});
  EXPECT_EQ(order_of(events, at(2s)), (std::vector{1}));
  EXPECT_EQ(order_of(events), (std::vector{2}));
}

TEST(FutureEvents, DoNotHappenOnceCancelled) {
  Events events;
  events.schedule(at(1s), {1, 0}, Numbered{1});
  const EventId second = events.schedule(at(2s), {1, 1}, Numbered{2});
  events.schedule(at(3s), {1, 2}, Numbered{3});
  EXPECT_TRUE(events.cancel(second));
  EXPECT_FALSE(events.cancel(second));
  EXPECT_EQ(order_of(events), (std::vector{1, 3}));
}

TEST(FutureEvents, DoNotHappenOnceCancelledEvenAtOnce) {
  Events events;
  const EventId first = events.schedule_at_once(Numbered{1});
  events.schedule_at_once(Numbered{2});
  EXPECT_TRUE(events.cancel(first));
  EXPECT_EQ(order_of(events), (std::vector{2}));
}

TEST(FutureEvents, RefuseAnOldIdWhoseSlotHasANewEvent) {
  Events events;
  const EventId old = events.schedule(at(1s), {1, 0}, Numbered{1});
  order_of(events);
  events.schedule(at(2s), {1, 1}, Numbered{2});
  EXPECT_FALSE(events.cancel(old));
  EXPECT_EQ(events.size(), 1u);
}

// 20,000 random operations against a sorted list.
TEST(FutureEvents, AgreeWithASortedListUnderRandomSchedulesTakesAndCancels) {
  std::mt19937 random(7);
  Events events;
  std::vector<std::tuple<std::int64_t, int, EventId>> expected;
  std::int64_t now = 0;
  for (int n = 0; n < 20000; ++n) {
    const auto choice = random() % 10;
    if (choice < 6) {
      const std::int64_t due = now + static_cast<std::int64_t>(random() % 1000) + 1;
      const EventId id =
          events.schedule(Time{Duration{due}}, {1, static_cast<std::uint64_t>(n)}, Numbered{n});
      expected.emplace_back(due, n, id);
    } else if (choice < 8 && !expected.empty()) {
      const std::size_t victim = random() % expected.size();
      ASSERT_TRUE(events.cancel(std::get<2>(expected[victim])));
      expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(victim));
    } else if (!expected.empty()) {
      const auto first = std::min_element(expected.begin(), expected.end(), [](auto& a, auto& b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
      });
      events.take(never, [&](Time t, const auto& e) {
        EXPECT_EQ(t, Time{Duration{std::get<0>(*first)}});
        EXPECT_EQ(e.number, std::get<1>(*first));
      });
      now = std::get<0>(*first);
      expected.erase(first);
    }
    ASSERT_EQ(events.size(), expected.size());
  }
}

TEST(FutureEvents, KeepMemoryAtWhatIsPendingNotAtWhatHasPassed) {
  Events events;
  std::size_t most = 0;
  for (int n = 0; n < 100000; ++n) {
    events.schedule(at(Duration{n + 10}), {1, static_cast<std::uint64_t>(n)}, Numbered{n});
    if (n >= 5) events.take(never, [](Time, const auto&) {});
    most = std::max(most, events.size());
  }
  EXPECT_LE(most, 7u);
}

TEST(FutureEvents, KeepMemoryAtWhatIsPendingWhenNearlyAllAreCancelled) {
  Events events;
  for (int n = 0; n < 1000000; ++n) {
    const EventId id = events.schedule(at(24h), {1, static_cast<std::uint64_t>(n)}, Numbered{n});
    if (n % 1000 != 0) events.cancel(id);
  }
  EXPECT_EQ(events.size(), 1000u);
  EXPECT_LT(events.memory(), 200'000u);
  EXPECT_EQ(order_of(events).size(), 1000u);
}

}  // namespace
}  // namespace cordon::future_events_test
