#pragma once

// The fields of a customs declaration that name one of many.

#include <cstdint>
#include <optional>
#include <string_view>

namespace cordon::scoring {

enum class Category : std::uint8_t {
  office,
  process_type,
  import_type,
  import_use,
  payment_type,
  mode_of_transport,
  declarant,
  importer,
  seller,
  courier,
  goods,    ///< code of the Harmonised System, six digits
  heading,  ///< its first four,
  chapter,  ///< and its first two
  country_of_departure,
  country_of_origin,
  tax_type,
  origin_indicator
};
inline constexpr std::size_t categories = 17;
/// Fields that can be looked at together.
inline constexpr std::size_t most_together = 7;

/// "importer", "country_of_origin"
[[nodiscard]] std::string_view name_of(Category c);
/// @return none when no field has this name
[[nodiscard]] std::optional<Category> category_of(std::string_view name);

}  // namespace cordon::scoring
