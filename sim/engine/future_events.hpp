#pragma once

// What will happen at one place, in the order in which it will happen.
//
// Events are ordered by (time, sender, number): the sender is the place that scheduled or sent the
// event, the number its own count, so that the order is a property of the world and not of the
// program. What follows at once from an event (zero delay) happens before anything else of that
// instant, so that a chain of consequences is never interleaved with another.

#include <cassert>
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
    const std::uint32_t slot = take_slot();
    events_[slot].template emplace<E>(event);
    keys_.push_back({at, order, slot});
    sift_up(static_cast<std::uint32_t>(keys_.size() - 1));
    return {slot, generations_[slot]};
  }

  /// Will happen now, after what is already waiting to happen now and before all else.
  template <class E>
  EventId schedule_at_once(const E& event) {
    const std::uint32_t slot = take_slot();
    events_[slot].template emplace<E>(event);
    positions_[slot] = at_once;
    now_lane_.push_back({slot, generations_[slot]});
    return {slot, generations_[slot]};
  }

  /// Takes an event back that has not happened yet. An id whose event has happened, or was
  /// cancelled before, is refused.
  /// @return whether there was something to cancel
  bool cancel(EventId id) {
    if (!id || id.slot >= generations_.size() || generations_[id.slot] != id.generation)
      return false;
    if (positions_[id.slot] != at_once) remove_key(positions_[id.slot]);
    drop_slot(id.slot);
    return true;
  }

  /// Lets the next event happen, when it is due before `end`: calls `happen(time, event)` with the
  /// event's own struct. The event is out of the set before the call, so the call may schedule.
  /// @return false when nothing is due before `end`
  template <class Happen>
  bool take(Time end, Happen&& happen) {
    while (now_head_ < now_lane_.size()) {
      const EventId next = now_lane_[now_head_++];
      if (now_head_ == now_lane_.size()) now_lane_.clear(), now_head_ = 0;
      if (generations_[next.slot] != next.generation) continue;  // cancelled
      hand_over(next.slot, now_, happen);
      return true;
    }
    if (keys_.empty() || keys_.front().at >= end) return false;
    const Key first = keys_.front();
    now_ = first.at;
    remove_first();
    hand_over(first.slot, now_, happen);
    return true;
  }

  /// Time of the last event taken.
  [[nodiscard]] Time now() const { return now_; }
  /// When the next event is due; `never` when there is none.
  [[nodiscard]] Time next() const {
    if (now_head_ < now_lane_.size()) return now_;
    return keys_.empty() ? never : keys_.front().at;
  }
  /// How many events are pending.
  [[nodiscard]] std::size_t size() const { return events_.size() - free_.size(); }

 private:
  struct Key {
    Time at;
    Order order;
    std::uint32_t slot;
    [[nodiscard]] bool before(const Key& other) const {
      return at != other.at ? at < other.at : order < other.order;
    }
  };
  static constexpr std::uint32_t at_once = ~std::uint32_t{0};

  std::uint32_t take_slot() {
    if (free_.empty()) {
      events_.emplace_back();
      positions_.push_back(at_once);
      generations_.push_back(1);
      return static_cast<std::uint32_t>(events_.size() - 1);
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    return slot;
  }

  void drop_slot(std::uint32_t slot) {
    if (++generations_[slot] == 0) generations_[slot] = 1;
    free_.push_back(slot);
  }

  // The struct is copied out before its slot is given back: copying the whole variant would wait
  // for the store that wrote it.
  template <class Happen>
  void hand_over(std::uint32_t slot, Time at, Happen& happen) {
    std::visit(
        [&](const auto& stored) {
          const auto event = stored;
          drop_slot(slot);
          happen(at, event);
        },
        events_[slot]);
  }

  void place(std::uint32_t position, const Key& key) {
    keys_[position] = key;
    positions_[key.slot] = position;
  }

  void sift_up(std::uint32_t position) {
    const Key key = keys_[position];
    while (position > 0) {
      const std::uint32_t parent = (position - 1) / 4;
      if (!key.before(keys_[parent])) break;
      place(position, keys_[parent]);
      position = parent;
    }
    place(position, key);
  }

  void sift_down(std::uint32_t position) {
    const Key key = keys_[position];
    const auto size = static_cast<std::uint32_t>(keys_.size());
    for (;;) {
      const std::uint32_t child = 4 * position + 1;
      if (child >= size) break;
      std::uint32_t least = child;
      const std::uint32_t last = child + 4 < size ? child + 4 : size;
      for (std::uint32_t c = child + 1; c < last; ++c)
        if (keys_[c].before(keys_[least])) least = c;
      if (!keys_[least].before(key)) break;
      place(position, keys_[least]);
      position = least;
    }
    place(position, key);
  }

  void remove_first() {
    keys_.front() = keys_.back();
    keys_.pop_back();
    if (!keys_.empty()) sift_down(0);
  }

  void remove_key(std::uint32_t position) {
    assert(position < keys_.size());
    const auto last = static_cast<std::uint32_t>(keys_.size() - 1);
    if (position != last) {
      keys_[position] = keys_[last];
      positions_[keys_[position].slot] = position;
    }
    keys_.pop_back();
    if (position == last) return;
    sift_down(position);
    sift_up(position);
  }

  Time now_ = start_of_run;
  std::vector<Key> keys_;                   // the heap
  std::vector<Event> events_;               // by slot
  std::vector<std::uint32_t> positions_;    // by slot: where its key is in the heap
  std::vector<std::uint32_t> generations_;  // by slot: never 0
  std::vector<std::uint32_t> free_;         // slots
  std::vector<EventId> now_lane_;           // what happens at once, first in first out
  std::size_t now_head_ = 0;
};

}  // namespace cordon
