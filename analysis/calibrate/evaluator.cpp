#include "analysis/calibrate/evaluator.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/sweep/in_order.hpp"

namespace cordon {
namespace {

std::string key_of(const Evaluator::Point& point) {
  std::string key;
  for (const FactorValue& value : point) key += value.toml + '\n';
  return key;
}

struct Ready {
  std::shared_ptr<const Setup> setup;
  std::string failure;
};

Ready ready(const Experiment& experiment, const Evaluator::Point& point) try {
  return {experiment.scenario_with(point, 0).setup, ""};
} catch (const ScenarioError& error) {
  return {nullptr, error.problems.front().text()};
}

// One replication of a point: its measures, and what it says of each observation.
struct Run {
  std::vector<double> measures;
  Eigen::VectorXd simulated;
  std::string failure;
};

}  // namespace

Evaluator::Evaluator(const Experiment& experiment, const Observations& observations,
                     EvaluationPlan plan)
    : experiment_(experiment), observations_(observations), plan_(std::move(plan)) {}

std::vector<std::shared_ptr<const Evaluated>> Evaluator::evaluate(
    const std::vector<Point>& points) {
  std::vector<Point> wanted;
  for (const Point& point : points) {
    const auto is_it = [&](const Point& other) { return key_of(other) == key_of(point); };
    if (!known_.contains(key_of(point)) && std::none_of(wanted.begin(), wanted.end(), is_it))
      wanted.push_back(point);
  }
  // Few at a time, as each has a scenario of its own made ready.
  const std::size_t together =
      std::max<std::size_t>(1, 4 * static_cast<std::size_t>(plan_.jobs) /
                                   std::max<std::size_t>(1, experiment_.spec().replications));
  for (std::size_t done = 0; done < wanted.size(); done += together)
    simulate(std::span(wanted).subspan(done, std::min(together, wanted.size() - done)));
  std::vector<std::shared_ptr<const Evaluated>> found;
  for (const Point& point : points) found.push_back(known_.at(key_of(point)));
  return found;
}

void Evaluator::simulate(std::span<const Point> points) {
  const std::uint64_t replications = experiment_.spec().replications;
  std::vector<Ready> setups(points.size());
  (void)do_in_order(
      0, points.size(), plan_.jobs, [&](std::uint64_t p) { return ready(experiment_, points[p]); },
      [&](std::uint64_t p, Ready made) { setups[p] = std::move(made); });
  const auto work = [&](std::uint64_t job) -> Run {
    const Ready& made = setups[job / replications];
    if (!made.setup) return {{}, {}, made.failure};
    const auto number = static_cast<std::uint32_t>(job % replications + 1);
    try {
      const auto runs = replicate(made.setup, static_cast<std::uint64_t>(experiment_.spec().seed),
                                  number, 1, 1, {}, {}, Watch{plan_.verify, {}});
      Run run;
      for (const Measured& measured : experiment_.measures())
        run.measures.push_back(measured.of(runs.front().values));
      run.simulated = observations_.simulated(runs.front(), run.measures);
      if (run.simulated.hasNaN())
        run.failure = fmt::format("replication {} has nothing of what was observed", number);
      return run;
    } catch (const std::exception& error) {
      return {{}, {}, error.what()};
    }
  };
  std::vector<Evaluated> made(points.size());
  const auto done = [&](std::uint64_t job, Run run) {
    Evaluated& of = made[job / replications];
    const auto row = static_cast<Eigen::Index>(job % replications);
    ++runs_;
    if (plan_.finished) plan_.finished(runs_);
    if (of.failure.empty()) of.failure = run.failure;
    if (!of.failure.empty()) return;
    if (row == 0) {
      of.simulated.resize(static_cast<Eigen::Index>(replications), run.simulated.size());
      of.measures.setZero(static_cast<Eigen::Index>(run.measures.size()));
    }
    of.simulated.row(row) = run.simulated.transpose();
    for (std::size_t m = 0; m < run.measures.size(); ++m)
      of.measures[static_cast<Eigen::Index>(m)] +=
          run.measures[m] / static_cast<double>(replications);
  };
  const std::uint64_t jobs = points.size() * replications;
  if (do_in_order(0, jobs, plan_.jobs, work, done, plan_.stop) < jobs) throw Interrupted{};
  for (std::size_t p = 0; p < points.size(); ++p) {
    made[p].values = points[p];
    known_[key_of(points[p])] = std::make_shared<const Evaluated>(std::move(made[p]));
  }
}

}  // namespace cordon
