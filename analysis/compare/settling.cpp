#include "analysis/compare/settling.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/statistics/mser.hpp"
#include "analysis/study/simulate_all.hpp"

namespace cordon {
namespace {

constexpr std::size_t fewest_observations = 100;  // that MSER-5 looks at

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

BatchMeans waiting_in_one_run(const WaitingOverTime& waiting, Time from) {
  const auto first = std::lower_bound(waiting.at.begin(), waiting.at.end(), from);
  const auto skipped = static_cast<std::size_t>(first - waiting.at.begin());
  return batch_means(std::span(waiting.vehicles).subspan(skipped), confidence);
}

}  // namespace cordon
