#pragma once

// One event as a row of fixed length.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace cordon::trace {

inline constexpr std::size_t row_slots = 13;
/// A slot that holds nothing.
inline constexpr std::uint32_t none = 0xffffffff;

/// As it is in memory it is in the file.
struct Row {
  std::int64_t time = 0;                         ///< microseconds since the start of the run
  std::uint16_t place = 0;                       ///< as in the header's list
  std::uint16_t event = 0;                       ///< as in the catalogue
  std::array<std::uint32_t, row_slots> slots{};  ///< its fields, one after the other; then zeros
  bool operator==(const Row&) const = default;
};
static_assert(sizeof(Row) == 64);
static_assert(std::endian::native == std::endian::little, "rows are written as they are");

}  // namespace cordon::trace
