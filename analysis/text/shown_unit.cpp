#include "analysis/text/shown_unit.hpp"

#include <cmath>

namespace cordon::text {

ShownUnit shown_unit(const Measure& measure, double largest) {
  const bool is_share = measure.name.ends_with("_rate") || measure.name == "utilisation" ||
                        measure.name == "displacement";
  if (is_share) return {"%", 100};
  if (measure.unit == "min" && std::abs(largest) >= 300) return {"h", 1.0 / 60};
  if (measure.unit == "EUR" && std::abs(largest) >= 1e6) return {"EUR mn", 1e-6};
  return {std::string(measure.unit), 1};
}

}  // namespace cordon::text
