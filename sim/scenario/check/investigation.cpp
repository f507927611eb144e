// Cases, special forms, and whom they ask.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/scenario/check/check.hpp"

namespace cordon {
namespace {

bool has_exchange(const Scenario& s, ExchangeKind kind) {
  return std::any_of(s.exchange.begin(), s.exchange.end(),
                     [&](const auto& exchange) { return exchange.second.kind == kind; });
}

void check_base(const Scenario& s, Problems& problems) {
  const std::string& unit = s.investigation.unit;
  const bool has_team = std::any_of(s.team.begin(), s.team.end(),
                                    [&](const auto& team) { return team.second.base == unit; });
  if (!has_team)
    problems.at(path_of({"investigation", "unit"}),
                fmt::format("is '{}', where nobody works; expected a base with a team", unit));
  if (s.base.at(unit).sector)
    problems.at(path_of({"investigation", "unit"}),
                fmt::format("is '{}', which watches green border; expected another base", unit));
}

void check_unit(const Scenario& s, Problems& problems) {
  if (!s.investigation.unit.empty()) return check_base(s, problems);
  for (const auto& [name, exchange] : s.exchange)
    if (exchange.kind == ExchangeKind::referral || exchange.kind == ExchangeKind::permit)
      problems.at(path_of({"exchange", name, "kind"}),
                  "is of cases, and nobody investigates; expected `investigation.unit`");
  if (s.investigation.decision != SeizeOrRun::always_seize)
    problems.at(path_of({"investigation", "decision"}),
                "lets goods run, and nobody follows them; expected `investigation.unit`");
}

std::set<std::string> countries(const Scenario& s) {
  std::set<std::string> all;
  for (const auto& [name, crossing] : s.crossing) all.insert(crossing.country);
  for (const auto& [name, group] : s.group) all.insert(group.destination);
  all.erase("");
  return all;
}

void check_countries(const std::vector<std::string>& named, const std::set<std::string>& known,
                     const std::string& path, Problems& problems) {
  for (const std::string& country : named)
    if (!known.contains(country))
      problems.at(path, fmt::format("'{}' is the country of no crossing, and no group's "
                                    "destination; expected one of: {}",
                                    country, fmt::join(known, ", ")));
}

void check_forms(const Scenario& s, Problems& problems) {
  for (const auto& [name, form] : s.special_form) {
    const auto path = [&](std::string_view key) { return path_of({"special_form", name, key}); };
    const bool needs_permit = form.kind != SpecialForm::hot_pursuit;
    if (needs_permit && !has_exchange(s, ExchangeKind::permit))
      problems.at(path("kind"),
                  "needs a permit, and nobody is asked for one; expected an exchange of kind "
                  "\"permit\"");
    check_countries(form.between, countries(s), path("between"), problems);
    if (form.between.size() == 1)
      problems.at(path("between"), "is one country; expected two or more, or none for any");
    if (form.urgent && form.within == Duration::zero())
      problems.at(path("urgent"),
                  "begins without a permit, and nothing ends it; expected `within` above 0 h");
  }
}

void check_permits(const Scenario& s, Problems& problems) {
  std::string first;
  for (const auto& [name, exchange] : s.exchange) {
    if (exchange.kind != ExchangeKind::permit) continue;
    if (!first.empty())
      problems.at(
          path_of({"exchange", name, "kind"}),
          fmt::format("asks for permits, as '{}' does; expected one exchange that does", first));
    first = name;
  }
}

// What a solved case brings to light goes where intelligence does.
void check_tells(const Scenario& s, Problems& problems) {
  const auto exchange = s.exchange.find(s.investigation.tells_by);
  if (exchange == s.exchange.end() || exchange->second.kind == ExchangeKind::intelligence) return;
  problems.at(path_of({"investigation", "tells_by"}),
              fmt::format("is '{}', which carries none; expected an exchange of kind "
                          "\"intelligence\"",
                          s.investigation.tells_by));
}

}  // namespace

void check_investigation(const Scenario& s, Problems& problems) {
  check_unit(s, problems);
  check_forms(s, problems);
  check_permits(s, problems);
  check_tells(s, problems);
  for (const auto& [name, exchange] : s.exchange)
    check_countries(exchange.countries, countries(s), path_of({"exchange", name, "countries"}),
                    problems);
}

}  // namespace cordon
