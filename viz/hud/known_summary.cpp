#include "viz/hud/known_summary.hpp"

#include <algorithm>
#include <tuple>

namespace cordon::viz {

VehiclesKnown vehicles_known(const Knowledge& known) {
  VehiclesKnown sum;
  for (const auto& [subject, vehicle] : known.vehicles) {
    ++(vehicle.arrived ? sum.there : sum.announced);
    sum.control_ordered += vehicle.control_ordered;
    sum.record_hits += vehicle.record_hit;
    if (vehicle.arrived && vehicle.channel)
      ++sum.by_channel[static_cast<std::size_t>(*vehicle.channel)];
  }
  return sum;
}

std::vector<RatedVehicle> most_urgent(const Knowledge& known, std::size_t most) {
  std::vector<RatedVehicle> rated;
  for (const auto& [subject, vehicle] : known.vehicles)
    if (vehicle.risk_score || vehicle.control_ordered || vehicle.record_hit)
      rated.push_back({subject, vehicle});
  const auto urgency = [](const RatedVehicle& r) {
    return std::tuple(r.known.control_ordered, r.known.record_hit, r.known.risk_score.value_or(-1));
  };
  std::stable_sort(rated.begin(), rated.end(), [&](const RatedVehicle& a, const RatedVehicle& b) {
    return urgency(a) > urgency(b);
  });
  if (rated.size() > most) rated.resize(most);
  return rated;
}

std::vector<int> told_of(const Knowledge& known, const trace::Header& header) {
  std::vector<int> told(header.crossings.size(), 0);
  for (const Learnt& learnt : known.learnt) {
    if (learnt.kind != Learnt::Kind::message && learnt.kind != Learnt::Kind::report) continue;
    const std::uint32_t of = trace::slot(learnt.what.row, trace::Key::crossing);
    if (of < told.size()) ++told[of];
  }
  return told;
}

}  // namespace cordon::viz
