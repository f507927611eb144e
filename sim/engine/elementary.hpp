#pragma once

// The exp, log and normal quantile that every result of a run goes through. The C library picks its
// own by processor (with or without fused multiply-add) and changes them between versions; these
// give the same bits on every x86-64, compiler and optimisation level, as long as contraction is
// off
// (-ffp-contract=off, which all our targets have). No other transcendental function of the C
// library may be used where a result depends on it; std::sqrt, std::ceil and the like are exact and
// may.
//
// exp and log are adapted from musl 1.2.3, src/math/{exp,log}.c: see elementary/LICENSE.
// Copyright (c) 2018, Arm Limited. MIT licence.

#include <bit>
#include <cstdint>

#include "sim/engine/elementary/tables.hpp"

namespace cordon::elementary {

namespace detail {

/// exp(x) = scale * (1 + rest), where the exponent of scale may still have overflown.
struct ExpParts {
  double rest;
  std::uint64_t scale_bits;
  std::uint64_t k;
};

inline ExpParts exp_parts(double x) {
  const ExpTable& t = exp_table;
  const double shifted = t.n_over_ln2 * x + t.shift;
  const auto k = std::bit_cast<std::uint64_t>(shifted);
  const double kd = shifted - t.shift;
  const double r = x + kd * t.minus_ln2_over_n_high + kd * t.minus_ln2_over_n_low;
  const std::uint64_t entry = 2 * (k % 128);
  const auto tail = std::bit_cast<double>(t.table[entry]);
  const double r2 = r * r;
  const double rest =
      tail + r + r2 * (t.poly[0] + r * t.poly[1]) + r2 * r2 * (t.poly[2] + r * t.poly[3]);
  return {rest, t.table[entry + 1] + (k << 45), k};
}

double exp_of_extreme(double x);
double log_near_one(double x);
double log_of_extreme(double x);

/// log of the positive normal number with these bits.
inline double log_of_normal(std::uint64_t bits) {
  const LogTable& t = log_table;
  const std::uint64_t above = bits - 0x3fe6000000000000;
  const auto i = (above >> 45) % 128;
  const auto k = static_cast<double>(static_cast<std::int64_t>(above) >> 52);
  const auto z = std::bit_cast<double>(bits - (above & 0xfff0000000000000));
  const double r = (z - t.centre[i].c_high - t.centre[i].c_low) * t.table[i].inverse_c;
  const double w = k * t.ln2_high + t.table[i].log_c;
  const double high = w + r;
  const double low = w - high + r + k * t.ln2_low;
  const double r2 = r * r;
  return low + r2 * t.poly[0] +
         r * r2 * (t.poly[1] + r * t.poly[2] + r2 * (t.poly[3] + r * t.poly[4])) + high;
}

}  // namespace detail

/// e to the power x, within 0.52 units in the last place (outside the subnormal range).
///
/// @param x  any; NaN gives NaN, above 709.79 gives infinity, below -745.14 gives 0
[[nodiscard]] inline double exp(double x) {
  // Exponents from 2^-54 up to, but not including, 2^9.
  const auto exponent = static_cast<std::uint32_t>(std::bit_cast<std::uint64_t>(x) >> 52) & 0x7ff;
  if (exponent - 0x3c9 >= 0x3f) [[unlikely]]
    return detail::exp_of_extreme(x);
  const auto [rest, scale_bits, k] = detail::exp_parts(x);
  const auto scale = std::bit_cast<double>(scale_bits);
  return scale + scale * rest;
}

/// Natural logarithm, within 0.52 units in the last place.
///
/// @param x  any; 0 gives minus infinity, below 0 gives NaN
[[nodiscard]] inline double log(double x) {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  constexpr auto low = std::bit_cast<std::uint64_t>(1.0 - 0x1p-4);
  constexpr auto high = std::bit_cast<std::uint64_t>(1.0 + 0x1.09p-4);
  if (bits - low < high - low) [[unlikely]]
    return detail::log_near_one(x);
  if (bits - 0x0010000000000000 >= 0x7fe0000000000000) [[unlikely]]
    return detail::log_of_extreme(x);
  return detail::log_of_normal(bits);
}

/// The z that a standard normal variate stays below with probability u: the inverse of its
/// distribution function, within a relative error of 1e-14 (the method's own is 1e-16).
///
/// @param u  in the open interval (0, 1)
/// Source: Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988), 477-484.
[[nodiscard]] double normal_quantile(double u);

/// Logarithm of the gamma function, within 1e-15 of max(30, |result|).
///
/// @param z  above 0
/// Source: Stirling's series (DLMF 5.11.1) beyond 16, and the recurrence below it.
[[nodiscard]] double log_gamma(double z);

}  // namespace cordon::elementary
