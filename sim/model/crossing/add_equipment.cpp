#include "sim/engine/luck.hpp"
#include "sim/model/make_setup.hpp"

namespace cordon {

void add_equipment(Setup& setup) {
  for (const auto& [name, spec] : setup.scenario.equipment) {
    EquipmentSetup made;
    made.name = name;
    made.between_failures = spec.between_failures;
    made.repair = spec.repair;
    made.maintenance_every = spec.maintenance_every;
    made.maintenance_lasts = spec.maintenance_lasts;
    if (spec.maintenance_at) made.maintenance_at = spec.maintenance_at->since_midnight;
    made.price = spec.price;
    setup.equipment.push_back(std::move(made));
  }
}

void add_purchases(Setup& setup) {
  const Scenario& s = setup.scenario;
  for (const auto& [name, spec] : s.purchase) {
    PurchaseSetup made;
    made.crossing = index_in<CrossingIndex>(s.crossing, spec.crossing);
    made.equipment = index_in<EquipmentIndex>(s.equipment, spec.equipment);
    made.ordered = spec.ordered;
    made.price = s.equipment.at(spec.equipment).price;
    made.arrives = spec.ordered + s.equipment.at(spec.equipment).lead_time;
    made.source = source_of("purchase/" + name);
    setup.purchases.push_back(made);
  }
}

}  // namespace cordon
