#include "analysis/selection/simulated.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace cordon {

void check_answer(std::span<const std::vector<double>> answer, std::span<const int> counts) {
  const bool complete = std::equal(answer.begin(), answer.end(), counts.begin(), counts.end(),
                                   [](const std::vector<double>& values, int count) {
                                     return static_cast<int>(values.size()) == count;
                                   });
  if (!complete) throw std::invalid_argument("simulate: not as many values as were asked for");
  for (const std::vector<double>& values : answer)
    if (!std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); }))
      throw std::invalid_argument("simulate: a value is not finite");
}

std::size_t best_of(std::span<const double> means, Aim aim) {
  if (means.empty()) throw std::invalid_argument("best_of: there are no plans");
  std::size_t best = 0;
  for (std::size_t i = 1; i < means.size(); ++i)
    if (advantage(means[i], means[best], aim) > 0) best = i;
  return best;
}

}  // namespace cordon
