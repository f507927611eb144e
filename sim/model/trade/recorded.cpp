#include "sim/model/trade/recorded.hpp"

#include "sim/model/trade/birth.hpp"
#include "sim/model/trade/priority.hpp"

namespace cordon::recorded {
namespace {

constexpr std::uint32_t source = source_of("arrival");

// What the row says goes before what its flow's laws have drawn.
void fill_in(const RecordedArrival& row, const Draws& birth, Vehicle& v, CrossingStep step) {
  if (row.aeo >= 0 && (row.aeo == 1) != v.declaration.aeo) {
    v.declaration.aeo = row.aeo == 1;
    v.priority = birth::priority(v, birth, step.setup, step.luck);
  }
  if (row.priority != 0xff) v.priority = row.priority;
  if (row.empty >= 0) v.empty = row.empty == 1;
  if (row.travellers > 0) v.travellers = row.travellers;
  if (row.patience >= Duration::zero()) v.patience = row.patience;
}

void send_next(RecordedArrivals& self, const CrossingSetup& setup, Arena<Vehicle>& vehicles,
               Hold& hold, CrossingStep step) {
  const auto& rows = step.setup.records.order[setup.index.value];
  if (self.row == rows.size()) return;
  const std::uint32_t index = rows[self.row];
  const RecordedArrival& row = step.setup.records.rows[index];
  const Draws birth = step.luck.draws({source, row.first + self.of_row}, birth_block);
  Vehicle v;
  Shipment hidden;
  birth::give(birth, row.flow, step.setup, step.luck, v, hidden);
  v.line = row.line;
  v.recorded = index + 1;
  fill_in(row, birth, v, step);
  const VehicleId id = vehicles.add(v);
  hold.put(id, hidden);
  const Order order{step.agenda.place.value, self.first_order + self.born++};
  step.agenda.future.schedule(row.at, order, VehicleArrived{id});
  if (++self.of_row < row.count) return;
  self.of_row = 0;
  ++self.row;
}

}  // namespace

void start(RecordedArrivals& self, const CrossingSetup& setup, Arena<Vehicle>& vehicles, Hold& hold,
           CrossingStep step) {
  self.first_order = step.agenda.count;
  for (const std::uint32_t row : step.setup.records.order[setup.index.value])
    step.agenda.count += step.setup.records.rows[row].count;
  send_next(self, setup, vehicles, hold, step);
}

void on(const VehicleArrived&, RecordedArrivals& self, const CrossingSetup& setup,
        Arena<Vehicle>& vehicles, Hold& hold, CrossingStep step) {
  send_next(self, setup, vehicles, hold, step);
}

}  // namespace cordon::recorded
