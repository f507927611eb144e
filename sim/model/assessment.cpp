#include "sim/model/assessment.hpp"

#include <algorithm>
#include <utility>

#include "sim/model/crossing/cooperation.hpp"
#include "sim/model/risk/advance_information.hpp"
#include "sim/model/trade/papers.hpp"

namespace cordon::assessment {
namespace {

double luck_of(const Vehicle& v, VehicleLuck what, CrossingStep s) {
  return s.luck.uniform(v.draws, what);
}

// Whether an engine that learns looks at the papers of a vehicle.
bool is_judged(const Vehicle& v, const Crossing& here) {
  return here.setup->judged_by && carries_goods(v.vehicle_class);
}

// What the operations in course ask for it.
Terms terms_for(VehicleId id, const Crossing& here, CrossingStep s) {
  const Known& known = here.known;
  if (known.targeted.empty()) return {known.multiplier, known.auc, {}, known.tasks};
  const auto declared = selection::read_papers(known, s.setup) ? papers_of(id, here, s)
                                                               : std::optional<scoring::Declared>();
  return selection::terms_for(here.vehicles[id], declared ? &*declared : nullptr, known, s.setup);
}

// By an engine that reads the papers, or as nature has drawn it, and by what the post looks for.
double assess(VehicleId id, double auc, Crossing& here, CrossingStep s) {
  Vehicle& v = here.vehicles[id];
  const double chance = luck_of(v, VehicleLuck::risk_score, s);
  const bool judged = is_judged(v, here);
  const bool looked_at = carries_goods(v.vehicle_class) && !s.setup.signs.empty();
  const double drawn =
      judged ? 0 : inspection::risk_score(here.hold.of(id), auc, chance, s.board.attention);
  if (!judged && !looked_at) return drawn;
  const scoring::Declared declared = papers::read(v, here.hold.of(id), s.setup, s.luck);
  const double matches = here.known.profiles.weight(declared, s.setup, s.now);
  v.matches_profile = matches > 0;
  const double score = judged ? selection::judged(declared, s, chance) : drawn;
  const double ranked = selection::on_scale(score + matches, v.direction, here.known, chance);
  const bool on_scale_already = !judged && here.known.profiles.size() == 0;
  return on_scale_already ? drawn : ranked;
}

// What the targeters have ordered is done, whatever the lanes are full of. What they have cleared
// is controlled only by chance.
Channel as_ordered(Channel chosen, Vehicle& v, CrossingStep s) {
  const Advance said = std::exchange(v.advance, Advance::used);
  const SelectionSpec& policy = s.setup.scenario.selection;
  if (said == Advance::to_be_controlled) return s.setup.scenario.targeting.channel;
  const bool by_chance = luck_of(v, VehicleLuck::selection, s) < policy.exploration;
  return said == Advance::cleared && !by_chance ? Channel::green : chosen;
}

// Who chooses the lane takes the bribe, or has the vehicle searched.
Channel bribed(VehicleId id, const Crossing& here, CrossingStep s) {
  const GroupSpec& giver = s.setup.groups[here.hold.of(id).owner.value].spec;
  const double integrity = s.luck.uniform(here.vehicles[id].draws, VehicleLuck::bribe);
  return integrity < giver.corruption ? Channel::green : Channel::red;
}

// What nobody here has seen before is found less often.
double recognition(VehicleId id, const Crossing& here, CrossingStep s) {
  const Shipment& hidden = here.hold.of(id);
  if (!hidden.illicit() || here.known.recognises[hidden.commodity.value]) return 1;
  return s.setup.commodities[hidden.commodity.value].unrecognised;
}

// Of the desk that reads pictures.
Ability analysts(ExchangeIndex exchange, CrossingStep s) {
  const PlaceId desk = s.setup.exchanges[exchange.value].desk;
  return {s.setup.desks[s.setup.desk_at(desk)].spec.skill, 1};
}

}  // namespace

// What its papers say; none: nobody lodges any for it.
std::optional<scoring::Declared> papers_of(VehicleId id, const Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  if (!carries_goods(v.vehicle_class)) return std::nullopt;
  return papers::read(v, here.hold.of(id), s.setup, s.luck);
}

// In the systems of justice and home affairs, who has to be resolved where there is a hit.
void look_up(VehicleId id, Crossing& here, CrossingStep s) {
  const InteroperabilitySpec& systems = s.setup.scenario.interoperability;
  Vehicle& v = here.vehicles[id];
  const bool of_a_group = bool(here.hold.of(id).owner);
  if (of_a_group && luck_of(v, VehicleLuck::on_record, s) < systems.on_record)
    v.lookup = Lookup::hit;
  else if (luck_of(v, VehicleLuck::false_hit, s) < systems.false_hits)
    v.lookup = Lookup::false_hit;
  else
    v.lookup = Lookup::no_hit;
  if (v.lookup != Lookup::no_hit) s.schedule_at_once(RecordHit{id, v.lookup == Lookup::hit});
}

// At the first check of all, or at the first control of those that are selected.
void look_up_at(StageIndex stage, VehicleId id, Crossing& here, CrossingStep s) {
  Vehicle& v = here.vehicles[id];
  const bool selected_only = s.setup.scenario.interoperability.look_up == LookUp::on_request;
  const bool due =
      selected_only ? v.channel != Channel::green : here.setup->stages[stage.value].first;
  v.looked_up_here = due && v.lookup == Lookup::none;
  if (v.looked_up_here) look_up(id, here, s);
}

// The same by an entry summary declaration, whose data may tell more.
double score_ahead(VehicleId id, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  const AdvanceSpec& spec = *s.setup.advance_of(v.vehicle_class, v.direction);
  double auc = here.known.auc;
  if (advance::has_good_data(v, spec, s.luck)) auc = std::max(auc, spec.auc);
  if (advance::has_exit_data(v, spec, s.luck)) auc = std::max(auc, spec.exit_auc);
  return assess(id, auc, here, s);
}

// What an inspection came to, found or not, is a lesson.
void teach(VehicleId id, bool found, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  if (!v.inspected || !is_judged(v, here)) return;
  selection::teach(papers::read(v, here.hold.of(id), s.setup, s.luck), found, here.known, s);
}

// Papers are read, the score stands, the lane is chosen.
void select(VehicleId id, Crossing& here, CrossingStep s) {
  const Terms terms = terms_for(id, here, s);
  Vehicle& v = here.vehicles[id];
  v.targeted_by = terms.by;
  if (v.advance == Advance::none)
    v.declaration.risk_score = static_cast<float>(assess(id, terms.auc, here, s));
  const SelectionSpec& policy = s.setup.scenario.selection;
  Channel channel = selection::select_channel(
      v.declaration, selection::shares_for(v, terms, here.known, s.setup.scenario), policy,
      luck_of(v, VehicleLuck::selection, s), luck_of(v, VehicleLuck::channel, s));
  if (channel != Channel::green)
    channel = selection::with_room(channel, selection::room_for_controls(here.stages, v, policy));
  if (v.advance != Advance::none) channel = as_ordered(channel, v, s);
  if (v.lookup == Lookup::hit) channel = s.setup.scenario.interoperability.channel;
  if (here.hold.of(id).bribes) channel = bribed(id, here, s);
  const Tasked tasked =
      selection::tasked(v, channel, terms, here.known, s.setup.scenario,
                        luck_of(v, VehicleLuck::selection, s), luck_of(v, VehicleLuck::channel, s));
  v.checks = static_cast<std::uint8_t>(std::max(1, tasked.checks));
  v.asked_by = tasked.members;
  s.schedule_at_once(ChannelChosen{id, channel, static_cast<std::uint8_t>(tasked.checks)});
}

void inspect(const ServiceEnded& e, StageIndex where, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[e.vehicle];
  const StageSetup& stage = here.setup->stages[where.value];
  const double signs = 1 + cooperation::detection_bonus(here.stages.cooperation, s.setup.scenario);
  const double bonus = signs * recognition(e.vehicle, here, s) - 1;
  const bool elsewhere = bool(stage.read_at);
  const Ability crew = elsewhere ? analysts(stage.read_at, s)
                                 : staff::ability(here.staff, e.stage, e.lane, stage, s);
  // A hit is a reason to look more closely, and no find.
  const bool hit =
      v.looked_up_here && v.lookup == Lookup::hit && stage.control != ControlKind::search;
  const bool found =
      hit || inspection::finds(s.setup.techniques[stage.technique.value], here.hold.of(e.vehicle),
                               crew, bonus, s.luck.uniform(v.draws, finding_luck(stage.order)));
  if (!elsewhere) staff::learn(here.staff, e.stage, e.lane, stage.technique, s);
  s.schedule_at_once(ControlEnded{e.vehicle, where, found});
}

// What a vehicle is selected for may be what was told of a find.
void tell_use(VehicleId id, const Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  if (!v.matches_profile || v.channel == Channel::green) return;
  if (const auto declared = papers_of(id, here, s))
    if (const auto found = here.known.profiles.strongest(*declared, s.setup, s.now))
      s.schedule_at_once(InformationUsed{id, *found});
}

}  // namespace cordon::assessment
