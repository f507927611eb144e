#include "analysis/new_post/forecast.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/new_post/moment.hpp"
#include "analysis/results/output_file.hpp"
#include "analysis/statistics/block_bootstrap.hpp"
#include "analysis/statistics/values.hpp"
#include "analysis/study/named_scenario.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::new_post {
namespace {

constexpr std::size_t origins_that_share_days = 7;
constexpr double confidence_of_difference = 0.95;

/// What a forecast can know, and what it is held against.
struct Judged {
  const Series& observed;
  Series past;
  const Series* simulated;  ///< null: no traffic was counted by then
  double origin, memory;
};

Errors errors_of(const Judged& j) {
  const auto error = [&](const std::function<double(double)>& forecast) {
    return mean_absolute_error(j.observed, j.origin, forecast);
  };
  return {j.simulated ? error([&](double hour) { return queue_at(*j.simulated, hour); }) : no_value,
          error([&](double hour) { return weekday_mean(j.past, hour); }),
          error([&](double hour) { return weekday_mean(j.past, hour, j.memory); }),
          error([&](double hour) { return same_time_last_week(j.past, hour); })};
}

int observations_after(const Series& observed, double origin) {
  return static_cast<int>(std::count_if(observed.begin(), observed.end(), [&](const auto& o) {
    return o.hour > origin && o.hour <= origin + forecast_hours;
  }));
}

ScenarioFrame frame_at(double origin) {
  ScenarioFrame frame;
  frame.name = "forecast";
  frame.start = origin;
  frame.hours = forecast_hours;
  frame.queues_only = true;
  return frame;
}

LineForecast judged(const LineKey& line, const Post& post, const std::vector<double>& origins,
                    std::span<const MeanQueues> simulated) {
  const Series& observed = post.data().queues.at(line);
  LineForecast forecast{line, {}, {}};
  for (std::size_t o = 0; o < origins.size(); ++o) {
    const auto found = simulated[o].find(line);
    const Judged j{observed, before(observed, origins[o]),
                   found == simulated[o].end() ? nullptr : &found->second, origins[o],
                   post.wishes().memory};
    forecast.errors.push_back(errors_of(j));
    forecast.observations.push_back(observations_after(observed, origins[o]));
  }
  return forecast;
}

/// "the weekday mean and the same time last week".
std::string words_of_all(const std::vector<Method>& some) {
  std::vector<std::string> words;
  for (const Method method : some) words.emplace_back(words_of(method));
  return text::list(words);
}

constexpr Column crossing_column{"crossing", "string", "", "Name in the scenario."};
constexpr Column direction_column{"direction", "string", "", "entry or exit."};
constexpr Column class_column{"vehicle_class", "string", "", "lorry, car or bus."};
constexpr Column method_column{
    "method", "string", "",
    "simulation, weekday_mean, recent_weekday_mean (recent weeks weigh more) or last_week."};

constexpr std::array forecast_columns = {
    crossing_column,
    direction_column,
    class_column,
    method_column,
    Column{"mean_absolute_error", "number", "vehicles",
           "Of 7-day forecasts, over their observations, mean of all origins."},
    Column{"difference", "number", "vehicles",
           "Error of the simulation less that of this method; empty for the simulation."},
    Column{"low", "number", "vehicles",
           "Lower end of its 95 % interval, by blocks of 7 origins; empty with fewer than 28."},
    Column{"high", "number", "vehicles", "Upper end."}};

constexpr std::array origin_columns = {
    crossing_column,
    direction_column,
    class_column,
    Column{"origin", "datetime", "", "When the forecast is made: nothing later is known."},
    method_column,
    Column{"mean_absolute_error", "number", "vehicles", "In the 7 days after; empty: none seen."},
    Column{"observations", "integer", "", "That it is the mean over."}};

constexpr std::array all_methods = {Method::simulation, Method::weekday_mean,
                                    Method::recent_weekday_mean, Method::last_week};

constexpr std::array naive_methods = {Method::weekday_mean, Method::recent_weekday_mean,
                                      Method::last_week};

std::string_view name_of(Method method) {
  constexpr std::array<std::string_view, methods> names = {"simulation", "weekday_mean",
                                                           "recent_weekday_mean", "last_week"};
  return names[static_cast<std::size_t>(method)];
}

CsvTable& add_line(CsvTable& table, const LineKey& line) {
  return table.text(line.crossing)
      .text(cordon::name_of(line.direction))
      .text(cordon::name_of(line.vehicle_class));
}

}  // namespace

std::string_view words_of(Method method) {
  constexpr std::array<std::string_view, methods> words = {"the simulation", "the weekday mean",
                                                           "the weekday mean of recent weeks",
                                                           "the same time last week"};
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

Interval LineForecast::difference(Method naive) const {
  std::vector<double> differences;
  for (const Errors& e : errors)
    differences.push_back(e[static_cast<std::size_t>(Method::simulation)] -
                          e[static_cast<std::size_t>(naive)]);
  return block_bootstrap_mean(differences, origins_that_share_days, confidence_of_difference);
}

std::vector<double> origins_of(const Post& post, std::size_t most) {
  const auto last = std::chrono::floor<std::chrono::days>(
      moment_of(post.last_hour() - forecast_hours) + std::chrono::days{1});
  std::vector<double> origins;
  for (auto day = last; origins.size() < most; day -= std::chrono::days{1}) {
    const double noon = post.clock().hour_of(day, 12h);
    if (noon + forecast_hours > post.last_hour()) continue;
    if (noon < post.first_hour() || post.unseen(noon)) break;
    origins.push_back(noon);
  }
  std::reverse(origins.begin(), origins.end());
  return origins;
}

std::shared_ptr<const Setup> setup_of(const std::map<std::string, std::string>& files,
                                      const std::string& name,
                                      const std::filesystem::path& folder) {
  make_folder(folder);
  for (const auto& [file, bytes] : files) write_file(folder / file, bytes);
  return load_scenario((folder / (name + ".toml")).string(), {}).setup;
}

std::vector<std::shared_ptr<const Setup>> forecast_setups(const Post& post,
                                                          const std::vector<double>& origins,
                                                          const std::filesystem::path& scratch) {
  make_folder(scratch);
  std::vector<std::shared_ptr<const Setup>> setups;
  for (std::size_t o = 0; o < origins.size(); ++o) {
    const ScenarioFrame frame = frame_at(origins[o]);
    setups.push_back(
        setup_of(scenario_files(post, post.fit(origins[o], post.wishes().memory), frame),
                 frame.name, scratch / fmt::format("origin_{}", o + 1)));
  }
  return setups;
}

Forecasts judge_forecasts(const Post& post, const std::vector<double>& origins,
                          std::span<const MeanQueues> simulated) {
  Forecasts forecasts;
  forecasts.origins = origins;
  for (const auto& [line, kind] : post.kinds()) {
    forecasts.lines.push_back(judged(line, post, origins, simulated));
    for (const double origin : origins)
      if (post.volume_at(line, origin).is_later) forecasts.counted_later.insert(line);
  }
  return forecasts;
}

std::vector<InSample> compare_in_sample(const Post& post, const ScenarioFrame& frame,
                                        const MeanQueues& simulated) {
  std::vector<InSample> compared;
  const double end = frame.start + frame.hours;
  for (const auto& [line, kind] : post.kinds())
    if (const auto found = simulated.find(line); found != simulated.end())
      compared.push_back({line, time_mean(post.data().queues.at(line), frame.start, end),
                          time_mean(found->second, frame.start, end)});
  return compared;
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

const TableShape forecast_table{"forecast.csv", "How far 7-day forecasts were from what was seen.",
                                forecast_columns};
const TableShape forecast_origins_table{"forecast_origins.csv",
                                        "The same for each moment of a forecast.", origin_columns};

std::string write_forecast(const std::filesystem::path& folder, const Forecasts& forecasts) {
  CsvTable table(folder, forecast_table);
  for (const LineForecast& line : forecasts.lines)
    for (const Method method : all_methods) {
      const bool is_naive = method != Method::simulation;
      const Interval difference = is_naive ? line.difference(method)
                                           : Interval{no_value, no_value, no_value, 1, 0.95, 0, 0};
      add_line(table, line.line)
          .text(name_of(method))
          .number(line.mean_error(method))
          .number(difference.estimate)
          .number(difference.low)
          .number(difference.high)
          .end_row();
    }
  return table.close();
}

std::string write_forecast_origins(const std::filesystem::path& folder,
                                   const Forecasts& forecasts) {
  CsvTable table(folder, forecast_origins_table);
  for (const LineForecast& line : forecasts.lines)
    for (std::size_t o = 0; o < forecasts.origins.size(); ++o)
      for (const Method method : all_methods)
        add_line(table, line.line)
            .text(moment_text(forecasts.origins[o]))
            .text(name_of(method))
            .number(line.errors[o][static_cast<std::size_t>(method)])
            .integer(static_cast<std::uint64_t>(line.observations[o]))
            .end_row();
  return table.close();
}

}  // namespace cordon::new_post
