#pragma once

// Which rows of a recording somebody looks for, and what he gets.

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <vector>

#include "sim/output/trace/catalogue.hpp"

namespace cordon::viz {

inline constexpr std::size_t event_kinds = boost::mp11::mp_size<trace::AnyEvent>::value;
/// Kinds of events, by their number in the catalogue.
using EventSet = std::bitset<event_kinds>;

/// `events_of<GoodsSeized, PersonsReferred>()`
template <class... E>
[[nodiscard]] EventSet events_of() {
  EventSet set;
  (set.set(trace::number_of<E>), ...);
  return set;
}

/// Rows of these kinds at these places.
struct Wanted {
  EventSet events = EventSet{}.set();
  std::vector<std::uint16_t> places;  ///< as in the header's list; empty: all

  [[nodiscard]] bool at(std::uint16_t place) const {
    return places.empty() || std::find(places.begin(), places.end(), place) != places.end();
  }
  [[nodiscard]] bool operator()(const trace::Row& row) const {
    return events[row.event] && at(row.place);
  }
};

/// A row of a recording and its number there, from 0.
struct Found {
  std::uint64_t number = 0;
  trace::Row row;
};

[[nodiscard]] inline Time time_of(const trace::Row& row) { return Time{Duration{row.time}}; }

}  // namespace cordon::viz
