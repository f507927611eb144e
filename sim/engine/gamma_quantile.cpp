#include "sim/engine/gamma_quantile.hpp"

#include <boost/math/special_functions/gamma.hpp>
#include <cassert>
#include <cmath>
#include <map>
#include <mutex>

namespace cordon {
namespace {

enum class Side { below, above };

/// Logarithm of the quantile for a lower tail w so small that the quantile is below e^-12, by the
/// power series of the distribution function; `start` is its first term's solution.
long double log_of_small_quantile(long double shape, long double start) {
  long double result = start;
  for (int i = 0; i < 4; ++i) {
    const long double x = std::exp(result);
    const long double series =
        1 + x / (shape + 1) * (1 + x / (shape + 2) * (1 + x / (shape + 3) * (1 + x / (shape + 4))));
    result = start + (x - std::log(series)) / shape;
  }
  return result;
}

long double log_of_quantile(long double shape, Side side, long double w) {
  if (side == Side::above) return std::log(boost::math::gamma_q_inv(shape, w));
  const long double start = (std::log(w) + boost::math::lgamma(shape + 1)) / shape;
  if (start < -12) return log_of_small_quantile(shape, start);
  return std::log(boost::math::gamma_p_inv(shape, w));
}

/// What a polynomial must meet at the end of a cell: derivatives are by w.
struct Knot {
  double value, slope, curvature;
};

Knot knot_at(long double shape, bool logarithmic, Side side, double w) {
  const long double log_x = log_of_quantile(shape, side, w);
  const long double x = std::exp(log_x);
  const long double sign = side == Side::below ? 1 : -1;
  // By the distribution function F: d(log x)/dF = 1 / (x * density).
  const long double slope = std::exp(boost::math::lgamma(shape) + x - shape * log_x);
  const long double curvature = (x - shape) * slope * slope;
  using elementary::rounded_to_44_bits;
  if (logarithmic) {
    return {rounded_to_44_bits(log_x), rounded_to_44_bits(sign * slope),
            rounded_to_44_bits(curvature)};
  }
  return {rounded_to_44_bits(x), rounded_to_44_bits(sign * x * slope),
          rounded_to_44_bits(x * (curvature + slope * slope))};
}

/// The polynomial, lowest power first, in t from 0 to 1 over a cell of this width.
std::array<double, 6> polynomial(const Knot& from, const Knot& to, double width) {
  const double rise = to.value - from.value;
  const double d0 = from.slope * width;
  const double d1 = to.slope * width;
  const double s0 = from.curvature * width * width;
  const double s1 = to.curvature * width * width;
  return {from.value,
          d0,
          0.5 * s0,
          10.0 * rise - 6.0 * d0 - 4.0 * d1 - 1.5 * s0 + 0.5 * s1,
          -15.0 * rise + 8.0 * d0 + 7.0 * d1 + 1.5 * s0 - s1,
          6.0 * rise - 3.0 * (d0 + d1) - 0.5 * (s0 - s1)};
}

}  // namespace

GammaQuantile::GammaQuantile(double shape) : logarithmic_{shape < 1.0} {
  assert(shape >= 0.01 && shape <= 10'000.0);
  for (const Side side : {Side::below, Side::above}) {
    const std::size_t offset = side == Side::above ? cells_a_side : 0;
    double w = smallest;
    Knot from = knot_at(shape, logarithmic_, side, w);
    for (std::size_t cell = 0; cell < cells_a_side; ++cell) {
      const double next = std::bit_cast<double>(first + ((cell + 1) << 48));
      const Knot to = knot_at(shape, logarithmic_, side, next);
      cells_[offset + cell] = polynomial(from, to, next - w);
      w = next;
      from = to;
    }
  }
}

std::shared_ptr<const GammaQuantile> GammaQuantile::of(double shape) {
  static std::mutex mutex;
  static std::map<double, std::weak_ptr<const GammaQuantile>> known;
  const std::scoped_lock lock{mutex};
  std::weak_ptr<const GammaQuantile>& entry = known[shape];
  if (auto table = entry.lock()) return table;
  auto table = std::make_shared<const GammaQuantile>(shape);
  entry = table;
  return table;
}

}  // namespace cordon
