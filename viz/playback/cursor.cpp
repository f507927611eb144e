#include "viz/playback/cursor.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "viz/playback/scan.hpp"

namespace cordon::viz {
namespace {

constexpr std::size_t no_chunk = std::numeric_limits<std::size_t>::max();

}  // namespace

Cursor::Cursor(std::shared_ptr<const Recording> recording)
    : recording_(std::move(recording)),
      state_(std::make_unique<trace::Playback>(*recording_->snapshot_before(0).state)),
      unpacked_(no_chunk) {}

const trace::Row& Cursor::next_row() {
  const std::size_t chunk = position_ / rows_per_chunk;
  if (chunk != unpacked_) {
    recording_->chunks()[chunk]->unpack(rows_);
    unpacked_ = chunk;
  }
  return rows_[position_ % rows_per_chunk];
}

void Cursor::advance() {
  state_->apply(next_row());
  ++position_;
}

void Cursor::move_to(std::uint64_t rows) {
  const Snapshot& snapshot = recording_->snapshot_before(rows);
  if (rows < position_ || snapshot.rows > position_) {
    state_ = std::make_unique<trace::Playback>(*snapshot.state);
    position_ = snapshot.rows;
  }
  while (position_ < rows) advance();
}

void Cursor::seek(Time moment) {
  now_ = std::clamp(moment, start_of_run, recording_->end());
  move_to(recording_->rows_until(now_));
}

void Cursor::seek_row(std::uint64_t rows) {
  rows = std::min(rows, recording_->rows());
  now_ = rows == 0 ? start_of_run : time_of(recording_->row(rows - 1));
  move_to(rows);
}

void Cursor::play(Time moment, const std::function<void(const trace::Row&)>& seen) {
  moment = std::min(moment, recording_->end());
  while (position_ < recording_->rows() && time_of(next_row()) <= moment) {
    const trace::Row row = next_row();
    advance();
    if (seen) seen(row);
  }
  now_ = std::max(now_, moment);
}

void Cursor::step(std::int64_t rows) {
  const auto to = static_cast<std::int64_t>(position_) + rows;
  seek_row(static_cast<std::uint64_t>(std::max<std::int64_t>(0, to)));
}

void Cursor::step(Duration by) { seek(now_ + by); }

bool Cursor::go_to_next(const Wanted& wanted, std::stop_token stop) {
  const auto found = next(*recording_, position_, wanted, std::move(stop));
  if (found) seek_row(found->number + 1);
  return found.has_value();
}

bool Cursor::go_to_previous(const Wanted& wanted, std::stop_token stop) {
  const bool at_a_row = position_ > 0 && time_of(recording_->row(position_ - 1)) == now_;
  const auto found = previous(*recording_, position_ - (at_a_row ? 1 : 0), wanted, std::move(stop));
  if (found) seek_row(found->number + 1);
  return found.has_value();
}

void Cursor::follow(std::shared_ptr<const Recording> longer) {
  recording_ = std::move(longer);
  unpacked_ = no_chunk;  // the last may have grown
}

}  // namespace cordon::viz
