#pragma once

// Rolling forecasts of 7 days, each by a scenario that begins with the queues seen last, beside
// naive ones.

#include <array>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "analysis/forecast/naive.hpp"
#include "analysis/forecast/simulated_queues.hpp"
#include "analysis/results/csv.hpp"
#include "analysis/statistics/interval.hpp"

namespace cordon::forecast {

/// `unfitted` is the scenario as it was before a calibration, where there was one.
enum class Method { simulation, weekday_mean, recent_weekday_mean, last_week, unfitted };
inline constexpr std::size_t methods = 5;
/// "weekday_mean" and so on, as tables have it.
[[nodiscard]] std::string_view name_of(Method method);
/// "the weekday mean" and so on, for people.
[[nodiscard]] std::string_view words_of(Method method);

/// Mean absolute errors by method, vehicles; NaN when nothing was seen in the 7 days.
using Errors = std::array<double, methods>;

/// How the simulated queue is beside the one that was seen, over the observations of all forecasts.
struct Likeness {
  double bias = unknown;              ///< mean of simulated - seen, vehicles
  double simulated_spread = unknown;  ///< standard deviation over time
  double seen_spread = unknown;

  static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
};

struct LineForecast {
  LineKey line;
  std::vector<Errors> errors;     ///< by origin
  std::vector<int> observations;  ///< that they are means over, by origin
  Likeness likeness = {};

  [[nodiscard]] double mean_error(Method method) const;
  /// By how much the simulation's error exceeds that of another forecast, on average. Forecasts
  /// overlap: those of 7 origins in a row share days, and are resampled as a block. The interval is
  /// unknown for fewer than 28.
  [[nodiscard]] Interval difference(Method other) const;
};

struct Forecasts {
  std::vector<double> origins;  ///< hours since 1970, UTC
  std::vector<LineForecast> lines;
  std::vector<Method> methods;  ///< that there are, the simulation first
};

/// What forecasts are made of.
struct Basis {
  std::vector<double> origins;
  std::span<const MeanQueues> simulated;      ///< by origin
  std::span<const MeanQueues> unfitted = {};  ///< the same, or none
  double memory = 0.5;  ///< what a week counts relative to the week after it, in recent ones
};

/// How far each method was from what was seen.
/// @param observed  at any time; a forecast knows what is earlier than its origin, and that is not
///                  nothing
[[nodiscard]] LineForecast judged(const LineKey& line, const Series& observed, const Basis& basis);

/// Which naive forecasts the simulation beats at this line, and whether by more than chance may do.
[[nodiscard]] std::string verdict_of(const LineForecast& line);
/// What is wrong with the simulated queue, where it does not beat all naive forecasts: "its queue
/// is too long, by 30 vehicles on average"; "" where it does, or nothing was judged.
[[nodiscard]] std::string fault_of(const LineForecast& line);

/// Both, as a sentence that begins with the line.
[[nodiscard]] std::string told_of(const LineForecast& line);

extern const TableShape forecast_table, forecast_origins_table;
/// A row for each line and method.   @return SHA-256 of the file
std::string write_forecast(const std::filesystem::path& folder, const Forecasts& forecasts);
/// A row for each line, origin and method.   @return SHA-256 of the file
std::string write_forecast_origins(const std::filesystem::path& folder, const Forecasts& forecasts);

}  // namespace cordon::forecast
