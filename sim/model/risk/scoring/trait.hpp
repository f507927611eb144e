#pragma once

// What engines look at in a declaration: one trait, or some together.

#include <array>
#include <span>
#include <vector>

#include "sim/model/risk/scoring/declared.hpp"

namespace cordon::scoring {

/// A category, a quantity to the last digit, or how large a quantity is.
struct Trait {
  enum class Kind : std::uint8_t { category, exact, magnitude, rough, price_per_kg };
  Kind kind = Kind::category;
  Category category{};
  Quantity quantity{};

  /// A number for what the declaration says; 0: nothing.
  [[nodiscard]] std::uint64_t in(const Declared& declared) const;
  /// "importer", "item_price", "magnitude of net_mass", "price per kg"
  [[nodiscard]] std::string_view name() const;
  bool operator==(const Trait&) const = default;
};

[[nodiscard]] constexpr Trait trait(Category c) { return {Trait::Kind::category, c, {}}; }
/// To the last digit.
[[nodiscard]] constexpr Trait exact(Quantity q) { return {Trait::Kind::exact, {}, q}; }
/// In octaves.
[[nodiscard]] constexpr Trait magnitude(Quantity q) { return {Trait::Kind::magnitude, {}, q}; }
/// In quarter octaves.
[[nodiscard]] constexpr Trait rough(Quantity q) { return {Trait::Kind::rough, {}, q}; }
/// In half octaves.
inline constexpr Trait price_per_kg{Trait::Kind::price_per_kg, {}, {}};

/// Traits that are looked at together.
class Cross {
 public:
  static constexpr std::size_t most = most_together;
  /// Fields that name one of many, at most as many as can be looked at together.
  explicit constexpr Cross(std::span<const Category> fields) {
    for (const Category c : fields) traits_[count_++] = trait(c);
  }
  constexpr Cross(std::initializer_list<Trait> traits) {
    for (const Trait& t : traits) traits_[count_++] = t;
  }
  [[nodiscard]] std::span<const Trait> traits() const { return {traits_.data(), count_}; }
  /// A number for what the declaration says of them; 0: nothing of any.
  [[nodiscard]] std::uint64_t in(const Declared& declared) const;

 private:
  std::array<Trait, most> traits_;
  std::size_t count_ = 0;
};

/// What is sent, from where, at which rates, how much and how dear: each by itself.
[[nodiscard]] const std::vector<Cross>& consignment_traits();
/// Every trait by itself, and those that say more together: goods with where they come from, who
/// trades in what.
[[nodiscard]] const std::vector<Cross>& traits_and_crosses();
/// By how much consignments can be alike: in goods, way, rates and roughly in mass and price; and
/// then in mass and price to the last digit.
[[nodiscard]] const std::vector<Cross>& likeness();

}  // namespace cordon::scoring
