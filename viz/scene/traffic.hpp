#pragma once

// What is on the move, and where on the map it is.

#include <vector>

#include "viz/playback/trips.hpp"
#include "viz/scene/routes.hpp"

namespace cordon::viz {

/// Something on the move.
struct Mover {
  Point at, heading;  ///< of the map; of length 1
  Trip trip;
  bool is_entering = false;  ///< of vehicles
  bool by_sea = false;       ///< of lots: a vessel
  int rank = 0;              ///< of lots that wait or are at berths: among those at their post
};
/// All on the way from one place to another.
struct Flow {
  const Way* way = nullptr;
  int vehicles = 0;
};

[[nodiscard]] constexpr bool is_vehicle(Trip::Kind kind) { return kind < Trip::Kind::team; }
/// Mail goes through the air: messages and reports.
[[nodiscard]] constexpr bool is_mail(Trip::Kind kind) {
  return kind == Trip::Kind::message || kind == Trip::Kind::report;
}

/// Vessels, trains and flights with many units each.
[[nodiscard]] constexpr bool is_lot(Trip::Kind kind) { return kind >= Trip::Kind::lot_comes; }

class Traffic {
 public:
  Traffic(const Scenario& scenario, const Geography& geography, const trace::Header& header);

  /// Where everything is at a moment. Bookings, which may be anywhere, and what is on no map are
  /// left out.
  void update(const Trips& trips, Time now);
  [[nodiscard]] const std::vector<Mover>& movers() const { return movers_; }
  /// Vehicles by way, of ways between two known places; of very many, the 300 with most vehicles.
  [[nodiscard]] const std::vector<Flow>& flows() const { return flows_; }
  /// Only what a place sees from where it is: vehicles that come or leave, and what it has sent.
  /// @param knower  nobody: everything
  void show_what_is_known_to(std::uint16_t knower);
  /// Adds so many vehicles that drive to and fro for ever, to measure how fast they are drawn.
  void crowd(int vehicles);

 private:
  static constexpr std::size_t no_flow = static_cast<std::size_t>(-1);
  [[nodiscard]] std::size_t flow_of(const Trip& trip);
  [[nodiscard]] const Way& access_road_of(const Trip& trip) const;
  [[nodiscard]] bool is_entering(const Trip& trip) const;
  [[nodiscard]] bool is_known(const Trip& trip) const;
  void add(const Trip& trip, Time now);
  void add_lot(const Trip& trip, Time now);

  Routes routes_;
  const Trips* of_ = nullptr;
  Time now_;
  std::uint16_t knower_ = trace::nobody;
  const trace::Header& header_;
  std::vector<std::size_t> flow_at_;  // by from and to; no_flow: nothing has gone there yet
  std::vector<Flow> all_flows_;
  std::vector<Trip> crowd_;
  std::map<std::pair<std::uint16_t, Trip::Kind>, int> lots_there_;  // by place, now
  std::vector<Trip> trips_;
  std::vector<Mover> movers_;
  std::vector<Flow> flows_;
};

}  // namespace cordon::viz
