#include "sim/model/finds.hpp"

#include <algorithm>

#include "sim/model/assessment.hpp"
#include "sim/model/trade/papers.hpp"

namespace cordon::finds {
namespace {

// Somebody is arrested if there is an officer who may.
bool leads_to_arrest(VehicleId id, const Crossing& here, CrossingStep s) {
  const double share = s.setup.commodities[here.hold.of(id).commodity.value].arrest;
  return share > 0 && here.setup->arrests &&
         s.luck.uniform(here.vehicles[id].draws, VehicleLuck::arrest) < share &&
         staff::is_there(*here.setup->arrests, here.staff);
}

// Finds of one group's goods may show that they belong together.
Subject lead_of(VehicleId id, const Crossing& here, CrossingStep s) {
  const GroupIndex owner = here.hold.of(id).owner;
  const double luck = s.luck.uniform(here.vehicles[id].draws, VehicleLuck::lead);
  if (!owner || luck >= s.setup.scenario.opponent.lead_share) return {};
  return {s.setup.groups[owner.value].source, 0};
}

// Whether only an expert can tell what was found.
bool is_doubtful(VehicleId id, const CommoditySetup& found, const Crossing& here, CrossingStep s) {
  return found.needs_expert > 0 &&
         s.luck.uniform(here.vehicles[id].draws, VehicleLuck::needs_expert) < found.needs_expert;
}

bool is_on_the_road(const Vehicle& v) {
  return !v.berth && (v.vehicle_class == VehicleClass::lorry ||
                      v.vehicle_class == VehicleClass::car || v.vehicle_class == VehicleClass::bus);
}

// Whether a driver who works for a group breaks away.
bool flees(VehicleId id, const Crossing& here, CrossingStep s) {
  const double share = s.setup.scenario.investigation.flees;
  const Vehicle& v = here.vehicles[id];
  return share > 0 && here.hold.of(id).owner && is_on_the_road(v) &&
         s.luck.uniform(v.draws, VehicleLuck::flees) < share;
}

// Where goods go, or their drivers: those of opportunists stay.
Matter matter_of(VehicleId id, const Crossing& here, CrossingStep s) {
  const Shipment& hidden = here.hold.of(id);
  const LineIndex line = here.vehicles[id].line;  // of the post, at the unit too
  const CountryIndex found_in = s.setup.crossings[s.setup.lines[line.value].crossing.value].state;
  const CountryIndex to =
      hidden.owner ? s.setup.groups[hidden.owner.value].destination : CountryIndex{};
  return {hidden.commodity, found_in, to ? to : found_in};
}

// What an officer sees in it.
Find find_of(VehicleId id, const Crossing& here, CrossingStep s) {
  const Shipment& hidden = here.hold.of(id);
  Find find;
  find.vehicle = here.vehicles[id].draws.subject;
  find.commodity = hidden.commodity;
  find.value = static_cast<double>(hidden.mass_kg) *
               s.setup.commodities[hidden.commodity.value].value_per_kg;
  const auto declared = assessment::papers_of(id, here, s);
  if (declared && !s.setup.signs.empty()) find.says = s.setup.signs.front().in(*declared);
  find.leads_to = lead_of(id, here, s);
  find.first = !here.known.recognises[hidden.commodity.value];
  find.damage = find.value * s.setup.commodities[hidden.commodity.value].budget_share;
  find.destination = matter_of(id, here, s).destination;
  return find;
}

// Whether more is to be expected of goods that go on than of goods that are seized.
bool is_worth_it(const Find& find, const InvestigationSpec& rules) {
  if (rules.decision != SeizeOrRun::by_damage) return find.value > rules.delivery_above;
  const bool leads = find.leads_to != Subject{};
  const double network = leads ? rules.damage * rules.network_value : 0;
  return (1 - rules.lost) * (find.value + network) > find.value;
}

// By which form the goods are to go on; none: they are seized.
SpecialFormIndex let_run(VehicleId id, const Crossing& here, CrossingStep s) {
  const InvestigationSpec& rules = s.setup.scenario.investigation;
  if (rules.decision == SeizeOrRun::always_seize) return {};
  const SpecialFormIndex form = special_forms::find_for_delivery(matter_of(id, here, s), s.setup);
  if (!form) return {};
  Find find = find_of(id, here, s);
  find.occasion = Occasion::delivery;
  const bool may_ask = correspondence::is_told_to_a_desk(find, here.known, s);
  return may_ask && is_worth_it(find, rules) ? form : SpecialFormIndex{};
}

// What a find that nobody has decided on yet comes to.
void decide_on_goods(VehicleId id, const CommoditySetup& found, const Crossing& here,
                     CrossingStep s) {
  const bool open = here.vehicles[id].aside == Aside::no && !here.setup->is_base;
  if (open && is_doubtful(id, found, here, s))
    s.schedule_at_once(GoodsHeld{id, Aside::for_expert});
  else if (open && let_run(id, here, s))
    s.schedule_at_once(GoodsHeld{id, Aside::for_permit});
  else
    seize(id, here, s);
}

}  // namespace

void seize(VehicleId id, const Crossing& here, CrossingStep s) {
  s.schedule_at_once(GoodsSeized{id, leads_to_arrest(id, here, s)});
}

void decide(VehicleId id, const Crossing& here, CrossingStep s) {
  const CommoditySetup& found = s.setup.commodities[here.hold.of(id).commodity.value];
  const bool watched = here.vehicles[id].aside != Aside::no || here.setup->is_base;
  if (!watched && flees(id, here, s))
    s.schedule_at_once(VehicleFled{id});
  else if (found.persons)
    s.schedule_at_once(PersonsReferred{id, leads_to_arrest(id, here, s)});
  else if (found.sanctioned)
    s.schedule_at_once(PassageRefused{id});
  else
    decide_on_goods(id, found, here, s);
}

// Customs look after goods, border guards after persons and the green border.
void count(VehicleId id, Crossing& here, CrossingStep s) {
  const bool persons = s.setup.commodities[here.hold.of(id).commodity.value].persons;
  operation::count_detection(here.vehicles[id], here.known, here.operations, s);
  selection::recognise(here.hold.of(id).commodity, here.known);
  selection::count_find(
      persons || here.setup->sector ? Authority::border_guard : Authority::customs, here.known,
      s.now);
}

// A find is a reason for others to look for the like of it.
void report(VehicleId id, const Crossing& here, CrossingStep s) {
  if (s.setup.signs.empty() || here.setup->is_base) return;
  if (const auto declared = assessment::papers_of(id, here, s))
    profiles::report_find(here.vehicles[id].draws.subject, *declared, s);
}

void write_to_desks(VehicleId id, Crossing& here, CrossingStep s) {
  if (s.setup.exchanges.empty() || here.setup->is_base) return;
  correspondence::open(find_of(id, here, s), here.correspondence, here.known, s);
}

void hold(VehicleId id, Aside why, Crossing& here, CrossingStep s) {
  Find find = find_of(id, here, s);
  find.occasion = why == Aside::for_expert ? Occasion::doubt : Occasion::delivery;
  if (why == Aside::for_permit) find.form = let_run(id, here, s);
  correspondence::hold(id, find, here.correspondence, s);
  correspondence::open(find, here.correspondence, here.known, s);
}

// What the blue lane has released will be looked into.
bool open_audit(VehicleId id, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  if (!audits::are_wanted(v, here.audits, s.setup)) return false;
  const Shipment& hidden = here.hold.of(id);
  const double p =
      inspection::detection_probability(s.setup.techniques[s.setup.audit.value], hidden, {1, 1}, 0);
  audits::open(v, papers::read(v, hidden, s.setup, s.luck),
               s.luck.uniform(v.draws, VehicleLuck::audit) < p, here.audits, s);
  return true;
}

// The criminal world hears of a loss, its own surely and another's perhaps.
void spread_news(VehicleId id, const Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  const Shipment& hidden = here.hold.of(id);
  for (std::uint16_t g = 0; g < s.setup.groups.size(); ++g) {
    const GroupSetup& group = s.setup.groups[g];
    const Duration delay = std::max(group.spec.news_delay, s.setup.border);
    const auto address = static_cast<std::uint32_t>(VehicleLuck::news) + g % 32u;
    if (hidden.owner == GroupIndex{g})
      s.send(group.place, delay,
             ConsignmentLost{v.line, v.vehicle_class, hidden.concealed, v.declaration.trader});
    else if (s.luck.uniform(v.draws, address) < group.spec.hears_of_others)
      s.send(group.place, delay, LossHeard{v.line, v.vehicle_class, hidden.concealed});
  }
}

void tell_of_passage(VehicleId id, const Crossing& here, CrossingStep s) {
  if (!here.hold.of(id).owner) return;
  const Vehicle& v = here.vehicles[id];
  const Shipment& hidden = here.hold.of(id);
  const GroupSetup& group = s.setup.groups[hidden.owner.value];
  const double value = static_cast<double>(hidden.mass_kg) *
                       s.setup.commodities[hidden.commodity.value].value_per_kg;
  s.send(group.place, std::max(group.spec.news_delay, s.setup.border),
         ConsignmentPassed{v.line, v.vehicle_class, hidden.concealed, value});
}

void pursue(VehicleId id, Crossing& here, CrossingStep s) {
  const Draws& draws = here.vehicles[id].draws;
  const Chase chase =
      pursuits::plan(matter_of(id, here, s), s.setup, s.luck.uniform(draws, VehicleLuck::catching),
                     s.luck.uniform(draws, VehicleLuck::handing_over));
  pursuits::begin(id, chase, here.pursuits, s);
}

void follow(const DeliveryFollowed& e, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[e.vehicle];
  const CrossingIndex post = s.setup.lines[v.line.value].crossing;
  cases::follow(v.draws.subject, post, matter_of(e.vehicle, here, s), e.journey, here.cases, s);
}

bool is_lost(VehicleId id, const Crossing& here, CrossingStep s) {
  const Draws& draws = here.vehicles[id].draws;
  return !cases::has_followed(draws.subject, here.cases) ||
         s.luck.uniform(draws, VehicleLuck::delivery_lost) < s.setup.scenario.investigation.lost;
}

void strike(VehicleId id, const Crossing& here, CrossingStep s) {
  const InvestigationSpec& rules = s.setup.scenario.investigation;
  const GroupIndex owner = here.hold.of(id).owner;
  if (!owner) return;
  s.send(s.setup.groups[owner.value].place, s.setup.border,
         NetworkStruck{0, std::max(0.0, rules.network_damage - 1), 0, {}});
}

}  // namespace cordon::finds
