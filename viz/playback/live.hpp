#pragma once

// Records a run while it goes on, in memory: an observer.

#include <functional>

#include "sim/output/trace/tracer.hpp"
#include "viz/playback/recording.hpp"

namespace cordon::viz {

/// Give it to `simulate`, alone or with others in `Together`. What it sees is what the trace of the
/// run would say.
class LiveRecording {
 public:
  /// Called at each publication: every row before the moment has been recorded. It may take
  /// `so_far(moment)` and give it to another thread, or throw to end the run.
  using Published = std::function<void(const RecordingBuilder&, Time)>;

  /// @param run    as the header is to say
  /// @param truth  false: as for trainees
  LiveRecording(const trace::RunOf& run, const Setup& setup, bool truth, Published published = {})
      : builder_(trace::header_of(run, setup, truth)),
        tracer_(setup, truth, [this](std::span<const trace::Row> rows) { builder_.add(rows); }),
        published_(std::move(published)) {}
  LiveRecording(const LiveRecording&) = delete;
  LiveRecording& operator=(const LiveRecording&) = delete;

  /// After the run.
  [[nodiscard]] std::shared_ptr<const Recording> finish() { return builder_.finish(); }

  template <class E, class Place>
  void on(const E& event, const Place& here, Time now) {
    tracer_.on(event, here, now);
  }
  void begin(const World&, Time) {}
  void sample(const World& world, Time now) {
    tracer_.sample(world, now);
    if (published_) published_(builder_, now);
  }
  void end(const World& world, Time now) { tracer_.end(world, now); }

 private:
  RecordingBuilder builder_;
  trace::Tracer tracer_;
  Published published_;
};

}  // namespace cordon::viz
