#pragma once

// Plans that are simulated when a procedure asks for them, and never twice.

#include <functional>
#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "analysis/selection/simulated.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/sweep/journal.hpp"
#include "analysis/sweep/setups.hpp"

namespace cordon {

/// What is decided: a value for each factor of the experiment; without a text where the scenario
/// stays as it is.
using PlanValues = std::vector<FactorValue>;

class PlanRuns {
 public:
  struct Running {
    int jobs = 1;
    bool verify = false;
    std::stop_token stop;
    std::function<void(std::uint64_t runs)> finished;  ///< so many so far
  };

  /// Takes over what the journal has: a procedure that asks for the same again goes on from there.
  /// @param experiment, journal  must outlive this
  PlanRuns(const Experiment& experiment, Journal& journal, Running running);

  /// Its number, from 0, which is new when the plan is. Plans are the same when they come to the
  /// same, whether the scenario says it by itself or not.
  [[nodiscard]] std::size_t number_of(const PlanValues& plan);
  [[nodiscard]] const PlanValues& plan(std::size_t number) const { return plans_[number]; }
  [[nodiscard]] std::size_t plans() const { return plans_.size(); }

  /// Simulates what of it is not there yet.
  /// @param batches  replications counted from 0; each has the luck of that number
  /// @throws UserError    when a run fails
  /// @throws Interrupted  when asked to stop; all runs so far are in the journal
  void bring(std::span<const Batch<std::size_t>> batches);
  /// Values of a measure, by replication from `first`; all must have been brought.
  [[nodiscard]] std::vector<double> values(std::size_t plan, std::size_t measure, int first,
                                           int count) const;
  /// What the procedures of `analysis/selection` ask for: the values of one measure.
  /// @throws UserError  also when a run has no value of it
  [[nodiscard]] Simulate<std::size_t> simulate(std::size_t measure);

  /// Replications of a plan that have been asked for, from the first on; those of an earlier life
  /// that nobody has asked for again do not count.
  [[nodiscard]] int brought(std::size_t plan) const { return brought_[plan]; }
  /// Of all plans, also of earlier lives.
  [[nodiscard]] std::uint64_t runs() const { return known_.size(); }
  /// All, by plan and replication.
  [[nodiscard]] std::vector<RunRow> rows() const;

 private:
  using Place = std::pair<std::size_t, int>;  // plan and replication
  void keep(const RunRow& row);
  [[noreturn]] void refuse(const RunRow& row) const;
  [[nodiscard]] std::string key_of(const PlanValues& plan) const;

  const Experiment& experiment_;
  Journal& journal_;
  Running running_;
  std::vector<PlanValues> plans_;
  std::vector<int> brought_;  // by plan
  std::map<std::string, std::size_t> numbers_;
  Setups setups_;
  std::map<Place, std::vector<double>> known_;
};

/// "officers_north 12 and officers_south 8": what is not as the scenario says; "as the scenario is"
/// when nothing differs.
[[nodiscard]] std::string words_of(const PlanValues& plan, const Experiment& experiment);

}  // namespace cordon
