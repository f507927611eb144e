#pragma once

// Where names of countries stand: in the middle of what is seen of them.

#include <string>
#include <vector>

#include "viz/scene/camera.hpp"
#include "viz/scene/outlines.hpp"

namespace cordon::viz {

struct CountryName {
  std::string name;
  Point at;    ///< of the screen
  Point room;  ///< that its land takes there, pixels
};
/// Of the countries of which something is seen, by their largest piece; largest first.
[[nodiscard]] std::vector<CountryName> countries_in_view(const std::vector<Ring>& rings,
                                                         const Camera& camera);

}  // namespace cordon::viz
