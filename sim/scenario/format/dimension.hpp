#pragma once

// Dimensions and their units: what "12 min" or "23 per hour" means as a number.

#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::format {

/// A unit: a number in it times `factor`, divided by `divisor`, is in the base unit. Both, so that
/// "350 m" is 0.35 km to the last bit, which a product with 0.001 is not.
struct Unit {
  std::string name;
  double factor = 1.0;
  double divisor = 1.0;
  bool is_written = true;  ///< may be chosen for writing a default
};

/// Bounds in the base unit.
struct Range {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_is_open = false;  ///< the bound itself is outside
  bool high_is_open = false;

  [[nodiscard]] bool has_low() const { return low > -std::numeric_limits<double>::infinity(); }
  [[nodiscard]] bool has_high() const { return high < std::numeric_limits<double>::infinity(); }
  [[nodiscard]] bool contains(double value) const;
  /// The part that both ranges have.
  [[nodiscard]] Range and_also(const Range& other) const;
};

/// What a number measures. A dimension without units takes plain numbers.
struct Dimension {
  std::string name;     ///< "a duration", for "expected a duration such as"
  std::string base;     ///< the unit in which the program has it; "" for a pure number
  std::string example;  ///< as written in TOML: "\"12 min\"" or "0.3"
  std::vector<Unit> units;
  bool takes_plain = false;    ///< a number without unit is right
  bool unit_may_lead = false;  ///< "EUR 10000" as well as "10000 EUR"
  Range range{};
  /// Whatever is above it is a mistake.
  double largest = std::numeric_limits<double>::infinity();
};

/// The dimensions. Which base unit each has is in its name.
namespace unit {
extern const Dimension time;          ///< seconds; also of every Duration
extern const Dimension share;         ///< 0 to 1; also "5 %" and "4 per 10000"
extern const Dimension probability;   ///< 0 to 1
extern const Dimension factor;        ///< at least 0, multiplies something
extern const Dimension count;         ///< at least 0
extern const Dimension score;         ///< any number
extern const Dimension latitude;      ///< degrees north
extern const Dimension longitude;     ///< degrees east
extern const Dimension per_hour;      ///< a rate
extern const Dimension km;            ///< a distance
extern const Dimension square_km;     ///< an area
extern const Dimension km_per_hour;   ///< a speed
extern const Dimension kg;            ///< a mass
extern const Dimension eur;           ///< money
extern const Dimension eur_per_hour;  ///< money for a time
extern const Dimension eur_per_kg;    ///< money for a mass
extern const Dimension eur_per_km;    ///< money for a distance
}  // namespace unit

/// A number in the base unit, or why there is none.
struct Quantity {
  std::optional<double> value;
  std::string fault;  ///< "" when there is a value, or when the text is simply not a quantity
};

/// Reads "12 min". Bounds are not checked.
[[nodiscard]] Quantity parse_quantity(std::string_view text, const Dimension& dimension);

/// The value in the unit that makes it shortest, with its unit: 5400 s gives "90 min".
[[nodiscard]] std::string quantity_text(double value, const Dimension& dimension);

/// The same as TOML: in quotes when it has a unit.
[[nodiscard]] std::string quantity_toml(double value, const Dimension& dimension);

/// "a duration such as "12 min" (units: s, min, h, d)"
[[nodiscard]] std::string expected_text(const Dimension& dimension);

/// "s, min, h, d"; "" for pure numbers
[[nodiscard]] std::string units_text(const Dimension& dimension);

/// "at least 1", "between 1 min and 48 h", "above 0", or "" when all is allowed.
[[nodiscard]] std::string range_text(const Range& range, const Dimension& dimension);

/// The number at the very beginning of a text, and what follows it.
struct LeadingNumber {
  double value = 0.0;
  std::string_view rest;
};
[[nodiscard]] std::optional<LeadingNumber> leading_number(std::string_view text);

}  // namespace cordon::format
