#include "analysis/design/permutation.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace cordon {

// Sorted by words of luck and not shuffled: no order depends on how a library's shuffle draws.
std::vector<int> permutation(int count, const Luck& luck, Subject subject) {
  std::vector<std::pair<std::uint64_t, int>> keyed;
  keyed.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    const LuckBlock words = luck.block(subject, static_cast<std::uint32_t>(i));
    keyed.emplace_back(std::uint64_t{words[0]} << 32 | words[1], i);
  }
  std::sort(keyed.begin(), keyed.end());
  std::vector<int> order(keyed.size());
  std::transform(keyed.begin(), keyed.end(), order.begin(), [](const auto& k) { return k.second; });
  return order;
}

}  // namespace cordon
