#pragma once

// Rolling forecasts of 7 days, each by a scenario that knows only what was seen before it, beside
// naive ones.

#include <filesystem>
#include <span>

#include "analysis/new_post/naive.hpp"
#include "analysis/new_post/post.hpp"
#include "analysis/new_post/scenario_files.hpp"
#include "analysis/new_post/simulated_queues.hpp"
#include "analysis/results/csv.hpp"
#include "analysis/statistics/interval.hpp"

namespace cordon::new_post {

enum class Method { simulation, weekday_mean, recent_weekday_mean, last_week };
inline constexpr std::size_t methods = 4;
/// "the weekday mean" and so on, for people.
[[nodiscard]] std::string_view words_of(Method method);

/// Mean absolute errors by method, vehicles; NaN when nothing was seen in the 7 days.
using Errors = std::array<double, methods>;

struct LineForecast {
  LineKey line;
  std::vector<Errors> errors;     ///< by origin
  std::vector<int> observations;  ///< that they are means over, by origin

  [[nodiscard]] double mean_error(Method method) const;
  /// By how much the simulation's error exceeds that of a naive forecast, on average. Forecasts
  /// overlap: those of 7 origins in a row share days, and are resampled as a block. The interval is
  /// unknown for fewer than 28.
  [[nodiscard]] Interval difference(Method naive) const;
};

struct Forecasts {
  std::vector<double> origins;  ///< hours since 1970, UTC
  std::vector<LineForecast> lines;
  std::set<LineKey> counted_later;  ///< lines whose counts at an origin were of a later time
};

/// A line's mean queue in the scenario, and as it was seen at that time.
struct InSample {
  LineKey line;
  double observed = 0, simulated = 0;
};

/// The moments of forecasts: noon of each day by the post's clock, the last such that 7 days of
/// observations follow, and no more than `most`, of which the first has seen every queue in every
/// hour of the week.
[[nodiscard]] std::vector<double> origins_of(const Post& post, std::size_t most);

/// Makes a scenario ready to run, whose files are written to a folder that is made for it.
/// @throws ScenarioError, OutputError
[[nodiscard]] std::shared_ptr<const Setup> setup_of(const std::map<std::string, std::string>& files,
                                                    const std::string& name,
                                                    const std::filesystem::path& folder);

/// Of each origin, the scenario of the 7 days after it, as it could have been written then.
/// @param scratch  a folder for their files
[[nodiscard]] std::vector<std::shared_ptr<const Setup>> forecast_setups(
    const Post& post, const std::vector<double>& origins, const std::filesystem::path& scratch);

/// @param simulated  by origin
[[nodiscard]] Forecasts judge_forecasts(const Post& post, const std::vector<double>& origins,
                                        std::span<const MeanQueues> simulated);

/// @param simulated  of the scenario in this frame
[[nodiscard]] std::vector<InSample> compare_in_sample(const Post& post, const ScenarioFrame& frame,
                                                      const MeanQueues& simulated);

/// Which naive forecasts the simulation beats at this line, and whether by more than chance may do.
[[nodiscard]] std::string verdict_of(const LineForecast& line);

extern const TableShape forecast_table, forecast_origins_table;
/// A row for each line and method.   @return SHA-256 of the file
std::string write_forecast(const std::filesystem::path& folder, const Forecasts& forecasts);
/// A row for each line, origin and method.
std::string write_forecast_origins(const std::filesystem::path& folder, const Forecasts& forecasts);

}  // namespace cordon::new_post
