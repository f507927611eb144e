#include "sim/model/risk/ranks.hpp"

#include <algorithm>

namespace cordon {

double Ranks::add(double score, double luck) {
  const double where = (score - lowest) / (highest - lowest) * bins;
  const int bin = static_cast<int>(std::clamp(where, 0.0, bins - 1.0));
  const std::uint32_t same = counts_[static_cast<std::size_t>(bin)];
  const std::uint32_t above = all_ - below(bin) - same;
  const double rank = (above + luck * (same + 1.0)) / (all_ + 1.0);
  count(bin, 1);
  if (all_ >= most) halve();
  return rank;
}

std::uint32_t Ranks::below(int bin) const {
  std::uint32_t sum = 0;
  for (int n = bin; n > 0; n -= n & -n) sum += tree_[static_cast<std::size_t>(n)];
  return sum;
}

void Ranks::count(int bin, std::uint32_t times) {
  counts_[static_cast<std::size_t>(bin)] += times;
  all_ += times;
  for (int n = bin + 1; n <= bins; n += n & -n) tree_[static_cast<std::size_t>(n)] += times;
}

// Of every two, one is kept. Of two in different bins it is in turn the lower and the higher, so
// that the sparse bins of the riskiest neither lose their share nor get another's.
void Ranks::halve() {
  const auto before = counts_;
  *this = {};
  int single = -1;  // the bin of one that has no other yet
  bool lower = true;
  for (int bin = 0; bin < bins; ++bin) {
    std::uint32_t here = before[static_cast<std::size_t>(bin)];
    if (here > 0 && single >= 0) {
      count(lower ? single : bin, 1);
      lower = !lower;
      single = -1;
      --here;
    }
    if (here >= 2) count(bin, here / 2);
    if (here % 2 == 1) single = bin;
  }
}

}  // namespace cordon
