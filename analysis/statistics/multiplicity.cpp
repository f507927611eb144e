#include "analysis/statistics/multiplicity.hpp"

#include <algorithm>
#include <cmath>

namespace cordon {

double simultaneous_confidence(double confidence, int count) {
  return count < 2 ? confidence : 1 - (1 - confidence) / count;
}

std::vector<double> holm(std::span<const double> p) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p.size(); ++i)
    if (!std::isnan(p[i])) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> adjusted(p.begin(), p.end());
  double greatest = 0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const auto left = static_cast<double>(order.size() - rank);
    greatest = std::max(greatest, std::min(1.0, left * p[order[rank]]));
    adjusted[order[rank]] = greatest;
  }
  return adjusted;
}

}  // namespace cordon
