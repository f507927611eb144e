#include "sim/engine/gamma_quantile.hpp"

#include <cassert>
#include <cmath>
#include <map>
#include <mutex>

namespace cordon {
namespace {

// The C library's functions, and so Boost's, have other last bits on other processors: all of this
// is in double, with our own exp and log.
using elementary::exp;
using elementary::log;
using elementary::log_gamma;

enum class Side { below, above };

/// The gamma distribution with one shape, by the logarithm y of its argument x.
class Gamma {
 public:
  explicit Gamma(double shape)
      : shape_(shape), log_gamma_(log_gamma(shape)), log_gamma_1_(log_gamma(shape + 1)) {}

  /// Logarithm of x times the density.
  [[nodiscard]] double log_density(double y) const { return shape_ * y - exp(y) - log_gamma_; }

  /// Logarithm of the probability on this side of x.
  [[nodiscard]] double log_tail(Side side, double y) const {
    const double x = exp(y);
    const bool is_series = x < shape_ + 1;
    const double log_part = is_series ? shape_ * y - x - log_gamma_1_ + log(series(x))
                                      : log_density(y) - log(fraction(x));
    if (is_series == (side == Side::below)) return log_part;
    return log(1 - exp(log_part));
  }

  /// Where Newton's method begins, on the side of the solution from which it cannot miss it: the
  /// logarithm of a tail is a concave function of y.
  [[nodiscard]] double beyond(Side side, double w) const {
    if (side == Side::below) return (log(w) + log_gamma_1_) / shape_;
    return log(shape_ + 9.5 * std::sqrt(shape_) + 45);
  }

  /// The y at which the probability on this side is w, from a y beyond it.
  [[nodiscard]] double log_quantile(Side side, double w, double y) const {
    constexpr int most_steps = 100;
    constexpr double close = 1e-14;
    const double wanted = log(w);
    for (int step = 0; step < most_steps; ++step) {
      const double tail = log_tail(side, y);
      const double slope = exp(log_density(y) - tail) * (side == Side::below ? 1 : -1);
      const double change = (wanted - tail) / slope;
      y += change;
      if (std::abs(change) <= close * std::max(1.0, std::abs(y))) break;
    }
    return y;
  }

 private:
  // Below x: 1 + x/(a+1) + x^2/((a+1)(a+2)) + ... (DLMF 8.7.1).
  [[nodiscard]] double series(double x) const {
    double sum = 1, term = 1;
    for (double n = shape_ + 1; term > 1e-17 * sum; n += 1) sum += term *= x / n;
    return sum;
  }
  // Above x: the continued fraction x + 1 - a - 1(1-a)/(x+3-a - ...) (DLMF 8.9.2), by Lentz.
  [[nodiscard]] double fraction(double x) const {
    double b = x + 1 - shape_, f = b, c = b, d = 0, change = 2;
    for (double n = 1; std::abs(change - 1) > 1e-16 && n < 100'000; n += 1) {
      const double a = n * (shape_ - n);
      b += 2;
      d = 1 / (b + a * d);
      c = b + a / c;
      f *= change = c * d;
    }
    return f;
  }

  double shape_, log_gamma_, log_gamma_1_;
};

/// What a polynomial must meet at the end of a cell: derivatives are by w.
struct Knot {
  double value, slope, curvature;
};

Knot knot_at(double shape, const Gamma& gamma, bool logarithmic, Side side, double y) {
  const double x = exp(y);
  const double sign = side == Side::below ? 1 : -1;
  // By the distribution function F: dy/dF = 1 / (x * density).
  const double slope = exp(-gamma.log_density(y));
  const double curvature = (x - shape) * slope * slope;
  if (logarithmic) return {y, sign * slope, curvature};
  return {x, sign * x * slope, x * (curvature + slope * slope)};
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
  const Gamma gamma(shape);
  for (const Side side : {Side::below, Side::above}) {
    const std::size_t offset = side == Side::above ? cells_a_side : 0;
    double w = smallest;
    double y = gamma.log_quantile(side, w, gamma.beyond(side, w));
    Knot from = knot_at(shape, gamma, logarithmic_, side, y);
    for (std::size_t cell = 0; cell < cells_a_side; ++cell) {
      const double next = std::bit_cast<double>(first + ((cell + 1) << 48));
      y = gamma.log_quantile(side, next, y);
      const Knot to = knot_at(shape, gamma, logarithmic_, side, y);
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
