#pragma once

#include <string>
#include <string_view>

#include "sim/output/measures.hpp"

namespace cordon::text {

/// "lorries", "cars", "buses"; "vehicles" of any other word.
[[nodiscard]] std::string vehicles_of(std::string_view vehicle_class);

/// "lorries, entry": of whom a value is, wherever they cross; "" when of all.
[[nodiscard]] std::string traffic_of(const Labels& labels);

}  // namespace cordon::text
