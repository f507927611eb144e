// What joint operations came to, over the replications: the figures of a debriefing report.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "analysis/compare/compare.hpp"

namespace cordon {
namespace {

double number(std::int64_t n) { return static_cast<double>(n); }
double in_hours(Int128 microseconds) { return static_cast<double>(microseconds) / 3600e6; }
double per(double part, double whole, double of) {
  return whole > 0 ? of * part / whole : std::numeric_limits<double>::quiet_NaN();
}
double detections(const OperationTally& o) {
  return number(o.seizures + o.referrals + o.sanction_refusals);
}
double minutes(const Moments& m) { return m.mean() / 60e6; }
double days_after(Time at, Time ended) {
  return at == never ? std::numeric_limits<double>::quiet_NaN() : hours(at - ended) / 24;
}

/// At this share of the way from the least to the greatest; NaN without any.
double quantile(const std::vector<double>& in_order, double share) {
  if (in_order.empty()) return std::numeric_limits<double>::quiet_NaN();
  const double at = share * (number(static_cast<std::int64_t>(in_order.size())) - 1);
  const auto below = static_cast<std::size_t>(std::floor(at));
  const std::size_t above = std::min(below + 1, in_order.size() - 1);
  return in_order[below] + (at - std::floor(at)) * (in_order[above] - in_order[below]);
}

using Value = std::function<double(const OperationTally&)>;

class Figures {
 public:
  Figures(const std::vector<const OperationTally*>& runs, Debriefing& into)
      : runs_(runs), into_(into) {}

  /// @param planned  NaN: nobody planned it
  void add(std::string name, std::string unit, const Value& value,
           double planned = std::numeric_limits<double>::quiet_NaN()) {
    std::vector<double> values;
    for (const OperationTally* run : runs_)
      if (const double v = value(*run); !std::isnan(v)) values.push_back(v);
    std::sort(values.begin(), values.end());
    into_.figures.push_back({std::move(name), std::move(unit), planned, quantile(values, 0.5),
                             quantile(values, 0.1), quantile(values, 0.9)});
  }

 private:
  const std::vector<const OperationTally*>& runs_;
  Debriefing& into_;
};

void add_effort(const OperationSetup& plan, Figures& figures) {
  double officers = 0, machines = 0;
  for (const MoveSetup& move : plan.moves) {
    officers += move.authority ? move.officers : 0;
    machines += move.equipment ? 1 : 0;
  }
  using O = OperationTally;
  figures.add(
      "Officers who came", "officers", [](const O& o) { return number(o.officers); }, officers);
  figures.add(
      "Machines that came", "machines", [](const O& o) { return number(o.machines); }, machines);
  figures.add("Their hours on duty", "h", [](const O& o) { return in_hours(o.on_duty); });
  figures.add("Hours on the road there", "h", [](const O& o) { return in_hours(o.travel); });
}

void add_results(Figures& figures) {
  using O = OperationTally;
  figures.add("Vehicles checked for it", "vehicles", [](const O& o) { return number(o.checks); });
  figures.add("of these, checked twice", "vehicles",
              [](const O& o) { return number(o.double_checks); });
  figures.add("Detections", "vehicles", detections);
  figures.add("Seizures", "vehicles", [](const O& o) { return number(o.seizures); });
  figures.add("Seized goods", "kg", [](const O& o) { return o.mass_kg; });
  figures.add("Their value", "EUR", [](const O& o) { return o.value; });
  figures.add("Persons found, vehicles", "vehicles",
              [](const O& o) { return number(o.referrals); });
  figures.add("Arrests", "vehicles", [](const O& o) { return number(o.arrests); });
}

// Lessons: figures that can be held against those of other operations.
void add_lessons(Time ended, Figures& figures) {
  using O = OperationTally;
  figures.add("Detections for 100 checks", "",
              [](const O& o) { return per(detections(o), number(o.checks), 100); });
  figures.add("Arrests for 100 checks", "",
              [](const O& o) { return per(number(o.arrests), number(o.checks), 100); });
  figures.add("Detections for 1000 hours of its officers", "",
              [](const O& o) { return per(detections(o), in_hours(o.on_duty), 1000); });
  figures.add("Mean wait there, as many days before", "min",
              [](const O& o) { return minutes(o.waits_before); });
  figures.add("Mean wait there, action days", "min",
              [](const O& o) { return minutes(o.waits_during); });
  figures.add("Groups that had heard of it", "groups", [](const O& o) { return number(o.warned); });
  figures.add("Debriefed after the end", "d",
              [=](const O& o) { return days_after(o.debriefed, ended); });
  figures.add("Reported after the end", "d",
              [=](const O& o) { return days_after(o.reported, ended); });
  figures.add("Detections that headquarters was told of", "vehicles", [](const O& o) {
    return o.debriefed == never ? std::numeric_limits<double>::quiet_NaN()
                                : number(o.detections_told);
  });
}

std::string posts_of(const OperationSetup& plan, const Setup& setup) {
  std::string names;
  for (const CrossingIndex c : plan.crossings)
    names += (names.empty() ? "" : ", ") + setup.crossings[c.value].label;
  return names;
}

}  // namespace

std::string label_of(const OperationSetup& plan) {
  if (plan.spec.label.empty()) return plan.name;
  const std::size_t again = plan.repeats ? plan.name.rfind(" (") : std::string::npos;
  return plan.spec.label + (again == std::string::npos ? "" : plan.name.substr(again));
}

std::vector<Debriefing> debriefings_of(const std::vector<NamedScenario>& scenarios,
                                       const std::vector<Runs>& runs) {
  std::vector<Debriefing> all;
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    const Setup& setup = *scenarios[s].setup;
    for (std::size_t o = 0; o < setup.operations.size(); ++o) {
      const OperationSetup& plan = setup.operations[o];
      Debriefing& made = all.emplace_back();
      made.scenario = static_cast<int>(s);
      made.operation = label_of(plan);
      made.kind = name_of(plan.spec.kind);
      made.action_plan = plan.spec.action_plan;
      made.posts = posts_of(plan, setup);
      made.days = hours(plan.spec.length) / 24;
      made.from_ms =
          static_cast<double>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                  (setup.scenario.start + plan.spec.start).time_since_epoch())
                                  .count());
      std::vector<const OperationTally*> tallies;
      for (const auto& replication : runs[s].operations()) tallies.push_back(&replication[o]);
      Figures figures(tallies, made);
      add_effort(plan, figures);
      add_results(figures);
      add_lessons(start_of_run + plan.spec.start + plan.spec.length, figures);
    }
  }
  return all;
}

}  // namespace cordon
