#include "viz/scene/traffic.hpp"

#include <algorithm>
#include <utility>

namespace cordon::viz {
namespace {

constexpr Duration crowd_period = 6h;
constexpr std::size_t most_flows = 300;

}  // namespace

Traffic::Traffic(const Scenario& scenario, const Geography& geography, const trace::Header& header)
    : routes_(scenario, geography),
      header_(header),
      flow_at_(header.places.size() * header.places.size(), no_flow) {}

bool Traffic::is_entering(const Trip& trip) const {
  return is_vehicle(trip.kind) && trip.what < header_.lines.size() &&
         header_.lines[trip.what].direction == "entry";
}

std::size_t Traffic::flow_of(const Trip& trip) {
  std::size_t& flow = flow_at_[trip.from * header_.places.size() + trip.to];
  if (flow == no_flow) {
    flow = all_flows_.size();
    all_flows_.push_back(
        {&routes_.between(header_.places[trip.from].name, header_.places[trip.to].name), 0});
  }
  return flow;
}

const Way& Traffic::access_road_of(const Trip& trip) const {
  static const Way none;
  const bool approaches = trip.from == trace::nobody;
  const std::uint16_t here = approaches ? trip.to : trip.from;
  if (here == trace::nobody) return none;
  // Who enters comes from abroad and leaves inland; who is turned back goes where he came from.
  const bool to_front = approaches || trip.kind == Trip::Kind::turned_back;
  return routes_.access_road(header_.places[here].name,
                             is_entering(trip) == to_front ? Side::abroad : Side::inland);
}

void Traffic::add(const Trip& trip, Time now) {
  const bool is_known = trip.from != trace::nobody && trip.to != trace::nobody;
  Flow* const flow = is_known ? &all_flows_[flow_of(trip)] : nullptr;
  const Way& way = flow ? *flow->way : access_road_of(trip);
  if (way.empty()) return;
  // An access road leads away from its crossing: who approaches comes along it backwards.
  const bool backwards = !is_known && trip.from == trace::nobody;
  const double share = backwards ? 1 - progress(trip, now) : progress(trip, now);
  const Point heading = way.heading(share) * (backwards ? -1.0 : 1.0);
  movers_.push_back({way.at(share), heading, trip, is_entering(trip)});
  if (flow && is_vehicle(trip.kind)) flow->vehicles += trip.number;
}

// Mail to it is known when it has arrived.
bool Traffic::is_known(const Trip& trip) const {
  return knower_ == trace::nobody || trip.from == knower_ ||
         (trip.to == knower_ && !is_mail(trip.kind));
}

void Traffic::add_lot(const Trip& trip, Time now) {
  const std::uint16_t place = trip.kind == Trip::Kind::lot_goes ? trip.from : trip.to;
  const Way& lane = routes_.sea_lane(header_.places[place].name);
  const bool by_sea = !lane.empty();
  const Way& way = by_sea ? lane : routes_.access_road(header_.places[place].name, Side::abroad);
  if (way.empty()) return;
  // Who waits lies off the port, some way out.
  const double out = trip.kind == Trip::Kind::lot_comes   ? 1 - progress(trip, now)
                     : trip.kind == Trip::Kind::lot_goes  ? progress(trip, now)
                     : trip.kind == Trip::Kind::lot_waits ? 0.3
                                                          : 0;
  const bool comes = trip.kind == Trip::Kind::lot_comes;
  movers_.push_back({way.at(out), way.heading(out) * (comes ? -1.0 : 1.0), trip, comes, by_sea,
                     lots_there_[{place, trip.kind}]++});
}

void Traffic::show_what_is_known_to(std::uint16_t knower) {
  if (std::exchange(knower_, knower) != knower && of_) update(*of_, now_);
}

void Traffic::update(const Trips& trips, Time now) {
  of_ = &trips;
  now_ = now;
  movers_.clear();
  lots_there_.clear();
  for (Flow& flow : all_flows_) flow.vehicles = 0;
  trips.at(now, trips_);
  for (const Trip& trip : trips_)
    if (is_lot(trip.kind) && is_known(trip))
      add_lot(trip, now);
    else if (trip.kind != Trip::Kind::booking && trip.ends != never && is_known(trip))
      add(trip, now);
  for (Trip trip : crowd_) {
    trip.begins += (now - trip.begins) / crowd_period * crowd_period;
    trip.ends = trip.begins + crowd_period;
    add(trip, now);
  }
  flows_.clear();
  for (const Flow& flow : all_flows_)
    if (flow.vehicles > 0 && !flow.way->empty()) flows_.push_back(flow);
  if (flows_.size() <= most_flows) return;
  // Stable, so that equal ones do not take turns.
  std::stable_sort(flows_.begin(), flows_.end(),
                   [](const Flow& a, const Flow& b) { return a.vehicles > b.vehicles; });
  flows_.erase(flows_.begin() + most_flows, flows_.end());
}

void Traffic::crowd(int vehicles) {
  std::vector<std::uint16_t> from, to;
  for (std::uint16_t p = 0; p < header_.places.size(); ++p) {
    if (header_.places[p].kind == "region") from.push_back(p);
    if (header_.places[p].kind == "crossing") to.push_back(p);
  }
  if (from.empty() || to.empty()) return;
  for (int n = 0; n < vehicles; ++n) {
    const auto turn = static_cast<std::size_t>(n);
    Trip trip;
    trip.kind = Trip::Kind::approach;
    trip.from = from[turn % from.size()];
    trip.to = to[turn / from.size() % to.size()];
    trip.what = static_cast<std::uint16_t>(turn % header_.lines.size());
    trip.begins = start_of_run - crowd_period + crowd_period / vehicles * n;
    crowd_.push_back(trip);
  }
}

}  // namespace cordon::viz
