#include "analysis/optimise/optimise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "analysis/optimise/decisions.hpp"
#include "analysis/selection/kn.hpp"
#include "analysis/selection/local_search.hpp"
#include "analysis/selection/ocba.hpp"

namespace cordon {
namespace {

// Replications that are asked for at a time: as threads share them, some of each plan, whatever
// their number is, so that the runs are the same for all.
constexpr int at_a_time = 5;

class Optimiser {
 public:
  Optimiser(const Experiment& experiment, PlanRuns& runs)
      : experiment_(experiment),
        asked_(*experiment.spec().optimise),
        runs_(runs),
        objective_(measure_index(experiment, asked_.objective)),
        aim_(aim_of(experiment.measures()[objective_])) {}

  Optimised run() {
    found_.today = runs_.number_of(PlanValues(experiment_.factors().size()));
    add_simple_rule();
    switch (asked_.method) {
      case OptimiseMethod::kn:
        add_designs();
        choose_by_kn();
        break;
      case OptimiseMethod::ocba:
        add_designs();
        choose_by_ocba();
        break;
      case OptimiseMethod::local_search:
        choose_by_search();
        break;
    }
    look_back();
    if (!asked_.tradeoff.empty()) weigh_up();
    simulate_afresh();
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::int64_t budget() const {
    return experiment_.spec().budget > 0 ? experiment_.spec().budget
                                         : std::numeric_limits<std::int64_t>::max();
  }

  // One that cannot be had is told, and the others are compared without it.
  void add_simple_rule() {
    if (asked_.in_proportion_to.empty()) return;
    std::vector<double> traffic;
    for (const auto& [factor, measure] : asked_.in_proportion_to) {
      const auto values = first_stage_of(found_.today, measure_index(experiment_, measure));
      traffic.push_back(std::max(0.0, mean_interval(values, asked_.confidence).estimate));
    }
    const PlanValues plan = plan_in_proportion(experiment_, traffic);
    if (experiment_.is_allowed(plan))
      found_.in_proportion = runs_.number_of(plan);
    else
      found_.rule_fault = words_of(plan, experiment_) + ", which the constraints do not allow";
  }

  [[nodiscard]] std::vector<double> first_stage_of(std::size_t plan, std::size_t measure) {
    const Batch<std::size_t> batch{plan, 0, asked_.first_stage};
    return runs_.simulate(measure)({&batch, 1}).front();
  }

  void add_designs() {
    for (std::size_t d = 0; d < experiment_.designs(); ++d)
      (void)runs_.number_of(experiment_.values(d));
  }

  void choose_by_kn() {
    const KnSettings settings{.delta = asked_.indifference,
                              .alpha = 1 - asked_.confidence,
                              .first_stage = asked_.first_stage,
                              .limit = budget(),
                              .batch = at_a_time,
                              .aim = aim_};
    const KnResult found = kn(runs_.simulate(objective_), runs_.plans(), settings);
    found_.chosen = found.best;
    found_.guaranteed = found.guaranteed;
    found_.plans.resize(runs_.plans());
    for (std::size_t p = 0; p < runs_.plans(); ++p)
      found_.plans[p].screened_out_at = found.plans[p].screened_out_at;
  }

  void choose_by_ocba() {
    const OcbaSettings settings{.budget = static_cast<int>(budget()),
                                .first_stage = asked_.first_stage,
                                .step = at_a_time * static_cast<int>(runs_.plans()),
                                .aim = aim_};
    const OcbaResult found = ocba(runs_.simulate(objective_), runs_.plans(), settings);
    found_.chosen = found.best;
    found_.probability = found.probability;
  }

  void choose_by_search() {
    const Decisions decisions = decisions_of(experiment_);
    const Simulate<std::size_t> of_numbers = runs_.simulate(objective_);
    const Simulate<Decision> simulate = [&](std::span<const Batch<Decision>> batches) {
      std::vector<Batch<std::size_t>> numbered;
      for (const auto& batch : batches)
        numbered.push_back(
            {runs_.number_of(plan_of(batch.plan, experiment_)), batch.first, batch.count});
      return of_numbers(numbered);
    };
    const SearchSettings settings{
        .budget = budget(),
        .first_stage = asked_.first_stage,
        .most = asked_.most,
        .level = 1 - asked_.confidence,
        .restarts = asked_.restarts,
        .seed = static_cast<std::uint64_t>(experiment_.spec().design.seed),
        .aim = aim_};
    const LocalSearchResult found =
        local_search(simulate, decisions.space, decisions.today, settings);
    found_.chosen = runs_.number_of(plan_of(found.best, experiment_));
    found_.local_optimum = found.local_optimum;
    found_.unclear = found.unclear;
    if (found_.in_proportion) (void)first_stage_of(*found_.in_proportion, objective_);
  }

  void look_back() {
    found_.plans.resize(runs_.plans());
    for (std::size_t p = 0; p < runs_.plans(); ++p) {
      ConsideredPlan& plan = found_.plans[p];
      plan.replications = runs_.brought(p);
      found_.runs_of_choice += static_cast<std::uint64_t>(plan.replications);
      const auto values = runs_.values(p, objective_, 0, plan.replications);
      plan.mean = mean_interval(values, asked_.confidence).estimate;
      found_.fresh_from = std::max(found_.fresh_from, plan.replications);
    }
  }

  // By the first stage alone, which all plans have, and whose length no luck has decided.
  void weigh_up() {
    std::vector<std::string> names = asked_.tradeoff;
    names.insert(names.begin(), asked_.objective);
    std::vector<Samples> objectives;
    std::vector<Aim> aims;
    for (const std::string& name : names) {
      const std::size_t measure = measure_index(experiment_, name);
      aims.push_back(aim_of(experiment_.measures()[measure]));
      Samples samples(asked_.first_stage, static_cast<Eigen::Index>(runs_.plans()));
      for (std::size_t p = 0; p < runs_.plans(); ++p) {
        const auto values = first_stage_of(p, measure);
        samples.col(static_cast<Eigen::Index>(p)) =
            Eigen::Map<const Eigen::ArrayXd>(values.data(), asked_.first_stage);
      }
      objectives.push_back(std::move(samples));
    }
    const auto known = dominance(objectives, aims, asked_.confidence);
    for (std::size_t p = 0; p < runs_.plans(); ++p) found_.plans[p].dominance = known[p];
  }

  // The best of many was lucky, too: what it is worth, only other luck can say.
  void simulate_afresh() {
    found_.compared.push_back({"today", found_.today, {}});
    if (found_.chosen != found_.today) found_.compared.push_back({"chosen", found_.chosen, {}});
    const bool is_another = found_.in_proportion && *found_.in_proportion != found_.today &&
                            *found_.in_proportion != found_.chosen;
    if (is_another) found_.compared.push_back({"in proportion", *found_.in_proportion, {}});
    std::vector<Batch<std::size_t>> batches;
    for (const ComparedPlan& plan : found_.compared)
      batches.push_back({plan.plan, found_.fresh_from, asked_.fresh});
    runs_.bring(batches);
    for (ComparedPlan& plan : found_.compared)
      for (std::size_t m = 0; m < experiment_.measures().size(); ++m) {
        const auto values = runs_.values(plan.plan, m, found_.fresh_from, asked_.fresh);
        const auto today = runs_.values(found_.today, m, found_.fresh_from, asked_.fresh);
        plan.outcomes.push_back({mean_interval(values, asked_.confidence),
                                 paired_difference(today, values, asked_.confidence)});
      }
  }

  const Experiment& experiment_;
  const OptimiseSpec& asked_;
  PlanRuns& runs_;
  std::size_t objective_;
  Aim aim_;
  Optimised found_;
};

}  // namespace

void check_optimisation(const Experiment& experiment) {
  const OptimiseSpec& asked = *experiment.spec().optimise;
  const bool is_search = asked.method == OptimiseMethod::local_search;
  if (is_search) (void)decisions_of(experiment);
  const std::vector<double> any_traffic(asked.in_proportion_to.size(), 1.0);
  if (!any_traffic.empty()) (void)plan_in_proportion(experiment, any_traffic);
  // Today's and the simple rule's are among them.
  const auto plans = static_cast<std::int64_t>(is_search ? 2 : experiment.designs() + 2);
  const std::int64_t budget = experiment.spec().budget;
  Problems problems = experiment.located_problems();
  if (budget > 0 && plans * asked.first_stage > budget)
    problems.at("budget", fmt::format("is {}; the first stage of {} plans needs {} runs", budget,
                                      plans, plans * asked.first_stage));
  const bool is_alone = experiment.designs() == 1 &&
                        std::all_of(experiment.factors().begin(), experiment.factors().end(),
                                    [](const Factor& f) { return f.choices() == 1; });
  if (is_alone) problems.at("factor", "have one value each; expected something to decide");
  problems.throw_if_any();
}

std::size_t measure_index(const Experiment& experiment, const std::string& name) {
  const auto& all = experiment.measures();
  return static_cast<std::size_t>(
      std::find_if(all.begin(), all.end(), [&](const Measured& m) { return m.name == name; }) -
      all.begin());
}

Aim aim_of(const Measured& measured) {
  return measured.measure->better == Better::higher ? Aim::maximise : Aim::minimise;
}

Optimised optimise(const Experiment& experiment, PlanRuns& runs) {
  return Optimiser(experiment, runs).run();
}

}  // namespace cordon
