#include "analysis/new_post/forecast.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/forecast/moment.hpp"
#include "analysis/results/output_file.hpp"
#include "analysis/study/named_scenario.hpp"

namespace cordon::new_post {

using namespace forecast;

namespace {

ScenarioFrame frame_at(double origin) {
  ScenarioFrame frame;
  frame.name = "forecast";
  frame.start = origin;
  frame.hours = forecast_hours;
  frame.queues_only = true;
  return frame;
}

}  // namespace

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
  Forecasts forecasts{
      origins,
      {},
      {Method::simulation, Method::weekday_mean, Method::recent_weekday_mean, Method::last_week}};
  const Basis basis{origins, simulated, {}, post.wishes().memory};
  for (const auto& [line, kind] : post.kinds())
    forecasts.lines.push_back(judged(line, post.data().queues.at(line), basis));
  return forecasts;
}

std::set<LineKey> counted_later(const Post& post, const std::vector<double>& origins) {
  std::set<LineKey> lines;
  for (const auto& [line, kind] : post.kinds())
    for (const double origin : origins)
      if (post.volume_at(line, origin).is_later) lines.insert(line);
  return lines;
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

}  // namespace cordon::new_post
