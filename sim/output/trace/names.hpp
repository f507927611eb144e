#pragma once

// What a row says, in words.

#include <string>
#include <string_view>

#include "sim/output/trace/catalogue.hpp"
#include "sim/output/trace/header.hpp"

namespace cordon::trace {

/// Whether all positions that a row gives are in the header's lists. Its event and place must be.
[[nodiscard]] bool names_fit(const Row& row, const Header& header);

/// The crossing where a row happens, by its place; null: elsewhere.
[[nodiscard]] const CrossingShape* crossing_of(const Row& row, const Header& header);

/// Name of what a field of a row points to; "" when it holds nothing. For fields of a kind that has
/// names: not for numbers, moments and vehicles.
[[nodiscard]] std::string_view name_in(const Row& row, Key key, const Header& header);

/// "flow/lorries/kyiv#17"
[[nodiscard]] std::string vehicle_name(Subject vehicle, const Header& header);

}  // namespace cordon::trace
