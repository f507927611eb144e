// The parameter table of a calibration, and what its values must be together.

#include <fmt/format.h>

#include <algorithm>

#include "analysis/experiment/spec.hpp"
#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<ObservedSpec>& parameters_of(Tag<ObservedSpec>) {
  static const auto table =
      Table<ObservedSpec>("A value that was observed of the whole of the scenario's time.")
          .key("measure", &ObservedSpec::measure, "One of `measures`.", required, not_empty)
          .key("value", &ObservedSpec::value,
               "What was observed: a number in the measure's unit or, of times, \"34 min\".",
               required)
          .key("spread", &ObservedSpec::spread,
               "Standard deviation of the error with which it was observed. The luck of the "
               "simulation comes on top.");
  return table;
}

const Table<CalibrateSpec>& parameters_of(Tag<CalibrateSpec>) {
  static const auto table =
      Table<CalibrateSpec>(
          "What the factors are fitted to by `cordon calibrate`. The designs of the experiment are "
          "the first that are tried; the search goes on from the best of them.")
          .key("queues", &CalibrateSpec::queues,
               "CSV file of queues that were counted, with the columns of `observed_queue`. Rows "
               "with a `note` are left out of the fit, and kept in every error.")
          .key(
              "queue_spread", &CalibrateSpec::queue_spread,
              "Standard deviation of the error of a count, in vehicles. The luck of the simulation "
              "comes on top.",
              unit::count)
          .key("vehicle_classes", &CalibrateSpec::vehicle_classes,
               "Whose counts are used; all when not given.", class_words())
          .tables("observed", &CalibrateSpec::observed, "Other values that were observed.")
          .key("step", &CalibrateSpec::step,
               "How far to either side of the fit changes are taken, of the range of a factor.",
               unit::share, between(0.001, 0.5), source("0.05: assumed"))
          .key(
              "evaluations", &CalibrateSpec::evaluations,
              "That the search from the best design on may take at most, each of all replications.",
              between(10.0, 100000.0))
          .key(
              "forecasts", &CalibrateSpec::forecasts,
              "Forecasts of 7 days by which the fit is judged, at most: one a day at noon from the "
              "end of the scenario's time on, as far as queues were counted for 7 days more. 28 "
              "and more have intervals.",
              between(0.0, 1000.0), source("10: assumed"));
  return table;
}

namespace {

void check_factors(const ExperimentSpec& spec, Problems& problems) {
  for (const auto& [name, factor] : spec.factor)
    if (!factor.low)
      problems.at(path_of({"factor", name}),
                  "has no `low` and `high`; a value that is fitted lies in a range");
}

}  // namespace

void check_calibrate(const ExperimentSpec& spec, Problems& problems) {
  if (!spec.calibrate) return;
  check_factors(spec, problems);
  if (spec.scenarios.size() > 1)
    problems.at("scenarios", fmt::format("has {}; a calibration is of one", spec.scenarios.size()));
  if (spec.replications < 3)
    problems.at("replications", fmt::format("is {}; expected at least 3, of which a calibration "
                                            "learns how large luck is",
                                            spec.replications));
  if (!spec.precision.empty())
    problems.at("precision", "is of no use to a calibration, which replicates all points as often");
  if (!spec.constraint.empty())
    problems.at("constraint", "is of no use to a calibration; expected ranges alone");
  if (spec.design.method == DesignMethod::one_at_a_time)
    problems.at("design.method", "leaves values as the scenario says; expected another method");
  if (spec.calibrate->queues.empty() && spec.calibrate->observed.empty())
    problems.at("calibrate", "has neither `queues` nor an `observed` value");
  for (const auto& [name, seen] : spec.calibrate->observed)
    if (std::find(spec.measures.begin(), spec.measures.end(), seen.measure) == spec.measures.end())
      problems.at(path_of({"calibrate", "observed", name}) + ".measure",
                  fmt::format("'{}' is not one of `measures`", seen.measure));
}

}  // namespace cordon
