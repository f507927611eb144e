#pragma once

// The quantile of the gamma distribution, tabulated once per shape so that a draw costs no more
// than an exponential one.

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "sim/engine/elementary.hpp"

namespace cordon {

/// Quantile of the gamma distribution with one shape and scale 1.
///
/// The unit interval is split at 1/2; each half into octaves of the distance w to its end, and each
/// octave into 16 equal cells with a polynomial of degree 5 that meets value, slope and curvature
/// at both ends. A tail looks alike in every octave, so that the table is as good at u = 1e-12 as
/// in the middle. For shapes below 1, where the quantile falls like a high power of u, the
/// polynomial gives its logarithm.
///
/// The relative error is below 1e-9 for every u from 2^-54 to 1 - 2^-53 (1.3e-10 / shape where the
/// shape is below 0.14, that is a coefficient of variation above 2.6). The knots are found by
/// Newton's method with the exp and log of elementary.hpp: the same bits for every compiler and
/// processor.
class GammaQuantile {
 public:
  /// @param shape  from 0.01 to 10,000
  explicit GammaQuantile(double shape);

  /// The table of this shape: made when first asked for (some milliseconds), shared while in use,
  /// from any thread.
  [[nodiscard]] static std::shared_ptr<const GammaQuantile> of(double shape);

  /// @param u  in the open interval (0, 1)
  /// @return the quantile; it never falls when u grows by 2^-32 or more (and by less, never by more
  ///         than rounding errors). With shapes below 0.1 it may be too small for a double, and 0.
  [[nodiscard]] double operator()(double u) const {
    const bool above = u >= 0.5;
    const double w = std::clamp(above ? 1.0 - u : u, smallest, largest);
    const auto bits = std::bit_cast<std::uint64_t>(w);
    const auto& c = cells_[(above ? cells_a_side : 0) + ((bits - first) >> 48)];
    // How far along its cell w is, from 0 to 1: the 48 bits that did not choose the cell.
    const double t =
        std::bit_cast<double>(one | ((bits << 4) & ~(std::uint64_t{0xfff} << 52))) - 1.0;
    const double t2 = t * t;
    const double y = (c[0] + c[1] * t) + t2 * ((c[2] + c[3] * t) + t2 * (c[4] + c[5] * t));
    return logarithmic_ ? elementary::exp(y) : y;
  }

 private:
  static constexpr double smallest = 0x1p-55;
  static constexpr double largest = 0.5 - 0x1p-54;
  static constexpr auto first = std::bit_cast<std::uint64_t>(smallest);
  static constexpr auto one = std::bit_cast<std::uint64_t>(1.0);
  static constexpr std::size_t cells_a_side = 54 * 16;

  bool logarithmic_;
  std::array<std::array<double, 6>, 2 * cells_a_side> cells_;
};

}  // namespace cordon
