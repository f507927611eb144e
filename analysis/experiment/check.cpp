// What values of an experiment must be together.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/experiment/spec.hpp"
#include "analysis/statistics/sequential.hpp"

namespace cordon {
namespace {

void check_factor(const std::string& at, const FactorSpec& factor, Problems& problems) {
  const bool has_range = factor.low || factor.high;
  const int ways = !factor.levels.empty() + has_range + factor.distribution.has_value();
  if (ways != 1)
    problems.at(at,
                fmt::format("has {} of `levels`, `low` and `high`, and `distribution`; expected "
                            "one of them",
                            ways == 0 ? "none" : "several"));
  if (has_range && !(factor.low && factor.high))
    problems.at(at, fmt::format("has no `{}`; a range has both ends", factor.low ? "high" : "low"));
}

void check_design(const ExperimentSpec& spec, Problems& problems) {
  using M = DesignMethod;
  const DesignSpec& d = spec.design;
  const bool needs_points =
      d.method == M::latin_hypercube || d.method == M::sobol || d.method == M::saltelli;
  if (needs_points && d.points == 0)
    problems.at("design.points", "is not given; this method needs it");
  if (d.method == M::morris && d.levels % 2 != 0)
    problems.at("design.levels",
                fmt::format("is {}; expected an even number for morris", d.levels));
  if ((d.method == M::list) != !d.list.empty())
    problems.at("design.list", d.list.empty() ? "is not given; the method list needs it"
                                              : "is of no use without method = \"list\"");
  const bool is_torn_by_constraints = d.method == M::morris || d.method == M::saltelli;
  if (is_torn_by_constraints && !spec.constraint.empty())
    problems.at("constraint",
                "leaves designs out, and morris and saltelli need all; expected another method");
}

bool is_kept(const ExperimentSpec& spec, const std::string& measure) {
  return std::find(spec.measures.begin(), spec.measures.end(), measure) != spec.measures.end();
}

void check_discover(const ExperimentSpec& spec, Problems& problems) {
  using M = DesignMethod;
  for (const auto& [name, asked] : spec.discover) {
    const std::string at = path_of({"discover", name});
    if (spec.design.method == M::list || spec.design.method == M::one_at_a_time)
      problems.at(at, "needs designs that fill the space of the factors; expected another method");
    if (!is_kept(spec, asked.measure))
      problems.at(at + ".measure", fmt::format("'{}' is not one of `measures`", asked.measure));
    if (!asked.below && !asked.above) problems.at(at, "has neither `below` nor `above`");
  }
}

void check_optimise(const ExperimentSpec& spec, Problems& problems) {
  using M = OptimiseMethod;
  const OptimiseSpec& asked = *spec.optimise;
  const auto must_be_kept = [&](const std::string& at, const std::string& measure) {
    if (!is_kept(spec, measure))
      problems.at(at, fmt::format("'{}' is not one of `measures`", measure));
  };
  must_be_kept("optimise.objective", asked.objective);
  for (const std::string& measure : asked.tradeoff) must_be_kept("optimise.tradeoff", measure);
  for (const auto& [factor, measure] : asked.in_proportion_to)
    must_be_kept("optimise.in_proportion_to", measure);
  if (spec.scenarios.size() > 1)
    problems.at("scenarios", "are several; a plan is optimised for one");
  if (asked.method == M::kn && asked.indifference <= 0)
    problems.at("optimise.indifference",
                "is not given; kn needs to know which difference does not matter");
  if (asked.method != M::kn && spec.budget == 0)
    problems.at("budget", "is not given; this method spends it");
  if (asked.method == M::local_search && asked.most < asked.first_stage)
    problems.at("optimise.most",
                fmt::format("is {}, less than first_stage = {}", asked.most, asked.first_stage));
  if (asked.method == M::local_search && spec.design.method != DesignMethod::full_grid)
    problems.at("design.method", "chooses designs, and local_search goes from plan to plan");
}

}  // namespace

void check(const ExperimentSpec& spec, Problems& problems) {
  std::set<std::string> keys;
  for (const auto& [name, factor] : spec.factor) {
    const std::string at = path_of({"factor", name});
    check_factor(at, factor, problems);
    for (const std::string& key : factor.keys)
      if (!keys.insert(key).second)
        problems.at(at + ".keys", fmt::format("'{}' is there twice; expected each once", key));
  }
  for (const auto& [name, constraint] : spec.constraint) {
    const std::string at = path_of({"constraint", name});
    if (!constraint.at_least && !constraint.at_most)
      problems.at(at, "has neither `at_least` nor `at_most`");
    if (constraint.at_least && constraint.at_most && *constraint.at_least > *constraint.at_most)
      problems.at(at, "has an `at_least` above its `at_most`");
  }
  check_design(spec, problems);
  check_discover(spec, problems);
  if (spec.optimise) check_optimise(spec, problems);
  check_calibrate(spec, problems);
  if (!spec.precision.empty() && spec.most_replications < spec.replications)
    problems.at("most_replications", fmt::format("is {}, less than replications = {}",
                                                 spec.most_replications, spec.replications));
  if (!spec.precision.empty() && spec.replications < fewest_for_precision)
    problems.at("replications",
                fmt::format("is {}; expected at least {} with a precision, as an interval from a "
                            "few replications may be narrow by chance",
                            spec.replications, fewest_for_precision));
  std::set<std::string> measures;
  for (const std::string& measure : spec.measures)
    if (!measures.insert(measure).second)
      problems.at("measures", fmt::format("'{}' is there twice; expected each once", measure));
  for (const auto& [measure, share] : spec.precision)
    if (!measures.contains(measure))
      problems.at("precision", fmt::format("'{}' is not one of `measures`", measure));
}

}  // namespace cordon
