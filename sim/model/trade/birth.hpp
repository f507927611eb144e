#pragma once

// What a vehicle is like, wherever it comes from: drawn from the laws of its flow, with the luck
// that it is born with.

#include <algorithm>

#include "sim/engine/elementary.hpp"
#include "sim/model/setup.hpp"
#include "sim/model/trade/priority.hpp"
#include "sim/model/trade/shipment.hpp"
#include "sim/model/trade/vehicle.hpp"

namespace cordon::birth {

/// Whether it is empty, who is in it, and how long it will wait.
void give_attributes(const FlowSetup& flow, const Draws& birth, const Luck& luck, Vehicle& vehicle);

/// Who it is, and what anyone sees of it.
/// @param birth  its luck; any block
inline void introduce(const Draws& birth, FlowIndex flow, const Setup& setup, const Luck& luck,
                      Vehicle& vehicle) {
  const FlowSetup& laws = setup.flows[flow.value];
  vehicle.draws = luck.draws(birth.subject);
  vehicle.flow = flow;
  vehicle.vehicle_class = laws.vehicle_class;
  vehicle.direction = laws.direction;
  if (!laws.plain) give_attributes(laws, birth, luck, vehicle);
}

/// The source of the luck that an operator has for good.
inline constexpr std::uint32_t operators = source_of("trader");

/// Writes what its papers show before anyone reads them. A few operators lodge most of the
/// declarations: the rank is log-uniform (Zipf's law, exponent 1).
/// @param made  as it is made
inline void declare(const FlowSetup& flow, const Draws& birth, const Setup& setup, const Luck& luck,
                    Declaration& made) {
  const TraderSpec& traders = setup.scenario.trader;
  if (!carries_goods(flow.vehicle_class) || traders.operators == 0) return;
  const double u = luck.uniform(birth, VehicleLuck::trader);
  const auto rank = static_cast<std::uint32_t>(elementary::exp(u * setup.log_operators));
  made.trader = rank;
  made.aeo = luck.uniform(Subject{operators, rank}, VehicleLuck::trader) < traders.aeo_share;
}

/// Its priority: by class, operator and chance.
[[nodiscard]] inline std::uint8_t priority(const Vehicle& vehicle, const Draws& birth,
                                           const Setup& setup, const Luck& luck) {
  const bool shares = setup.priorities.size() > 1 || !setup.priorities.front().aeo;
  return priority_of(vehicle.vehicle_class, vehicle.declaration.aeo, setup,
                     shares ? luck.uniform(birth, VehicleLuck::priority) : 1.0);
}

/// How much more often an operator hides something than others: lognormal over operators, with mean
/// 1; 1 for who is none.
[[nodiscard]] double temptation(const Declaration& declared, const Setup& setup, const Luck& luck);

/// What an opportunist hides who hides something.
/// @param because  his luck, which made him do so: below the flow's share
void hide(double because, const FlowSetup& flow, const Draws& birth, const Setup& setup,
          const Luck& luck, Shipment& made);

/// The luck by which an opportunist hides something: below his flow's share he does.
[[nodiscard]] inline double reason(const FlowSetup& flow, const Declaration& declared,
                                   const Draws& birth, const Setup& setup, const Luck& luck) {
  const double u = luck.uniform(birth, VehicleLuck::contraband);
  if (setup.scenario.trader.compliance_spread <= 0) return u;
  if (u >= flow.opportunists * setup.most_tempted) return 1;  // whoever he is
  return u / temptation(declared, setup, luck);
}

/// All of these, in place: a copy of what was just written in parts would wait for it.
/// @param vehicle, hidden  as they are made
inline void give(const Draws& birth, FlowIndex flow, const Setup& setup, const Luck& luck,
                 Vehicle& vehicle, Shipment& hidden) {
  const FlowSetup& laws = setup.flows[flow.value];
  introduce(birth, flow, setup, luck, vehicle);
  declare(laws, birth, setup, luck, vehicle.declaration);
  vehicle.priority = priority(vehicle, birth, setup, luck);
  const double u = reason(laws, vehicle.declaration, birth, setup, luck);
  if (u < laws.opportunists) hide(u, laws, birth, setup, luck, hidden);
}

/// How many vehicles, from one on, hide nothing and may be one agent: `most` at most; 1 if the
/// first hides something.
/// @param join  called with the luck of birth of each that joins the first
template <class Join>
[[nodiscard]] std::uint16_t go_together(Subject first, int most, FlowIndex flow, const Setup& setup,
                                        const Luck& luck, Join join) {
  const FlowSetup& laws = setup.flows[flow.value];
  int count = 0;
  for (; count < most; ++count) {
    const Draws birth =
        luck.draws({first.source, first.number + static_cast<std::uint32_t>(count)}, birth_block);
    Declaration declared;
    if (luck.uniform(birth, VehicleLuck::contraband) < laws.opportunists * setup.most_tempted)
      declare(laws, birth, setup, luck, declared);
    if (reason(laws, declared, birth, setup, luck) < laws.opportunists) break;
    if (count > 0) join(birth);
  }
  return static_cast<std::uint16_t>(std::max(1, count));
}

}  // namespace cordon::birth
