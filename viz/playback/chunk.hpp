#pragma once

// Some thousand rows of a recording, compressed, with what is needed to skip them.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "viz/playback/wanted.hpp"

namespace cordon::viz {

/// All chunks of a recording have so many rows, but for the last.
inline constexpr std::size_t rows_per_chunk = 8192;

class Chunk {
 public:
  /// @param rows  in their order, at least one
  explicit Chunk(std::span<const trace::Row> rows);

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] Time first() const { return first_; }  ///< time of the first row
  [[nodiscard]] Time last() const { return last_; }
  /// Whether any of its rows is wanted.
  [[nodiscard]] bool may_have(const Wanted& wanted) const;
  /// False: no row is about this vehicle. True: perhaps one is.
  [[nodiscard]] bool may_tell_of(Subject vehicle) const;

  void unpack(std::vector<trace::Row>& rows) const;
  /// Whether both hold the same rows, byte for byte; nothing is unpacked.
  [[nodiscard]] bool same_as(const Chunk& other) const { return packed_ == other.packed_; }
  /// Memory that it takes.
  [[nodiscard]] std::size_t bytes() const;

 private:
  std::string packed_;
  std::size_t rows_ = 0;
  Time first_, last_;
  std::vector<std::uint32_t> what_;      // happens where: place and event, each pair once, sorted
  std::vector<std::uint64_t> vehicles_;  // Bloom filter of the vehicles that it tells of
};

}  // namespace cordon::viz
