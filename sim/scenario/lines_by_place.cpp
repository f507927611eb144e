#include "sim/scenario/lines_by_place.hpp"

namespace cordon {
namespace {

std::size_t position(Direction d, VehicleClass c) {
  return static_cast<std::size_t>(d) * vehicle_classes + static_cast<std::size_t>(c);
}

}  // namespace

LinesByPlace::LinesByPlace(const Scenario& scenario) : scenario_(scenario) {
  for (const Line& line : scenario.line) {
    auto& here = lines_[line.second.crossing];  // all null at first
    for (int c = 0; c < vehicle_classes; ++c) {
      const auto vehicle_class = static_cast<VehicleClass>(c);
      if (line.second.serves(vehicle_class))
        here[position(line.second.direction, vehicle_class)] = &line;
    }
  }
}

const LinesByPlace::Line* LinesByPlace::find(const std::string& crossing, Direction d,
                                             VehicleClass c) const {
  const auto here = lines_.find(crossing);
  return here == lines_.end() ? nullptr : here->second[position(d, c)];
}

const LinesByPlace::Line* LinesByPlace::find(const ArrivalRow& row) const {
  if (!row.line.empty()) {
    const auto line = scenario_.line.find(row.line);
    return line == scenario_.line.end() ? nullptr : &*line;
  }
  if (!row.direction || !row.vehicle_class) return nullptr;
  return find(row.crossing, *row.direction, *row.vehicle_class);
}

}  // namespace cordon
