#pragma once

// Where a score lies among those of recent traffic. Engines that learn change what their scores
// mean; a share of traffic does not.

#include <array>
#include <cstdint>

namespace cordon {

/// The last scores, in narrow bins. Constant memory and time. The memory is short: an engine that
/// learns changes its scores from day to day, and with a long one the lanes would take too little
/// or too much.
class Ranks {
 public:
  /// Tells which share of the last scores lies above this one, and counts it among them. Equal
  /// scores are put in order by luck.
  /// @param luck  in (0,1); the smaller, the riskier among equals
  /// @return in (0,1); uniform over traffic, as long as scores come from one distribution
  [[nodiscard]] double add(double score, double luck);

 private:
  static constexpr int bins = 1024;
  static constexpr double lowest = -16, highest = 16;
  static constexpr std::uint32_t most = 256;  // scores: half a per cent is one or two of them

  // Sums over bins from the lowest, as a Fenwick tree.
  [[nodiscard]] std::uint32_t below(int bin) const;
  void count(int bin, int by);

  std::array<std::uint16_t, bins> counts_{};
  std::array<std::uint16_t, bins + 1> tree_{};
  std::array<std::uint16_t, most> last_{};  ///< their bins; the oldest is the next to go
  std::uint32_t next_ = 0, all_ = 0;
};

}  // namespace cordon
