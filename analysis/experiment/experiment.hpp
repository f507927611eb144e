#pragma once

// An experiment that has been read: its scenarios, factors and designs, and the scenario that a
// design makes.

#include <Eigen/Core>
#include <memory>
#include <string>
#include <vector>

#include "analysis/experiment/factor.hpp"
#include "analysis/experiment/measured.hpp"
#include "analysis/experiment/spec.hpp"
#include "analysis/study/named_scenario.hpp"

namespace cordon {

class Experiment {
 public:
  /// @param file  of the experiment   @param set  "KEY=VALUE" for its own keys, as after --set
  /// @throws ScenarioError  with every problem
  Experiment(const std::string& file, const std::vector<std::string>& set);

  [[nodiscard]] const ExperimentSpec& spec() const { return reading_.spec; }
  [[nodiscard]] const Reading<ExperimentSpec>& reading() const { return reading_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& file() const { return file_; }
  /// "KEY=VALUE" that its own keys were given beside the file.
  [[nodiscard]] const std::vector<Override>& overrides_of_file() const { return of_file_; }
  /// As the files say, with `set`.
  [[nodiscard]] const std::vector<NamedScenario>& scenarios() const { return scenarios_; }
  [[nodiscard]] const std::vector<Factor>& factors() const { return factors_; }
  [[nodiscard]] const std::vector<Measured>& measures() const { return measures_; }

  /// Designs that constraints have left.
  [[nodiscard]] std::size_t designs() const { return static_cast<std::size_t>(points_.rows()); }
  /// How many the method made beside them.
  [[nodiscard]] std::size_t left_out() const { return left_out_; }
  /// In the unit cube, a row per design and a column per factor; of a list without meaning.
  [[nodiscard]] const Eigen::MatrixXd& points() const { return points_; }
  /// The bytes of the file of the method list; "" of other methods.
  [[nodiscard]] const std::string& list() const { return list_; }
  /// @param design  from 0   @return by factor; without a text where it is as the scenario says
  [[nodiscard]] std::vector<FactorValue> values(std::size_t design) const;

  /// Empty, and knows where the file says what.
  [[nodiscard]] Problems located_problems() const;
  /// What the first scenario says of each factor by itself.
  [[nodiscard]] const std::vector<FactorValue>& as_it_is() const { return as_it_is_; }
  /// Whether the constraints allow such values, by factor. Rounds where a sum is of fractions.
  [[nodiscard]] bool is_allowed(const std::vector<FactorValue>& values) const;

  /// The scenario of a design, made ready to run.
  /// @throws ScenarioError  when the scenario refuses the values
  [[nodiscard]] std::shared_ptr<const Setup> setup(std::size_t design, std::size_t scenario) const;
  /// Makes all of them.
  /// @throws ScenarioError  with the problems of the first that are refused
  void try_designs() const;
  /// The scenario with such values, by factor.
  /// @param more  changed on top of them
  /// @throws ScenarioError  as above
  [[nodiscard]] NamedScenario scenario_with(const std::vector<FactorValue>& values,
                                            std::size_t scenario,
                                            const std::vector<Override>& more = {}) const;
  /// What the values change in the scenario as it was read.
  /// @throws ScenarioError  when they cannot be said of it
  [[nodiscard]] std::vector<Override> changes(const std::vector<FactorValue>& values,
                                              std::size_t scenario) const;

 private:
  void read_scenarios(Problems& problems);
  void read_factors(Problems& problems);
  void read_measures(Problems& problems);
  [[nodiscard]] bool is_measured_somewhere(const Measured& measured) const;
  void read_objectives(Problems& problems) const;
  void choose_designs(Problems& problems);
  void try_factors(Problems& problems) const;
  void read_list(Problems& problems);
  void leave_out();

  std::string file_, name_;
  Reading<ExperimentSpec> reading_;
  std::vector<Override> of_file_;
  std::vector<Override> fixed_;  ///< of all scenarios: `set`
  std::vector<NamedScenario> scenarios_;
  std::vector<Factor> factors_;
  std::vector<FactorValue> as_it_is_;  ///< by factor, in the first scenario
  std::vector<Measured> measures_;
  Eigen::MatrixXd points_;
  std::vector<std::vector<FactorValue>> listed_;  ///< of the method list: instead of points
  std::string list_;
  std::size_t left_out_ = 0;
};

}  // namespace cordon
