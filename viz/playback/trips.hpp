#pragma once

// What is on the move: vehicles, officers, machines and messages between places. Where a place lies
// on a map is not known here: a trip names its two places.

#include <cstdint>
#include <map>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "sim/output/trace/catalogue.hpp"
#include "sim/output/trace/header.hpp"

namespace cordon::viz {

/// Of a way of which the trace does not say when it began, or ended, and where: so long before the
/// arrival, or after the departure, a vehicle is shown. Assumed; nothing is counted by it.
inline constexpr Duration assumed_way = std::chrono::minutes(20);

struct Trip {
  enum class Kind : std::uint8_t {
    approach,     ///< of a vehicle to the end of a line
    booking,      ///< of a booked queue: until it has its place there; it may be anywhere meanwhile
    departure,    ///< of a vehicle that was released, or escaped
    turned_back,  ///< of one that was not, or did not stay
    diversion,    ///< from a full or closed line to another crossing
    transit,      ///< from one border to another, with its stay inland
    delivery,     ///< controlled, to the unit that investigates
    team,
    machine,
    message,  ///< one hop of it
    report,   ///< one copy of a seizure report, to its desk
    // Of vessels, trains and flights:
    lot_comes,  ///< the last of its way, assumed
    lot_waits,  ///< for a berth
    lot_berthed,
    lot_goes  ///< assumed
  };
  Time begins, ends;  ///< ends: `never` when nothing has arrived by the end of the recording
  Subject vehicle;    ///< of messages: that it is about; of teams, machines and reports: none
  /// Places as in the header's list; nobody: the trace does not say.
  std::uint16_t from = trace::nobody, to = trace::nobody;
  /// Line of a vehicle (where it goes to, or comes from); of a team, its home crossing; kind of
  /// equipment; exchange of a message; of a report its crossing; of a lot its service.
  std::uint16_t what = trace::nobody;
  /// Class of a vehicle, where it is told; of a team, its crew; operation of a machine; what a
  /// message does (as in words::messages); number of a report, its lower half.
  std::uint16_t detail = trace::nobody;
  std::uint16_t number =
      1;  ///< vehicles that one agent stands for; officers; hops before this; units
  Kind kind{};
  bool assumed = false;  ///< begins or ends `assumed_way` off
};
inline constexpr std::size_t trip_kinds = 15;
/// The same of vessels, trains and flights.
inline constexpr Duration assumed_voyage = std::chrono::hours(3);

/// How far along it is, from 0 to 1; a trip without an end stays at 0.
[[nodiscard]] double progress(const Trip& trip, Time now);

/// Memory: 40 bytes a trip, and 4 for each hour of it.
class Trips {
 public:
  explicit Trips(const trace::Header& header);

  /// All that are on the move at a moment: begins <= moment < ends. Some hundred microseconds for
  /// ten thousand.
  /// @param trips  emptied first; in no order that means anything, but always the same
  void at(Time moment, std::vector<Trip>& trips) const;
  /// All that were on the move at any moment of [from, until), each once.
  void between(Time from, Time until, std::vector<Trip>& trips) const;
  [[nodiscard]] std::size_t size() const { return done_.size() + open_.size() + leaving_.size(); }

  /// The next row.
  void add(const trace::Row& row);
  [[nodiscard]] std::size_t bytes() const;

 private:
  // What leaves and what arrives say these alike.
  using Join = std::tuple<Trip::Kind, std::uint64_t, std::uint64_t, std::uint64_t>;
  struct Origin {
    Time left;
    std::uint16_t place;
  };
  [[nodiscard]] std::size_t part_at(Time moment) const;
  void finish(const Trip& trip);
  void begin(const Join& join, const Trip& trip);
  bool end(const Join& join, const trace::Row& arrival);
  void add_other(const trace::Row& row);
  void set_out(const trace::Row& row);
  [[nodiscard]] Trip come_near(const trace::Row& row) const;
  void arrive(const trace::Row& row);
  void part(const trace::Row& row);
  void leave(const trace::Row& row, Trip::Kind kind);
  void let_go();
  void go_on(const trace::Row& row, Trip::Kind kind);
  void send_team(const trace::Row& row);
  void send_machine(const trace::Row& row);
  void send_message(const trace::Row& row);
  void lose_message(const trace::Row& row);
  void receive_report(const trace::Row& row);
  void move_lot(const trace::Row& row);
  [[nodiscard]] Trip vehicle_trip(const trace::Row& row, Trip::Kind kind) const;

  const trace::Header* header_;
  Duration part_;  // of the run: an hour
  std::vector<Trip> done_;
  std::vector<std::vector<std::uint32_t>> by_part_;  // those of done_ that touch it
  std::multimap<Join, Trip> open_;
  std::vector<Trip> leaving_;                                        // at this instant and place
  std::unordered_map<std::uint64_t, Origin> set_out_;                // by vehicle; it may stay away
  std::unordered_map<std::uint64_t, std::uint16_t> stood_for_;       // by vehicle, if more than one
  std::map<std::pair<std::uint16_t, std::uint32_t>, Time> written_;  // reports, by place
};

}  // namespace cordon::viz
