#pragma once

// A place in a recording: what there is at a moment, and how to get to another. For one thread.

#include <functional>
#include <memory>
#include <stop_token>

#include "viz/playback/recording.hpp"

namespace cordon::viz {

class Cursor {
 public:
  /// Before the first row.
  explicit Cursor(std::shared_ptr<const Recording> recording);

  [[nodiscard]] const Recording& recording() const { return *recording_; }
  [[nodiscard]] Time now() const { return now_; }
  /// How many rows have happened.
  [[nodiscard]] std::uint64_t position() const { return position_; }
  /// What there is at each crossing, as in the header's list.
  [[nodiscard]] const std::vector<trace::CrossingState>& crossings() const {
    return state_->crossings();
  }

  /// To any moment, that instant included: before the start and after the end are cut off.
  void seek(Time moment);
  /// To just after the first `rows` rows; the time is that of the last of them.
  void seek_row(std::uint64_t rows);
  /// Plays to a later moment.
  /// @param seen  gets each row that happens meanwhile, after it has
  void play(Time moment, const std::function<void(const trace::Row&)>& seen = {});
  /// By so many rows, or by a time: forwards, or backwards when negative.
  void step(std::int64_t rows);
  void step(Duration by);

  /// To just after the next row that is wanted.
  /// @return false, and nothing changes: there is none, or it was asked to stop
  bool go_to_next(const Wanted& wanted, std::stop_token stop = {});
  /// To just after the last row that is wanted; when it stands at a row, to one before that.
  bool go_to_previous(const Wanted& wanted, std::stop_token stop = {});

  /// Goes on with a later state of the same recording, where it is.
  /// @param longer  made by the same builder
  void follow(std::shared_ptr<const Recording> longer);

 private:
  const trace::Row& next_row();
  void advance();
  void move_to(std::uint64_t rows);

  std::shared_ptr<const Recording> recording_;
  std::unique_ptr<trace::Playback> state_;
  std::uint64_t position_ = 0;
  Time now_ = start_of_run;
  std::size_t unpacked_;  // which chunk
  std::vector<trace::Row> rows_;
};

}  // namespace cordon::viz
