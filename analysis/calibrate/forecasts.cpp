#include "analysis/calibrate/forecasts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/forecast/moment.hpp"
#include "analysis/study/user_error.hpp"
#include "sim/scenario/format/parse_toml.hpp"

namespace cordon {
namespace {

using forecast::LineKey;
using forecast::MeanQueues;
using SetupsByOrigin = std::vector<std::shared_ptr<const Setup>>;

const Scenario& scenario_of(const Experiment& experiment) {
  return experiment.scenarios().front().reading.spec;
}

double end_of(const Scenario& scenario) {
  return static_cast<double>(scenario.start.time_since_epoch().count()) / 3600 +
         hours(scenario.length);
}

// Vehicles that wait at a line when a forecast begins; none where nobody counted them.
std::optional<double> waiting_at(const LineSetup& line, const Setup& setup, double origin,
                                 const Observations& observations) {
  std::optional<double> waiting;
  for (std::size_t c = 0; c < vehicle_classes; ++c) {
    if (!line.serves[c]) continue;
    const LineKey key{setup.crossings[line.crossing.value].name, line.direction,
                      static_cast<VehicleClass>(c)};
    const auto counted = observations.counted().find(key);
    if (counted == observations.counted().end()) continue;
    const forecast::Series past = forecast::before(counted->second.trusted, origin);
    if (!past.empty()) waiting = waiting.value_or(0) + past.back().vehicles;
  }
  return waiting;
}

std::vector<Override> as_at(double origin, const Experiment& experiment,
                            const Observations& observations) {
  const Setup& setup = *experiment.scenarios().front().setup;
  std::vector<Override> changes = {
      {"start", forecast::moment_text(origin)},
      {"length", format::toml_text(fmt::format("{} h", forecast::forecast_hours))},
      {"warm_up", "\"0 s\""}};
  for (const LineSetup& line : setup.lines)
    if (const auto waiting = waiting_at(line, setup, origin, observations)) {
      const double room = line.queue == QueueKind::booked ? *waiting : line.road_capacity;
      changes.push_back({path_of({"line", line.name, "initial_queue"}),
                         fmt::format("{:.0f}", std::min(*waiting, room))});
    }
  return changes;
}

SetupsByOrigin setups_of(const Experiment& experiment, const Observations& observations,
                         const std::vector<double>& origins,
                         const std::vector<FactorValue>& values) {
  SetupsByOrigin setups;
  for (const double origin : origins)
    setups.push_back(
        experiment.scenario_with(values, 0, as_at(origin, experiment, observations)).setup);
  return setups;
}

std::string why_none(const Experiment& experiment, const Observations& observations) {
  if (observations.counted().empty()) return "no queues were counted";
  if (experiment.spec().calibrate->forecasts == 0) return "`calibrate.forecasts` is 0";
  return fmt::format(
      "they need counts for 7 days after the scenario's time, which ends {}, and a week before",
      forecast::moment_text(end_of(scenario_of(experiment))));
}

std::vector<FactorValue> values_of(const Calibration& found) {
  std::vector<FactorValue> values;
  for (const FittedFactor& factor : found.factors) values.push_back(factor.fitted);
  return values;
}

}  // namespace

std::vector<double> forecast_origins(const Experiment& experiment,
                                     const Observations& observations) {
  std::vector<double> origins;
  if (observations.counted().empty()) return origins;
  const Scenario& scenario = scenario_of(experiment);
  const forecast::PostClock clock(scenario.time_zone);
  double from = end_of(scenario), last = -INFINITY;
  for (const auto& [line, counted] : observations.counted()) {
    from = std::max(from, counted.all.front().hour + forecast::forecast_hours);
    last = std::max(last, counted.all.back().hour);
  }
  const auto most = static_cast<std::size_t>(experiment.spec().calibrate->forecasts);
  auto day = std::chrono::floor<std::chrono::days>(forecast::moment_of(from)) -
             std::chrono::days{1};  // which may be that of the clock
  for (; origins.size() < most; day += std::chrono::days{1}) {
    const double noon = clock.hour_of(day, 12h);
    if (noon + forecast::forecast_hours > last) break;
    if (noon >= from) origins.push_back(noon);
  }
  return origins;
}

std::uint64_t forecast_runs(const Experiment& experiment, const Observations& observations) {
  return 2 * forecast_origins(experiment, observations).size() * experiment.spec().replications;
}

std::uint64_t runs_at_most(const Experiment& experiment, const Observations& observations) {
  return most_runs(experiment) + forecast_runs(experiment, observations);
}

FitForecasts forecasts_of(const Experiment& experiment, const Observations& observations,
                          const Calibration& found, const EvaluationPlan& plan) {
  const std::vector<double> origins = forecast_origins(experiment, observations);
  if (origins.empty()) return {{}, why_none(experiment, observations)};
  SetupsByOrigin setups;
  try {
    setups = setups_of(experiment, observations, origins, values_of(found));
    const SetupsByOrigin unfitted = setups_of(experiment, observations, origins,
                                              std::vector<FactorValue>(found.factors.size()));
    setups.insert(setups.end(), unfitted.begin(), unfitted.end());
  } catch (const ScenarioError& error) {
    return {{}, "at another time the scenario is refused: " + error.problems.front().text()};
  }
  forecast::SimulationPlan simulation{static_cast<std::uint64_t>(experiment.spec().seed),
                                      experiment.spec().replications,
                                      plan.jobs,
                                      {},
                                      plan.stop};
  if (plan.finished)
    simulation.progress = [&](std::uint64_t done, std::uint64_t) { plan.finished(done); };
  const auto simulated = forecast::simulate_queues(setups, simulation);
  if (!simulated) throw Interrupted{};
  const auto all = std::span(*simulated);
  const forecast::Basis basis{origins, all.first(origins.size()), all.subspan(origins.size())};
  FitForecasts forecasts;
  forecasts.judged = {origins, {}, {fit_methods.begin(), fit_methods.end()}};
  for (const auto& [line, counted] : observations.counted())
    forecasts.judged.lines.push_back(forecast::judged(line, counted.all, basis));
  return forecasts;
}

}  // namespace cordon
