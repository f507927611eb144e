// Countries, special forms of cooperation, and who investigates.

#include <algorithm>

#include "sim/model/make_setup.hpp"

namespace cordon {
namespace {

CountryIndex country(const std::string& name, Setup& setup) {
  if (name.empty()) return {};
  auto& all = setup.countries;
  const auto found = std::find(all.begin(), all.end(), name);
  const auto index = nth<CountryIndex>(static_cast<std::size_t>(found - all.begin()));
  if (found == all.end()) all.push_back(name);
  return index;
}

template <class Index, class Map>
Index first_of(ExchangeKind kind, const Map& exchanges) {
  std::size_t n = 0;
  for (const auto& [name, spec] : exchanges) {
    if (spec.kind == kind) return nth<Index>(n);
    ++n;
  }
  return {};
}

}  // namespace

void add_investigation(Setup& setup) {
  const Scenario& s = setup.scenario;
  for (CrossingSetup& crossing : setup.crossings) {
    crossing.state = country(crossing.country, setup);
    if (crossing.is_base && crossing.name == s.investigation.unit) setup.unit = crossing.index;
  }
  for (GroupSetup& group : setup.groups) group.destination = country(group.spec.destination, setup);
  for (const auto& [name, spec] : s.special_form) {
    SpecialFormSetup form{name, spec, {}, {}};
    for (const std::string& state : spec.between) form.between.push_back(country(state, setup));
    for (const auto& [goods, unused] : s.commodity)
      form.commodities.push_back(spec.commodities.empty() ||
                                 std::find(spec.commodities.begin(), spec.commodities.end(),
                                           goods) != spec.commodities.end());
    setup.special_forms.push_back(std::move(form));
  }
  setup.permits = first_of<ExchangeIndex>(ExchangeKind::permit, s.exchange);
  setup.case_tells = index_in<ExchangeIndex>(s.exchange, s.investigation.tells_by);
}

}  // namespace cordon
