#include "analysis/optimise/plan_runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/results/csv.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/sweep/in_order.hpp"
#include "analysis/sweep/sweep.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {

PlanRuns::PlanRuns(const Experiment& experiment, Journal& journal, Running running)
    : experiment_(experiment),
      journal_(journal),
      running_(std::move(running)),
      setups_(experiment, [this](std::size_t number) {
        return experiment_.scenario_with(plans_[number], 0).setup;
      }) {
  RunRow row;
  for (RowReader rows(journal.path(), columns_of(experiment)); rows.next(row);) keep(row);
}

std::size_t PlanRuns::number_of(const PlanValues& plan) {
  const auto [place, is_new] = numbers_.try_emplace(key_of(plan), plans_.size());
  if (is_new) {
    plans_.push_back(plan);
    brought_.push_back(0);
  }
  return place->second;
}

std::string PlanRuns::key_of(const PlanValues& plan) const {
  std::string key;
  for (std::size_t f = 0; f < plan.size(); ++f) {
    const FactorValue& value = plan[f].toml.empty() ? experiment_.as_it_is()[f] : plan[f];
    key += (std::isfinite(value.number) ? number_text(value.number) : value.toml) + '\n';
  }
  return key;
}

void PlanRuns::keep(const RunRow& row) {
  known_[{row.id.design, static_cast<int>(row.id.replication) - 1}] = row.values;
}

void PlanRuns::bring(std::span<const Batch<std::size_t>> batches) {
  std::vector<RunId> wanted;
  for (const auto& batch : batches) {
    brought_[batch.plan] = std::max(brought_[batch.plan], batch.first + batch.count);
    for (int r = batch.first; r < batch.first + batch.count; ++r)
      if (!known_.contains({batch.plan, r}))
        wanted.push_back({static_cast<std::uint32_t>(r) + 1, batch.plan, 0});
  }
  const RunColumns columns = columns_of(experiment_);
  const auto work = [&](std::uint64_t n) {
    return simulate_one(experiment_, setups_.of(wanted[n].design), wanted[n], running_.verify);
  };
  const auto done = [&](std::uint64_t, const RunRow& row) {
    if (!row.failure.empty()) refuse(row);
    journal_.add(columns.line(row));
    keep(row);
    if (running_.finished) running_.finished(runs());
  };
  const std::uint64_t end = wanted.size();
  if (do_in_order(0, end, running_.jobs, work, done, running_.stop) < end) throw Interrupted{};
}

void PlanRuns::refuse(const RunRow& row) const {
  throw UserError(fmt::format("{}: plan {} ({}) cannot be simulated: {}", experiment_.file(),
                              row.id.design + 1, words_of(plans_[row.id.design], experiment_),
                              row.failure));
}

std::vector<double> PlanRuns::values(std::size_t plan, std::size_t measure, int first,
                                     int count) const {
  std::vector<double> values;
  for (int r = first; r < first + count; ++r) values.push_back(known_.at({plan, r})[measure]);
  return values;
}

Simulate<std::size_t> PlanRuns::simulate(std::size_t measure) {
  return [this, measure](std::span<const Batch<std::size_t>> batches) {
    bring(batches);
    std::vector<std::vector<double>> answer;
    for (const auto& batch : batches) {
      answer.push_back(values(batch.plan, measure, batch.first, batch.count));
      for (const double value : answer.back())
        if (!std::isfinite(value))
          throw UserError(fmt::format(
              "{}: plan {} ({}) has a replication without {}; a plan is ranked by what every run "
              "has",
              experiment_.file(), batch.plan + 1, words_of(plans_[batch.plan], experiment_),
              experiment_.measures()[measure].name));
    }
    return answer;
  };
}

std::vector<RunRow> PlanRuns::rows() const {
  std::vector<RunRow> rows;
  for (const auto& [place, values] : known_)
    rows.push_back({{static_cast<std::uint32_t>(place.second) + 1, place.first, 0}, "", values});
  return rows;
}

std::string words_of(const PlanValues& plan, const Experiment& experiment) {
  std::vector<std::string> words;
  for (std::size_t f = 0; f < plan.size(); ++f) {
    const FactorValue& now = experiment.as_it_is()[f];
    const bool is_new = plan[f].toml != now.toml && !(plan[f].number == now.number);
    if (!plan[f].toml.empty() && is_new)
      words.push_back(experiment.factors()[f].name() + ' ' + plan[f].brief());
  }
  return words.empty() ? "as the scenario is" : text::list(words);
}

}  // namespace cordon
