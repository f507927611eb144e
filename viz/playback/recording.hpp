#pragma once

// A run that can be played: the rows of its trace, compressed, and what there was now and then, so
// that any moment can be shown at once. Made once and never changed: any number of threads may read
// one. Memory grows with the rows, at a few bytes each.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "sim/output/trace/playback.hpp"
#include "sim/output/trace/reader.hpp"
#include "viz/playback/chunk.hpp"
#include "viz/playback/timeline.hpp"
#include "viz/playback/trips.hpp"

namespace cordon::viz {

/// Told how much of the run has been read, from 0 to 1.
using Progress = std::function<void(double share)>;

/// What there is after the first `rows` rows.
struct Snapshot {
  std::uint64_t rows = 0;
  std::shared_ptr<const trace::Playback> state;
};

class Recording {
 public:
  /// @param trace     a trace, or a result folder with a `trace.zst`
  /// @param progress  called from this thread, some hundred times
  /// @return null when it was asked to stop
  /// @throws trace::TraceError  one line that names the file and says what is wrong with it
  [[nodiscard]] static std::shared_ptr<const Recording> open(const std::filesystem::path& trace,
                                                             const Progress& progress = {},
                                                             std::stop_token stop = {});

  [[nodiscard]] const trace::Header& header() const { return *header_; }
  [[nodiscard]] std::uint64_t rows() const { return rows_; }
  /// Whether the run has been recorded to its end.
  [[nodiscard]] bool is_whole() const { return whole_; }
  /// The end of the run; of one that still goes on, the time up to which everything is known.
  [[nodiscard]] Time end() const { return end_; }
  [[nodiscard]] const Timeline& timeline() const { return timeline_; }
  [[nodiscard]] const Trips& trips() const { return trips_; }

  /// How many rows there are up to a moment, it included.
  [[nodiscard]] std::uint64_t rows_until(Time moment) const;
  /// @param number  below rows()
  [[nodiscard]] trace::Row row(std::uint64_t number) const;
  [[nodiscard]] std::span<const std::shared_ptr<const Chunk>> chunks() const { return chunks_; }
  /// How many snapshots there are.
  [[nodiscard]] std::size_t snapshots() const { return snapshots_.size(); }
  /// The last snapshot of at most so many rows.
  [[nodiscard]] const Snapshot& snapshot_before(std::uint64_t rows) const;
  /// Memory that it takes, roughly.
  [[nodiscard]] std::size_t bytes() const;

 private:
  friend class RecordingBuilder;
  explicit Recording(trace::Header header);

  std::shared_ptr<const trace::Header> header_;  // snapshots refer to it
  std::uint64_t rows_ = 0;
  Time end_ = start_of_run;
  bool whole_ = false;
  std::vector<std::shared_ptr<const Chunk>> chunks_;
  std::vector<Snapshot> snapshots_;
  std::size_t snapshot_bytes_ = 0;
  Timeline timeline_;
  Trips trips_;
};

/// Makes a recording from rows as they come.
class RecordingBuilder {
 public:
  /// @param most_snapshot_bytes  that snapshots may take; with fewer of them seeks take longer
  explicit RecordingBuilder(trace::Header header,
                            std::size_t most_snapshot_bytes = std::size_t{256} << 20);

  /// The next rows, in the order of a trace.
  /// @throws trace::ImpossibleRow  and then nothing more may be added
  void add(std::span<const trace::Row> rows);
  [[nodiscard]] std::uint64_t rows() const { return made_.rows_ + pending_.size(); }

  /// What has come so far, while the run goes on: what changes later does not change it. It shares
  /// the rows and copies the rest, some ten milliseconds late in a long run: not for every event.
  /// @param known  every row before this moment has come
  [[nodiscard]] std::shared_ptr<const Recording> so_far(Time known) const;
  /// All has come. Nothing may be added after it.
  [[nodiscard]] std::shared_ptr<const Recording> finish();

 private:
  void add(const trace::Row& row);
  void pack();
  void take_snapshot();
  void thin_out();

  Recording made_;
  trace::Playback state_;
  std::vector<trace::Row> pending_;  // of the next chunk
  std::uint64_t snapshot_every_;     // rows
  std::size_t most_snapshot_bytes_;
};

}  // namespace cordon::viz
