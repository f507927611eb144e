#include "sim/model/risk/scoring/declared.hpp"

namespace cordon::scoring {

// FNV-1a, and then mixed, so that all bits depend on all of the name.
std::uint64_t number_of(std::string_view name) {
  if (name.empty()) return 0;
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  hash = (hash ^ (hash >> 32)) * 0x9e3779b97f4a7c15u;
  return hash == 0 ? 1 : hash;
}

std::string_view name_of(Quantity q) {
  constexpr std::array<std::string_view, quantities> names = {"tax_rate", "net_mass", "item_price"};
  return names[static_cast<std::size_t>(q)];
}

}  // namespace cordon::scoring
