#pragma once

#include <string>
#include <string_view>

#include "sim/output/trace/header.hpp"
#include "sim/output/trace/row.hpp"

namespace cordon::viz {

/// What a row says, in words: "Medyka: A check of a vehicle began (stage customs, lane 2)".
/// @param truth  whether to say what no authority sees; if not, a row that is all truth is ""
[[nodiscard]] std::string row_text(const trace::Row& row, const trace::Header& header, bool truth);

/// The same without the place.
[[nodiscard]] std::string event_text(const trace::Row& row, const trace::Header& header,
                                     bool truth);

/// A name of the scenario as people write it: "first_line" gives "first line".
[[nodiscard]] std::string spaced(std::string_view name);

/// Label of a crossing, or name of another place, spaced.
[[nodiscard]] std::string place_label(std::uint16_t place, const trace::Header& header);

}  // namespace cordon::viz
