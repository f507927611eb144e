#include "sim/output/trace/tracer.hpp"

#include <queue>
#include <utility>

namespace cordon::trace {
namespace {

// The next row of one place.
struct Next {
  std::int64_t time;
  std::size_t place, number;
  bool operator>(const Next& other) const {
    return time != other.time ? time > other.time : place > other.place;
  }
};

void merge(const std::vector<std::vector<Row>>& rows, std::vector<Row>& merged) {
  std::priority_queue<Next, std::vector<Next>, std::greater<>> first;
  for (std::size_t p = 0; p < rows.size(); ++p)
    if (!rows[p].empty()) first.push({rows[p].front().time, p, 0});
  merged.clear();
  while (!first.empty()) {
    Next next = first.top();
    first.pop();
    const auto& of_place = rows[next.place];
    // A place has most of what happens at one instant.
    for (const std::int64_t now = next.time;
         next.number < of_place.size() && of_place[next.number].time == now; ++next.number)
      merged.push_back(of_place[next.number]);
    if (next.number == of_place.size()) continue;
    next.time = of_place[next.number].time;
    first.push(next);
  }
}

}  // namespace

Tracer::Tracer(const Setup& setup, Writer& writer)
    : Tracer(setup, writer.says_truth(),
             [&writer](std::span<const Row> rows) { writer.write(rows); }) {
  writer_ = &writer;
}

Tracer::Tracer(const Setup& setup, bool truth, RowSink sink)
    : sink_(std::move(sink)), rows_(setup.places()) {
  if (!truth) without_truth_.emplace();
}

void Tracer::end(const World&, Time) {
  write_rows();
  if (writer_) writer_->close();
}

void Tracer::write_rows() {
  merge(rows_, merged_);
  for (auto& of_place : rows_) of_place.clear();
  if (without_truth_) {
    std::size_t kept = 0;
    for (Row& row : merged_)
      if (without_truth_->take_from(row)) merged_[kept++] = row;
    merged_.resize(kept);
  }
  sink_(merged_);
}

}  // namespace cordon::trace
