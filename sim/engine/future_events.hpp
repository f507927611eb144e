#pragma once

// What will happen at one place, in the order in which it will happen.
//
// Events are ordered by (time, sender, number): the sender is the place that scheduled or sent the
// event, the number its own count, so that the order is a property of the world and not of the
// program. What follows at once from an event (zero delay) happens before anything else of that
// instant, so that a chain of consequences is never interleaved with another.

#include <algorithm>
#include <compare>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "sim/engine/time.hpp"

namespace cordon {

/// Breaks ties at one instant: by sending place, then by that place's own count.
struct Order {
  Order() = default;
  /// @param sender  below 2^24   @param number  below 2^40
  Order(std::uint64_t sender, std::uint64_t number) : packed(sender << 40 | number) {}
  std::uint64_t packed = 0;
  auto operator<=>(const Order&) const = default;
};

/// Names a scheduled event until it happens or is cancelled. The default names nothing.
struct EventId {
  std::uint32_t slot = 0;
  std::uint32_t generation = 0;
  explicit operator bool() const { return generation != 0; }
};

/// The future event set of one place: a heap of keys in four-way nodes, events in recycled slots,
/// and a lane for what happens at once.
/// @tparam Event  a std::variant of small structs (at most 48 bytes: larger payloads belong into an
///                arena, and their id into the event)
template <class Event>
class FutureEvents {
 public:
  static_assert(sizeof(Event) <= 48, "put the payload into an arena and its id into the event");

  /// Will happen at `at`, which is not before anything that has already happened.
  template <class E>
  EventId schedule(Time at, Order order, const E& event) {
    const EventId id = store(event);
    keys_.push_back({at, order, id});
    sift_up(keys_.size() - 1);
    return id;
  }

  /// Will happen now, after what is already waiting to happen now and before all else.
  template <class E>
  EventId schedule_at_once(const E& event) {
    const EventId id = store(event);
    now_lane_.push_back(id);
    return id;
  }

  /// Takes an event back that has not happened yet.
  /// @return false when it has happened, or was cancelled before
  bool cancel(EventId id) {
    if (!id || id.slot >= slots_.size() || !is_pending(id)) return false;
    drop(id.slot);
    ++cancelled_;
    // Keys of cancelled events are swept out when they outnumber the rest, so that cancelling costs
    // little and memory stays with what is pending.
    if (cancelled_ > size() + 64) sweep();
    return true;
  }

  /// Lets the next event happen, when it is due before `end`: calls `happen(time, event)` with the
  /// event's own struct. The event is out of the set before the call, so the call may schedule.
  /// @return false when nothing is due before `end`
  template <class Happen>
  bool take(Time end, Happen&& happen) {
    if (const EventId next = next_at_once()) {
      hand_over(next.slot, happen);
      return true;
    }
    while (!keys_.empty() && keys_.front().at < end) {
      const Key first = keys_.front();
      remove_first();
      if (!is_pending(first.event)) {
        --cancelled_;
        continue;
      }
      now_ = first.at;
      hand_over(first.event.slot, happen);
      return true;
    }
    return false;
  }

  /// Time of the last event taken.
  [[nodiscard]] Time now() const { return now_; }
  /// How many events are pending.
  [[nodiscard]] std::size_t size() const { return slots_.size() - free_.size(); }
  /// Bytes held outside the object itself.
  [[nodiscard]] std::size_t memory() const {
    return keys_.capacity() * sizeof(Key) + slots_.capacity() * sizeof(Slot) +
           free_.capacity() * sizeof(std::uint32_t) + now_lane_.capacity() * sizeof(EventId);
  }

 private:
  struct Slot {
    Event event;
    std::uint32_t generation = 1;  // never 0; of the event that is pending here, or of the next one
  };
  struct Key {
    Time at;
    Order order;
    EventId event;
    [[nodiscard]] bool before(const Key& other) const {
      return at != other.at ? at < other.at : order < other.order;
    }
  };

  template <class E>
  EventId store(const E& event) {
    if (free_.empty()) {
      free_.push_back(static_cast<std::uint32_t>(slots_.size()));
      slots_.emplace_back();
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    slots_[slot].event.template emplace<E>(event);
    return {slot, slots_[slot].generation};
  }

  [[nodiscard]] bool is_pending(EventId id) const {
    return slots_[id.slot].generation == id.generation;
  }

  void drop(std::uint32_t slot) {
    if (++slots_[slot].generation == 0) slots_[slot].generation = 1;
    free_.push_back(slot);
  }

  // The struct is copied out before its slot is given back: copying the whole variant would wait
  // for the store that wrote it.
  template <class Happen>
  void hand_over(std::uint32_t slot, Happen& happen) {
    std::visit(
        [&](const auto& stored) {
          const auto event = stored;
          drop(slot);
          happen(now_, event);
        },
        slots_[slot].event);
  }

  EventId next_at_once() {
    while (now_head_ < now_lane_.size()) {
      const EventId next = now_lane_[now_head_++];
      if (now_head_ == now_lane_.size()) now_lane_.clear(), now_head_ = 0;
      if (is_pending(next)) return next;
      --cancelled_;
    }
    return {};
  }

  void sift_up(std::size_t position) {
    const Key key = keys_[position];
    while (position > 0) {
      const std::size_t parent = (position - 1) / 4;
      if (!key.before(keys_[parent])) break;
      keys_[position] = keys_[parent];
      position = parent;
    }
    keys_[position] = key;
  }

  void sift_down(std::size_t position) {
    const Key key = keys_[position];
    for (;;) {
      const std::size_t child = 4 * position + 1;
      if (child >= keys_.size()) break;
      std::size_t least = child;
      const std::size_t last = std::min(child + 4, keys_.size());
      for (std::size_t c = child + 1; c < last; ++c)
        if (keys_[c].before(keys_[least])) least = c;
      if (!keys_[least].before(key)) break;
      keys_[position] = keys_[least];
      position = least;
    }
    keys_[position] = key;
  }

  void remove_first() {
    keys_.front() = keys_.back();
    keys_.pop_back();
    if (!keys_.empty()) sift_down(0);
  }

  void sweep() {
    const std::size_t before = keys_.size();
    std::erase_if(keys_, [&](const Key& key) { return !is_pending(key.event); });
    cancelled_ -= before - keys_.size();  // the rest are in the lane, and leave it at once
    for (std::size_t position = keys_.size() / 4 + 1; position-- > 0;)
      if (position < keys_.size()) sift_down(position);
  }

  Time now_ = start_of_run;
  std::vector<Key> keys_;  // the heap
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> free_;  // slots
  std::vector<EventId> now_lane_;    // what happens at once, first in first out
  std::size_t now_head_ = 0;
  std::size_t cancelled_ = 0;  // keys and places in the lane whose event was cancelled
};

}  // namespace cordon
