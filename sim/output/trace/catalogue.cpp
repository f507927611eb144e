#include "sim/output/trace/catalogue.hpp"

#include <cassert>

namespace cordon::trace {
namespace {

namespace mp = boost::mp11;

template <class E>
constexpr std::string_view place_of() {
  if (mp::mp_contains<RegionEvent, E>::value)
    return mp::mp_contains<GroupEvent, E>::value ? "region, group" : "region";
  if (mp::mp_contains<CrossingEvent, E>::value)
    return mp::mp_contains<DeskEvent, E>::value ? "crossing, desk" : "crossing";
  if (mp::mp_contains<DeskEvent, E>::value) return "desk";
  return mp::mp_contains<GroupEvent, E>::value ? "group" : "headquarters";
}

template <class E>
constexpr EventShape shape_of() {
  const auto& d = description<E>;
  return {d.name, d.meaning, place_of<E>(), d.seen, d.keys};
}

template <class... E>
constexpr std::array<EventShape, sizeof...(E)> shapes_of(mp::mp_list<E...>) {
  return {shape_of<E>()...};
}

constexpr auto shapes = shapes_of(mp::mp_rename<AnyEvent, mp::mp_list>{});

using SlotTable = std::array<std::array<std::int8_t, fields.size()>, shapes.size()>;

constexpr SlotTable make_slots() {
  SlotTable table{};
  for (std::size_t e = 0; e < shapes.size(); ++e) {
    table[e].fill(-1);
    std::size_t next = 0;
    for (const Key key : shapes[e].fields) {
      table[e][static_cast<std::size_t>(key)] = static_cast<std::int8_t>(next);
      next += slots_of(field(key).kind);
    }
  }
  return table;
}

constexpr SlotTable slots = make_slots();

std::uint64_t two_slots(const Row& row, Key key) {
  const int first = slot_in(row.event, key);
  assert(first >= 0);
  return row.slots[static_cast<std::size_t>(first)] |
         std::uint64_t{row.slots[static_cast<std::size_t>(first) + 1]} << 32;
}

}  // namespace

std::span<const EventShape> events() { return shapes; }

std::string_view meaning_of(std::string_view name) {
  for (const EventShape& event : shapes)
    if (event.name == name) return event.meaning.substr(0, event.meaning.find_last_not_of('.') + 1);
  return name;
}

// No kind's name is a part of another's.
bool happens_at(std::uint16_t event, std::string_view kind) {
  return !kind.empty() && shapes[event].at.find(kind) != std::string_view::npos;
}

int slot_in(std::uint16_t event, Key key) { return slots[event][static_cast<std::size_t>(key)]; }

std::uint32_t slot(const Row& row, Key key) {
  const int at = slot_in(row.event, key);
  assert(at >= 0);
  return row.slots[static_cast<std::size_t>(at)];
}

Subject vehicle(const Row& row, Key key) {
  const std::uint64_t both = two_slots(row, key);
  return {static_cast<std::uint32_t>(both), static_cast<std::uint32_t>(both >> 32)};
}

Time moment(const Row& row, Key key) {
  return Time{Duration{static_cast<std::int64_t>(two_slots(row, key))}};
}

float real(const Row& row, Key key) { return std::bit_cast<float>(slot(row, key)); }

CrewOf crew(const Row& row) {
  const std::uint32_t both = slot(row, Key::crew);
  return {{static_cast<std::uint16_t>(both >> 16)}, static_cast<std::uint16_t>(both)};
}

}  // namespace cordon::trace
