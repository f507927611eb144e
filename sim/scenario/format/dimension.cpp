#include "sim/scenario/format/dimension.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "sim/scenario/format/text.hpp"

namespace cordon::format {

namespace unit {
namespace {
constexpr Range at_least_0{.low = 0.0};
constexpr Range from_0_to_1{.low = 0.0, .high = 1.0};
constexpr double year_hours = 365.0 * 24.0;
/// A thousand years: whatever is longer is a mistake, and would not fit the clock for long.
constexpr double longest_time = 1000.0 * 365.0 * 86400.0;
// The same of all other quantities: products of a few of them are still numbers to count with.
constexpr double largest_number = 1e9;
constexpr double longest_way_km = 100'000;
constexpr double highest_speed_km_per_h = 100'000;
const std::vector<Unit> parts_of_one{{"%", 1, 100, false},
                                     {"per 100", 1, 100, false},
                                     {"per 1000", 1, 1000, false},
                                     {"per 10000", 1, 10000, false},
                                     {"per million", 1, 1e6, false}};
}  // namespace

const Dimension time{
    "a duration", "s",
    "\"12 min\"", {{"ms", 1, 1000}, {"s", 1.0}, {"min", 60.0}, {"h", 3600.0}, {"d", 86400.0}},
    false,        false,
    at_least_0,   longest_time};
const Dimension share{"a share", "", "0.3", parts_of_one, true, false, from_0_to_1};
const Dimension probability{"a probability", "", "0.3", parts_of_one, true, false, from_0_to_1};
const Dimension factor{"a factor", "", "1.5", {}, true, false, at_least_0, largest_number};
const Dimension count{"a count", "", "12", {}, true, false, at_least_0, largest_number};
const Dimension score{"a number", "", "0.5", {}, true, false, {}, largest_number};
const Dimension latitude{"a latitude", "", "49.8", {}, true, false, {.low = -90.0, .high = 90.0}};
const Dimension longitude{
    "a longitude", "", "22.9", {}, true, false, {.low = -180.0, .high = 180.0}};
const Dimension per_hour{"a rate",
                         "per hour",
                         "\"23 per hour\"",
                         {{"per minute", 60.0},
                          {"per hour", 1.0},
                          {"per day", 1, 24},
                          {"per week", 1, 168},
                          {"per year", 1, year_hours}},
                         false,
                         false,
                         at_least_0,
                         largest_number};
const Dimension km{"a distance", "km",  "\"40 km\"", {{"m", 1, 1000}, {"km", 1.0}},
                   false,        false, at_least_0,  longest_way_km};
const Dimension square_km{"an area", "km2", "\"25 km2\"", {{"m2", 1, 1e6}, {"km2", 1.0}},
                          false,     false, at_least_0,   largest_number};
const Dimension km_per_hour{
    "a speed",     "km/h",
    "\"60 km/h\"", {{"km/h", 1.0}, {"m/s", 3.6, 1, false}, {"kn", 1.852, 1, false}},
    false,         false,
    at_least_0,    highest_speed_km_per_h};
const Dimension kg{"a mass", "kg",  "\"12 kg\"", {{"g", 1, 1000}, {"kg", 1.0}, {"t", 1000.0}},
                   false,    false, at_least_0,  largest_number};
const Dimension eur{"an amount of money",
                    "EUR",
                    "\"10000 EUR\"",
                    {{"EUR", 1.0}, {"million EUR", 1e6, 1, false}},
                    false,
                    true,
                    at_least_0,
                    1e6 * largest_number};
const Dimension eur_per_hour{
    "a cost per time",
    "EUR per hour",
    "\"35 EUR per hour\"",
    {{"EUR per hour", 1.0}, {"EUR per day", 1, 24}, {"EUR per year", 1, year_hours}},
    false,
    false,
    at_least_0,
    largest_number};
const Dimension eur_per_kg{"a price per mass",
                           "EUR per kg",
                           "\"250 EUR per kg\"",
                           {{"EUR per kg", 1.0}, {"EUR per t", 1, 1000}},
                           false,
                           false,
                           at_least_0,
                           largest_number};
const Dimension eur_per_km{"a price per distance",
                           "EUR per km",
                           "\"1.2 EUR per km\"",
                           {{"EUR per km", 1.0}},
                           false,
                           false,
                           at_least_0,
                           largest_number};
}  // namespace unit

namespace {

/// The shortest text that reads back as the same number: 5, 0.25, 1e+30.
std::string number_text(double value) { return fmt::format("{}", value); }

const Unit* unit_called(std::string_view name, const Dimension& dimension) {
  const auto found = std::find_if(dimension.units.begin(), dimension.units.end(),
                                  [&](const Unit& unit) { return unit.name == name; });
  return found == dimension.units.end() ? nullptr : &*found;
}

/// "EUR 10000" as "10000 EUR".
std::string unit_moved_back(std::string_view text, const Dimension& dimension) {
  for (const Unit& unit : dimension.units) {
    if (dimension.unit_may_lead && text.substr(0, unit.name.size()) == unit.name) {
      return std::string(trimmed(text.substr(unit.name.size()))) + " " + unit.name;
    }
  }
  return std::string(text);
}

}  // namespace

bool Range::contains(double value) const {
  const bool above_low = low_is_open ? value > low : value >= low;
  const bool below_high = high_is_open ? value < high : value <= high;
  return above_low && below_high;
}

Range Range::and_also(const Range& other) const {
  Range both = *this;
  if (other.low > low || (other.low == low && other.low_is_open)) {
    both.low = other.low;
    both.low_is_open = other.low_is_open;
  }
  if (other.high < high || (other.high == high && other.high_is_open)) {
    both.high = other.high;
    both.high_is_open = other.high_is_open;
  }
  return both;
}

std::optional<LeadingNumber> leading_number(std::string_view text) {
  LeadingNumber number;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number.value);
  if (error == std::errc::invalid_argument) return std::nullopt;
  if (error == std::errc::result_out_of_range) number.value = HUGE_VAL;
  number.rest = text.substr(static_cast<std::size_t>(end - text.data()));
  return number;
}

Quantity parse_quantity(std::string_view text, const Dimension& dimension) {
  const std::string tidy = unit_moved_back(trimmed(text), dimension);
  const auto number = leading_number(tidy);
  if (!number) return {};
  const std::string_view name = trimmed(number->rest);
  double value = number->value;
  if (!name.empty() || !dimension.takes_plain) {
    const Unit* unit = unit_called(name, dimension);
    if (unit == nullptr) return {};
    value = value * unit->factor / unit->divisor;
  }
  if (!std::isfinite(value)) return {std::nullopt, "is not a finite number"};
  return {value, ""};
}

std::string quantity_text(double value, const Dimension& dimension) {
  std::string best = number_text(value);
  if (dimension.base.empty()) return best;
  best += " " + dimension.base;
  std::size_t shortest = number_text(value).size();
  for (const Unit& unit : dimension.units) {
    const double number = value * unit.divisor / unit.factor;
    const std::string text = number_text(number);
    const bool is_shorter =
        text.size() < shortest || (text.size() == shortest && unit.factor > unit.divisor);
    const bool is_exact = number * unit.factor / unit.divisor == value;
    if (!unit.is_written || value == 0.0 || !is_exact || !is_shorter) continue;
    shortest = text.size();
    best = text + " " + unit.name;
  }
  return best;
}

std::string quantity_toml(double value, const Dimension& dimension) {
  const std::string text = quantity_text(value, dimension);
  return dimension.base.empty() ? text : toml_text(text);
}

std::string expected_text(const Dimension& dimension) {
  const std::string units = units_text(dimension);
  return dimension.name + " such as " + dimension.example +
         (units.empty() ? "" : " (units: " + units + ")");
}

std::string units_text(const Dimension& dimension) {
  std::vector<std::string> names;
  for (const Unit& unit : dimension.units) names.push_back(unit.name);
  return joined(names);
}

std::string range_text(const Range& range, const Dimension& dimension) {
  const auto bound = [&](double value) { return quantity_text(value, dimension); };
  if (range.has_low() && range.has_high() && !range.low_is_open && !range.high_is_open) {
    return "between " + bound(range.low) + " and " + bound(range.high);
  }
  std::string text;
  if (range.has_low()) text = (range.low_is_open ? "above " : "at least ") + bound(range.low);
  if (range.has_low() && range.has_high()) text += " and ";
  if (range.has_high()) text += (range.high_is_open ? "below " : "at most ") + bound(range.high);
  return text;
}

}  // namespace cordon::format
