#include "sim/scenario/competence.hpp"

#include <algorithm>

namespace cordon {
namespace {

template <class... P>
constexpr PowerSet all_of(P... powers) {
  return static_cast<PowerSet>((set_of(powers) | ...));
}

// The last row for this country, or else for any.
const CompetenceRow* row_for(const std::vector<CompetenceRow>& rows, Authority authority,
                             Service service, std::string_view country) {
  const CompetenceRow* best = nullptr;
  for (const CompetenceRow& row : rows) {
    if (row.authority != authority || row.service != service) continue;
    if (row.country == country || (row.country.empty() && (!best || best->country.empty())))
      best = &row;
  }
  return best;
}

}  // namespace

PowerSet common_powers(Authority authority, Service service) {
  using enum Power;
  if (service == Service::frontex) return all_of(check_travellers, check_documents);
  switch (authority) {
    case Authority::customs:
      return all_of(check_documents, scan, open_cargo, seize, pursue, observe);
    case Authority::border_guard:
      return all_of(check_travellers, check_documents, scan, arrest, pursue, observe);
    case Authority::police:
      return all_of(check_documents, seize, arrest, pursue, observe, use_informants);
    case Authority::coast_guard:
      return all_of(check_travellers, check_documents, scan, seize, arrest, pursue, observe);
    case Authority::veterinary:
      break;
  }
  return all_of(check_documents, open_cargo, seize);
}

PowerSet powers_of(const std::vector<CompetenceRow>& rows, Authority authority, Service service,
                   std::string_view country) {
  if (const CompetenceRow* row = row_for(rows, authority, service, country)) {
    PowerSet granted = 0;
    for (const Power p : row->powers) granted |= set_of(p);
    return granted;
  }
  if (service == Service::guest) return powers_of(rows, authority, Service::national, country);
  return common_powers(authority, service);
}

PowerSet powers_needed(const StageSpec& stage) {
  if (stage.power) return set_of(*stage.power);
  switch (stage.control) {
    case ControlKind::documents:
      return set_of(Power::check_documents);
    case ControlKind::scan:  // by who reads the pictures
      return stage.read_at.empty() ? set_of(Power::scan) : PowerSet{0};
    case ControlKind::search:
      return set_of(Power::open_cargo);
    case ControlKind::none:
      break;
  }
  return 0;
}

}  // namespace cordon
