#pragma once

// Keyed luck: every random number is a function of (seed, replication, subject, purpose), never of
// when or where it is drawn. A new draw in one place disturbs no other, and two scenarios run with
// one seed meet the same luck.
//
// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011
// (Philox4x32-10 of the Random123 library).

#include <Random123/philox.h>

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>

namespace cordon {

/// What a random number is about: the n-th of a named source (a flow, a team, a group...).
struct Subject {
  std::uint32_t source = 0;  ///< `source_of(name)`, the same in every scenario that has the name
  std::uint32_t number = 0;  ///< counts the subjects of the source
  auto operator<=>(const Subject&) const = default;
};

/// The source that a name stands for: FNV-1a of its bytes. The builder of a world makes sure that
/// no two names of one scenario share a source.
[[nodiscard]] constexpr std::uint32_t source_of(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

/// Four words of luck.
using LuckBlock = std::array<std::uint32_t, 4>;

/// A subject with four of its numbers at hand, which are drawn together for the price of one.
struct Draws {
  Subject subject;
  std::uint16_t block = 0;  ///< which four: addresses 4 block to 4 block + 3
  std::uint16_t part = 0;   ///< of the subject's life, below 256: in each it meets luck of its own
  LuckBlock words{};
};

/// The luck of one replication. Pure: equal questions get equal answers, on any thread.
class Luck {
 public:
  Luck(std::uint64_t seed, std::uint32_t replication) {
    const r123::Philox4x32 philox;
    const auto key = philox({{static_cast<std::uint32_t>(seed),
                              static_cast<std::uint32_t>(seed >> 32), replication, 0x636f7264u}},
                            {{0x6f6e2073u, 0x65656473u}});
    key_ = {{key[0], key[1]}};
  }

  /// @param number  of the block, below 2^16   @param part  of the subject's life, below 256
  [[nodiscard]] Draws draws(Subject subject, std::uint32_t number = 0,
                            std::uint32_t part = 0) const {
    return {subject, static_cast<std::uint16_t>(number), static_cast<std::uint16_t>(part),
            block(subject, part << part_shift | number)};
  }

  /// @param purpose  what the number is for: an enumerator, whose number is its address, below
  ///                 2^26; a list of purposes may only be appended to
  /// @return a number in the open interval (0, 1), with 32 random bits
  template <class Purpose>
  [[nodiscard]] double uniform(const Draws& draws, Purpose purpose) const {
    const auto address = static_cast<std::uint32_t>(purpose);
    if (address / 4 == draws.block) return unit(draws.words[address % 4]);
    const std::uint32_t number = std::uint32_t{draws.part} << part_shift | address / 4;
    return unit(block(draws.subject, number)[address % 4]);
  }
  /// In the first part of the subject's life.
  template <class Purpose>
  [[nodiscard]] double uniform(Subject subject, Purpose purpose) const {
    const auto address = static_cast<std::uint32_t>(purpose);
    return unit(block(subject, address / 4)[address % 4]);
  }

  [[nodiscard]] LuckBlock block(Subject subject, std::uint32_t number) const {
    const auto words = r123::Philox4x32{}({{subject.number, subject.source, number, 0}}, key_);
    return {words[0], words[1], words[2], words[3]};
  }

 private:
  static constexpr std::uint32_t part_shift = 24;  // above the numbers of blocks
  [[nodiscard]] static double unit(std::uint32_t word) { return (word + 0.5) * 0x1p-32; }
  r123::Philox4x32::key_type key_;
};

}  // namespace cordon
