#include "sim/model/risk/ranks.hpp"

#include <algorithm>

namespace cordon {

double Ranks::add(double score, double luck) {
  const double where = (score - lowest) / (highest - lowest) * bins;
  const int bin = static_cast<int>(std::clamp(where, 0.0, bins - 1.0));
  const std::uint32_t same = counts_[static_cast<std::size_t>(bin)];
  const std::uint32_t above = all_ - below(bin) - same;
  const double rank = (above + luck * (same + 1.0)) / (all_ + 1.0);
  if (all_ == most)
    count(last_[next_], -1);
  else
    ++all_;
  count(bin, 1);
  last_[next_] = static_cast<std::uint16_t>(bin);
  next_ = (next_ + 1) % most;
  return rank;
}

std::uint32_t Ranks::below(int bin) const {
  std::uint32_t sum = 0;
  for (int n = bin; n > 0; n -= n & -n) sum += tree_[static_cast<std::size_t>(n)];
  return sum;
}

void Ranks::count(int bin, int by) {
  const auto change = [by](std::uint16_t& n) { n = static_cast<std::uint16_t>(n + by); };
  change(counts_[static_cast<std::size_t>(bin)]);
  for (int n = bin + 1; n <= bins; n += n & -n) change(tree_[static_cast<std::size_t>(n)]);
}

}  // namespace cordon
