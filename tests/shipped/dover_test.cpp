// The cliff of the short straits. A queue counts while it is more than an hour's work of the
// booths, and the criteria must hold in each of four replications of seed 1.

#include <gtest/gtest.h>

#include "tests/shipped/shipped.hpp"

namespace cordon::dover_test {
namespace {

constexpr std::uint32_t replications = 4;
constexpr std::size_t week = 168;  // hours; the queue is looked at every hour from Monday 0:00

double an_hours_work(const Scenario& s) {
  const double seconds = s.layout.at("road").stage.at("check").time.lorry.mean();
  return s.line.at("lorries").lanes * 3600 / seconds;
}

struct Spell {
  std::size_t begin = 0, end = 0;  ///< hours
};

// The longest time in one piece with more than so many waiting.
Spell longest_spell(const std::vector<int>& waiting, double limit) {
  Spell longest, now;
  for (std::size_t hour = 0; hour < waiting.size(); ++hour) {
    if (waiting[hour] <= limit) now.begin = hour + 1;
    now.end = hour + 1;
    if (now.end > now.begin && now.end - now.begin > longest.end - longest.begin) longest = now;
  }
  return longest;
}

// What is said of every replication: its queue, and an hour's work of its booths.
template <class Check>
void in_every_replication(const std::string& name, Check check) {
  const Scenario s = shipped::scenario("dover/" + name);
  for (const Replication& run : shipped::run(s, replications)) {
    SCOPED_TRACE(name + ", replication " + std::to_string(run.number));
    const auto queue = shipped::queue_of(run);
    ASSERT_EQ(queue.size(), 2 * week);
    check(queue, an_hours_work(s));
  }
}

std::vector<int> first_week(const std::vector<int>& queue) {
  return {queue.begin(), queue.begin() + week + 1};
}

TEST(DoverCliff, FortySecondsMoreMakeNoLastingQueue) {
  for (const char* name : {"baseline", "plus_40"})
    in_every_replication(name, [](const std::vector<int>& queue, double an_hour) {
      EXPECT_EQ(longest_spell(queue, an_hour).end, 0u);
    });
}

// One replication in twenty or so has no such queue: so this is said of their mean.
TEST(DoverCliff, SixtySecondsMakeQueuesOfSomeHoursInTheMiddleOfTheWeek) {
  double hours = 0;
  in_every_replication("plus_60", [&](const std::vector<int>& queue, double an_hour) {
    const Spell spell = longest_spell(first_week(queue), an_hour);
    EXPECT_LE(spell.end, 120u);  // Friday
    hours += static_cast<double>(spell.end - spell.begin) / replications;
  });
  EXPECT_GE(hours, 2);
  EXPECT_LE(hours, 12);
}

TEST(DoverCliff, SeventySecondsMakeOneThatLastsDaysAndRecovers) {
  in_every_replication("plus_70", [](const std::vector<int>& queue, double an_hour) {
    const Spell spell = longest_spell(first_week(queue), an_hour);
    EXPECT_GE(spell.end - spell.begin, 48u);
    EXPECT_LT(queue[week], an_hour);
    EXPECT_LT(queue.back(), an_hour);
  });
}

TEST(DoverCliff, EightySecondsMakeOneThatDoesNotRecover) {
  in_every_replication("plus_80", [](const std::vector<int>& queue, double an_hour) {
    EXPECT_GT(longest_spell(first_week(queue), an_hour).end, week);
    EXPECT_GT(queue[week], 2 * an_hour);
    EXPECT_GT(queue.back(), queue[week]);
  });
}

}  // namespace
}  // namespace cordon::dover_test
