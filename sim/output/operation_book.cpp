#include "sim/output/operation_book.hpp"

#include <algorithm>

namespace cordon {
namespace {

void merge(OperationTally& into, const OperationTally& o) {
  into.officers += o.officers;
  into.machines += o.machines;
  into.travel += o.travel;
  into.controls += o.controls;
  into.checks += o.checks;
  into.double_checks += o.double_checks;
  into.document_checks += o.document_checks;
  into.scans += o.scans;
  into.searches += o.searches;
  into.seizures += o.seizures;
  into.referrals += o.referrals;
  into.sanction_refusals += o.sanction_refusals;
  into.arrests += o.arrests;
  into.mass_kg += o.mass_kg;
  into.value += o.value;
  into.stopped |= o.stopped;
  into.waits_before.merge(o.waits_before);
  into.waits_during.merge(o.waits_during);
}

bool is_among(OperationIndex operation, const std::vector<OperationIndex>& all) {
  return std::find(all.begin(), all.end(), operation) != all.end();
}

}  // namespace

OperationBook::OperationBook(const Setup& setup)
    : setup_(setup),
      at_crossings_(setup.crossings.size(), Tallies(setup.operations.size())),
      at_headquarters_(setup.operations.size()),
      at_crossing_(setup.crossings.size()),
      warned_(setup.groups.size(), std::vector<char>(setup.operations.size())) {
  for (std::uint16_t o = 0; o < setup.operations.size(); ++o)
    for (const CrossingIndex c : setup.operations[o].crossings)
      at_crossing_[c.value].push_back({o});
}

void OperationBook::begin(Time now) {
  begun_ = now;
  for (Tallies& tallies : at_crossings_)
    std::fill(tallies.begin(), tallies.end(), OperationTally());
  for (auto& warned : warned_) std::fill(warned.begin(), warned.end(), 0);
}

template <class Add>
void OperationBook::for_each_about(const Vehicle& v, const Crossing& here, Add add) {
  for (const OperationIndex o : here.known.operations)
    if (!setup_.operations[o.value].spec.target || v.targeted_by == o) add(tallies(here)[o.value]);
}

// Who waits at its posts while it goes on, and who did in as many days before.
void OperationBook::on(const ServiceBegan& e, const Crossing& here, Time now) {
  const Vehicle& v = here.vehicles[e.vehicle];
  if (!here.setup->stages[e.stage.value].first || v.initial) return;
  for (const OperationIndex o : at_crossing_[here.setup->index.value]) {
    const OperationSpec& plan = setup_.operations[o.value].spec;
    const Time begins = start_of_run + plan.start;
    if (now < begins - plan.length || now >= begins + plan.length) continue;
    OperationTally& tally = tallies(here)[o.value];
    if (now < begins)
      tally.waits_before.add(now - v.joined, v.stands_for);
    else if (is_among(o, here.known.operations))
      tally.waits_during.add(now - v.joined, v.stands_for);
  }
}

void OperationBook::on(const ControlEnded& e, const Crossing& here, Time) {
  const ControlKind control = here.setup->stages[e.stage.value].control;
  const Vehicle& v = here.vehicles[e.vehicle];
  for_each_about(v, here, [&](OperationTally& operation) {
    operation.document_checks += control == ControlKind::documents ? v.stands_for : 0;
    operation.scans += control == ControlKind::scan ? v.stands_for : 0;
    operation.searches += control == ControlKind::search ? v.stands_for : 0;
  });
}

void OperationBook::on(const ChannelChosen& e, const Crossing& here, Time) {
  for_each_about(here.vehicles[e.vehicle], here, [&](OperationTally& operation) {
    operation.controls += e.channel != Channel::green;
  });
  const std::uint32_t asked_by = here.vehicles[e.vehicle].asked_by;
  for (std::size_t n = 0; n < here.known.operations.size(); ++n) {
    if ((asked_by >> n & 1u) == 0) continue;
    OperationTally& operation = tallies(here)[here.known.operations[n].value];
    ++operation.checks;
    operation.double_checks += e.checks > 1;
  }
}

void OperationBook::on(const GoodsSeized& e, const Crossing& here, Time) {
  if (!measured(here.vehicles[e.vehicle])) return;
  const Shipment& goods = here.hold.of(e.vehicle);
  const double mass = static_cast<double>(goods.mass_kg);
  for_each_about(here.vehicles[e.vehicle], here, [&](OperationTally& operation) {
    ++operation.seizures;
    operation.arrests += e.arrest;
    operation.mass_kg += mass;
    operation.value += mass * setup_.commodities[goods.commodity.value].value_per_kg;
  });
}

void OperationBook::on(const PersonsReferred& e, const Crossing& here, Time) {
  if (measured(here.vehicles[e.vehicle]))
    for_each_about(here.vehicles[e.vehicle], here, [&](OperationTally& operation) {
      ++operation.referrals;
      operation.arrests += e.arrest;
    });
}

void OperationBook::on(const PassageRefused& e, const Crossing& here, Time) {
  if (measured(here.vehicles[e.vehicle]))
    for_each_about(here.vehicles[e.vehicle], here,
                   [](OperationTally& o) { ++o.sanction_refusals; });
}

void OperationBook::on(const TeamArrived& e, const Crossing& here, Time now) {
  const Team& team = here.staff.arriving[e.team];
  if (!team.operation || team.home == here.setup->index) return;
  OperationTally& operation = tallies(here)[team.operation.value];
  operation.officers += team.officers;
  operation.travel += Int128{(now - std::max(team.left, begun_)).count()} * team.officers;
}

void OperationBook::on(const MachineArrived& e, const Crossing& here, Time) {
  if (e.operation) ++tallies(here)[e.operation.value].machines;
}

void OperationBook::on(const StopReceived& e, const Crossing& here, Time) {
  tallies(here)[e.operation.value].stopped = true;
}

void OperationBook::on(const OperationLearnt& e, const Group& here, Time) {
  warned_[setup_.group_at(here.agenda.place).value][e.operation.value] = 1;
}

void OperationBook::on(const OrdersGiven&, const Headquarters& here, Time now) {
  of(here).ordered = now;
}

void OperationBook::on(const OperationDebriefed&, const Headquarters& here, Time now) {
  OperationTally& operation = of(here);
  operation.debriefed = now;
  operation.posts_heard = static_cast<std::int64_t>(here.debriefed);
  operation.controls_told = here.in_all.controls;
  operation.detections_told = here.in_all.detections;
}

void OperationBook::on(const OperationReported&, const Headquarters& here, Time now) {
  of(here).reported = now;
}

std::vector<OperationTally> OperationBook::operations() const {
  Tallies all = at_headquarters_;
  for (std::size_t o = 0; o < all.size(); ++o) {
    for (const Tallies& there : at_crossings_) merge(all[o], there[o]);
    for (const auto& warned : warned_) all[o].warned += warned[o];
  }
  return all;
}

}  // namespace cordon
