#pragma once

// What a scenario may say about a quantity that varies: how long an inspection takes, what a load
// weighs. A distribution is a value; luck is brought by the caller as a uniform number.

#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "sim/engine/gamma_quantile.hpp"

namespace cordon {

/// A distribution of real numbers, in whatever unit its parameters have.
///
/// Cheap to copy; equal when made with the same parameters. Every factory throws
/// std::invalid_argument with one sentence that names the parameter, for instance
/// "lognormal: cv must be from 0.01 to 100, is -1". The cv is the coefficient of variation:
/// standard deviation by mean. Parameters must be finite.
class Distribution {
 public:
  enum class Kind {
    constant,
    uniform,
    exponential,
    erlang,
    gamma,
    lognormal,
    weibull,
    triangular,
    empirical
  };

  /// A parameter as the factory took it, for who writes or prints a distribution.
  struct Parameter {
    std::string_view name;  ///< as the factory calls it: "mean", "cv", "low"...
    double value;
    bool has_unit;  ///< whether it is in the unit of what is drawn (a cv and a count are not)
  };

  /// Always 0.
  Distribution() = default;

  /// Always the same.
  [[nodiscard]] static Distribution constant(double value);
  /// Anything between low and high (low < high) alike.
  [[nodiscard]] static Distribution uniform(double low, double high);
  /// The time to the next event of a Poisson process. @param mean  above 0
  [[nodiscard]] static Distribution exponential(double mean);
  /// The sum of exponential stages; its cv is 1 / sqrt(stages).
  /// @param stages  1 to 10,000  @param mean  of the sum, above 0
  [[nodiscard]] static Distribution erlang(int stages, double mean);
  /// @param mean  above 0  @param cv  0.01 to 10; the shape is 1 / cv^2
  [[nodiscard]] static Distribution gamma(double mean, double cv);
  /// @param mean  of the variate itself, not of its logarithm; above 0  @param cv  0.01 to 100
  [[nodiscard]] static Distribution lognormal(double mean, double cv);
  /// @param mean  above 0  @param cv  0.01 to 100; the shape is solved from it, to 44 bits
  [[nodiscard]] static Distribution weibull(double mean, double cv);
  /// What an expert says: at least low, mostly mode, at most high.
  /// @param low, mode, high  low <= mode <= high and low < high
  [[nodiscard]] static Distribution triangular(double low, double mode, double high);
  /// What was observed is what is drawn: one of the values, never one between them, so that mean
  /// and cv are exactly those of the data.
  ///
  /// @param values   at least one, in any order
  /// @param weights  how often each was seen, at least 0, not all 0; none means once each
  [[nodiscard]] static Distribution empirical(const std::vector<double>& values,
                                              const std::vector<double>& weights = {});

  /// The value that is not exceeded with probability u: a draw, when u is one.
  ///
  /// The standard variate is taken first and scaled then, so that with the same u a changed mean
  /// changes the result in proportion. It never falls when u grows by 2^-32 or more, and by less
  /// never by more than rounding errors. Allocates nothing.
  ///
  /// Relative error below 1e-9 where a table is used (gamma, Erlang: see GammaQuantile), else below
  /// 1e-11. Exponential and Weibull first round 1 - u to a double: nothing for a u of 32 bits, and
  /// an error of up to 2^-54 in u for one of 53.
  ///
  /// @param u  in the open interval (0, 1), in 32 or 53 bits
  [[nodiscard]] double sample(double u) const;

  [[nodiscard]] double mean() const;
  [[nodiscard]] double variance() const;
  /// Standard deviation by mean; 0 for a constant, and infinite where only the mean is 0.
  [[nodiscard]] double cv() const;

  /// The same shape with all that has a unit multiplied: with the same u, sample() gives `factor`
  /// times as much, up to rounding.
  ///
  /// @param factor  above 0, finite
  /// @throws std::invalid_argument  when it is not, or a parameter would overflow
  [[nodiscard]] Distribution scaled(double factor) const;

  [[nodiscard]] Kind kind() const { return kind_; }
  /// In the factory's order; none for empirical, which has values() and weights() instead.
  [[nodiscard]] std::vector<Parameter> parameters() const;
  /// Of empirical: ascending, each value once; otherwise empty.
  [[nodiscard]] const std::vector<double>& values() const;
  /// Of empirical: one above 0 for each of values(); otherwise empty.
  [[nodiscard]] const std::vector<double>& weights() const;

  friend bool operator==(const Distribution& a, const Distribution& b);

 private:
  struct Observations;

  Distribution(Kind kind, std::array<double, 3> given) : kind_{kind}, given_{given} {}
  [[nodiscard]] double standard(double u) const;

  Kind kind_ = Kind::constant;
  std::array<double, 3> given_{};  // the factory's parameters, in its order
  double start_ = 0.0;             // what is drawn is start + scale * standard variate
  double scale_ = 0.0;
  double shape_ = 0.0;  // what the standard variate needs: sigma, 1 / shape, place of the mode
  std::shared_ptr<const GammaQuantile> gamma_;
  std::shared_ptr<const Observations> observations_;
};

/// As the factory is called: "lognormal".
[[nodiscard]] std::string_view name_of(Distribution::Kind kind);

}  // namespace cordon
