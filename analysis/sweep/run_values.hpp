#pragma once

// All values of a sweep at hand, for what looks at every run: 8 bytes for each run and measure.

#include <Eigen/Core>
#include <vector>

#include "analysis/sweep/sweep.hpp"

namespace cordon {

/// A measure in one scenario, or by how much it differs there from the first.
struct Response {
  std::size_t measure = 0, scenario = 0;
  bool is_difference = false;
};

class RunValues {
 public:
  explicit RunValues(const Experiment& experiment);
  /// In the order of the runs.
  void add(const RunRow& row);

  /// A row for each replication, a column for each design; NaN where a run failed or has no value.
  [[nodiscard]] Eigen::MatrixXd by_replication(const Response& response) const;
  /// The mean of all replications of each design; NaN where one is missing, since it would be the
  /// mean of other luck.
  [[nodiscard]] Eigen::VectorXd means(const Response& response) const;

 private:
  std::size_t designs_, scenarios_, measures_;
  std::vector<double> values_;
};

/// What is looked at in an experiment: each measure in the first scenario, and with several
/// scenarios its differences in the others.
[[nodiscard]] std::vector<Response> responses_of(const Experiment& experiment);

}  // namespace cordon
