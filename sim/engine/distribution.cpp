#include "sim/engine/distribution.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>

#include "sim/engine/elementary.hpp"

namespace cordon {

/// The data of an empirical distribution, made ready for drawing in constant time on average.
struct Distribution::Observations {
  std::vector<double> values;         // ascending
  std::vector<double> weights;        // above 0
  std::vector<double> cumulative;     // probability of this value or less; the last is 1
  std::vector<std::uint32_t> search;  // [j]: the first value with cumulative >= j / size
  double mean = 0.0;
  double variance = 0.0;

  Observations(std::vector<double> ascending, std::vector<double> positive)
      : values{std::move(ascending)}, weights{std::move(positive)} {
    double total = 0.0;
    for (double w : weights) total += w;
    double so_far = 0.0;
    for (double w : weights) cumulative.push_back((so_far += w) / total);
    cumulative.back() = 1.0;
    const auto size = static_cast<double>(values.size());
    for (std::uint32_t i = 0, j = 0; j <= values.size(); ++j) {
      while (cumulative[i] < j / size) ++i;
      search.push_back(i);
    }
    for (std::size_t i = 0; i < values.size(); ++i) mean += weights[i] / total * values[i];
    for (std::size_t i = 0; i < values.size(); ++i) {
      variance += weights[i] / total * (values[i] - mean) * (values[i] - mean);
    }
  }

  [[nodiscard]] double quantile(double u) const {
    const auto j = static_cast<std::size_t>(u * static_cast<double>(values.size()));
    std::size_t i = search[j];
    while (cumulative[i] < u) ++i;
    return values[i];
  }
};

namespace {

std::string text(double x) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), x).ptr;
  return {digits.data(), end};
}

[[noreturn]] void refuse(Distribution::Kind kind, std::string_view parameter,
                         std::string_view expected, double is) {
  throw std::invalid_argument(std::string{name_of(kind)} + ": " + std::string{parameter} +
                              " must be " + std::string{expected} + ", is " + text(is));
}

void require_finite(Distribution::Kind kind, std::string_view parameter, double is) {
  if (!std::isfinite(is)) refuse(kind, parameter, "finite", is);
}

void require_mean(Distribution::Kind kind, double mean) {
  if (!(mean > 0.0 && std::isfinite(mean))) refuse(kind, "mean", "above 0 and finite", mean);
}

void require_cv(Distribution::Kind kind, double cv, double highest) {
  if (!(cv >= 0.01 && cv <= highest)) refuse(kind, "cv", "from 0.01 to " + text(highest), cv);
}

/// log(1 + cv^2) of a Weibull distribution with this 1/shape.
double weibull_log_spread(double inverse_shape) {
  using elementary::log_gamma;
  return log_gamma(1 + 2 * inverse_shape) - 2 * log_gamma(1 + inverse_shape);
}

/// 1/shape of the Weibull distribution with this cv, from 0.01 to 100, by bisection.
double weibull_inverse_shape(double cv) {
  const double target = elementary::log(1 + cv * cv);
  double low = 0.001;
  double high = 16.0;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (weibull_log_spread(middle) < target ? low : high) = middle;
  }
  return low;
}

}  // namespace

Distribution Distribution::constant(double value) {
  require_finite(Kind::constant, "value", value);
  Distribution result{Kind::constant, {value}};
  result.start_ = value;
  return result;
}

Distribution Distribution::uniform(double low, double high) {
  require_finite(Kind::uniform, "low", low);
  require_finite(Kind::uniform, "high", high);
  if (!(low < high)) refuse(Kind::uniform, "low", "less than high, " + text(high), low);
  Distribution result{Kind::uniform, {low, high}};
  result.start_ = low;
  result.scale_ = high - low;
  return result;
}

Distribution Distribution::exponential(double mean) {
  require_mean(Kind::exponential, mean);
  Distribution result{Kind::exponential, {mean}};
  result.scale_ = mean;
  return result;
}

Distribution Distribution::erlang(int stages, double mean) {
  if (stages < 1 || stages > 10'000) refuse(Kind::erlang, "stages", "from 1 to 10000", stages);
  require_mean(Kind::erlang, mean);
  Distribution result{Kind::erlang, {static_cast<double>(stages), mean}};
  result.scale_ = mean / stages;
  result.gamma_ = GammaQuantile::of(stages);
  return result;
}

Distribution Distribution::gamma(double mean, double cv) {
  require_mean(Kind::gamma, mean);
  require_cv(Kind::gamma, cv, 10.0);
  Distribution result{Kind::gamma, {mean, cv}};
  const double shape = std::clamp(1.0 / (cv * cv), 0.01, 10'000.0);
  result.scale_ = mean / shape;
  result.gamma_ = GammaQuantile::of(shape);
  return result;
}

Distribution Distribution::lognormal(double mean, double cv) {
  require_mean(Kind::lognormal, mean);
  require_cv(Kind::lognormal, cv, 100.0);
  Distribution result{Kind::lognormal, {mean, cv}};
  result.scale_ = mean / std::sqrt(1.0 + cv * cv);
  result.shape_ = std::sqrt(elementary::log(1.0 + cv * cv));
  return result;
}

Distribution Distribution::weibull(double mean, double cv) {
  require_mean(Kind::weibull, mean);
  require_cv(Kind::weibull, cv, 100.0);
  Distribution result{Kind::weibull, {mean, cv}};
  result.shape_ = weibull_inverse_shape(cv);
  result.scale_ = mean / elementary::exp(elementary::log_gamma(1 + result.shape_));
  return result;
}

Distribution Distribution::triangular(double low, double mode, double high) {
  require_finite(Kind::triangular, "low", low);
  require_finite(Kind::triangular, "mode", mode);
  require_finite(Kind::triangular, "high", high);
  if (!(low < high)) refuse(Kind::triangular, "low", "less than high, " + text(high), low);
  if (!(low <= mode && mode <= high)) {
    refuse(Kind::triangular, "mode", "from low to high, " + text(low) + " to " + text(high), mode);
  }
  Distribution result{Kind::triangular, {low, mode, high}};
  result.start_ = low;
  result.scale_ = high - low;
  result.shape_ = (mode - low) / (high - low);
  return result;
}

Distribution Distribution::empirical(const std::vector<double>& values,
                                     const std::vector<double>& weights) {
  const auto must = [](const std::string& what) {
    throw std::invalid_argument("empirical: " + what);
  };
  const auto place = [](std::string list, std::size_t i) {
    return list.append("[").append(std::to_string(i)).append("]");
  };
  if (values.empty()) must("values must have at least one entry");
  if (!weights.empty() && weights.size() != values.size()) {
    must("weights must have one entry for each of the " + std::to_string(values.size()) +
         " values, has " + std::to_string(weights.size()));
  }
  std::vector<std::pair<double, double>> seen;
  for (std::size_t i = 0; i < values.size(); ++i) {
    require_finite(Kind::empirical, place("values", i), values[i]);
    const double weight = weights.empty() ? 1.0 : weights[i];
    if (!(weight >= 0.0 && std::isfinite(weight))) {
      refuse(Kind::empirical, place("weights", i), "at least 0 and finite", weight);
    }
    if (weight > 0.0) seen.emplace_back(values[i], weight);
  }
  if (seen.empty()) must("weights must not all be 0");
  std::sort(seen.begin(), seen.end());
  std::vector<double> ascending;
  std::vector<double> positive;
  for (const auto& [value, weight] : seen) {
    if (!ascending.empty() && ascending.back() == value) {
      positive.back() += weight;
    } else {
      ascending.push_back(value);
      positive.push_back(weight);
    }
  }
  Distribution result{Kind::empirical, {}};
  result.scale_ = 1.0;
  result.observations_ =
      std::make_shared<const Observations>(std::move(ascending), std::move(positive));
  return result;
}

double Distribution::sample(double u) const {
  assert(u > 0.0 && u < 1.0);
  return start_ + scale_ * standard(u);
}

double Distribution::standard(double u) const {
  switch (kind_) {
    case Kind::constant:
      return 0.0;
    case Kind::uniform:
      return u;
    case Kind::exponential:
      return -elementary::log(1.0 - u);
    case Kind::erlang:
    case Kind::gamma:
      return (*gamma_)(u);
    case Kind::lognormal:
      return elementary::exp(shape_ * elementary::normal_quantile(u));
    case Kind::weibull:
      return elementary::exp(shape_ * elementary::log(-elementary::log(1.0 - u)));
    case Kind::triangular:
      return u < shape_ ? std::sqrt(u * shape_) : 1.0 - std::sqrt((1.0 - u) * (1.0 - shape_));
    case Kind::empirical:
      return observations_->quantile(u);
  }
  return 0.0;
}

double Distribution::mean() const {
  switch (kind_) {
    case Kind::constant:
    case Kind::exponential:
    case Kind::gamma:
    case Kind::lognormal:
    case Kind::weibull:
      return given_[0];
    case Kind::erlang:
      return given_[1];
    case Kind::uniform:
      return (given_[0] + given_[1]) / 2.0;
    case Kind::triangular:
      return (given_[0] + given_[1] + given_[2]) / 3.0;
    case Kind::empirical:
      return observations_->mean;
  }
  return 0.0;
}

double Distribution::variance() const {
  const auto square = [](double x) { return x * x; };
  switch (kind_) {
    case Kind::constant:
      return 0.0;
    case Kind::exponential:
      return square(given_[0]);
    case Kind::gamma:
    case Kind::lognormal:
    case Kind::weibull:
      return square(given_[0] * given_[1]);
    case Kind::erlang:
      return square(given_[1]) / given_[0];
    case Kind::uniform:
      return square(scale_) / 12.0;
    case Kind::triangular:
      return square(scale_) * (1.0 - shape_ * (1.0 - shape_)) / 18.0;
    case Kind::empirical:
      return observations_->variance;
  }
  return 0.0;
}

double Distribution::cv() const {
  const double spread = std::sqrt(variance());
  return spread == 0.0 ? 0.0 : spread / std::abs(mean());
}

Distribution Distribution::scaled(double factor) const {
  if (!(factor > 0.0 && std::isfinite(factor))) {
    refuse(kind_, "the factor it is scaled by", "above 0 and finite", factor);
  }
  const auto& [a, b, c] = given_;
  switch (kind_) {
    case Kind::constant:
      return constant(a * factor);
    case Kind::uniform:
      return uniform(a * factor, b * factor);
    case Kind::exponential:
      return exponential(a * factor);
    case Kind::erlang:
      return erlang(static_cast<int>(a), b * factor);
    case Kind::gamma:
      return gamma(a * factor, b);
    case Kind::lognormal:
      return lognormal(a * factor, b);
    case Kind::weibull:
      return weibull(a * factor, b);
    case Kind::triangular:
      return triangular(a * factor, b * factor, c * factor);
    case Kind::empirical: {
      std::vector<double> larger = values();
      for (double& value : larger) value *= factor;
      return empirical(larger, weights());
    }
  }
  return *this;
}

std::vector<Distribution::Parameter> Distribution::parameters() const {
  const auto& [a, b, c] = given_;
  switch (kind_) {
    case Kind::constant:
      return {{"value", a, true}};
    case Kind::uniform:
      return {{"low", a, true}, {"high", b, true}};
    case Kind::exponential:
      return {{"mean", a, true}};
    case Kind::erlang:
      return {{"stages", a, false}, {"mean", b, true}};
    case Kind::gamma:
    case Kind::lognormal:
    case Kind::weibull:
      return {{"mean", a, true}, {"cv", b, false}};
    case Kind::triangular:
      return {{"low", a, true}, {"mode", b, true}, {"high", c, true}};
    case Kind::empirical:
      break;
  }
  return {};
}

const std::vector<double>& Distribution::values() const {
  static const std::vector<double> none;
  return observations_ ? observations_->values : none;
}

const std::vector<double>& Distribution::weights() const {
  static const std::vector<double> none;
  return observations_ ? observations_->weights : none;
}

bool operator==(const Distribution& a, const Distribution& b) {
  return a.kind_ == b.kind_ && a.given_ == b.given_ && a.values() == b.values() &&
         a.weights() == b.weights();
}

std::string_view name_of(Distribution::Kind kind) {
  constexpr std::array<std::string_view, 9> names{"constant", "uniform",    "exponential",
                                                  "erlang",   "gamma",      "lognormal",
                                                  "weibull",  "triangular", "empirical"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace cordon
