#include "sim/output/trace/names.hpp"

#include <optional>

#include "sim/model/staff/activity.hpp"
#include "sim/output/words.hpp"

namespace cordon::trace {
namespace {

template <class List>
std::optional<std::string_view> nth(const List& list, std::uint32_t n) {
  if (n >= list.size()) return std::nullopt;
  if constexpr (requires { list[n].name; })
    return list[n].name;
  else
    return list[n];
}

std::optional<std::string_view> crew_name(CrewOf crew, const Header& header) {
  if (crew.home.value >= header.crossings.size()) return std::nullopt;
  return nth(header.crossings[crew.home.value].crews, crew.crew);
}

// None: the position is in no list.
std::optional<std::string_view> find_name(const Row& row, Key key, const Header& header) {
  const std::uint32_t n = slot(row, key);
  if (n == none) return "";
  switch (field(key).kind) {
    case Kind::line:
      return nth(header.lines, n);
    case Kind::stage:
      if (const CrossingShape* here = crossing_of(row, header)) return nth(here->stages, n);
      return std::nullopt;
    case Kind::crew:
      return crew_name(crew(row), header);
    case Kind::equipment:
      return nth(header.equipment, n);
    case Kind::operation:
      return nth(header.operations, n);
    case Kind::commodity:
      return nth(header.commodities, n);
    case Kind::group:
      return nth(header.groups, n);
    case Kind::crossing:
      return nth(header.crossings, n);
    case Kind::channel:
      return nth(words::channels, n);
    case Kind::activity:
      return n < activities ? std::optional(name_of(static_cast<Activity>(n))) : std::nullopt;
    case Kind::vehicle_class:
      if (n >= vehicle_classes) return std::nullopt;
      return name_of(static_cast<VehicleClass>(n));
    case Kind::terminal:
      return nth(header.terminals, n);
    case Kind::service:
      return nth(header.services, n);
    case Kind::exchange:
      return nth(header.exchanges, n);
    case Kind::message_channel:
      return nth(header.message_channels, n);
    case Kind::message:
      return nth(words::messages, n);
    case Kind::special_form:
      return nth(header.special_forms, n);
    case Kind::country:
      return nth(header.countries, n);
    case Kind::case_step:
      return nth(words::case_steps, n);
    case Kind::case_outcome:
      return nth(words::case_outcomes, n);
    case Kind::aside:
      return nth(words::asides, n);
    default:
      return "";
  }
}

}  // namespace

const CrossingShape* crossing_of(const Row& row, const Header& header) {
  for (const CrossingShape& c : header.crossings)
    if (c.place == row.place) return &c;
  return nullptr;
}

bool names_fit(const Row& row, const Header& header) {
  for (const Key key : events()[row.event].fields)
    if (!find_name(row, key, header)) return false;
  return true;
}

std::string_view name_in(const Row& row, Key key, const Header& header) {
  return find_name(row, key, header).value_or("");
}

std::string vehicle_name(Subject vehicle, const Header& header) {
  const auto source = header.sources.find(vehicle.source);
  std::string name = source == header.sources.end() ? "unknown" : source->second;
  return name + '#' + std::to_string(vehicle.number);
}

}  // namespace cordon::trace
