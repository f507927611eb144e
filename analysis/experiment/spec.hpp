#pragma once

// What the file of an experiment says: which scenarios, which of their values vary and how, which
// designs, how often, and what is kept of each run.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/experiment/calibrate_spec.hpp"
#include "sim/scenario/format/toml_value.hpp"

namespace cordon {

/// How designs are chosen among all that the factors allow.
enum class DesignMethod {
  full_grid,
  one_at_a_time,
  latin_hypercube,
  sobol,
  morris,
  saltelli,
  list,
};

/// One thing that varies. It has either levels, or a range, or a distribution.
struct FactorSpec {
  std::string label;
  std::vector<std::string> keys;  ///< paths in the scenario that vary together; `*` for any name
  std::vector<format::TomlValue> levels;
  std::optional<format::TomlValue> low, high;  ///< of a range
  std::optional<format::TomlValue> distribution;
  bool times = false;  ///< values multiply what the scenario says
};

struct DesignSpec {
  DesignMethod method = DesignMethod::full_grid;
  int points = 0;  ///< of latin_hypercube and sobol; of saltelli, in each of its matrices
  int levels = 4;  ///< that a range or distribution has in full_grid, one_at_a_time and morris
  int trajectories = 10;      ///< of morris
  bool second_order = false;  ///< of saltelli: interactions of two factors, too
  std::int64_t seed = 1;
  std::string list;  ///< CSV file of the method list
};

/// A weighted sum of factors that must lie within bounds.
struct ConstraintSpec {
  std::map<std::string, double> sum;  ///< weights by factor
  std::optional<double> at_least, at_most;
};

/// Something that happens in some designs, or does not.
struct DiscoverSpec {
  std::string measure;
  std::string scenario;     ///< ""; the first
  bool difference = false;  ///< of the measure from that of the first scenario
  std::optional<double> below, above;
};

/// How `cordon optimise` looks for the best plan.
enum class OptimiseMethod { kn, ocba, local_search };

/// What makes a plan good, and how sure the choice must be. The factors are what is decided.
struct OptimiseSpec {
  std::string objective;    ///< a measure; which way it is good the measure says
  double indifference = 0;  ///< in its unit: a smaller difference does not matter
  OptimiseMethod method = OptimiseMethod::kn;
  double confidence = 0.95;
  int first_stage = 20;
  int most = 128;    ///< of one plan, in local_search
  int restarts = 2;  ///< of local_search
  int fresh = 40;    ///< replications with new luck, for what is said of the choice
  std::vector<std::string> tradeoff;
  std::map<std::string, std::string> in_proportion_to;  ///< a measure of traffic by factor
};

struct ExperimentSpec {
  std::string title;
  std::vector<std::string> scenarios;
  std::map<std::string, format::TomlValue> set;
  std::map<std::string, FactorSpec> factor;
  std::map<std::string, ConstraintSpec> constraint;
  DesignSpec design;
  std::int64_t seed = 1;
  std::uint32_t replications = 10;
  std::map<std::string, double> precision;  ///< greatest half-width by measure, as a share
  std::uint32_t most_replications = 1000;
  std::vector<std::string> measures;
  std::map<std::string, DiscoverSpec> discover;
  std::optional<OptimiseSpec> optimise;
  std::optional<CalibrateSpec> calibrate;
  std::int64_t budget = 0;  ///< runs; 0: any number
};

/// What values must be together.
void check(const ExperimentSpec& spec, Problems& problems);
/// The same of `calibrate`.
void check_calibrate(const ExperimentSpec& spec, Problems& problems);

[[nodiscard]] const format::Table<FactorSpec>& parameters_of(format::Tag<FactorSpec>);
[[nodiscard]] const format::Table<DesignSpec>& parameters_of(format::Tag<DesignSpec>);
[[nodiscard]] const format::Table<ConstraintSpec>& parameters_of(format::Tag<ConstraintSpec>);
[[nodiscard]] const format::Table<DiscoverSpec>& parameters_of(format::Tag<DiscoverSpec>);
[[nodiscard]] const format::Table<OptimiseSpec>& parameters_of(format::Tag<OptimiseSpec>);
[[nodiscard]] const format::Table<ExperimentSpec>& parameters_of(format::Tag<ExperimentSpec>);

}  // namespace cordon
