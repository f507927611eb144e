#include "analysis/forecast/rolling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "analysis/statistics/block_bootstrap.hpp"
#include "analysis/statistics/values.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::forecast {
namespace {

constexpr std::size_t origins_that_share_days = 7;
constexpr double confidence_of_difference = 0.95;

constexpr std::array naive_methods = {Method::weekday_mean, Method::recent_weekday_mean,
                                      Method::last_week};

using Guess = std::function<double(double hour)>;

/// The queue of a line in the simulation from one origin; none where it was not simulated.
const Series* queue_in(std::span<const MeanQueues> simulated, std::size_t origin,
                       const LineKey& line) {
  if (origin >= simulated.size()) return nullptr;
  const auto found = simulated[origin].find(line);
  return found == simulated[origin].end() ? nullptr : &found->second;
}

Series in_forecast(const Series& observed, double origin) {
  Series seen;
  for (const Observation& o : observed)
    if (o.hour > origin && o.hour <= origin + forecast_hours) seen.push_back(o);
  return seen;
}

/// Pairs of what was simulated and seen at one time.
class Pairs {
 public:
  void add(double simulated, double seen) {
    simulated_.push_back(simulated);
    seen_.push_back(seen);
  }
  [[nodiscard]] Likeness likeness() const {
    if (seen_.empty()) return {};
    return {mean_of(simulated_) - mean_of(seen_), spread_of(simulated_), spread_of(seen_)};
  }

 private:
  static double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
  }
  static double spread_of(const std::vector<double>& values) {
    const double mean = mean_of(values);
    double sum = 0;
    for (const double value : values) sum += (value - mean) * (value - mean);
    return std::sqrt(sum / static_cast<double>(values.size()));
  }
  std::vector<double> simulated_, seen_;
};

/// "the weekday mean and the same time last week".
std::string words_of_all(const std::vector<Method>& some) {
  std::vector<std::string> words;
  for (const Method method : some) words.emplace_back(words_of(method));
  return text::list(words);
}

std::string whole(double value) { return text::number(value, value < 10 ? 1 : 0); }

}  // namespace

std::string_view words_of(Method method) {
  constexpr std::array<std::string_view, methods> words = {
      "the simulation", "the weekday mean", "the weekday mean of recent weeks",
      "the same time last week", "the scenario as it was"};
  return words[static_cast<std::size_t>(method)];
}

double LineForecast::mean_error(Method method) const {
  std::vector<double> values;
  for (const Errors& e : errors) values.push_back(e[static_cast<std::size_t>(method)]);
  const std::vector<double> known = known_values(values);
  double sum = 0;
  for (const double error : known) sum += error;
  return known.empty() ? no_value : sum / static_cast<double>(known.size());
}

Interval LineForecast::difference(Method other) const {
  std::vector<double> differences;
  for (const Errors& e : errors)
    differences.push_back(e[static_cast<std::size_t>(Method::simulation)] -
                          e[static_cast<std::size_t>(other)]);
  return block_bootstrap_mean(differences, origins_that_share_days, confidence_of_difference);
}

LineForecast judged(const LineKey& line, const Series& observed, const Basis& basis) {
  LineForecast forecast{line, {}, {}};
  Pairs pairs;
  for (std::size_t o = 0; o < basis.origins.size(); ++o) {
    const double origin = basis.origins[o];
    const Series past = before(observed, origin), seen = in_forecast(observed, origin);
    const Series* const simulated = queue_in(basis.simulated, o, line);
    const Series* const unfitted = queue_in(basis.unfitted, o, line);
    const auto error = [&](const Guess& guess) {
      return mean_absolute_error(observed, origin, guess);
    };
    const auto error_of = [&](const Series* queue) {
      return queue ? error([&](double hour) { return queue_at(*queue, hour); }) : no_value;
    };
    forecast.errors.push_back(
        {error_of(simulated), error([&](double hour) { return weekday_mean(past, hour); }),
         error([&](double hour) { return weekday_mean(past, hour, basis.memory); }),
         error([&](double hour) { return same_time_last_week(past, hour); }), error_of(unfitted)});
    forecast.observations.push_back(static_cast<int>(seen.size()));
    for (const Observation& at : seen)
      if (simulated) pairs.add(queue_at(*simulated, at.hour), at.vehicles);
  }
  forecast.likeness = pairs.likeness();
  return forecast;
}

std::string verdict_of(const LineForecast& line) {
  const double own = line.mean_error(Method::simulation);
  if (std::isnan(own)) return "has no forecast that could be judged";
  std::vector<Method> beaten, others, surely;
  for (const Method naive : naive_methods) {
    const bool is_beaten = own < line.mean_error(naive);
    (is_beaten ? beaten : others).push_back(naive);
    if (is_beaten && line.difference(naive).high < 0) surely.push_back(naive);
  }
  if (beaten.empty()) return "is no better than any naive forecast";
  std::string text = others.empty() ? "beats all three naive forecasts"
                                    : fmt::format("beats {}, but not {}", words_of_all(beaten),
                                                  words_of_all(others));
  if (std::isnan(line.difference(beaten.front()).low))
    return text + "; too few forecasts to tell it from chance";
  if (surely.empty()) return text + "; by no more than chance may do";
  if (surely.size() == beaten.size()) return text + "; by more than chance is likely to do";
  return text + fmt::format("; by more than chance is likely to do only {}", words_of_all(surely));
}

std::string fault_of(const LineForecast& line) {
  const double own = line.mean_error(Method::simulation);
  const bool beats_all = std::all_of(naive_methods.begin(), naive_methods.end(),
                                     [&](Method naive) { return own < line.mean_error(naive); });
  if (std::isnan(own) || beats_all) return "";
  const auto& [bias, simulated, seen] = line.likeness;
  // Shares from which on a fault is the greater part of the matter, by judgement.
  constexpr double of_the_error = 0.5, much_less = 0.7, much_more = 1.4;
  if (std::abs(bias) >= of_the_error * own)
    return fmt::format("its queue is too {}, by {} vehicles on average",
                       bias > 0 ? "long" : "short", whole(std::abs(bias)));
  const std::string beside =
      fmt::format("(standard deviation {} vehicles against {})", whole(simulated), whole(seen));
  if (simulated < much_less * seen) return "its queue moves less than the one seen " + beside;
  if (simulated > much_more * seen) return "its queue moves more than the one seen " + beside;
  return "its queue moves as much as the one seen, but at other times";
}

std::string told_of(const LineForecast& line) {
  const std::string fault = fault_of(line);
  return fmt::format("{}, {}: {}{}.", line.line.crossing, traffic_of(line.line), verdict_of(line),
                     fault.empty() ? "" : ": " + fault);
}

}  // namespace cordon::forecast
