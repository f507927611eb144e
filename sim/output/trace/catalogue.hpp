#pragma once

// All events, numbered, and what is where in their rows.

#include <boost/mp11.hpp>
#include <span>

#include "sim/output/trace/describe.hpp"

namespace cordon::trace {

/// Every event of every kind of place.
using AnyEvent = boost::mp11::mp_unique<
    boost::mp11::mp_append<RegionEvent, CrossingEvent, DeskEvent, GroupEvent, HeadquartersEvent>>;

/// As in the rows and in `events()`.
template <class E>
inline constexpr std::uint16_t number_of = boost::mp11::mp_find<AnyEvent, E>::value;

/// What a reader needs to know of an event.
struct EventShape {
  std::string_view name, meaning,
      at;                       ///< kind of place: region, crossing, desk, group, headquarters;
                                ///< where it may be two: "crossing, desk"
  bool seen;                    ///< by an authority; if not, the whole row is truth
  std::span<const Key> fields;  ///< in the order of the row's slots
};

/// By number.
[[nodiscard]] std::span<const EventShape> events();

/// What an event means, without its full stop: "A machine works again". Of what is no event, the
/// name that was given.
[[nodiscard]] std::string_view meaning_of(std::string_view name);

/// Whether an event is one of a kind of place.
[[nodiscard]] bool happens_at(std::uint16_t event, std::string_view kind);

/// The first slot that a field has in the rows of an event; negative: the event does not say it.
[[nodiscard]] int slot_in(std::uint16_t event, Key key);

/// The row of an event, before its place reacts to it.
template <class E, class Place>
[[nodiscard]] Row row_of(const E& event, const Place& here, Time now) {
  Row row{now.time_since_epoch().count(), here.agenda.place.value, number_of<E>, {}};
  std::uint32_t* slot = row.slots.data();
  const auto add = [&](const auto& value) {
    const auto said = value.read(event, here);
    constexpr Key key = std::remove_cvref_t<decltype(value)>::key;
    static_assert(KindOf<std::remove_const_t<decltype(said)>>::value == field(key).kind);
    put(slot, said);
  };
  std::apply([&](const auto&... values) { (add(values), ...); }, description<E>.values);
  return row;
}

// What a field says in a row whose event has it.
[[nodiscard]] std::uint32_t slot(const Row& row, Key key);
[[nodiscard]] inline bool holds(const Row& row, Key key) { return slot(row, key) != none; }
[[nodiscard]] Subject vehicle(const Row& row, Key key = Key::vehicle);
[[nodiscard]] Time moment(const Row& row, Key key);
[[nodiscard]] float real(const Row& row, Key key);
[[nodiscard]] CrewOf crew(const Row& row);

}  // namespace cordon::trace
