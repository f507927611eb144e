#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "analysis/compare/compare.hpp"
#include "analysis/compare/settling.hpp"
#include "analysis/statistics/interval.hpp"
#include "analysis/text/labels.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

constexpr double few_detections = 30;
constexpr double another_share_unfinished = 0.02;  // of all vehicles
constexpr double many_turned_back = 0.01;          // of a line's arrivals
constexpr double most_reports = 0.5;               // that are due have come
constexpr std::size_t lines_named = 4;
constexpr int enough_to_resample = 10;  // below, the resamples are too much alike
constexpr double hardly_any = 1;        // waiting: in the mean less than this is noise alone
constexpr Duration day = std::chrono::hours(24);  // queues come and go with it

double sum_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

struct TurnedBack {
  double vehicles = 0;
  std::string words;
};

/// The lines where so many turned back that their waits say little, the worst first.
std::vector<TurnedBack> turned_back(const NamedScenario& scenario, const Runs& runs) {
  const auto labels = labels_of(scenario);
  std::vector<TurnedBack> found;
  for (const auto& [measure, at] : runs.keys()) {
    if (measure->name != "balked" || at.crossing == "all" || at.vehicle_class == "all") continue;
    const double balked = sum_of(runs.values("balked", at));
    const double share = balked / sum_of(runs.values("arrivals", at));
    if (!(share >= many_turned_back)) continue;
    const auto label = labels.find(at.crossing);
    found.push_back(
        {balked, fmt::format("{} of {} at {} ({})", text::rough_percent(share),
                             text::vehicles_of(at.vehicle_class),
                             label == labels.end() ? at.crossing : label->second, at.direction)});
  }
  std::stable_sort(found.begin(), found.end(), [](const TurnedBack& a, const TurnedBack& b) {
    return a.vehicles > b.vehicles;
  });
  return found;
}

void warn_of_turning_back(const NamedScenario& scenario, const Runs& runs,
                          std::vector<std::string>& warnings) {
  const auto found = turned_back(scenario, runs);
  if (found.empty()) return;
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min(found.size(), lines_named); ++i)
    words.push_back(found[i].words);
  if (found.size() > lines_named)
    words.push_back(
        fmt::format("many at {}", text::counted(found.size() - lines_named, "other line")));
  warnings.push_back(
      fmt::format("{}: {} turned back, since the road was full, the queue long or the line closed; "
                  "waits are of those who stayed, and "
                  "look shorter than the delay is.",
                  scenario.name, text::list(words)));
}

void warn_of_few_detections(const NamedScenario& scenario, const Runs& runs,
                            std::vector<std::string>& warnings) {
  const double found = sum_of(runs.values("detections"));
  const bool nobody_tried = sum_of(runs.values("illicit_attempts")) == 0;
  if (found >= few_detections || nobody_tried) return;
  warnings.push_back(fmt::format(
      "{}: only {} in all replications together; what is said of enforcement and information rests "
      "on few cases.",
      scenario.name, text::counted(static_cast<std::size_t>(found), "detection")));
}

/// A mean over the reports that have arrived leaves out those that take longest.
void warn_of_late_reports(const NamedScenario& scenario, const Runs& runs,
                          std::vector<std::string>& warnings) {
  const double due = sum_of(runs.values("reports_sent")) - sum_of(runs.values("reports_lost"));
  const double share = sum_of(runs.values("reports_received")) / due;
  if (!(share < most_reports)) return;
  warnings.push_back(
      fmt::format("{}: only {} of the reports that were sent and not lost had arrived by the end; "
                  "report_delay_mean is of these, and shorter than the delay is.",
                  scenario.name, text::rough_percent(share)));
}

/// A stage where vehicles wait and nobody ever comes.
void warn_of_stages_without_service(const NamedScenario& scenario, const Runs& runs,
                                    std::vector<std::string>& warnings) {
  struct Hours {
    double waiting = 0, in_service = 0;
  };
  std::map<std::pair<CrossingIndex, int>, Hours> stages;
  for (const StageTime& time : runs.stage_times()) {
    Hours& here = stages[{scenario.setup->lines[time.line.value].crossing, time.stage}];
    const auto hours = runs.stage_hours(time);
    const double sum = std::accumulate(hours.begin(), hours.end(), 0.0);
    if (time.activity == StageActivity::waiting) here.waiting += sum;
    if (time.activity == StageActivity::in_service) here.in_service += sum;
  }
  for (const auto& [at, hours] : stages) {
    if (hours.in_service > 0 || hours.waiting < 1) continue;
    const CrossingSetup& crossing = scenario.setup->crossings[at.first.value];
    const auto stage =
        std::find_if(crossing.stages.begin(), crossing.stages.end(),
                     [&, order = at.second](const StageSetup& s) { return s.order == order; });
    warnings.push_back(fmt::format(
        "{}: nothing was ever done at stage '{}' of {}, where vehicles waited {} hours in all.",
        scenario.name, stage->name, crossing.label, text::number(hours.waiting, 0)));
  }
}

double share_unfinished(const Runs& runs) {
  const double left = sum_of(runs.values("in_system_at_end"));
  return left / (sum_of(runs.values("arrivals")) + sum_of(runs.values("in_system_at_start")));
}

/// Who still waits at the end is in no mean of waits: a plan that serves them looks worse by it.
void warn_of_unfinished_queues(const std::vector<NamedScenario>& scenarios,
                               const std::vector<Runs>& runs, std::vector<std::string>& warnings) {
  const double baseline = share_unfinished(runs.front());
  for (std::size_t s = 1; s < scenarios.size(); ++s) {
    const double variant = share_unfinished(runs[s]);
    if (!(std::abs(variant - baseline) > another_share_unfinished)) continue;
    warnings.push_back(fmt::format(
        "{}: {} of all vehicles were unfinished at the end, in {} {}. Their waits are in no mean, "
        "so "
        "wait_mean and its verdict are of different vehicles: compare vehicle_hours_waited.",
        scenarios[s].name, text::rough_percent(variant), scenarios.front().name,
        text::rough_percent(baseline)));
  }
}

/// Only of runs that have a warm-up: others begin as they are meant to, and their beginning counts.
void warn_of_short_warm_up(const NamedScenario& scenario, const Runs& runs,
                           std::vector<std::string>& warnings) {
  const Duration warm_up = scenario.reading.spec.warm_up;
  const WaitingOverTime waiting = waiting_over_time(runs);
  const Settling settling = settling_of(waiting);
  if (warm_up == Duration::zero() || !settling.is_known) return;
  if (sum_of(waiting.vehicles) < hardly_any * static_cast<double>(waiting.vehicles.size())) return;
  const auto days = [](Duration time) { return text::number(hours(time) / 24, 1); };
  if (!settling.at)
    warnings.push_back(fmt::format(
        "{}: the queues have not settled by half of the run (MSER-5): means depend on how long it "
        "runs.",
        scenario.name));
  else if (settling.at->time_since_epoch() > warm_up + day)
    warnings.push_back(
        fmt::format("{}: the queues settle after {} days (MSER-5), and warm_up is {} days.",
                    scenario.name, days(settling.at->time_since_epoch()), days(warm_up)));
}

/// What is counted over a longer time is more, and says nothing of the change.
void warn_of_different_times(const std::vector<NamedScenario>& scenarios,
                             std::vector<std::string>& warnings) {
  const Scenario& baseline = scenarios.front().reading.spec;
  for (const NamedScenario& variant : scenarios) {
    const Scenario& spec = variant.reading.spec;
    std::vector<std::string> what;
    if (spec.start != baseline.start) what.emplace_back("start");
    if (spec.length != baseline.length) what.emplace_back("length");
    if (spec.warm_up != baseline.warm_up) what.emplace_back("warm_up");
    if (!what.empty())
      warnings.push_back(fmt::format(
          "{} has another {} than {}: what is counted over different times is compared.",
          variant.name, text::list(what), scenarios.front().name));
  }
}

void warn_of_missing_values(const std::vector<NamedScenario>& scenarios, const Simulated& simulated,
                            const std::vector<Change>& changes,
                            std::vector<std::string>& warnings) {
  for (const Change& c : changes) {
    const auto variant = static_cast<std::size_t>(c.variant) + 1;
    const auto pairs =
        std::min(simulated.runs.front().replications(), simulated.runs[variant].replications());
    if (c.primary && c.replications < static_cast<int>(pairs))
      warnings.push_back(
          fmt::format("{}: {} has a value in both scenarios in only {} of {}; the others are left "
                      "out.",
                      scenarios[variant].name, c.measure->name, c.replications,
                      text::counted(pairs, "replication")));
  }
}

/// Student's t trusts the mean of skewed values too soon.
void warn_of_skewness(const std::vector<NamedScenario>& scenarios,
                      const std::vector<Change>& changes, std::vector<std::string>& warnings) {
  for (const Change& c : changes) {
    const bool can_tell = std::isfinite(c.bootstrap_low) && std::isfinite(c.bootstrap_high) &&
                          c.replications >= enough_to_resample;
    if (!c.primary || !can_tell) continue;
    const bool by_t = c.low > 0 || c.high < 0;
    const bool by_bootstrap = c.bootstrap_low > 0 || c.bootstrap_high < 0;
    if (by_t != by_bootstrap)
      warnings.push_back(fmt::format(
          "{}: of {} the t interval {} zero and the bootstrap's {}; its differences are skewed, "
          "and more replications would tell.",
          scenarios[static_cast<std::size_t>(c.variant) + 1].name, c.measure->name,
          by_t ? "excludes" : "holds", by_bootstrap ? "excludes it" : "holds it"));
  }
}

}  // namespace

std::string unfinished_of(const NamedScenario& scenario, const Runs& runs) {
  const Interval left = mean_interval(runs.values("in_system_at_end"), confidence);
  const Interval hidden = mean_interval(runs.values("illicit_in_system_at_end"), confidence);
  const Interval arrivals = mean_interval(runs.values("arrivals"), confidence);
  const auto rounded = [](const Interval& i) {
    return text::number(i.estimate, std::min(1, text::decimals(i.half_width(), i.estimate)));
  };
  const double share = left.estimate / arrivals.estimate;
  return fmt::format(
      "{}: {} vehicles{} were still in line or under control, {} of them with something hidden.",
      scenario.name, rounded(left),
      std::isfinite(share) ? fmt::format(" ({} of arrivals)", text::rough_percent(share)) : "",
      rounded(hidden));
}

std::vector<std::string> warnings_of(const std::vector<NamedScenario>& scenarios,
                                     const Simulated& simulated, const Plan& plan,
                                     const std::vector<Change>& changes) {
  std::vector<std::string> warnings;
  const std::size_t finished = simulated.runs.back().replications();
  if (simulated.interrupted)
    warnings.push_back(fmt::format("Interrupted: {} of {} had finished.", finished,
                                   text::counted(plan.replications, "replication")));
  warn_of_different_times(scenarios, warnings);
  warn_of_unfinished_queues(scenarios, simulated.runs, warnings);
  if (finished == 1)
    warnings.push_back(
        "One replication cannot say how much of this is chance: there are no intervals.");
  if (plan.precision && simulated.precision && !(*simulated.precision <= plan.precision->share))
    warnings.push_back(
        fmt::format("The precision wanted of {} was not reached.", plan.precision->measure->name));
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    warn_of_short_warm_up(scenarios[s], simulated.runs[s], warnings);
    warn_of_turning_back(scenarios[s], simulated.runs[s], warnings);
    warn_of_few_detections(scenarios[s], simulated.runs[s], warnings);
    warn_of_late_reports(scenarios[s], simulated.runs[s], warnings);
    warn_of_stages_without_service(scenarios[s], simulated.runs[s], warnings);
  }
  warn_of_missing_values(scenarios, simulated, changes, warnings);
  warn_of_skewness(scenarios, changes, warnings);
  return warnings;
}

}  // namespace cordon
