#pragma once

// The outlines of countries.

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/format/files.hpp"

namespace cordon {

/// Degrees east and north.
struct Position {
  double longitude = 0, latitude = 0;
  bool operator==(const Position&) const = default;
};

/// A closed line around some land.
struct Outline {
  std::string country;              ///< English name
  std::vector<Position> positions;  ///< the last is not the first again
};

/// The table that the program carries: europe_outlines_50m.csv.
extern const std::string_view outlines_table;

/// Reads country_iso_n3, country, ring, seq, lon, lat.
/// @throws ScenarioError  with every problem of the table
[[nodiscard]] std::vector<Outline> read_outlines(const InputFile& table);

/// Those of the table that the program carries. Lakes of land within a ring, such as enclaves, come
/// after the country around them.
[[nodiscard]] const std::vector<Outline>& europe_outlines();

}  // namespace cordon
