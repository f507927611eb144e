#pragma once

// What was observed, and what a run says of the same.

#include <Eigen/Core>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/experiment/experiment.hpp"
#include "analysis/forecast/line_key.hpp"
#include "analysis/forecast/series.hpp"
#include "sim/run/replicate.hpp"

namespace cordon {

/// Observations that belong together: the queue of a vehicle class at a crossing over time, or a
/// single value.
struct Series {
  std::string name;                                ///< of a single value, as the file says
  std::string crossing, direction, vehicle_class;  ///< of a queue; "" of a single value
  std::optional<std::size_t> measure;              ///< of a single value: among the experiment's
  std::string unit;
  double error = 0;  ///< standard deviation of the error of observation
  int fitted = 0, left_out = 0;

  [[nodiscard]] bool is_queue() const { return !measure; }
};

struct Observation {
  std::size_t series = 0;
  Time at;  ///< of a queue
  double value = 0;
  bool is_fitted = true;  ///< rather than only held against the fit
};

/// A queue at all times at which it was counted, also beyond the scenario's time.
struct CountedQueue {
  forecast::Series all;
  forecast::Series trusted;  ///< without those that have a note
};

class Observations {
 public:
  /// Of an experiment with `calibrate`. Queues before measuring begins, or after the last time at
  /// which a run has them, are left out.
  /// @throws ScenarioError  with every problem
  explicit Observations(const Experiment& experiment);

  [[nodiscard]] const std::vector<Series>& series() const { return series_; }
  [[nodiscard]] const std::vector<Observation>& all() const { return all_; }
  /// Counts of other times than the run's.
  [[nodiscard]] std::size_t outside() const { return outside_; }
  /// Of each queue that was counted while the scenario is measured.
  [[nodiscard]] const std::map<forecast::LineKey, CountedQueue>& counted() const {
    return counted_;
  }
  /// The bytes of the file of queues; "" where there is none.
  [[nodiscard]] const std::string& file() const { return file_; }

  /// What a run says of each: queues between two times at which it has them lie on a line.
  /// @param measures  of the run, in the experiment's order
  /// @return NaN where the run has nothing of it
  [[nodiscard]] Eigen::VectorXd simulated(const Replication& run,
                                          const std::vector<double>& measures) const;

 private:
  void read_values(const Experiment& experiment, Problems& problems);
  void read_queues(const Experiment& experiment, Problems& problems);
  [[nodiscard]] std::size_t series_of(const Series& queue);
  void put_in_order();

  std::vector<Series> series_;
  std::vector<Observation> all_;
  std::shared_ptr<const Setup> setup_;  ///< of the scenario as it is: its lines
  std::size_t outside_ = 0;
  std::map<forecast::LineKey, CountedQueue> counted_;
  std::string file_;
};

}  // namespace cordon
