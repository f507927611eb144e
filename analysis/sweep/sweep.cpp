#include "analysis/sweep/sweep.hpp"

#include <algorithm>
#include <cmath>
#include <exception>

#include "analysis/study/simulate_all.hpp"
#include "analysis/sweep/in_order.hpp"
#include "sim/run/replicate.hpp"

namespace cordon {
RunRow simulate_one(const Experiment& experiment, const Setups::Ready& ready, const RunId& id,
                    bool verify) {
  RunRow row{id, ready.failure, {}};
  if (!ready.setup) return row;
  try {
    const auto runs = replicate(ready.setup, static_cast<std::uint64_t>(experiment.spec().seed),
                                id.replication, 1, 1, {}, {}, Watch{verify, {}});
    for (const Measured& measured : experiment.measures())
      row.values.push_back(measured.of(runs.front().values));
  } catch (const std::exception& error) {
    row.failure = error.what();
    if (row.failure.empty()) row.failure = "failed without a reason";
  }
  return row;
}

RunColumns columns_of(const Experiment& experiment) {
  RunColumns columns;
  columns.seed = static_cast<std::uint64_t>(experiment.spec().seed);
  for (const NamedScenario& s : experiment.scenarios()) columns.scenarios.push_back(s.name);
  for (const Measured& measured : experiment.measures()) columns.measures.push_back(measured.name);
  return columns;
}

PrecisionCheck::PrecisionCheck(const Experiment& experiment)
    : scenarios_(experiment.scenarios().size()) {
  const auto& measures = experiment.measures();
  for (std::size_t m = 0; m < measures.size(); ++m) {
    const auto wanted = experiment.spec().precision.find(measures[m].name);
    if (wanted != experiment.spec().precision.end()) wanted_.emplace_back(m, wanted->second);
  }
  means_.resize(experiment.designs() * scenarios_ * wanted_.size());
}

void PrecisionCheck::add(const RunRow& row) {
  const std::size_t first = (row.id.design * scenarios_ + row.id.scenario) * wanted_.size();
  if (!row.failure.empty()) return;
  for (std::size_t w = 0; w < wanted_.size(); ++w)
    means_[first + w].add(row.values[wanted_[w].first]);
}

// A design without two values is not made precise by more of them: its runs fail.
bool PrecisionCheck::is_reached() const {
  for (std::size_t i = 0; i < means_.size(); ++i) {
    const Interval found = means_[i].interval(confidence);
    if (found.used < 2) continue;
    if (found.half_width() > wanted_[i % wanted_.size()].second * std::abs(found.estimate))
      return false;
  }
  return true;
}

SweepState sweep(const Experiment& experiment, Journal& journal, const SweepPlan& plan,
                 std::stop_token stop) {
  const RunColumns columns = columns_of(experiment);
  const RunOrder order(experiment.designs(), experiment.scenarios().size());
  const ExperimentSpec& spec = experiment.spec();
  const std::size_t scenarios = experiment.scenarios().size();
  Setups setups(experiment, [&](std::size_t number) {
    return experiment.setup(number / scenarios, number % scenarios);
  });
  PrecisionCheck precision(experiment);
  SweepState state{journal.rows(), spec.replications, 0, false};
  const auto planned = [&] { return plan.shard.share_of(order.runs(state.replications)); };
  while (planned() < state.rows) ++state.replications;  // what is there is kept
  RunRow known;
  if (!spec.precision.empty())
    for (RowReader rows(journal.path(), columns); rows.next(known);) precision.add(known);

  const auto work = [&](std::uint64_t k) {
    const RunId id = order.at(plan.shard.index_of(k));
    return simulate_one(experiment, setups.of(id.design * scenarios + id.scenario), id,
                        plan.verify);
  };
  const auto done = [&](std::uint64_t k, RunRow row) {
    journal.add(columns.line(row));
    state.rows = k + 1;
    state.failed += row.failure.empty() ? 0 : 1;
    precision.add(row);
    if (plan.finished) plan.finished(row, state.rows, planned());
  };
  for (;;) {
    do_in_order(state.rows, planned(), plan.jobs, work, done, stop);
    state.interrupted = state.rows < planned();
    const bool is_enough = spec.precision.empty() || precision.is_reached() ||
                           state.replications >= spec.most_replications;
    if (state.interrupted || is_enough) return state;
    ++state.replications;
  }
}

}  // namespace cordon
