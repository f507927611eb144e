#include "viz/playback/trips.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "viz/playback/slots.hpp"
#include "viz/playback/wanted.hpp"

namespace cordon::viz {
namespace {

using trace::Key;
using trace::number_of;
using trace::slot;

// A run is cut into no more parts than this, however long it is.
constexpr std::int64_t most_parts = 10'000;

Duration part_for(Duration length) {
  return std::max<Duration>(1h, Duration{length.count() / most_parts + 1});
}

// What two rows of one message say alike, but for the hops.
std::uint64_t message_of(const trace::Row& row) {
  return std::uint64_t{said(row, Key::exchange)} << 48 |
         std::uint64_t{said(row, Key::message)} << 32 |
         std::uint64_t{said(row, Key::crossing)} << 16 | said(row, Key::to_post);
}

}  // namespace

double progress(const Trip& trip, Time now) {
  if (trip.ends == never || now <= trip.begins) return 0;
  if (now >= trip.ends) return 1;
  return seconds(now - trip.begins) / seconds(trip.ends - trip.begins);
}

Trips::Trips(const trace::Header& header)
    : header_(&header), part_(part_for(Duration{header.length})) {}

std::size_t Trips::part_at(Time moment) const {
  return static_cast<std::size_t>(std::max<std::int64_t>(0, moment.time_since_epoch() / part_));
}

void Trips::at(Time moment, std::vector<Trip>& trips) const {
  trips.clear();
  const auto take = [&](const Trip& trip) {
    if (trip.begins <= moment && moment < trip.ends) trips.push_back(trip);
  };
  if (const std::size_t part = part_at(moment); part < by_part_.size())
    for (const std::uint32_t t : by_part_[part]) take(done_[t]);
  for (const auto& [key, trip] : open_) take(trip);
  for (const Trip& trip : leaving_) take(trip);
}

void Trips::between(Time from, Time until, std::vector<Trip>& trips) const {
  trips.clear();
  const auto touches = [&](const Trip& trip) { return trip.begins < until && from < trip.ends; };
  const std::size_t first = part_at(from);
  const std::size_t end = std::min(by_part_.size(), part_at(until) + 1);
  for (std::size_t p = first; p < end; ++p)
    for (const std::uint32_t t : by_part_[p])
      if (touches(done_[t]) && std::max(first, part_at(done_[t].begins)) == p)
        trips.push_back(done_[t]);
  for (const auto& [key, trip] : open_)
    if (touches(trip)) trips.push_back(trip);
  for (const Trip& trip : leaving_)
    if (touches(trip)) trips.push_back(trip);
}

void Trips::add(const trace::Row& row) {
  if (!leaving_.empty() &&
      (leaving_.front().begins != time_of(row) || leaving_.front().from != row.place))
    let_go();
  switch (row.event) {
    case number_of<VehicleDue>:
    case number_of<ConsignmentSent>:
      return set_out(row);
    case number_of<VehicleArrived>:
      return arrive(row);
    case number_of<VehicleParted>:
      return part(row);
    case number_of<VehicleCalled>:
      return finish(come_near(row));
    case number_of<VehicleReleased>:
    case number_of<VehicleEscaped>:
      return leave(row, Trip::Kind::departure);
    case number_of<VehicleBalked>:
    case number_of<VehicleGaveUp>:
    case number_of<BookingMissed>:
    case number_of<PassageRefused>:
      return leave(row, Trip::Kind::turned_back);
    case number_of<GoodsSeized>:
    case number_of<PersonsReferred>:
      return void(stood_for_.erase(packed(trace::vehicle(row))));
    case number_of<VehicleDiverted>:
      return go_on(row, Trip::Kind::diversion);
    case number_of<TransitBegan>:
      return go_on(row, Trip::Kind::transit);
    case number_of<DeliveryBegan>:
      return begin({Trip::Kind::delivery, packed(trace::vehicle(row)), 0, 0},
                   vehicle_trip(row, Trip::Kind::delivery));
    case number_of<DeliveryArrived>:
    case number_of<DeliveryLost>:
      return void(end({Trip::Kind::delivery, packed(trace::vehicle(row)), 0, 0}, row));
    default:
      return add_other(row);
  }
}

void Trips::add_other(const trace::Row& row) {
  switch (row.event) {
    case number_of<TeamLeft>:
      return send_team(row);
    case number_of<TeamArrived>:
      return void(end(
          {Trip::Kind::team, slot(row, Key::crew), row.place,
           static_cast<std::uint64_t>(trace::moment(row, Key::set_out).time_since_epoch().count())},
          row));
    case number_of<MachineLeft>:
      return send_machine(row);
    case number_of<MachineArrived>:
      return void(
          end({Trip::Kind::machine, said(row, Key::equipment), said(row, Key::operation), 0}, row));
    case number_of<MessageSent>:
      return send_message(row);
    case number_of<MessageReceived>:
      return void(end({Trip::Kind::message, packed(trace::vehicle(row)), message_of(row),
                       slot(row, Key::hops) - 1},
                      row));
    case number_of<MessageLost>:
      return lose_message(row);
    case number_of<ReportWritten>:
      written_[{row.place, slot(row, Key::report)}] = time_of(row);
      return;
    case number_of<ReportReceived>:
      return receive_report(row);
    case number_of<LotArrived>:
    case number_of<UnloadingBegan>:
    case number_of<LotLeft>:
      return move_lot(row);
    default:
      return;
  }
}

void Trips::finish(const Trip& trip) {
  const auto number = static_cast<std::uint32_t>(done_.size());
  done_.push_back(trip);
  const std::size_t first = part_at(trip.begins), last = part_at(trip.ends);
  if (last >= by_part_.size()) by_part_.resize(last + 1);
  for (std::size_t p = first; p <= last; ++p) by_part_[p].push_back(number);
}

void Trips::begin(const Join& join, const Trip& trip) { open_.emplace(join, trip); }

// Of several that nothing tells apart, the earliest, but none to where it comes from.
bool Trips::end(const Join& join, const trace::Row& arrival) {
  const auto [from, until] = open_.equal_range(join);
  const auto found = std::find_if(
      from, until, [&](const auto& entry) { return entry.second.from != arrival.place; });
  if (found == until) return false;
  Trip trip = found->second;
  open_.erase(found);
  trip.ends = time_of(arrival);
  trip.to = arrival.place;
  finish(trip);
  return true;
}

Trip Trips::vehicle_trip(const trace::Row& row, Trip::Kind kind) const {
  Trip trip;
  trip.begins = time_of(row);
  trip.ends = never;
  trip.vehicle = trace::vehicle(row);
  trip.from = row.place;
  trip.what = said(row, Key::line);
  const auto several = stood_for_.find(packed(trip.vehicle));
  if (several != stood_for_.end()) trip.number = several->second;
  trip.kind = kind;
  return trip;
}

void Trips::set_out(const trace::Row& row) {
  set_out_[packed(trace::vehicle(row))] = {time_of(row), row.place};
}

// To the post, from somewhere.
Trip Trips::come_near(const trace::Row& row) const {
  Trip trip = vehicle_trip(row, Trip::Kind::approach);
  trip.ends = trip.begins;
  trip.begins = std::max(start_of_run, trip.ends - assumed_way);
  trip.to = trip.from;
  trip.from = trace::nobody;
  trip.assumed = true;
  return trip;
}

void Trips::arrive(const trace::Row& row) {
  const std::uint64_t vehicle = packed(trace::vehicle(row));
  const std::uint16_t line = said(row, Key::line);
  if (slot(row, Key::vehicles) > 1) stood_for_[vehicle] = said(row, Key::vehicles);
  if (end({Trip::Kind::diversion, vehicle, line, 0}, row)) return;
  if (end({Trip::Kind::transit, vehicle, line, 0}, row)) return;
  const auto origin = set_out_.find(vehicle);
  const bool booked = line < header_->lines.size() && header_->lines[line].queue == "booked";
  const bool by_road = slot(row, Key::initial) != 1 && !trace::holds(row, Key::terminal);
  Trip trip = come_near(row);
  trip.detail = said(row, Key::vehicle_class);
  if (origin != set_out_.end()) {
    trip.begins = origin->second.left;
    trip.from = origin->second.place;
    trip.assumed = false;
    if (booked) trip.kind = Trip::Kind::booking;
    set_out_.erase(origin);
  } else if (!by_road || booked) {
    return;
  }
  finish(trip);
}

void Trips::part(const trace::Row& row) {
  const auto from = stood_for_.find(packed(trace::vehicle(row, Key::from)));
  if (from == stood_for_.end()) return;
  from->second = static_cast<std::uint16_t>(from->second - said(row, Key::vehicles));
  if (from->second <= 1) stood_for_.erase(from);
  if (slot(row, Key::vehicles) > 1)
    stood_for_[packed(trace::vehicle(row))] = said(row, Key::vehicles);
}

// It may be told at the same instant that it goes on to another border.
void Trips::leave(const trace::Row& row, Trip::Kind kind) {
  Trip trip = vehicle_trip(row, kind);
  trip.ends = trip.begins + assumed_way;
  trip.assumed = true;
  stood_for_.erase(packed(trip.vehicle));
  const bool anywhere = row.event == number_of<BookingMissed>;
  if (!anywhere) leaving_.push_back(trip);
}

void Trips::let_go() {
  for (const Trip& trip : leaving_) finish(trip);
  leaving_.clear();
}

void Trips::go_on(const trace::Row& row, Trip::Kind kind) {
  Trip trip = vehicle_trip(row, kind);
  const auto released = std::find_if(leaving_.begin(), leaving_.end(),
                                     [&](const Trip& t) { return t.vehicle == trip.vehicle; });
  if (released != leaving_.end()) {
    trip.number = released->number;
    leaving_.erase(released);
  }
  stood_for_.erase(packed(trip.vehicle));
  const std::uint16_t line = said(row, Key::to_line);
  if (line < header_->lines.size())
    trip.to = header_->crossings[header_->lines[line].crossing].place;
  begin({kind, packed(trip.vehicle), line, 0}, trip);
}

void Trips::send_team(const trace::Row& row) {
  const std::uint16_t to = said(row, Key::to);
  if (to >= header_->crossings.size()) return;
  Trip trip;
  trip.begins = time_of(row);
  trip.ends = never;
  trip.from = row.place;
  trip.to = header_->crossings[to].place;
  trip.what = trace::crew(row).home.value;
  trip.detail = trace::crew(row).crew;
  trip.number = said(row, Key::officers);
  trip.kind = Trip::Kind::team;
  begin({trip.kind, slot(row, Key::crew), trip.to, static_cast<std::uint64_t>(row.time)}, trip);
}

void Trips::send_machine(const trace::Row& row) {
  Trip trip;
  trip.begins = time_of(row);
  trip.ends = never;
  trip.from = row.place;
  trip.what = said(row, Key::equipment);
  trip.detail = said(row, Key::operation);
  trip.kind = Trip::Kind::machine;
  begin({trip.kind, trip.what, trip.detail, 0}, trip);
}

void Trips::send_message(const trace::Row& row) {
  Trip trip;
  trip.begins = time_of(row);
  trip.ends = never;
  trip.vehicle = trace::vehicle(row);
  trip.from = row.place;
  trip.what = said(row, Key::exchange);
  trip.detail = said(row, Key::message);
  trip.number = said(row, Key::hops);
  trip.kind = Trip::Kind::message;
  begin({trip.kind, packed(trip.vehicle), message_of(row), slot(row, Key::hops)}, trip);
}

// It has just been sent from here.
void Trips::lose_message(const trace::Row& row) {
  const auto [from, until] = open_.equal_range(
      {Trip::Kind::message, packed(trace::vehicle(row)), message_of(row), slot(row, Key::hops)});
  const auto found = std::find_if(from, until, [&](const auto& entry) {
    return entry.second.from == row.place && entry.second.begins == time_of(row);
  });
  if (found != until) open_.erase(found);
}

void Trips::receive_report(const trace::Row& row) {
  const std::uint16_t crossing = said(row, Key::crossing);
  if (crossing >= header_->crossings.size()) return;
  const std::uint16_t from = header_->crossings[crossing].place;
  const auto written = written_.find({from, slot(row, Key::report)});
  if (written == written_.end()) return;
  Trip trip;
  trip.begins = written->second;
  trip.ends = time_of(row);
  trip.from = from;
  trip.to = row.place;
  trip.what = crossing;
  trip.detail = said(row, Key::report);
  trip.kind = Trip::Kind::report;
  finish(trip);
}

// It comes, waits for a berth, is at its berth, and goes; each begins where the last one ends.
void Trips::move_lot(const trace::Row& row) {
  using Kind = Trip::Kind;
  const auto join = [&](Kind kind) {
    return Join{kind, said(row, Key::service), slot(row, Key::call), row.place};
  };
  Trip trip;
  trip.begins = time_of(row);
  trip.ends = never;
  trip.to = row.place;
  trip.what = said(row, Key::service);
  const auto go_on_from = [&](Kind kind) {
    const auto last = open_.find(join(kind));
    if (last == open_.end()) return;
    trip.number = last->second.number;
    end(join(kind), row);
  };
  if (row.event == number_of<LotArrived>) {
    trip.number = said(row, Key::units);
    trip.kind = Kind::lot_comes;
    trip.ends = trip.begins;
    trip.begins = std::max(start_of_run, trip.ends - assumed_voyage);
    trip.assumed = true;
    finish(trip);
    trip.begins = trip.ends;
    trip.ends = never;
    trip.assumed = false;
    trip.kind = Kind::lot_waits;
  } else if (row.event == number_of<UnloadingBegan>) {
    go_on_from(Kind::lot_waits);
    trip.kind = Kind::lot_berthed;
  } else {
    go_on_from(Kind::lot_berthed);
    trip.kind = Kind::lot_goes;
    trip.from = std::exchange(trip.to, trace::nobody);
    trip.ends = trip.begins + assumed_voyage;
    trip.assumed = true;
    return finish(trip);
  }
  begin(join(trip.kind), trip);
}

std::size_t Trips::bytes() const {
  std::size_t sum = done_.capacity() * sizeof(Trip) + set_out_.size() * 48 + open_.size() * 112;
  for (const auto& part : by_part_) sum += part.capacity() * sizeof part.front();
  return sum;
}

}  // namespace cordon::viz
