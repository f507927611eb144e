#pragma once

// Listens to a run and measures it period by period: what a review looks at.

#include <vector>

#include "sim/output/recorder/recorder.hpp"

namespace cordon {

class Periods {
 public:
  /// Periods of `record.period`, the last as long as the run lasts.
  explicit Periods(const Setup& setup) : setup_(setup), recorder_(setup) {}

  template <class E, class Place>
  void on(const E& event, const Place& here, Time now) {
    recorder_.on(event, here, now);
  }
  void begin(const World& world, Time now);
  void sample(const World& world, Time now);
  void end(const World& world, Time now);

  /// Of the whole border, its authorities, classes and commodities; each labelled by the day on
  /// which its period begins.
  [[nodiscard]] const std::vector<MeasureValue>& values() const { return values_; }

 private:
  void close(const World& world, Time now);

  const Setup& setup_;
  Recorder recorder_;
  Time from_ = never;  // measuring has not begun
  std::vector<MeasureValue> values_;
};

}  // namespace cordon
