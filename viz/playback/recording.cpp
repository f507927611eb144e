#include "viz/playback/recording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cordon::viz {
namespace {

// A seek plays at most so many rows: some ten milliseconds.
constexpr std::uint64_t rows_per_snapshot = 4 * rows_per_chunk;
constexpr std::size_t most_snapshot_bytes = std::size_t{256} << 20;

// A thousand years: sums of moments are moments.
constexpr std::int64_t longest_run = std::int64_t{1000} * 365 * 86'400 * 1'000'000;

// Of a node of a map, by the libraries of this machine: a header of 40 bytes beside what it holds.
template <class Map>
std::size_t bytes_of_map(const Map& map) {
  return map.size() * (sizeof(typename Map::value_type) + 40);
}

std::size_t bytes_of(const trace::CrossingState& c) {
  std::size_t sum = sizeof c + bytes_of_map(c.vehicles) + bytes_of_map(c.crews) +
                    bytes_of_map(c.before) + bytes_of_map(c.terminals) +
                    c.stages.size() * sizeof c.stages.front();
  for (const auto& stage : c.stages) sum += bytes_of_map(stage.lanes);
  for (const auto& [key, crew] : c.crews) sum += bytes_of_map(crew.lanes);
  return sum;
}

std::size_t bytes_of(const trace::Playback& state) {
  std::size_t sum = 0;
  for (const trace::CrossingState& c : state.crossings()) sum += bytes_of(c);
  return sum;
}

// The next rows; false when all have been read.
bool fill(std::vector<trace::Row>& rows, trace::Reader& reader) {
  rows.resize(rows_per_chunk);
  std::size_t n = 0;
  while (n < rows.size() && reader.next(rows[n])) ++n;
  rows.resize(n);
  return n > 0;
}

}  // namespace

Recording::Recording(trace::Header header)
    : header_(std::make_shared<const trace::Header>(std::move(header))),
      timeline_(*header_),
      trips_(*header_) {}

std::shared_ptr<const Recording> Recording::open(const std::filesystem::path& trace,
                                                 const Progress& progress, std::stop_token stop) {
  std::error_code unreadable;  // then the reader says why
  const auto file = std::filesystem::is_directory(trace, unreadable) ? trace / "trace.zst" : trace;
  trace::Reader reader(file);
  if (reader.header().length <= 0 || reader.header().length > longest_run)
    throw trace::TraceError(file.string() + ": is no trace of cordon: no run has its length");
  RecordingBuilder builder(reader.header());
  try {
    for (std::vector<trace::Row> rows; fill(rows, reader);) {
      if (stop.stop_requested()) return nullptr;
      builder.add(rows);
      if (progress)
        progress(static_cast<double>(rows.back().time) /
                 static_cast<double>(reader.header().length));
    }
  } catch (const trace::ImpossibleRow& e) {
    throw trace::TraceError(
        fmt::format("{}: is damaged: row {}: {}", file.string(), builder.rows() + 1, e.what()));
  }
  return builder.finish();
}

std::uint64_t Recording::rows_until(Time moment) const {
  const auto after = std::upper_bound(chunks_.begin(), chunks_.end(), moment,
                                      [](Time t, const auto& chunk) { return t < chunk->first(); });
  if (after == chunks_.begin()) return 0;
  const auto chunk = after - 1;
  const auto before = static_cast<std::uint64_t>(chunk - chunks_.begin()) * rows_per_chunk;
  if ((*chunk)->last() <= moment) return before + (*chunk)->rows();
  std::vector<trace::Row> rows;
  (*chunk)->unpack(rows);
  const auto later = std::upper_bound(rows.begin(), rows.end(), moment,
                                      [](Time t, const trace::Row& r) { return t < time_of(r); });
  return before + static_cast<std::uint64_t>(later - rows.begin());
}

trace::Row Recording::row(std::uint64_t number) const {
  std::vector<trace::Row> rows;
  chunks_[number / rows_per_chunk]->unpack(rows);
  return rows[number % rows_per_chunk];
}

const Snapshot& Recording::snapshot_before(std::uint64_t rows) const {
  const auto after =
      std::upper_bound(snapshots_.begin(), snapshots_.end(), rows,
                       [](std::uint64_t n, const Snapshot& s) { return n < s.rows; });
  return *(after - 1);  // the first is of no rows
}

std::size_t Recording::bytes() const {
  std::size_t sum = snapshot_bytes_ + timeline_.bytes() + trips_.bytes();
  for (const auto& chunk : chunks_) sum += chunk->bytes();
  return sum;
}

RecordingBuilder::RecordingBuilder(trace::Header header)
    : made_(std::move(header)), state_(*made_.header_), snapshot_every_(rows_per_snapshot) {
  take_snapshot();
}

void RecordingBuilder::add(std::span<const trace::Row> rows) {
  for (const trace::Row& row : rows) add(row);
}

void RecordingBuilder::add(const trace::Row& row) {
  if (row.time > made_.header_->length)
    throw trace::ImpossibleRow("it happens after the end of the run");
  made_.timeline_.add(rows(), row, state_);
  state_.apply(row);
  made_.trips_.add(row);
  pending_.push_back(row);
  if (pending_.size() == rows_per_chunk) pack();
}

void RecordingBuilder::pack() {
  made_.chunks_.push_back(std::make_shared<const Chunk>(pending_));
  made_.rows_ += pending_.size();
  pending_.clear();
  if (made_.rows_ % snapshot_every_ == 0) take_snapshot();
}

void RecordingBuilder::take_snapshot() {
  made_.snapshots_.push_back({made_.rows_, std::make_shared<const trace::Playback>(state_)});
  made_.snapshot_bytes_ += bytes_of(state_);
  if (made_.snapshot_bytes_ > most_snapshot_bytes) thin_out();
}

// Half as many, twice as far apart: seeks take longer, and memory stays bounded.
void RecordingBuilder::thin_out() {
  if (made_.snapshots_.size() < 4) return;  // what there is at one moment takes so much
  snapshot_every_ *= 2;
  std::erase_if(made_.snapshots_, [&](const Snapshot& s) { return s.rows % snapshot_every_ != 0; });
  made_.snapshot_bytes_ = 0;
  for (const Snapshot& s : made_.snapshots_) made_.snapshot_bytes_ += bytes_of(*s.state);
}

std::shared_ptr<const Recording> RecordingBuilder::so_far(Time known) const {
  Recording copy = made_;
  if (!pending_.empty()) copy.chunks_.push_back(std::make_shared<const Chunk>(pending_));
  copy.rows_ += pending_.size();
  copy.timeline_.sample_until(known, state_);
  copy.end_ = known;
  return std::make_shared<const Recording>(std::move(copy));
}

std::shared_ptr<const Recording> RecordingBuilder::finish() {
  if (!pending_.empty()) pack();
  made_.end_ = Time{Duration{made_.header_->length}};
  made_.timeline_.sample_until(made_.end_, state_);
  made_.whole_ = true;
  return std::make_shared<const Recording>(std::move(made_));
}

}  // namespace cordon::viz
