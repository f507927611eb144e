#pragma once

// Where in a row things of one kind are named, whatever the field is called.

#include <cstdint>
#include <vector>

#include "sim/output/trace/catalogue.hpp"

namespace cordon::viz {

/// The first slots of all fields of a kind, in the rows of an event.
[[nodiscard]] const std::vector<std::size_t>& slots_with(trace::Kind kind, std::uint16_t event);

/// The position in a list of the header that a field says.
[[nodiscard]] inline std::uint16_t said(const trace::Row& row, trace::Key key) {
  return static_cast<std::uint16_t>(trace::slot(row, key));
}

/// A vehicle as one number.
[[nodiscard]] constexpr std::uint64_t packed(Subject vehicle) {
  return std::uint64_t{vehicle.source} << 32 | vehicle.number;
}
/// The vehicle that a field says, by its first slot.
[[nodiscard]] inline std::uint64_t vehicle_at(const trace::Row& row, std::size_t slot) {
  return packed({row.slots[slot], row.slots[slot + 1]});
}

/// Spreads numbers evenly. Source: finalizer of MurmurHash3 (Appleby, public domain).
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t n) {
  n = (n ^ n >> 33) * 0xff51afd7ed558ccd;
  n = (n ^ n >> 33) * 0xc4ceb9fe1a85ec53;
  return n ^ n >> 33;
}

}  // namespace cordon::viz
