#include "analysis/compare/settling.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "analysis/statistics/mser.hpp"
#include "analysis/study/simulate_all.hpp"

namespace cordon {
namespace {

constexpr std::size_t fewest_observations = 100;  // that MSER-5 looks at
constexpr std::size_t batch = 5, most_drawn = 120;

double days(Time at) { return hours(at.time_since_epoch()) / 24; }

std::vector<std::pair<double, double>> smoothed(const WaitingOverTime& waiting) {
  const std::size_t batches = waiting.vehicles.size() / batch;
  const std::size_t size = batch * ((batches + most_drawn - 1) / most_drawn);
  std::vector<std::pair<double, double>> means;
  for (std::size_t from = 0; from + size <= waiting.vehicles.size(); from += size) {
    const auto first = waiting.vehicles.begin() + static_cast<std::ptrdiff_t>(from);
    const double sum = std::accumulate(first, first + static_cast<std::ptrdiff_t>(size), 0.0);
    means.emplace_back((days(waiting.at[from]) + days(waiting.at[from + size - 1])) / 2,
                       sum / static_cast<double>(size));
  }
  return means;
}

}  // namespace

WaitingOverTime waiting_over_time(const Runs& runs) {
  WaitingOverTime waiting;
  if (runs.queues().empty()) return waiting;
  waiting.at = runs.queues().front().at;
  waiting.vehicles.assign(waiting.at.size(), 0);
  for (const QueueHistory& queue : runs.queues())
    for (std::size_t t = 0; t < std::min(waiting.at.size(), queue.waiting.size()); ++t)
      waiting.vehicles[t] +=
          std::accumulate(queue.waiting[t].begin(), queue.waiting[t].end(), 0.0) /
          static_cast<double>(queue.waiting[t].size());
  return waiting;
}

Settling settling_of(const WaitingOverTime& waiting) {
  if (waiting.vehicles.size() < fewest_observations) return {};
  const auto kept_from = mser5(waiting.vehicles).kept_from;
  if (!kept_from) return {true, std::nullopt};
  return {true, waiting.at[*kept_from]};
}

std::vector<SettlingRun> settling_runs_of(const std::vector<NamedScenario>& scenarios,
                                          const std::vector<Runs>& runs) {
  std::vector<SettlingRun> all;
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    const Duration warm_up = scenarios[s].reading.spec.warm_up;
    const WaitingOverTime waiting = waiting_over_time(runs[s]);
    const Settling settling = settling_of(waiting);
    const bool waits = std::any_of(waiting.vehicles.begin(), waiting.vehicles.end(),
                                   [](double vehicles) { return vehicles > 0; });
    if (warm_up == Duration::zero() || !settling.is_known || !waits) continue;
    all.push_back({static_cast<int>(s), hours(warm_up) / 24,
                   settling.at ? days(*settling.at) : std::numeric_limits<double>::quiet_NaN(),
                   smoothed(waiting)});
  }
  return all;
}

BatchMeans waiting_in_one_run(const WaitingOverTime& waiting, Time from) {
  const auto first = std::lower_bound(waiting.at.begin(), waiting.at.end(), from);
  const auto skipped = static_cast<std::size_t>(first - waiting.at.begin());
  return batch_means(std::span(waiting.vehicles).subspan(skipped), confidence);
}

}  // namespace cordon
