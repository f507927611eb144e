#include "analysis/optimise/decisions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace cordon {
namespace {

std::size_t index_of(const Experiment& experiment, const std::string& factor) {
  const auto& all = experiment.factors();
  return static_cast<std::size_t>(
      std::find_if(all.begin(), all.end(), [&](const Factor& f) { return f.name() == factor; }) -
      all.begin());
}

/// Distance from each value of a factor to the next; none when it is not always the same.
std::optional<double> step_of(const Factor& factor) {
  if (factor.choices() < 2) return 0;
  const double step = factor.choice(1).number - factor.choice(0).number;
  for (std::size_t c = 2; c < factor.choices(); ++c) {
    const double next = factor.choice(c).number - factor.choice(c - 1).number;
    if (std::abs(next - step) > 1e-9 * std::abs(step)) return std::nullopt;
  }
  return step;
}

/// The number by which fractions such as 0.25 become whole; none when none up to a thousand does.
std::optional<int> denominator_of(const std::vector<double>& weights) {
  const auto is_whole = [](double x) { return std::abs(x - std::round(x)) < 1e-6; };
  for (int by = 1; by <= 1000; ++by)
    if (std::all_of(weights.begin(), weights.end(), [&](double w) { return is_whole(w * by); }))
      return by;
  return std::nullopt;
}

/// A constraint as budgets of the numbers of the values.
class BudgetsOf {
 public:
  BudgetsOf(const Experiment& experiment, const std::string& name, const ConstraintSpec& constraint,
            Problems& problems)
      : at_(path_of({"constraint", name})), weights_(experiment.factors().size(), 0) {
    for (const auto& [factor, weight] : constraint.sum) {
      const std::size_t f = index_of(experiment, factor);
      const auto step = step_of(experiment.factors()[f]);
      if (!step)
        problems.at(at_ + ".sum",
                    fmt::format("has '{}', whose levels are not at equal distances; local_search "
                                "needs them to be",
                                factor));
      weights_[f] = weight * step.value_or(0);
      start_ += weight * experiment.factors()[f].choice(0).number;
    }
    by_ = denominator_of(weights_);
    if (!by_)
      problems.at(at_ + ".sum", "has weights that have no common denominator; expected whole ones");
    if (!by_) return;
    const bool is_exact =
        constraint.at_least && constraint.at_most && *constraint.at_least == *constraint.at_most;
    if (constraint.at_most) add(1, *constraint.at_most, is_exact);
    if (constraint.at_least && !is_exact) add(-1, *constraint.at_least, false);
  }
  [[nodiscard]] const std::vector<LinearBudget>& budgets() const { return budgets_; }

 private:
  void add(int sign, double limit, bool is_exact) {
    LinearBudget budget;
    for (const double weight : weights_)
      budget.weights.push_back(sign * static_cast<int>(std::llround(weight * *by_)));
    budget.limit = static_cast<std::int64_t>(std::floor(sign * (limit - start_) * *by_ + 1e-6));
    budget.exact = is_exact;
    budgets_.push_back(std::move(budget));
  }

  std::string at_;
  std::vector<double> weights_;  // of a step of each factor
  double start_ = 0;             // the sum at the first value of each
  std::optional<int> by_;
  std::vector<LinearBudget> budgets_;
};

std::optional<int> choice_of(const Factor& factor, const FactorValue& value) {
  for (std::size_t c = 0; c < factor.choices(); ++c) {
    const FactorValue choice = factor.choice(c);
    if (choice.toml == value.toml || choice.number == value.number) return static_cast<int>(c);
  }
  return std::nullopt;
}

std::int64_t rounded(double value) { return std::llround(value); }

/// How much there is of what factors share: what a constraint on their plain sum allows, or else
/// their sum today.
double total_of(const Experiment& experiment, const std::map<std::string, std::string>& factors) {
  for (const auto& [name, constraint] : experiment.spec().constraint) {
    const bool is_of_these =
        constraint.sum.size() == factors.size() &&
        std::all_of(constraint.sum.begin(), constraint.sum.end(), [&](const auto& entry) {
          return entry.second == 1 && factors.contains(entry.first);
        });
    if (is_of_these && constraint.at_most) return *constraint.at_most;
  }
  double total = 0;
  for (const auto& [factor, measure] : factors)
    total += experiment.as_it_is()[index_of(experiment, factor)].number;
  return total;
}

}  // namespace

Decisions decisions_of(const Experiment& experiment) {
  Problems problems = experiment.located_problems();
  Decisions decisions;
  for (std::size_t f = 0; f < experiment.factors().size(); ++f) {
    const Factor& factor = experiment.factors()[f];
    const std::string at = path_of({"factor", factor.name()}) + ".keys";
    if (factor.choices() == 0) {
      problems.at(at,
                  "has no separate values for local_search; expected `levels`, or a range of "
                  "whole numbers");
      continue;
    }
    decisions.space.low.push_back(0);
    decisions.space.high.push_back(static_cast<int>(factor.choices()) - 1);
    const FactorValue& now = experiment.as_it_is()[f];
    const auto today = choice_of(factor, now);
    if (!today)
      problems.at(at, fmt::format("are {} in the scenario, which is none of the factor's values; "
                                  "local_search begins there",
                                  now.toml.empty() ? "several values" : now.shown()));
    decisions.today.push_back(today.value_or(0));
  }
  problems.throw_if_any();
  for (const auto& [name, constraint] : experiment.spec().constraint) {
    const auto more = BudgetsOf(experiment, name, constraint, problems).budgets();
    decisions.space.budgets.insert(decisions.space.budgets.end(), more.begin(), more.end());
  }
  problems.throw_if_any();
  return decisions;
}

PlanValues plan_of(const Decision& decision, const Experiment& experiment) {
  PlanValues plan;
  for (std::size_t f = 0; f < decision.size(); ++f)
    plan.push_back(experiment.factors()[f].choice(static_cast<std::size_t>(decision[f])));
  return plan;
}

std::vector<std::int64_t> shared_out(std::int64_t total, std::span<const double> weights,
                                     std::span<const std::int64_t> low,
                                     std::span<const std::int64_t> high) {
  const std::size_t n = weights.size();
  std::vector<double> share(n);
  std::vector<bool> at_end(n, false);
  // Who would get too much or too little gets his bound, and the rest is shared out among the rest.
  for (bool changed = true; changed;) {
    changed = false;
    double left = static_cast<double>(total), weight = 0, others = 0, over = 0;
    for (std::size_t i = 0; i < n; ++i)
      at_end[i] ? left -= share[i] : (weight += weights[i], others += 1);
    for (std::size_t i = 0; i < n; ++i) {
      if (at_end[i]) continue;
      share[i] = left * (weight > 0 ? weights[i] / weight : 1 / others);
      over += std::max(0.0, share[i] - static_cast<double>(high[i])) -
              std::max(0.0, static_cast<double>(low[i]) - share[i]);
    }
    for (std::size_t i = 0; i < n; ++i) {
      if (at_end[i]) continue;
      const auto bound_low = static_cast<double>(low[i]), bound_high = static_cast<double>(high[i]);
      if (over >= 0 && share[i] > bound_high) share[i] = bound_high, at_end[i] = changed = true;
      if (over <= 0 && share[i] < bound_low) share[i] = bound_low, at_end[i] = changed = true;
    }
  }
  std::vector<std::int64_t> parts(n);
  std::vector<std::size_t> by_remainder(n);
  std::iota(by_remainder.begin(), by_remainder.end(), std::size_t{0});
  for (std::size_t i = 0; i < n; ++i)
    parts[i] = std::clamp(static_cast<std::int64_t>(std::floor(share[i] + 1e-9)), low[i], high[i]);
  std::stable_sort(by_remainder.begin(), by_remainder.end(), [&](std::size_t a, std::size_t b) {
    return share[a] - std::floor(share[a] + 1e-9) > share[b] - std::floor(share[b] + 1e-9);
  });
  std::int64_t left = total - std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
  for (const std::size_t i : by_remainder)
    if (left > 0 && parts[i] < high[i]) ++parts[i], --left;
  return parts;
}

PlanValues plan_in_proportion(const Experiment& experiment, std::span<const double> traffic) {
  Problems problems = experiment.located_problems();
  std::vector<std::size_t> factors;
  std::vector<std::int64_t> low, high;
  const auto& shared = experiment.spec().optimise->in_proportion_to;
  for (const auto& [name, measure] : shared) {
    const std::size_t f = index_of(experiment, name);
    const Factor& factor = experiment.factors()[f];
    const double now = experiment.as_it_is()[f].number;
    if (!factor.is_whole() || factor.choices() == 0 || !std::isfinite(now)) {
      problems.at("optimise.in_proportion_to",
                  fmt::format("has '{}', which is no whole number with levels or a range", name));
      continue;
    }
    factors.push_back(f);
    double least = std::numeric_limits<double>::infinity(), most = -least;
    for (std::size_t c = 0; c < factor.choices(); ++c) {
      least = std::min(least, factor.choice(c).number);
      most = std::max(most, factor.choice(c).number);
    }
    low.push_back(rounded(least)), high.push_back(rounded(most));
  }
  problems.throw_if_any();
  PlanValues plan(experiment.factors().size());
  const auto parts = shared_out(rounded(total_of(experiment, shared)), traffic, low, high);
  for (std::size_t i = 0; i < factors.size(); ++i)
    plan[factors[i]] = experiment.factors()[factors[i]].whole(parts[i]);
  return plan;
}

}  // namespace cordon
