#pragma once

// Simulates points of a calibration: values of the factors, each in all replications under the same
// luck.

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <stop_token>

#include "analysis/calibrate/observations.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/sweep/journal.hpp"

namespace cordon {

/// What a point came to.
struct Evaluated {
  std::vector<FactorValue> values;  ///< by factor; without a text: as the scenario says
  Eigen::MatrixXd simulated;        ///< a row for each replication, a column for each observation
  Eigen::VectorXd measures;         ///< means over the replications
  std::string failure;              ///< why there is nothing; "" when all is well
};

struct EvaluationPlan {
  int jobs = 1;
  bool verify = false;
  std::stop_token stop;
  std::function<void(std::uint64_t runs)> finished;  ///< so many by now
  Journal* journal = nullptr;  ///< keeps runs, and has those of an earlier life; null: none
};

/// What the journal of a calibration says of a run: its measures, and then what it has of each
/// observation. A point goes by its number in the order in which points are asked for, which is
/// the same in every life.
[[nodiscard]] RunColumns calibration_columns(const Experiment& experiment,
                                             const Observations& observations);

class Evaluator {
 public:
  /// @param experiment, observations  must outlive this
  Evaluator(const Experiment& experiment, const Observations& observations, EvaluationPlan plan);

  using Point = std::vector<FactorValue>;
  /// In their order. What has been simulated already is not simulated again.
  /// @throws Interrupted
  [[nodiscard]] std::vector<std::shared_ptr<const Evaluated>> evaluate(
      const std::vector<Point>& points);

 private:
  using Runs = std::vector<RunRow>;  // by point and replication
  void simulate(std::span<const Point> points);
  [[nodiscard]] Runs runs_of(std::span<const Point> points);
  [[nodiscard]] RunRow run_of(const std::shared_ptr<const Setup>& setup, const RunId& id) const;
  [[nodiscard]] Evaluated put_together(std::span<const RunRow> runs) const;

  const Experiment& experiment_;
  const Observations& observations_;
  EvaluationPlan plan_;
  RunColumns columns_;
  std::uint64_t runs_ = 0;
  std::map<std::pair<std::size_t, std::uint32_t>, RunRow> earlier_;  // by point and replication
  std::map<std::string, std::shared_ptr<const Evaluated>> known_;
};

}  // namespace cordon
