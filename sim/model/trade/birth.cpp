#include "sim/model/trade/birth.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/elementary.hpp"
#include "sim/model/drawn_time.hpp"

namespace cordon::birth {
namespace {

constexpr double most_travellers = 4096;  // each has luck of his own at every stage

}  // namespace

void give_attributes(const FlowSetup& flow, const Draws& birth, const Luck& luck,
                     Vehicle& vehicle) {
  vehicle.empty = luck.uniform(birth, VehicleLuck::empty) < flow.empty_share;
  const double people = flow.travellers.sample(luck.uniform(birth, VehicleLuck::travellers));
  vehicle.travellers =
      static_cast<std::uint16_t>(std::clamp(std::floor(people + 0.5), 1.0, most_travellers));
  if (flow.patience)
    vehicle.patience = drawn_time(*flow.patience, luck.uniform(birth, VehicleLuck::patience));
}

double temptation(const Declaration& declared, const Setup& setup, const Luck& luck) {
  if (declared.trader == 0) return 1;
  return setup.temptation_at(
      luck.uniform(Subject{operators, declared.trader}, VehicleLuck::contraband));
}

void hide(double because, const FlowSetup& flow, const Draws& birth, const Setup& setup,
          const Luck& luck, Shipment& made) {
  const auto draw = [&](VehicleLuck what) { return luck.uniform(birth, what); };
  const auto& cumulative = flow.opportunist_commodity;
  const auto found = std::upper_bound(cumulative.begin(), cumulative.end(), because);
  made.commodity = {static_cast<std::uint16_t>(found - cumulative.begin())};
  made.looks_like = made.commodity;
  const CommoditySetup& goods = setup.commodities[made.commodity.value];
  made.mass_kg = static_cast<float>(goods.mass_kg.sample(draw(VehicleLuck::mass)));
  made.concealed = draw(VehicleLuck::concealment) < goods.concealed_share;
}

}  // namespace cordon::birth
