#include "analysis/text/labels.hpp"

namespace cordon::text {

std::string vehicles_of(std::string_view vehicle_class) {
  if (vehicle_class == "lorry") return "lorries";
  if (vehicle_class == "car") return "cars";
  if (vehicle_class == "bus") return "buses";
  return "vehicles";
}

std::string traffic_of(const Labels& labels) {
  if (labels.vehicle_class == "all") return labels.direction == "all" ? "" : labels.direction;
  const std::string vehicles = vehicles_of(labels.vehicle_class);
  return labels.direction == "all" ? vehicles : vehicles + ", " + labels.direction;
}

}  // namespace cordon::text
