#pragma once

// Finding what one looks for by a part of its name.

#include <string>
#include <vector>

#include "viz/hud/picture.hpp"

namespace cordon::viz {

struct Named {
  std::string label;  ///< what is shown
  std::string name;   ///< as in the scenario: without accents, mostly
  Selected what;
};
/// All that may be looked for: crossings, bases, operations, teams and desks; with the truth,
/// groups.
[[nodiscard]] std::vector<Named> all_named(const trace::Header& header, const Geography& geography,
                                           bool truth);
/// Those whose label or name has the text in it, in any case; names that begin with it first.
[[nodiscard]] std::vector<Named> matching(const std::vector<Named>& all, const std::string& text,
                                          std::size_t most);

}  // namespace cordon::viz
