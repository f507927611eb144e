#include "analysis/forecast/line_key.hpp"

#include <fmt/format.h>

#include "analysis/text/labels.hpp"

namespace cordon::forecast {

std::string name_of(const LineKey& line) {
  return fmt::format("{}_{}_{}", line.crossing, cordon::name_of(line.vehicle_class),
                     cordon::name_of(line.direction));
}

std::string traffic_of(const LineKey& line) {
  return fmt::format("{}, {}", text::vehicles_of(cordon::name_of(line.vehicle_class)),
                     cordon::name_of(line.direction));
}

}  // namespace cordon::forecast
