#pragma once

// What a customs declaration says, as engines that score it read it.

#include <array>
#include <cstdint>
#include <limits>
#include <string_view>

#include "sim/scenario/category.hpp"

namespace cordon::scoring {

/// Fields that are numbers.
enum class Quantity : std::uint8_t {
  tax_rate,  ///< per cent of the value
  net_mass,  ///< kg
  item_price
};
inline constexpr std::size_t quantities = 3;

struct Declared {
  static constexpr double not_said = std::numeric_limits<double>::quiet_NaN();

  std::array<std::uint64_t, categories> says{};  ///< a number for each name; 0: nothing
  std::array<double, quantities> amount{not_said, not_said, not_said};

  [[nodiscard]] std::uint64_t of(Category c) const { return says[static_cast<std::size_t>(c)]; }
  [[nodiscard]] double of(Quantity q) const { return amount[static_cast<std::size_t>(q)]; }
};

/// The number of a name, the same everywhere; that of "" is 0.
[[nodiscard]] std::uint64_t number_of(std::string_view name);

/// "tax_rate", "net_mass"
[[nodiscard]] std::string_view name_of(Quantity q);

}  // namespace cordon::scoring
