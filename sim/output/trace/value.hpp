#pragma once

// How the value of a field is read from an event and the place where it happens, and how it is
// kept in a row.

#include <array>
#include <bit>
#include <optional>
#include <tuple>

#include "sim/model/places.hpp"
#include "sim/output/trace/field.hpp"
#include "sim/output/trace/row.hpp"

namespace cordon::trace {

/// A crew, over all crossings.
struct CrewOf {
  CrossingIndex home;
  std::uint16_t crew = 0;
  auto operator<=>(const CrewOf&) const = default;
};

template <class T>
struct KindOf;
template <Kind k>
using Is = std::integral_constant<Kind, k>;
template <>
struct KindOf<Subject> : Is<Kind::vehicle> {};
template <>
struct KindOf<LineIndex> : Is<Kind::line> {};
template <>
struct KindOf<StageIndex> : Is<Kind::stage> {};
template <>
struct KindOf<CrewOf> : Is<Kind::crew> {};
template <>
struct KindOf<EquipmentIndex> : Is<Kind::equipment> {};
template <>
struct KindOf<OperationIndex> : Is<Kind::operation> {};
template <>
struct KindOf<CommodityIndex> : Is<Kind::commodity> {};
template <>
struct KindOf<GroupIndex> : Is<Kind::group> {};
template <>
struct KindOf<CrossingIndex> : Is<Kind::crossing> {};
template <>
struct KindOf<Channel> : Is<Kind::channel> {};
template <>
struct KindOf<Activity> : Is<Kind::activity> {};
template <>
struct KindOf<VehicleClass> : Is<Kind::vehicle_class> {};
template <>
struct KindOf<TerminalIndex> : Is<Kind::terminal> {};
template <>
struct KindOf<CallerIndex> : Is<Kind::service> {};
template <>
struct KindOf<ExchangeIndex> : Is<Kind::exchange> {};
template <>
struct KindOf<ChannelIndex> : Is<Kind::message_channel> {};
template <>
struct KindOf<MessageKind> : Is<Kind::message> {};
template <>
struct KindOf<SpecialFormIndex> : Is<Kind::special_form> {};
template <>
struct KindOf<CountryIndex> : Is<Kind::country> {};
template <>
struct KindOf<CaseStep> : Is<Kind::case_step> {};
template <>
struct KindOf<CaseOutcome> : Is<Kind::case_outcome> {};
template <>
struct KindOf<Aside> : Is<Kind::aside> {};
template <>
struct KindOf<std::uint32_t> : Is<Kind::integer> {};
template <>
struct KindOf<float> : Is<Kind::real> {};
template <>
struct KindOf<bool> : Is<Kind::boolean> {};
template <>
struct KindOf<std::optional<bool>> : Is<Kind::boolean> {};
template <>
struct KindOf<Time> : Is<Kind::moment> {};

template <class Tag>
[[nodiscard]] std::uint32_t slot_of(Index<Tag> index) {
  return index ? index.value : none;
}

/// Writes a value into the next slots of a row.
template <class T>
void put(std::uint32_t*& slot, const T& value) {
  if constexpr (std::is_same_v<T, Subject>) {
    *slot++ = value.source;
    *slot++ = value.number;
  } else if constexpr (std::is_same_v<T, Time>) {
    const auto bits = static_cast<std::uint64_t>(value.time_since_epoch().count());
    *slot++ = static_cast<std::uint32_t>(bits);
    *slot++ = static_cast<std::uint32_t>(bits >> 32);
  } else if constexpr (std::is_same_v<T, std::optional<bool>>) {
    *slot++ = value ? std::uint32_t{*value} : none;
  } else if constexpr (std::is_same_v<T, CrewOf>) {
    *slot++ = std::uint32_t{value.home.value} << 16 | value.crew;
  } else if constexpr (std::is_same_v<T, float>) {
    *slot++ = std::bit_cast<std::uint32_t>(value);
  } else if constexpr (requires { slot_of(value); }) {
    *slot++ = slot_of(value);
  } else {
    *slot++ = static_cast<std::uint32_t>(value);
  }
}

/// A field, and how an event says it: read(event, place).
template <Key k, class Read>
struct Value {
  static constexpr Key key = k;
  Read read;
};
template <Key key, class Read>
[[nodiscard]] constexpr Value<key, Read> value(Read read) {
  return {read};
}

/// An event: what it is called, what it means, and what its row says.
template <class... Values>
struct Event {
  std::string_view name, meaning;
  std::tuple<Values...> values;
  bool seen;  ///< by an authority, when it happens; if not, the whole row is truth
  static constexpr std::array<Key, sizeof...(Values)> keys{Values::key...};
  static constexpr std::size_t slots = (std::size_t{0} + ... + slots_of(field(Values::key).kind));
  static_assert(slots <= row_slots, "widen the rows");
};
template <class... Values>
[[nodiscard]] constexpr Event<Values...> seen(std::string_view name, std::string_view meaning,
                                              Values... values) {
  return {name, meaning, {values...}, true};
}
template <class... Values>
[[nodiscard]] constexpr Event<Values...> unseen(std::string_view name, std::string_view meaning,
                                                Values... values) {
  return {name, meaning, {values...}, false};
}

}  // namespace cordon::trace
