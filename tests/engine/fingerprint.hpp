#pragma once

// A fingerprint is a hash of the bits of many results. It is the same for every compiler, processor
// and optimisation level; one that changes is updated on purpose, and the commit says why.

#include <bit>
#include <cstdint>

namespace cordon {

/// 64-bit FNV-1a over the bytes of the numbers, lowest byte first.
class Fingerprint {
 public:
  void add(std::uint64_t word) {
    for (int byte = 0; byte < 8; ++byte) {
      hash_ = (hash_ ^ ((word >> (8 * byte)) & 0xff)) * 0x100000001b3;
    }
  }
  void add(double x) { add(std::bit_cast<std::uint64_t>(x)); }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325;
};

}  // namespace cordon
