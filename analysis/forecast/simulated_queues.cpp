#include "analysis/forecast/simulated_queues.hpp"

#include "analysis/sweep/in_order.hpp"
#include "sim/run/replicate.hpp"

namespace cordon::forecast {
namespace {

LineKey key_of(const QueueSample& sample, const Setup& setup) {
  const LineSetup& line = setup.lines[sample.line];
  return {setup.crossings[line.crossing.value].name, line.direction, sample.vehicle_class};
}

/// Adds one replication, of so many, to the means.
void add(const std::vector<QueueSample>& samples, const Setup& setup, double replications,
         MeanQueues& means) {
  const double start = static_cast<double>(setup.scenario.start.time_since_epoch().count()) / 3600;
  std::map<std::pair<std::uint16_t, VehicleClass>, std::size_t> next;
  for (const QueueSample& sample : samples) {
    Series& mean = means[key_of(sample, setup)];
    const std::size_t at = next[{sample.line, sample.vehicle_class}]++;
    if (at == mean.size()) mean.push_back({start + hours(sample.at.time_since_epoch()), 0});
    mean[at].vehicles += sample.waiting / replications;
  }
}

}  // namespace

std::optional<std::vector<MeanQueues>> simulate_queues(
    const std::vector<std::shared_ptr<const Setup>>& setups, const SimulationPlan& plan) {
  std::vector<MeanQueues> means(setups.size());
  const std::uint64_t planned = setups.size() * plan.replications;
  const auto setup_of = [&](std::uint64_t job) -> std::size_t { return job / plan.replications; };
  const auto work = [&](std::uint64_t job) {
    const auto number = static_cast<std::uint32_t>(job % plan.replications) + 1;
    return std::move(replicate(setups[setup_of(job)], plan.seed, number, 1, 1).front().queues);
  };
  const auto done = [&](std::uint64_t job, const std::vector<QueueSample>& samples) {
    add(samples, *setups[setup_of(job)], plan.replications, means[setup_of(job)]);
    if (plan.progress) plan.progress(job + 1, planned);
  };
  if (do_in_order(0, planned, plan.jobs, work, done, plan.stop) < planned) return std::nullopt;
  return means;
}

}  // namespace cordon::forecast
