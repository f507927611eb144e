#include "analysis/text/displacement_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/text/numbers.hpp"

namespace cordon::text {

std::string displacement_text(const Change& change) {
  if (std::isnan(change.difference)) return "";
  if (change.verdict != "higher")
    return fmt::format(
        "Displacement: none that can be told from chance; at most {} of illicit attempts "
        "have moved to other crossings (upper end of the 95 % interval).",
        rough_percent(change.high));
  return fmt::format(
      "Displacement: {:.1f} % of illicit attempts are at other crossings, beyond chance (95 % "
      "interval {:.1f} to {:.1f} %).",
      100 * change.difference, 100 * change.low, 100 * change.high);
}

}  // namespace cordon::text
