#include "sim/model/staff/coverage.hpp"

#include <algorithm>

namespace cordon {
namespace {

// How often a post must be visited to be worth no more than `level`.
double needed(const Target& post, double level) {
  if (post.uncovered <= level) return 0;
  return std::min(1.0, (post.uncovered - level) / (post.uncovered - post.covered));
}

double units_needed(std::span<const Target> posts, double level) {
  double sum = 0;
  for (const Target& post : posts) sum += needed(post, level);
  return sum;
}

// Where the units that a level needs change their slope.
std::vector<double> corners(std::span<const Target> posts) {
  std::vector<double> levels;
  double floor = posts.front().covered;  // no visits make the best post worth less
  for (const Target& post : posts) floor = std::max(floor, post.covered);
  for (const Target& post : posts) levels.push_back(std::max(post.uncovered, floor));
  levels.push_back(floor);
  std::sort(levels.begin(), levels.end(), std::greater<>());
  return levels;
}

}  // namespace

std::vector<double> coverage(std::span<const Target> posts, double units) {
  std::vector<double> visited(posts.size());
  if (posts.empty()) return visited;
  const std::vector<double> levels = corners(posts);
  double level = levels.front();
  for (std::size_t n = 1; n < levels.size(); ++n) {
    const double above = units_needed(posts, levels[n - 1]);
    const double below = units_needed(posts, levels[n]);
    level = levels[n];
    if (below <= units) continue;
    // Between two corners the units grow in proportion to how far the level falls.
    level = levels[n - 1] - (levels[n - 1] - levels[n]) * (units - above) / (below - above);
    break;
  }
  for (std::size_t p = 0; p < posts.size(); ++p) visited[p] = needed(posts[p], level);
  return visited;
}

double inspection_value(int shifts, int visits) {
  if (visits >= shifts) return 0;
  // C(n-1,k) and C(n,i), each as a share of C(n,k): factorials would overflow.
  double all = 0, term = 1;
  for (int i = visits; i >= 0; --i) {
    all += term;
    term *= static_cast<double>(i) / (shifts - i + 1);
  }
  return -static_cast<double>(shifts - visits) / shifts / all;
}

double inspection_chance(int shifts, int visits) {
  if (visits <= 0) return 0;
  return visits >= shifts ? 1 : (1 + inspection_value(shifts, visits)) / 2;
}

}  // namespace cordon
