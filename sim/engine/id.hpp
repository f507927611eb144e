#pragma once

// Identity of things that come and go. Slots are recycled, so an id carries the generation of its
// slot: an old id never finds the thing that took the slot over.

#include <compare>
#include <cstdint>

namespace cordon {

/// Names a T in the arena that keeps it. The default id names nothing.
template <class T>
struct Id {
  std::uint32_t index = 0;
  std::uint32_t generation = 0;  ///< odd while the thing exists; 0 names nothing
  auto operator<=>(const Id&) const = default;
  explicit operator bool() const { return generation != 0; }
};

}  // namespace cordon
