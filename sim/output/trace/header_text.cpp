// The header as JSON.

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "sim/output/trace/catalogue.hpp"
#include "sim/output/trace/header.hpp"

namespace cordon::trace {

using json = nlohmann::json;

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(RunOf, program, scenario, title, scenario_sha256, seed,
                                   replication)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PlaceName, name, kind)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(StageShape, name, line, first, desk, lanes, control, technique,
                                   equipment, crew, officers_per_lane)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(CrewShape, name, team, authority, officers, cost_per_hour)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(CrossingShape, name, label, country, place, latitude, longitude,
                                   stages, crews, machines, base)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SharerShape, vehicle_class, delay_cost_per_hour)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(LineShape, name, crossing, first_stage, direction, vehicle_class,
                                   queue, delay_cost_per_hour, also)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(CommodityShape, name, value_per_kg, harm_weight, persons)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(StaffCosts, overtime_premium, travel_cost_per_hour,
                                   allowance_per_hour)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(TerminalShape, name, crossing, free_time, storage_cost_per_day)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ServiceShape, name, terminal)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PurchaseShape, crossing, equipment, ordered, price)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(OperationShape, name, label, begins, ends, crossings)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ExchangeShape, name, kind, desk, urgent_deadline,
                                   urgent_indirect_deadline, deadline)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Header, run, start, length, warm_up, real_map, truth, places,
                                   crossings, lines, equipment, groups, commodities, staff_costs,
                                   terminals, services, purchases, operations, exchanges,
                                   message_channels, special_forms, countries, sources)

namespace {

constexpr const char* format_name = "cordon trace";

json event_list() {
  json list = json::array();
  for (const EventShape& e : events()) {
    json said = json::array();
    for (const Key key : e.fields) said.push_back(field(key).name);
    list.push_back({{"name", e.name}, {"at", e.at}, {"seen", e.seen}, {"fields", said}});
  }
  return list;
}

json field_list() {
  json list = json::array();
  for (const Field& f : fields)
    list.push_back({{"name", f.name},
                    {"slots", slots_of(f.kind)},
                    {"unit", f.unit},
                    {"meaning", f.meaning},
                    {"truth", f.truth}});
  return list;
}

void check(const Header& h) {
  const auto require = [](bool good) {
    if (!good) throw std::runtime_error("is no trace of cordon: its lists do not fit together");
  };
  for (const CrossingShape& c : h.crossings) {
    require(c.place < h.places.size() && c.machines.size() == h.equipment.size());
    for (const StageShape& s : c.stages) {
      require(s.line == nobody || s.line < h.lines.size());
      require(s.equipment == nobody || s.equipment < h.equipment.size());
    }
  }
  for (const LineShape& l : h.lines) {
    require(l.crossing < h.crossings.size());
    // The ways over green border have no stages.
    require(h.crossings[l.crossing].base || l.first_stage < h.crossings[l.crossing].stages.size());
  }
  for (const TerminalShape& t : h.terminals) require(t.crossing < h.crossings.size());
  for (const ServiceShape& s : h.services) require(s.terminal < h.terminals.size());
  for (const PurchaseShape& p : h.purchases)
    require(p.crossing < h.crossings.size() && p.equipment < h.equipment.size());
  for (const ExchangeShape& e : h.exchanges) require(e.desk < h.places.size());
  for (const OperationShape& o : h.operations)
    for (const std::uint16_t c : o.crossings) require(c < h.crossings.size());
}

}  // namespace

std::string text_of(const Header& header) {
  json whole = header;
  whole["format"] = format_name;
  whole["version"] = format_version;
  whole["row_bytes"] = sizeof(Row);
  whole["events"] = event_list();
  whole["fields"] = field_list();
  return whole.dump(-1, ' ', false, json::error_handler_t::replace);
}

Header parse_header(const std::string& text) {
  const json whole = json::parse(text, nullptr, false);
  if (!whole.is_object() || whole.value("format", json()) != format_name)
    throw std::runtime_error("is no trace of cordon");
  const json version = whole.value("version", json());
  if (version != format_version)
    throw std::runtime_error(fmt::format("is a trace of format {}; this program reads format {}",
                                         version.dump(), format_version));
  if (whole.value("events", json()) != event_list() ||
      whole.value("row_bytes", json()) != sizeof(Row))
    throw std::runtime_error("is a trace with other events than this program knows");
  try {
    Header header = whole;
    check(header);
    return header;
  } catch (const json::exception&) {
    throw std::runtime_error("is no trace of cordon: its header lacks what it should say");
  }
}

}  // namespace cordon::trace
