#include "analysis/exercise/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/results/csv.hpp"
#include "sim/output/moment_text.hpp"
#include "sim/output/trace/catalogue.hpp"
#include "sim/output/trace/names.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

using namespace trace;

std::uint16_t event_called(const std::string& name) {
  const auto all = events();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const EventShape& event) { return event.name == name; });
  return static_cast<std::uint16_t>(found - all.begin());
}

Key field_called(std::uint16_t event, const std::string& name) {
  const auto keys = events()[event].fields;
  return *std::find_if(keys.begin(), keys.end(),
                       [&](Key key) { return trace::field(key).name == name; });
}

std::optional<std::uint16_t> place_called(const std::string& name, const Header& header) {
  const auto found = std::find_if(header.places.begin(), header.places.end(),
                                  [&](const PlaceName& place) { return place.name == name; });
  if (found == header.places.end()) return std::nullopt;
  return static_cast<std::uint16_t>(found - header.places.begin());
}

// As a trace is exported.
std::string said(const Row& row, Key key, const Header& header) {
  const Kind kind = trace::field(key).kind;
  if (kind == Kind::vehicle) return vehicle_name(vehicle(row, key), header);
  if (kind == Kind::moment)
    return std::string(MomentText(std::chrono::sys_seconds(std::chrono::seconds(header.start)))(
        trace::moment(row, key)));
  if (!holds(row, key)) return "";
  if (kind == Kind::integer) return std::to_string(slot(row, key));
  if (kind == Kind::real) return single_text(real(row, key));
  if (kind == Kind::boolean) return slot(row, key) != 0 ? "true" : "false";
  return std::string(name_in(row, key, header));
}

std::string truth_in(const ExpectSpec& expects) {
  const std::uint16_t event = event_called(expects.event);
  if (!events()[event].seen) return expects.event;
  for (const auto& [name, unused] : expects.where)
    if (trace::field(field_called(event, name)).truth) return name;
  return "";
}

}  // namespace

Header header_for(const NamedScenario& scenario, std::uint64_t seed, std::uint32_t replication) {
  const Scenario& spec = scenario.reading.spec;
  return header_of(
      {CORDON_VERSION, scenario.name, spec.title, scenario.fingerprint, seed, replication},
      *scenario.setup, !spec.real_map);
}

void check_expectation(const PlacedInject& inject, Duration at, const NamedScenario& scenario,
                       Problems& problems) {
  if (!inject.spec.expects) return;
  const ExpectSpec& expects = *inject.spec.expects;
  const auto fail = [&](const char* key, std::string message) {
    problems.add(inject.position(std::string("expects.") + key), inject.path + ".expects." + key,
                 std::move(message));
  };
  const Header header = header_for(scenario, 1, 1);
  if (at + expects.within > scenario.reading.spec.length)
    fail("within", "ends when the run is over; expected less, or a longer run");
  if (const std::string truth = truth_in(expects); !header.truth && !truth.empty())
    fail("event", fmt::format("looks for '{}', which nobody is told on a real map; expected what "
                              "an authority sees",
                              truth));
  if (expects.at.empty()) return;
  const auto place = place_called(expects.at, header);
  std::vector<std::string> places;
  for (const PlaceName& each : header.places)
    if (happens_at(event_called(expects.event), each.kind)) places.push_back(each.name);
  if (!place)
    fail("at", fmt::format("is '{}'; expected a place of the scenario{}", expects.at,
                           format::did_you_mean(expects.at, places)));
  else if (!happens_at(event_called(expects.event), header.places[*place].kind))
    fail("at", fmt::format("is '{}', a {}, where {} never happens; expected a {}", expects.at,
                           header.places[*place].kind, expects.event,
                           events()[event_called(expects.event)].at));
}

Lookout::Lookout(const Script& script, const std::vector<Happening>& happenings, Header header)
    : header_(std::move(header)) {
  for (const Happening& happening : happenings) {
    const auto& expects = inject_of(script, happening.inject).spec.expects;
    if (!expects) continue;
    Wanted wanted;
    wanted.from = happening.at.count();
    wanted.before = (happening.at + expects->within).count();
    wanted.event = event_called(expects->event);
    if (!expects->at.empty()) wanted.place = place_called(expects->at, header_);
    for (const auto& [name, text] : expects->where)
      wanted.where.emplace_back(field_called(wanted.event, name), text);
    wanted_.push_back(std::move(wanted));
    reactions_.push_back({happening.inject, happening.at + expects->within, std::nullopt});
  }
}

bool Lookout::is_wanted(const Row& row, const Wanted& wanted) const {
  return row.event == wanted.event && row.time >= wanted.from && row.time < wanted.before &&
         (!wanted.place || row.place == *wanted.place) &&
         std::all_of(wanted.where.begin(), wanted.where.end(), [&](const auto& field) {
           return said(row, field.first, header_) == field.second;
         });
}

void Lookout::see(std::span<const Row> rows) {
  for (const Row& row : rows)
    for (std::size_t n = 0; n < wanted_.size(); ++n)
      if (!reactions_[n].came && is_wanted(row, wanted_[n]))
        reactions_[n].came = Duration{row.time};
}

}  // namespace cordon
