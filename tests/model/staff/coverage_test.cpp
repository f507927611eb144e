// Security games, against their known solutions.

#include "sim/model/staff/coverage.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace cordon::coverage_test {
namespace {

std::vector<Target> worth(std::initializer_list<double> values) {
  std::vector<Target> posts;
  for (const double v : values) posts.push_back({v, 0});
  return posts;
}

// What one who knows how likely each post is visited gets out of the best of them.
double best_response(const std::vector<Target>& posts, const std::vector<double>& visited) {
  double best = -1e300;
  for (std::size_t p = 0; p < posts.size(); ++p)
    best = std::max(best, posts[p].uncovered * (1 - visited[p]) + posts[p].covered * visited[p]);
  return best;
}

// Worth k = 2 / (1/10 + 1/6 + 1/4) each: 1 - k/10, 1 - k/6, 1 - k/4.
TEST(Coverage, MakesPostsAlike) {
  const auto visited = coverage(worth({10, 6, 4}), 1);
  EXPECT_NEAR(visited[0], 0.6129, 5e-5);
  EXPECT_NEAR(visited[1], 0.3548, 5e-5);
  EXPECT_NEAR(visited[2], 0.0323, 5e-5);
}

TEST(Coverage, LeavesOutWhatIsNotWorthATry) {
  const auto visited = coverage(worth({10, 6, 1}), 1);  // k = (10 x 6) / 16
  EXPECT_DOUBLE_EQ(visited[0], 1 - 3.75 / 10);
  EXPECT_DOUBLE_EQ(visited[1], 1 - 3.75 / 6);
  EXPECT_EQ(visited[2], 0);
}

TEST(Coverage, OfAsManyUnitsAsPostsVisitsThemAll) {
  EXPECT_EQ(coverage(worth({10, 6, 4}), 3), (std::vector<double>{1, 1, 1}));
  EXPECT_EQ(coverage(worth({10, 6, 4}), 5), (std::vector<double>{1, 1, 1}));
  EXPECT_EQ(coverage(worth({10, 6, 4}), 0), (std::vector<double>{0, 0, 0}));
  EXPECT_TRUE(coverage({}, 1).empty());
}

// A visit there leaves 5: more visits elsewhere change nothing for who goes there.
TEST(Coverage, StopsWhereVisitsChangeNothing) {
  const std::vector<Target> posts = {{10, 5}, {7, 0}};
  const auto visited = coverage(posts, 2);
  EXPECT_DOUBLE_EQ(visited[0], 1);
  EXPECT_DOUBLE_EQ(visited[1], 2.0 / 7);
}

// No other way of spreading the same units leaves less to the best response: a grid of all.
TEST(Coverage, IsTheBestThereIs) {
  const std::vector<Target> posts = {{10, 3}, {6, -2}, {4, 1}};
  const auto visited = coverage(posts, 1);
  EXPECT_NEAR(std::accumulate(visited.begin(), visited.end(), 0.0), 1, 1e-12);
  const double least = best_response(posts, visited);
  constexpr int fine = 200;
  for (int a = 0; a <= fine; ++a)
    for (int b = 0; a + b <= fine; ++b) {
      const double p = double(a) / fine, q = double(b) / fine;
      EXPECT_GE(best_response(posts, {p, q, 1 - p - q}), least - 1e-12);
    }
}

TEST(TheInspectionGame, IsWorthWhatDresherFound) {
  EXPECT_DOUBLE_EQ(inspection_value(4, 2), -3.0 / 11);
  EXPECT_DOUBLE_EQ(inspection_value(1, 0), -1);
  EXPECT_DOUBLE_EQ(inspection_value(2, 1), -1.0 / 3);
  EXPECT_DOUBLE_EQ(inspection_value(3, 3), 0);
  EXPECT_NEAR(inspection_value(1000, 10), -0.98002034512, 1e-11);  // and no factorial overflows
}

// Who waits for the best moment, knowing how many inspections are left: by backward induction.
double of_best_response(int shifts, int visits) {
  if (shifts == 0) return 0;
  const double p = inspection_chance(shifts, visits);
  const double now = p - (1 - p);  // to the inspector
  const double looked = visits > 0 ? of_best_response(shifts - 1, visits - 1) : 0;
  const double later = p * looked + (1 - p) * of_best_response(shifts - 1, visits);
  return std::min(now, later);
}

TEST(TheInspectionGame, LeavesABestResponseNothingMore) {
  for (int shifts = 1; shifts <= 8; ++shifts)
    for (int visits = 0; visits <= shifts; ++visits)
      EXPECT_NEAR(of_best_response(shifts, visits), inspection_value(shifts, visits), 1e-12)
          << shifts << " " << visits;
}

}  // namespace
}  // namespace cordon::coverage_test
