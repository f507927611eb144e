#pragma once

// Listens to a run and writes its trace while it goes on.

#include <optional>
#include <vector>

#include "sim/output/trace/catalogue.hpp"
#include "sim/output/trace/without_truth.hpp"
#include "sim/output/trace/writer.hpp"

namespace cordon::trace {

/// Places run ahead of one another up to a border of time, so rows are kept until then and put in
/// the order of (time, place, number): the bytes do not depend on the number of threads. Memory
/// grows with what happens between two publications, and not with the length of the run.
class Tracer {
 public:
  Tracer(const Setup& setup, Writer& writer);
  /// For who wants the rows themselves.
  /// @param truth  whether they are to tell what no authority sees
  Tracer(const Setup& setup, bool truth, RowSink sink);

  template <class E, class Place>
  void on(const E& event, const Place& here, Time now) {
    rows_[here.agenda.place.value].push_back(row_of(event, here, now));
  }
  void begin(const World&, Time) {}
  void sample(const World&, Time) { write_rows(); }
  void end(const World&, Time);

 private:
  void write_rows();
  Writer* writer_ = nullptr;
  RowSink sink_;
  std::optional<WithoutTruth> without_truth_;
  std::vector<std::vector<Row>> rows_;  // by place, since the last border
  std::vector<Row> merged_;
};

}  // namespace cordon::trace
