#include "viz/hud/row_text.hpp"

#include <fmt/format.h>

#include "analysis/text/numbers.hpp"
#include "sim/output/trace/catalogue.hpp"
#include "sim/output/trace/names.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz {
namespace {

using trace::Kind;

std::string value_text(const trace::Row& row, const trace::Field& field,
                       const trace::Header& header) {
  switch (field.kind) {
    case Kind::vehicle:
      return "";
    case Kind::integer:
      return fmt::format("{} {}", spaced(field.name), trace::slot(row, field.key));
    case Kind::real:
      return fmt::format("{} {}{}{}", spaced(field.name),
                         text::number(static_cast<double>(trace::real(row, field.key)), 1),
                         field.unit.empty() ? "" : " ", field.unit);
    case Kind::boolean:
      return trace::slot(row, field.key) ? spaced(field.name) : "";
    case Kind::moment:
      return fmt::format("{} {}", spaced(field.name),
                         since_start_text(trace::moment(row, field.key)));
    default:
      return fmt::format("{} {}", spaced(field.name),
                         spaced(trace::name_in(row, field.key, header)));
  }
}

}  // namespace

std::string spaced(std::string_view name) {
  std::string text(name);
  for (char& c : text)
    if (c == '_') c = ' ';
  return text;
}

std::string place_label(std::uint16_t place, const trace::Header& header) {
  for (const trace::CrossingShape& crossing : header.crossings)
    if (crossing.place == place && !crossing.label.empty()) return crossing.label;
  return spaced(header.places[place].name);
}

std::string row_text(const trace::Row& row, const trace::Header& header, bool truth) {
  const std::string text = event_text(row, header, truth);
  return text.empty() ? "" : place_label(row.place, header) + ": " + text;
}

std::string event_text(const trace::Row& row, const trace::Header& header, bool truth) {
  const trace::EventShape& event = trace::events()[row.event];
  if (!event.seen && !truth) return "";
  std::string values;
  for (const trace::Key key : event.fields) {
    const trace::Field& field = trace::field(key);
    if ((field.truth && !truth) || !trace::holds(row, key)) continue;
    const std::string value = value_text(row, field, header);
    if (!value.empty()) values += (values.empty() ? "" : ", ") + value;
  }
  const std::string text(event.meaning);
  return values.empty() ? text : text + " (" + values + ")";
}

}  // namespace cordon::viz
