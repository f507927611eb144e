#pragma once

// Where things are kept: values in recycled slots, so that memory grows with what is there at one
// time and never with what has passed.

#include <cassert>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/engine/id.hpp"

namespace cordon {

/// Values of type T, each found by its id in constant time. Copying an arena copies the values, and
/// the ids stay good for the copy.
template <class T>
class Arena {
 public:
  Id<T> add(T value) {
    if (free_.empty()) {
      slots_.push_back({std::move(value), 1});
      return {static_cast<std::uint32_t>(slots_.size() - 1), 1};
    }
    const std::uint32_t index = free_.back();
    free_.pop_back();
    Slot& slot = slots_[index];
    slot.value = std::move(value);
    return {index, ++slot.generation};
  }

  /// Takes the value out; its id names nothing from then on.
  T remove(Id<T> id) {
    assert(contains(id));
    Slot& slot = slots_[id.index];
    ++slot.generation;
    free_.push_back(id.index);
    return std::move(slot.value);
  }

  [[nodiscard]] bool contains(Id<T> id) const {
    return id && id.index < slots_.size() && slots_[id.index].generation == id.generation;
  }
  [[nodiscard]] T& operator[](Id<T> id) {
    assert(contains(id));
    return slots_[id.index].value;
  }
  [[nodiscard]] const T& operator[](Id<T> id) const {
    assert(contains(id));
    return slots_[id.index].value;
  }
  /// How many there are.
  [[nodiscard]] std::size_t size() const { return slots_.size() - free_.size(); }
  /// How many there have been at one time, at most.
  [[nodiscard]] std::size_t capacity() const { return slots_.size(); }

  /// Calls `visit(id, value)` for each, in the order of their slots.
  template <class Visit>
  void for_each(Visit&& visit) const {
    for (std::uint32_t i = 0; i < slots_.size(); ++i)
      if (slots_[i].generation % 2 == 1) visit(Id<T>{i, slots_[i].generation}, slots_[i].value);
  }

 private:
  struct Slot {
    T value;
    std::uint32_t generation;  // odd: in use; even: free
  };
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> free_;
};

}  // namespace cordon
