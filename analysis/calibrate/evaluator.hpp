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
};

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
  void simulate(std::span<const Point> points);

  const Experiment& experiment_;
  const Observations& observations_;
  EvaluationPlan plan_;
  std::uint64_t runs_ = 0;
  std::map<std::string, std::shared_ptr<const Evaluated>> known_;
};

}  // namespace cordon
