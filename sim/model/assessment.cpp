#include "sim/model/assessment.hpp"

#include <algorithm>
#include <utility>

#include "sim/model/crossing/cooperation.hpp"
#include "sim/model/parting.hpp"
#include "sim/model/risk/advance_information.hpp"
#include "sim/model/trade/birth.hpp"
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

// What its papers say; none: nobody lodges any for it.
std::optional<scoring::Declared> papers_of(const Vehicle& v, const Shipment& hidden,
                                           CrossingStep s) {
  if (!carries_goods(v.vehicle_class)) return std::nullopt;
  return papers::read(v, hidden, s.setup, s.luck);
}

// What the operations in course ask for it.
Terms terms_for(const Vehicle& v, const Shipment& hidden, const Crossing& here, CrossingStep s) {
  const Known& known = here.known;
  if (known.targeted.empty()) return {known.multiplier, known.auc, {}, known.tasks};
  const auto declared = selection::read_papers(known, s.setup) ? papers_of(v, hidden, s)
                                                               : std::optional<scoring::Declared>();
  return selection::terms_for(v, declared ? &*declared : nullptr, known, s.setup);
}

// By an engine that reads the papers, or as nature has drawn it, and by what the post looks for.
double assess(Vehicle& v, const Shipment& hidden, double auc, Crossing& here, CrossingStep s) {
  const double chance = luck_of(v, VehicleLuck::risk_score, s);
  const bool judged = is_judged(v, here);
  const bool looked_at = carries_goods(v.vehicle_class) && !s.setup.signs.empty();
  const double drawn = judged ? 0 : inspection::risk_score(hidden, auc, chance, s.board.attention);
  if (!judged && !looked_at) return drawn;
  const bool on_scale_already = !judged && !here.known.profiles.begun(s.now);
  if (on_scale_already) {
    (void)selection::on_scale(drawn, v.direction, here.known, chance);  // for those to come
    v.matches_profile = false;
    return drawn;
  }
  const scoring::Declared declared = judged ? papers::read(v, hidden, s.setup, s.luck)
                                            : papers::read_signs(v, hidden, s.setup, s.luck);
  const double matches = here.known.profiles.weight(declared, s.setup, s.now);
  v.matches_profile = matches > 0;
  const double score = judged ? selection::judged(declared, s, chance) : drawn;
  return selection::on_scale(score + matches, v.direction, here.known, chance);
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
Channel bribed(const Vehicle& v, const Shipment& hidden, CrossingStep s) {
  const GroupSpec& giver = s.setup.groups[hidden.owner.value].spec;
  const double integrity = luck_of(v, VehicleLuck::bribe, s);
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

// Papers are read and the score stands.
Terms score(Vehicle& v, const Shipment& hidden, Crossing& here, CrossingStep s) {
  const Terms terms = terms_for(v, hidden, here, s);
  v.targeted_by = terms.by;
  if (v.advance == Advance::none)
    v.declaration.risk_score = static_cast<float>(assess(v, hidden, terms.auc, here, s));
  return terms;
}

// What chance has to say in the choice of a lane.
struct LaneLuck {
  double by_chance, which;
};
LaneLuck luck_of_lane(const Vehicle& v, CrossingStep s) {
  const SelectionSpec& policy = s.setup.scenario.selection;
  const double by_chance = luck_of(v, VehicleLuck::selection, s);
  const bool matters = by_chance < policy.exploration || policy.engine == RiskEngine::random;
  return {by_chance, matters ? luck_of(v, VehicleLuck::channel, s) : 0.5};
}

// By its score and by chance alone.
Channel lane_by_score(const Vehicle& v, const Terms& terms, const Crossing& here, LaneLuck luck,
                      CrossingStep s) {
  const Scenario& scenario = s.setup.scenario;
  return selection::select_channel(v.declaration,
                                   selection::shares_for(v, terms, here.known, scenario),
                                   scenario.selection, luck.by_chance, luck.which);
}

struct Choice {
  Channel channel;
  std::uint8_t checks;  ///< asked for by operations
};
Choice choose(Vehicle& v, const Shipment& hidden, const Terms& terms, Crossing& here,
              CrossingStep s) {
  const SelectionSpec& policy = s.setup.scenario.selection;
  const LaneLuck luck = luck_of_lane(v, s);
  Channel channel = lane_by_score(v, terms, here, luck, s);
  if (channel != Channel::green)
    channel = selection::with_room(channel, selection::room_for_controls(here.stages, v, policy));
  if (v.advance != Advance::none) channel = as_ordered(channel, v, s);
  if (v.lookup == Lookup::hit) channel = s.setup.scenario.interoperability.channel;
  if (hidden.bribes) channel = bribed(v, hidden, s);
  const Tasked tasked = selection::tasked(v, channel, terms, here.known, s.setup.scenario,
                                          luck.by_chance, luck.which);
  v.checks = static_cast<std::uint8_t>(std::max(1, tasked.checks));
  v.asked_by = tasked.members;
  return {channel, static_cast<std::uint8_t>(tasked.checks)};
}

// What the choice has left on a vehicle.
void keep(const Vehicle& chosen, Vehicle& v) {
  v.declaration = chosen.declaration;
  v.matches_profile = chosen.matches_profile;
  v.targeted_by = chosen.targeted_by;
  v.checks = chosen.checks;
  v.asked_by = chosen.asked_by;
}

// By its own operator.
void declare(Vehicle& v, CrossingStep s) {
  if (!v.flow || v.initial) return;
  birth::declare(s.setup.flows[v.flow.value], s.luck.draws(v.draws.subject, birth_block), s.setup,
                 s.luck, v.declaration);
}

// Who is selected goes its own way.
void select_from(VehicleId agent, Crossing& here, CrossingStep s) {
  Choice choice{};
  // Where nothing else depends on the operator, only who would be selected anyway is asked whether
  // his is authorised, which lets fewer be so.
  const auto is_selected = [&](Vehicle& one) {
    const bool matters = is_judged(one, here) || !here.known.targeted.empty();
    if (matters)
      declare(one, s);
    else
      one.declaration.aeo = false;
    const Terms terms = score(one, {}, here, s);
    if (lane_by_score(one, terms, here, luck_of_lane(one, s), s) == Channel::green) return false;
    declare(one, s);
    choice = choose(one, {}, terms, here, s);
    return choice.channel != Channel::green;
  };
  const auto go = [&](VehicleId id, const Vehicle& one) {
    keep(one, here.vehicles[id]);
    s.schedule_at_once(ChannelChosen{id, choice.channel, choice.checks});
  };
  const auto pass = [&](VehicleId id) { s.schedule_at_once(ChannelChosen{id, Channel::green, 0}); };
  const FlowIndex flow = here.vehicles[agent].flow;
  const bool goes_on = flow && s.setup.flows[flow.value].transit_share > 0;
  if (goes_on)  // at the next border each is looked at again
    parting::part(agent, here, s, is_selected, go, pass);
  else
    parting::part_for_good(agent, here, s, is_selected, go, pass);
}

// How often an agent's vehicles are taken for somebody else.
std::uint16_t false_hits(VehicleId id, const Crossing& here, CrossingStep s) {
  const double share = s.setup.scenario.interoperability.false_hits;
  const Vehicle& v = here.vehicles[id];
  std::uint16_t hits = 0;
  for (int n = 0; n < v.stands_for; ++n) {
    const double luck = s.luck.uniform(parting::draws_of(v, n, s), VehicleLuck::false_hit);
    hits = static_cast<std::uint16_t>(hits + (luck < share));
  }
  return hits;
}

}  // namespace

// In the systems of justice and home affairs, who has to be resolved where there is a hit.
void look_up(VehicleId id, Crossing& here, CrossingStep s) {
  const InteroperabilitySpec& systems = s.setup.scenario.interoperability;
  Vehicle& v = here.vehicles[id];
  const bool of_a_group = bool(here.hold.of(id).owner);
  const bool confirmed = of_a_group && luck_of(v, VehicleLuck::on_record, s) < systems.on_record;
  v.record_hits = confirmed ? std::uint16_t{1} : false_hits(id, here, s);
  v.lookup = confirmed ? Lookup::hit : v.record_hits > 0 ? Lookup::false_hit : Lookup::no_hit;
  for (int n = v.record_hits; n > 0; --n) s.schedule_at_once(RecordHit{id, confirmed});
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
  Vehicle& v = here.vehicles[id];
  const AdvanceSpec& spec = *s.setup.advance_of(v.vehicle_class, v.direction);
  double auc = here.known.auc;
  if (advance::has_good_data(v, spec, s.luck)) auc = std::max(auc, spec.auc);
  if (advance::has_exit_data(v, spec, s.luck)) auc = std::max(auc, spec.exit_auc);
  return assess(v, here.hold.of(id), auc, here, s);
}

// What an inspection came to, found or not, is a lesson.
void teach(VehicleId id, bool found, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  if (!v.inspected || !is_judged(v, here)) return;
  selection::teach(papers::read(v, here.hold.of(id), s.setup, s.luck), found, here.known, s);
}

// Papers are read, the score stands, the lane is chosen.
void select(VehicleId id, Crossing& here, CrossingStep s) {
  Vehicle& v = here.vehicles[id];
  if (v.stands_for > 1) return select_from(id, here, s);
  const Shipment& hidden = here.hold.of(id);
  const Terms terms = score(v, hidden, here, s);
  const Choice choice = choose(v, hidden, terms, here, s);
  s.schedule_at_once(ChannelChosen{id, choice.channel, choice.checks});
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
  const Shipment hidden = here.hold.of(e.vehicle);
  const auto is_found = [&](const Vehicle& one) {
    return hit || inspection::finds(s.setup.techniques[stage.technique.value], hidden, crew, bonus,
                                    s.luck.uniform(one.draws, finding_luck(stage.order)));
  };
  for (int n = elsewhere ? 0 : v.stands_for; n > 0; --n)
    staff::learn(here.staff, e.stage, e.lane, stage.technique, s);
  if (v.stands_for == 1)
    return void(s.schedule_at_once(ControlEnded{e.vehicle, where, is_found(v)}));
  const auto end = [&](bool found) {
    return [&, found](VehicleId id, const auto&...) {
      s.schedule_at_once(ControlEnded{id, where, found});
    };
  };
  parting::part(e.vehicle, here, s, is_found, end(true), end(false));
}

std::optional<scoring::Declared> papers_of(VehicleId id, const Crossing& here, CrossingStep s) {
  return papers_of(here.vehicles[id], here.hold.of(id), s);
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
