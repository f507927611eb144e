#pragma once

// Scenario discovery: under which values of the factors something happens that the experiment asks
// about, in words as short as "where detection is below 0.4 and secrecy below 0.5".

#include <string>
#include <vector>

#include "analysis/results/csv.hpp"
#include "analysis/sensitivity/prim.hpp"
#include "analysis/sweep/run_values.hpp"

namespace cordon {

/// The answer to one `[discover.NAME]`.
struct Discovery {
  std::string name;
  int designs = 0, of_interest = 0;  ///< designs with a value, and those in which it happens
  int dropped = 0;                   ///< designs that lack a run with a value
  std::vector<PrimBox> boxes;        ///< from all designs inwards; none when it never happens
  std::size_t chosen = 0;  ///< of the boxes, by the harmonic mean of coverage and density; pasted
};

[[nodiscard]] std::vector<Discovery> discoveries_of(const Experiment& experiment,
                                                    const RunValues& values);

/// "xray_bulky is below 0.41 and secrecy is from 0.2 to 0.5": what a box says of the factors.
[[nodiscard]] std::string words_of(const PrimBox& box, const Experiment& experiment);

extern const TableShape boxes_table;
/// @return SHA-256 of the file
std::string write_boxes(const std::filesystem::path& folder, const Experiment& experiment,
                        const std::vector<Discovery>& found);

}  // namespace cordon
