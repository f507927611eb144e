#include "sim/scenario/category.hpp"

#include <array>

namespace cordon::scoring {

std::string_view name_of(Category c) {
  constexpr std::array<std::string_view, categories> names = {"office",
                                                              "process_type",
                                                              "import_type",
                                                              "import_use",
                                                              "payment_type",
                                                              "mode_of_transport",
                                                              "declarant",
                                                              "importer",
                                                              "seller",
                                                              "courier",
                                                              "goods",
                                                              "heading",
                                                              "chapter",
                                                              "country_of_departure",
                                                              "country_of_origin",
                                                              "tax_type",
                                                              "origin_indicator"};
  return names[static_cast<std::size_t>(c)];
}

std::optional<Category> category_of(std::string_view name) {
  for (std::size_t c = 0; c < categories; ++c)
    if (name_of(static_cast<Category>(c)) == name) return static_cast<Category>(c);
  return std::nullopt;
}

}  // namespace cordon::scoring
