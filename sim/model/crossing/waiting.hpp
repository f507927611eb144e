#pragma once

// Who waits for a stage, and who is next: by priority, then by ticket, among those whom the free
// lane takes.

#include <boost/circular_buffer.hpp>
#include <cstdint>
#include <vector>

#include "sim/model/crossing/lane_types.hpp"

namespace cordon {

/// One that waits.
struct Waiter {
  VehicleId vehicle;
  std::uint64_t ticket = 0;  ///< in the order of joining
  Duration left{-1};         ///< of a service that was interrupted; below 0: not begun yet
  std::uint16_t stands_for = 1;
};

/// First in, first out, in memory that grows with the longest line there has been.
template <class T>
class Fifo {
 public:
  void push_back(const T& value) {
    grow();
    line_.push_back(value);
  }
  void push_front(const T& value) {
    grow();
    line_.push_front(value);
  }
  T pop() {
    const T value = line_.front();
    line_.pop_front();
    return value;
  }
  [[nodiscard]] const T& front() const { return line_.front(); }
  [[nodiscard]] bool empty() const { return line_.empty(); }
  [[nodiscard]] int size() const { return static_cast<int>(line_.size()); }
  /// Takes out the first that `is_it` says yes to. @return whether there was one
  template <class IsIt>
  bool remove_if(IsIt&& is_it) {
    for (auto at = line_.begin(); at != line_.end(); ++at)
      if (is_it(*at)) {
        line_.erase(at);
        return true;
      }
    return false;
  }

 private:
  void grow() {
    if (line_.full()) line_.set_capacity(line_.capacity() * 2 + 8);
  }
  boost::circular_buffer<T> line_;
};

class Waiting {
 public:
  /// At the end of its priority.
  void join(VehicleId id, const Vehicle& vehicle, std::uint8_t priority, std::uint8_t kind);
  /// Back before all others of its priority: its service was interrupted.
  /// @param left  of that service
  void rejoin(VehicleId id, const Vehicle& vehicle, std::uint8_t kind, Duration left);
  /// Whether somebody waits whom the lane takes.
  [[nodiscard]] bool any(Admission lane) const { return size_ > 0 && next(lane) >= 0; }
  /// The next whom the lane takes; there must be one.
  [[nodiscard]] VehicleId front(Admission lane) const;
  Waiter pop(Admission lane);
  /// Takes out a vehicle that leaves. @return whether it waited
  bool remove(VehicleId id);

  /// Vehicles, of which one that waits may stand for several.
  [[nodiscard]] int size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

 private:
  struct Line {
    std::uint8_t priority, kind;
    Fifo<Waiter> waiters;
  };
  Fifo<Waiter>& line_for(std::uint8_t priority, std::uint8_t kind);
  [[nodiscard]] int next(Admission lane) const;  // of lines_; -1: nobody

  std::vector<Line> lines_;  // a few: one for each priority and kind that has been here
  std::uint64_t tickets_ = 0;
  int size_ = 0;
};

}  // namespace cordon
