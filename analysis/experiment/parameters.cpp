// The parameter table of an experiment.

#include "analysis/experiment/spec.hpp"

namespace cordon {

using namespace format;

const Table<FactorSpec>& parameters_of(Tag<FactorSpec>) {
  static const auto table =
      Table<FactorSpec>(
          "Something that varies from design to design: one value of the scenarios, or several "
          "that vary together. It has `levels`, or `low` and `high`, or a `distribution`.")
          .key("label", &FactorSpec::label, "Name for people.")
          .key("keys", &FactorSpec::keys,
               "Paths of the values, as after --set. `*` in the place of a name stands for all: "
               "\"line.*.time_factor\". All get the same value.",
               required, not_empty)
          .key("levels", &FactorSpec::levels,
               "The values, as the scenario would say them: [2, 3, 4], [\"10 min\", \"20 min\"].")
          .key("low", &FactorSpec::low, "One end of a range, which belongs to it.")
          .key("high", &FactorSpec::high, "The other end.")
          .key(
              "distribution", &FactorSpec::distribution,
              "What is known of the value: { triangular = { low = 0.2, mode = 0.4, high = 0.7 } }.")
          .key("times", &FactorSpec::times,
               "Values are factors by which what the scenario says is multiplied.");
  return table;
}

const Table<DesignSpec>& parameters_of(Tag<DesignSpec>) {
  static const auto table =
      Table<DesignSpec>("Which designs are simulated among all that the factors allow.")
          .key("method", &DesignSpec::method, "How they are chosen.",
               one_of<DesignMethod>(
                   {{"full_grid", DesignMethod::full_grid, "all combinations of all levels"},
                    {"one_at_a_time", DesignMethod::one_at_a_time,
                     "the scenario as it is, and each factor alone at each of its levels"},
                    {"latin_hypercube", DesignMethod::latin_hypercube,
                     "each factor in each of as many equally probable parts once, at random "
                     "(McKay, Beckman and Conover 1979)"},
                    {"sobol", DesignMethod::sobol,
                     "evenly spread: Sobol' sequence (directions of Joe and Kuo 2008)"},
                    {"morris", DesignMethod::morris,
                     "trajectories that change one factor at a time, for screening (Morris 1991)"},
                    {"saltelli", DesignMethod::saltelli,
                     "the matrices from which Sobol' indices are estimated (Saltelli et al. 2010)"},
                    {"list", DesignMethod::list, "as a CSV file says"}}))
          .key("points", &DesignSpec::points,
               "Designs of latin_hypercube and sobol; of saltelli, rows of each matrix, best a "
               "power of two. They need it.",
               between(0.0, 1e7))
          .key("levels", &DesignSpec::levels,
               "That a range or a distribution has in full_grid, one_at_a_time and morris; even "
               "for morris.",
               between(2.0, 1000.0), source("4: Morris 1991"))
          .key("trajectories", &DesignSpec::trajectories, "Of morris.", between(2.0, 100000.0),
               source("10: Campolongo, Cariboni and Saltelli 2007"))
          .key("second_order", &DesignSpec::second_order,
               "Of saltelli: indices of pairs of factors, too; this takes nearly twice the runs.")
          .key("seed", &DesignSpec::seed,
               "Of what is random in the choice of designs; not of the runs.", at_least(0.0))
          .key("list", &DesignSpec::list,
               "CSV file of the method list: a column for each factor, by name, and a row for each "
               "design.");
  return table;
}

const Table<ConstraintSpec>& parameters_of(Tag<ConstraintSpec>) {
  static const auto table =
      Table<ConstraintSpec>(
          "A weighted sum of factors that are numbers, in the units in which the program has them "
          "(time in seconds). Designs beyond its bounds are left out.")
          .key("sum", &ConstraintSpec::sum, "Weights, by factor.", unit::score, required, not_empty,
               keys_refer_to("factor"))
          .key("at_least", &ConstraintSpec::at_least, "Lower bound.", unit::score)
          .key("at_most", &ConstraintSpec::at_most, "Upper bound.", unit::score);
  return table;
}

const Table<DiscoverSpec>& parameters_of(Tag<DiscoverSpec>) {
  static const auto table =
      Table<DiscoverSpec>(
          "Something that happens in some designs: `cordon sensitivity` says under which values of "
          "the factors (PRIM: Friedman and Fisher 1999).")
          .key("measure", &DiscoverSpec::measure, "One of `measures`.", required, not_empty)
          .key("scenario", &DiscoverSpec::scenario, "In which scenario; the first when not given.")
          .key("difference", &DiscoverSpec::difference,
               "Of the measure from that of the first scenario.")
          .key("below", &DiscoverSpec::below,
               "It happens where the mean over the replications is below this, in the measure's "
               "unit.",
               unit::score)
          .key("above", &DiscoverSpec::above, "The same: above this.", unit::score);
  return table;
}

const Table<OptimiseSpec>& parameters_of(Tag<OptimiseSpec>) {
  static const auto table =
      Table<OptimiseSpec>(
          "What `cordon optimise` looks for: the plan that is best for one measure, among all "
          "designs or all that whole-numbered factors and constraints allow.")
          .key(
              "objective", &OptimiseSpec::objective,
              "One of `measures`. Whether more of it or less is good the measure says; one that is "
              "neither, or is good for those who smuggle, cannot be asked for.",
              required, not_empty)
          .key(
              "indifference", &OptimiseSpec::indifference,
              "A difference of the objective that does not matter, in its unit: min, EUR, vehicles "
              "or a share. kn needs it.",
              unit::score, at_least(0.0))
          .key("method", &OptimiseSpec::method, "How replications are spent.",
               one_of<OptimiseMethod>(
                   {{"kn", OptimiseMethod::kn,
                     "all designs, dropped one by one as soon as it is clear that they are not the "
                     "best, with a guarantee (Kim and Nelson 2001)"},
                    {"ocba", OptimiseMethod::ocba,
                     "all designs within `budget`, most replications where they tell most (Chen et "
                     "al. 2000)"},
                    {"local_search", OptimiseMethod::local_search,
                     "from today's plan to better neighbours, within `budget`: one more, one less, "
                     "one moved; for more plans than can all be simulated"}}))
          .key("confidence", &OptimiseSpec::confidence, "Of the choice, and of what is said of it.",
               unit::probability, between(0.5, 0.999))
          .key("first_stage", &OptimiseSpec::first_stage,
               "Replications of a plan before anything is said of it.", between(2.0, 10000.0),
               source("20: Law, Simulation Modeling and Analysis, 5th ed., section 10.4"))
          .key("most", &OptimiseSpec::most, "Replications of one plan in local_search.",
               between(2.0, 1e6), source("assumed"))
          .key("restarts", &OptimiseSpec::restarts,
               "Searches from plans at random, after that from today's.", between(0.0, 1000.0),
               source("assumed"))
          .key("fresh", &OptimiseSpec::fresh,
               "Replications with luck that the choice has not seen: the best of many looks better "
               "than it is.",
               between(2.0, 1e6), source("assumed"))
          .key("tradeoff", &OptimiseSpec::tradeoff,
               "Other of `measures` that matter: which plans are not worse than another in all of "
               "them and the objective.")
          .key("in_proportion_to", &OptimiseSpec::in_proportion_to,
               "For a simple rule to compare with: which of `measures` is the traffic of each of "
               "these factors. The rule shares out in proportion to it what a constraint on their "
               "sum "
               "allows, or else their sum of today.",
               keys_refer_to("factor"));
  return table;
}

const Table<ExperimentSpec>& parameters_of(Tag<ExperimentSpec>) {
  static const auto table =
      Table<ExperimentSpec>("An experiment: many variants of scenarios, each simulated as often.")
          .key("title", &ExperimentSpec::title, "One line for people.")
          .key("scenarios", &ExperimentSpec::scenarios,
               "Scenario files, from this file's folder. Every design is simulated in all of them "
               "under the same luck; differences are from the first.",
               required, not_empty)
          .key("set", &ExperimentSpec::set,
               "Values of the scenarios that are the same in all designs, by path: { \"length\" = "
               "\"7 d\" }.")
          .tables("factor", &ExperimentSpec::factor, "What varies.", required)
          .tables("constraint", &ExperimentSpec::constraint, "What factors must keep together.")
          .table("design", &ExperimentSpec::design, "Which designs.")
          .key("seed", &ExperimentSpec::seed, "Of the luck that all designs share.", at_least(0.0))
          .key("replications", &ExperimentSpec::replications,
               "Of each design; with `precision`, at least.", between(1.0, 1e6))
          .key("precision", &ExperimentSpec::precision,
               "Instead of a fixed number: replicate all designs until the half-width of the 95 % "
               "interval of each of these measures is at most this share of its mean, in every "
               "design.",
               unit::share, above(0.0))
          .key("most_replications", &ExperimentSpec::most_replications,
               "Of each design, whatever the precision.", between(2.0, 1e6))
          .key("measures", &ExperimentSpec::measures,
               "That are kept of each run: \"wait_mean\", or of a part: "
               "\"wait_mean[crossing=medyka;direction=exit]\".",
               required, not_empty)
          .tables("discover", &ExperimentSpec::discover, "What happens where.")
          .table("optimise", &ExperimentSpec::optimise, "What the best plan is.")
          .table("calibrate", &ExperimentSpec::calibrate, "What the factors are fitted to.")
          .key("budget", &ExperimentSpec::budget,
               "Runs that there may be at most; an experiment that needs more is refused. 0: any "
               "number.",
               at_least(0.0));
  return table;
}

}  // namespace cordon
