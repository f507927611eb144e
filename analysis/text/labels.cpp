#include "analysis/text/labels.hpp"

namespace cordon {

bool is_total(const Labels& labels) { return labels == Labels{}; }

bool is_crossing_total(const Labels& labels) {
  if (labels.crossing == "all") return false;
  Labels rest = labels;
  rest.crossing = rest.country = "all";  // its country is but another word for where it is
  return is_total(rest);
}

bool is_traffic_total(const Labels& labels) {
  if (labels.direction == "all" || labels.vehicle_class == "all") return false;
  Labels rest = labels;
  rest.direction = rest.vehicle_class = "all";
  return is_total(rest);
}

namespace text {

std::string vehicles_of(std::string_view vehicle_class) {
  if (vehicle_class == "lorry") return "lorries";
  if (vehicle_class == "car") return "cars";
  if (vehicle_class == "bus") return "buses";
  if (vehicle_class == "container") return "containers";
  if (vehicle_class == "wagon") return "wagons";
  if (vehicle_class == "air_cargo") return "air cargo";
  if (vehicle_class == "parcel") return "parcels";
  return "vehicles";
}

std::string traffic_of(const Labels& labels) {
  if (labels.vehicle_class == "all") return labels.direction == "all" ? "" : labels.direction;
  const std::string vehicles = vehicles_of(labels.vehicle_class);
  return labels.direction == "all" ? vehicles : vehicles + ", " + labels.direction;
}

}  // namespace text
}  // namespace cordon
