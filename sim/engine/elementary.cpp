#include "sim/engine/elementary.hpp"

#include <cassert>
#include <cmath>
#include <limits>

namespace cordon::elementary {

namespace detail {

namespace {

/// scale * (1 + rest) where the plain product would overflow or lose bits on its way.
double scaled_in_steps(const ExpParts& parts) {
  if ((parts.k & 0x80000000) == 0) {
    const auto scale = std::bit_cast<double>(parts.scale_bits - (1009ULL << 52));
    return 0x1p1009 * (scale + scale * parts.rest);
  }
  const auto scale = std::bit_cast<double>(parts.scale_bits + (1022ULL << 52));
  double y = scale + scale * parts.rest;
  if (y < 1.0) {
    // Round to the precision of the subnormal result first, so that it is rounded only once.
    const double lost = scale - y + scale * parts.rest;
    const double high = 1.0 + y;
    const double low = 1.0 - high + y + lost;
    y = (high + low) - 1.0;
  }
  return 0x1p-1022 * y;
}

}  // namespace

double exp_of_extreme(double x) {
  if (std::isnan(x)) return x;
  if (x >= 1024.0) return std::numeric_limits<double>::infinity();
  if (x <= -1024.0) return 0.0;
  if (std::abs(x) < 0x1p-54) return 1.0;
  return scaled_in_steps(exp_parts(x));
}

double log_near_one(double x) {
  if (x == 1.0) return 0.0;
  const double* b = log_table.near_one;
  const double r = x - 1.0;
  const double r2 = r * r;
  const double r3 = r * r2;
  const double y =
      r3 * (b[1] + r * b[2] + r2 * b[3] +
            r3 * (b[4] + r * b[5] + r2 * b[6] + r3 * (b[7] + r * b[8] + r2 * b[9] + r3 * b[10])));
  // The first two terms, r - r*r/2, in twice the precision.
  const double shifted = r * 0x1p27;
  const double r_high = r + shifted - shifted;
  const double r_low = r - r_high;
  const double square = r_high * r_high * b[0];
  const double high = r + square;
  double low = r - high + square;
  low += b[0] * r_low * (r_high + r);
  return y + low + high;
}

double log_of_extreme(double x) {
  if (x == 0.0) return -std::numeric_limits<double>::infinity();
  if (x < 0.0) return std::numeric_limits<double>::quiet_NaN();
  if (!std::isfinite(x)) return x;
  return log_of_normal(std::bit_cast<std::uint64_t>(x * 0x1p52) - (52ULL << 52));
}

}  // namespace detail

namespace {

/// Polynomial of degree 7, lowest power first, in the order that leaves most to do at once.
double polynomial(const double (&c)[8], double x) {
  const double x2 = x * x;
  return ((c[0] + c[1] * x) + x2 * (c[2] + c[3] * x)) +
         (x2 * x2) * ((c[4] + c[5] * x) + x2 * (c[6] + c[7] * x));
}

double ratio(const double (&above)[8], const double (&below)[8], double x) {
  return polynomial(above, x) / polynomial(below, x);
}

constexpr double centre_above[8] = {3.3871328727963666080e0, 1.3314166789178437745e2,
                                    1.9715909503065514427e3, 1.3731693765509461125e4,
                                    4.5921953931549871457e4, 6.7265770927008700853e4,
                                    3.3430575583588128105e4, 2.5090809287301226727e3};
constexpr double centre_below[8] = {1.0,
                                    4.2313330701600911252e1,
                                    6.8718700749205790830e2,
                                    5.3941960214247511077e3,
                                    2.1213794301586595867e4,
                                    3.9307895800092710610e4,
                                    2.8729085735721942674e4,
                                    5.2264952788528545610e3};
constexpr double middle_above[8] = {1.42343711074968357734e0,  4.63033784615654529590e0,
                                    5.76949722146069140550e0,  3.64784832476320460504e0,
                                    1.27045825245236838258e0,  2.41780725177450611770e-1,
                                    2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double middle_below[8] = {1.0,
                                    2.05319162663775882187e0,
                                    1.67638483018380384940e0,
                                    6.89767334985100004550e-1,
                                    1.48103976427480074590e-1,
                                    1.51986665636164571966e-2,
                                    5.47593808499534494600e-4,
                                    1.05075007164441684324e-9};
constexpr double tail_above[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,
                                  1.78482653991729133580e0,  2.96560571828504891230e-1,
                                  2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                  2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double tail_below[8] = {1.0,
                                  5.99832206555887937690e-1,
                                  1.36929880922735805310e-1,
                                  1.48753612908506148525e-2,
                                  7.86869131145613259100e-4,
                                  1.84631831751005468180e-5,
                                  1.42151175831644588870e-7,
                                  2.04426310338993978564e-15};

}  // namespace

double normal_quantile(double u) {
  assert(u > 0.0 && u < 1.0);
  const double q = u - 0.5;
  if (std::abs(q) <= 0.425) return q * ratio(centre_above, centre_below, 0.180625 - q * q);
  const double r = std::sqrt(-log(q < 0.0 ? u : 1.0 - u));
  const double z = r <= 5.0 ? ratio(middle_above, middle_below, r - 1.6)
                            : ratio(tail_above, tail_below, r - 5.0);
  return q < 0.0 ? -z : z;
}

double log_gamma(double z) {
  double below = 1;  // the gamma function of what is shifted up is this much greater
  for (; z < 16; z += 1) below *= z;
  constexpr double half_log_2_pi = 0.91893853320467274178;
  const double inverse = 1 / z, square = inverse * inverse;
  const double series =
      inverse *
      (1.0 / 12 -
       square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))));
  return (z - 0.5) * log(z) - z + half_log_2_pi + series - log(below);
}

}  // namespace cordon::elementary
