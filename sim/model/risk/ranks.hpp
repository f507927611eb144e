#pragma once

// Where a score lies among those of recent traffic. Engines that learn change what their scores
// mean; a share of traffic does not.

#include <array>
#include <cstdint>

namespace cordon {

/// Counts scores in narrow bins; when there are many, all count half. Constant memory and time. The
/// memory is short: an engine that learns changes its scores from day to day, and with a long one
/// the lanes would take too little or too much.
class Ranks {
 public:
  /// Counts a score, and tells which share of those counted so far lies above it. Equal scores are
  /// put in order by luck.
  /// @param luck  in (0,1); the smaller, the riskier among equals
  /// @return in (0,1); uniform over traffic, as long as scores come from one distribution
  [[nodiscard]] double add(double score, double luck);

 private:
  static constexpr int bins = 1024;
  static constexpr double lowest = -16, highest = 16;
  static constexpr std::uint32_t most = 1u << 8;

  // Sums over bins from the lowest, as a Fenwick tree.
  [[nodiscard]] std::uint32_t below(int bin) const;
  void count(int bin, std::uint32_t times);
  void halve();

  std::array<std::uint32_t, bins> counts_{};
  std::array<std::uint32_t, bins + 1> tree_{};
  std::uint32_t all_ = 0;
};

}  // namespace cordon
