#pragma once

// What the labels of a value say: whether they narrow it, and in words.

#include <string>
#include <string_view>

#include "sim/output/measures.hpp"

namespace cordon {

/// Is it about the whole world?
[[nodiscard]] bool is_total(const Labels& labels);
/// Is it about one crossing, and all that passes there?
[[nodiscard]] bool is_crossing_total(const Labels& labels);
/// Is it about one vehicle class in one direction, wherever it crosses?
[[nodiscard]] bool is_traffic_total(const Labels& labels);

namespace text {

/// "lorries", "containers", "air cargo": many of a vehicle class; "vehicles" of any other word.
[[nodiscard]] std::string vehicles_of(std::string_view vehicle_class);

/// "lorries, entry": of whom a value is, wherever they cross; "" when of all.
[[nodiscard]] std::string traffic_of(const Labels& labels);

}  // namespace text
}  // namespace cordon
