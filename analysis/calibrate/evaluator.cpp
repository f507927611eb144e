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

}  // namespace

RunColumns calibration_columns(const Experiment& experiment, const Observations& observations) {
  RunColumns columns{{experiment.scenarios().front().name},
                     {},
                     static_cast<std::uint64_t>(experiment.spec().seed)};
  for (const Measured& measured : experiment.measures()) columns.measures.push_back(measured.name);
  for (std::size_t o = 1; o <= observations.all().size(); ++o)
    columns.measures.push_back(fmt::format("observation {}", o));
  return columns;
}

Evaluator::Evaluator(const Experiment& experiment, const Observations& observations,
                     EvaluationPlan plan)
    : experiment_(experiment),
      observations_(observations),
      plan_(std::move(plan)),
      columns_(calibration_columns(experiment, observations)) {
  if (plan_.journal == nullptr) return;
  RunRow row;
  for (RowReader rows(plan_.journal->path(), columns_); rows.next(row);)
    earlier_[{row.id.design, row.id.replication}] = row;
}

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
  const std::uint32_t replications = experiment_.spec().replications;
  const Runs runs = runs_of(points);
  for (std::size_t p = 0; p < points.size(); ++p) {
    Evaluated made = put_together(std::span(runs).subspan(p * replications, replications));
    made.values = points[p];
    known_[key_of(points[p])] = std::make_shared<const Evaluated>(std::move(made));
  }
}

Evaluator::Runs Evaluator::runs_of(std::span<const Point> points) {
  const std::uint32_t replications = experiment_.spec().replications;
  std::vector<Ready> setups(points.size());
  Runs runs(points.size() * replications);
  std::vector<std::size_t> wanted;
  std::vector<bool> is_wanted(points.size());
  for (std::size_t n = 0; n < runs.size(); ++n) {
    runs[n].id = {static_cast<std::uint32_t>(n % replications + 1),
                  known_.size() + n / replications, 0};
    const auto earlier = earlier_.find({runs[n].id.design, runs[n].id.replication});
    if (earlier == earlier_.end())
      wanted.push_back(n), is_wanted[n / replications] = true;
    else
      runs[n] = earlier->second;
  }
  runs_ += runs.size() - wanted.size();
  (void)do_in_order(
      0, points.size(), plan_.jobs,
      [&](std::uint64_t p) { return is_wanted[p] ? ready(experiment_, points[p]) : Ready{}; },
      [&](std::uint64_t p, Ready made) { setups[p] = std::move(made); });
  const auto work = [&](std::uint64_t w) {
    const Ready& made = setups[wanted[w] / replications];
    return made.setup ? run_of(made.setup, runs[wanted[w]].id)
                      : RunRow{runs[wanted[w]].id, made.failure, {}};
  };
  const auto done = [&](std::uint64_t w, const RunRow& row) {
    const std::string line = columns_.line(row);
    if (plan_.journal != nullptr) plan_.journal->add(line);
    (void)columns_.parse(line, runs[wanted[w]]);  // as a later life will read it
    if (plan_.finished) plan_.finished(++runs_);
  };
  if (do_in_order(0, wanted.size(), plan_.jobs, work, done, plan_.stop) < wanted.size())
    throw Interrupted{};
  return runs;
}

RunRow Evaluator::run_of(const std::shared_ptr<const Setup>& setup, const RunId& id) const try {
  const auto runs =
      replicate(setup, columns_.seed, id.replication, 1, 1, {}, {}, Watch{plan_.verify, {}});
  RunRow row{id, "", {}};
  for (const Measured& measured : experiment_.measures())
    row.values.push_back(measured.of(runs.front().values));
  const Eigen::VectorXd simulated = observations_.simulated(runs.front(), row.values);
  if (simulated.hasNaN())
    row.failure = fmt::format("replication {} has nothing of what was observed", id.replication);
  row.values.insert(row.values.end(), simulated.begin(), simulated.end());
  return row;
} catch (const std::exception& error) {
  return {id, error.what(), {}};
}

Evaluated Evaluator::put_together(std::span<const RunRow> runs) const {
  const auto measures = static_cast<Eigen::Index>(experiment_.measures().size());
  const auto observations = static_cast<Eigen::Index>(observations_.all().size());
  const auto replications = static_cast<Eigen::Index>(runs.size());
  Evaluated of;
  of.simulated.resize(replications, observations);
  of.measures.setZero(measures);
  for (Eigen::Index r = 0; r < replications; ++r) {
    const RunRow& run = runs[static_cast<std::size_t>(r)];
    if (!run.failure.empty()) {
      of.failure = run.failure;
      break;
    }
    const Eigen::Map<const Eigen::VectorXd> values(run.values.data(), measures + observations);
    of.measures += values.head(measures) / static_cast<double>(replications);
    of.simulated.row(r) = values.tail(observations).transpose();
  }
  return of;
}

}  // namespace cordon
