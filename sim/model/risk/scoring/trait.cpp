#include "sim/model/risk/scoring/trait.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace cordon::scoring {
namespace {

// Beyond it nothing is told apart in size, so that the fourth power of what is below is finite.
constexpr double most = 1e60;

std::uint64_t number_of_octave(double x) {
  return static_cast<std::uint64_t>(std::ilogb(x) + 2000);  // a double has 2100 octaves; never 0
}

}  // namespace

std::uint64_t Trait::in(const Declared& declared) const {
  if (kind == Kind::category) return declared.of(category);
  if (kind == Kind::price_per_kg) {
    const double price = declared.of(Quantity::item_price), mass = declared.of(Quantity::net_mass);
    if (std::isnan(price) || std::isnan(mass)) return 0;
    const double ratio = (std::min(price, most) + 0.5) / (std::min(mass, most) + 0.05);
    return number_of_octave(ratio * ratio);
  }
  const double amount = declared.of(quantity);
  if (std::isnan(amount)) return 0;
  if (kind == Kind::exact) return std::bit_cast<std::uint64_t>(amount) + 1;
  const double shifted = std::min(amount, most) + 0.05, square = shifted * shifted;
  return number_of_octave(kind == Kind::rough ? square * square : shifted);
}

std::string_view Trait::name() const {
  switch (kind) {
    case Kind::category:
      return name_of(category);
    case Kind::exact:
      return name_of(quantity);
    case Kind::rough:
      return quantity == Quantity::net_mass ? "about this net_mass" : "about this item_price";
    case Kind::magnitude:
      return quantity == Quantity::net_mass ? "size of net_mass" : "size of item_price";
    case Kind::price_per_kg:
      break;
  }
  return "price per kg";
}

std::uint64_t Cross::in(const Declared& declared) const {
  std::uint64_t hash = 0;
  bool says_all = true;
  for (const Trait& t : traits()) {
    const std::uint64_t number = t.in(declared);
    says_all &= number != 0;
    hash = (hash ^ number) * 0x9e3779b97f4a7c15u;
    hash ^= hash >> 32;
  }
  if (!says_all) return 0;
  return hash == 0 ? 1 : hash;
}

namespace {
constexpr Trait goods = trait(Category::goods), origin = trait(Category::country_of_origin),
                from = trait(Category::country_of_departure), tax_type = trait(Category::tax_type),
                importer = trait(Category::importer), seller = trait(Category::seller),
                declarant = trait(Category::declarant), office = trait(Category::office);
constexpr Trait tax_rate = exact(Quantity::tax_rate);
constexpr Quantity mass = Quantity::net_mass, price = Quantity::item_price;
}  // namespace

const std::vector<Cross>& consignment_traits() {
  static const std::vector<Cross> all = {
      {goods},           {origin},           {from},        {tax_rate}, {tax_type},
      {magnitude(mass)}, {magnitude(price)}, {price_per_kg}};
  return all;
}

const std::vector<Cross>& traits_and_crosses() {
  static const std::vector<Cross> all = [] {
    std::vector<Cross> crosses = {
        {tax_rate}, {magnitude(mass)}, {magnitude(price)}, {price_per_kg}};
    for (std::size_t c = 0; c < categories; ++c)
      crosses.push_back({trait(static_cast<Category>(c))});
    for (const Cross& cross :
         {Cross{goods, origin}, Cross{goods, importer}, Cross{goods, seller},
          Cross{goods, declarant}, Cross{goods, office}, Cross{goods, tax_rate},
          Cross{goods, tax_type}, Cross{goods, price_per_kg}, Cross{importer, origin},
          Cross{importer, seller}, Cross{office, origin}, Cross{origin, tax_type, tax_rate}})
      crosses.push_back(cross);
    return crosses;
  }();
  return all;
}

const std::vector<Cross>& likeness() {
  static const std::vector<Cross> levels = {
      {goods, origin, from, tax_type, tax_rate, rough(mass), rough(price)},
      {goods, origin, from, tax_type, tax_rate, exact(mass), exact(price)}};
  return levels;
}

}  // namespace cordon::scoring
