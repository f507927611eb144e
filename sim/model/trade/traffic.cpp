#include "sim/model/trade/traffic.hpp"

#include <algorithm>

#include "sim/engine/elementary.hpp"
#include "sim/model/trade/priority.hpp"

namespace cordon::traffic {
namespace {

// A wait that is far off the usual does not make a crossing more than 20 times as attractive.
constexpr double widest_response = 3;

Time end_of_run(const Setup& setup) { return start_of_run + setup.scenario.length; }

DemandHour demand_hour(const SourceSetup& source, Time at, const Calendar& calendar) {
  const auto local = calendar.local(at);
  const int row =
      source.demand_of[static_cast<std::size_t>((local.month - 1) * 168 + local.hour_of_week)];
  return {at + (local.hour + 1) * 1h - local.of_day, row,
          row < 0 ? 0 : source.vehicles_per_hour[static_cast<std::size_t>(row)]};
}

double standard_exponential(double u) { return -elementary::log(u); }

// A few operators lodge most of the declarations: the rank is log-uniform (Zipf's law, exponent 1).
Declaration declaration(const FlowSetup& flow, const Draws& birth, RegionStep step) {
  Declaration d;
  const TraderSpec& traders = step.setup.scenario.trader;
  if (flow.vehicle_class != VehicleClass::lorry || traders.operators == 0) return d;
  const double u = step.luck.uniform(birth, VehicleLuck::trader);
  d.trader = static_cast<std::uint32_t>(elementary::exp(u * step.setup.log_operators));
  static constexpr std::uint32_t operators = source_of("trader");
  d.aeo = step.luck.uniform(Subject{operators, d.trader}, VehicleLuck::trader) < traders.aeo_share;
  return d;
}

Shipment shipment(const SourceSetup& source, const Draws& birth, RegionStep step) {
  Shipment truth;
  const auto draw = [&](VehicleLuck what) { return step.luck.uniform(birth, what); };
  const double u = draw(VehicleLuck::contraband);
  if (u >= source.opportunists) return truth;
  const auto& cumulative = source.opportunist_commodity;
  const auto found = std::upper_bound(cumulative.begin(), cumulative.end(), u);
  truth.commodity = {static_cast<std::uint16_t>(found - cumulative.begin())};
  const CommoditySetup& goods = step.setup.commodities[truth.commodity.value];
  truth.mass_kg = static_cast<float>(goods.mass_kg.sample(draw(VehicleLuck::mass)));
  truth.concealed = draw(VehicleLuck::concealment) < goods.concealed_share;
  return truth;
}

std::size_t choose_line(const std::vector<double>& cumulative, double luck) {
  const auto found =
      std::upper_bound(cumulative.begin(), cumulative.end(), luck * cumulative.back());
  return std::min(static_cast<std::size_t>(found - cumulative.begin()), cumulative.size() - 1);
}

void set_out(std::size_t chosen, const Draws& birth, const SourceSetup& setup, Region& self,
             RegionStep step) {
  const FlowSetup& flow = step.setup.flows[setup.flow.value];
  const LineSetup& line = step.setup.lines[setup.lines[chosen].value];
  Departure& d = self.departures.emplace_back();  // written in place: a copy would wait for it
  d.vehicle.draws = step.luck.draws(birth.subject);
  d.vehicle.flow = setup.flow;
  d.vehicle.line = setup.lines[chosen];
  d.vehicle.vehicle_class = flow.vehicle_class;
  d.vehicle.direction = flow.direction;
  d.vehicle.declaration = declaration(flow, birth, step);
  const bool shares = step.setup.priorities.size() > 1 || !step.setup.priorities.front().aeo;
  d.vehicle.priority = priority_of(flow.vehicle_class, d.vehicle.declaration.aeo, step.setup,
                                   shares ? step.luck.uniform(birth, VehicleLuck::priority) : 1.0);
  d.hidden = shipment(setup, birth, step);
  d.arrives =
      step.now + (line.queue == QueueKind::booked ? flow.booking_delay : setup.travel[chosen]);
  d.from = self.setup->place;
  d.to = line.place;
  d.number = self.agenda.count++;
}

void schedule_next(std::uint16_t index, Region& self, RegionStep step) {
  Source& source = self.sources[index];
  const SourceSetup& setup = self.setup->sources[index];
  source.birth = step.luck.draws({setup.source, source.born}, birth_block);
  const double u = step.luck.uniform(source.birth, VehicleLuck::gap);
  source.next = next_departure(source.next, standard_exponential(u), setup, step.setup.calendar,
                               end_of_run(step.setup), source.hour);
  if (source.next != never) step.schedule(source.next - step.now, VehicleDue{index});
}

}  // namespace

Region make(const RegionSetup& setup, const Setup& world, const Luck& luck) {
  Region made;
  made.setup = &setup;
  made.agenda.place = setup.place;
  made.sources.resize(setup.sources.size());
  static const Board empty;
  for (std::uint16_t s = 0; s < setup.sources.size(); ++s)
    schedule_next(s, made, RegionStep{start_of_run, made.agenda, luck, empty, world});
  return made;
}

Time next_departure(Time after, double gap, const SourceSetup& source, const Calendar& calendar,
                    Time end, DemandHour& hour) {
  while (after < end) {
    if (after >= hour.ends) hour = demand_hour(source, after, calendar);
    const Duration left = hour.ends - after;
    const double expected = hour.per_hour * hours(left);
    if (gap < expected) {
      const Duration in = from_seconds(gap / hour.per_hour * 3600);
      return after + std::clamp(in, Duration{1}, left);
    }
    gap -= expected;
    after += left;
  }
  return never;
}

std::vector<double> choice_weights(const SourceSetup& source, int demand, const Board& board,
                                   const Setup& setup) {
  const auto& attraction = source.attraction[static_cast<std::size_t>(demand)];
  const double scale = hours(setup.scenario.choice_scale);
  std::vector<double> cumulative(attraction.size());
  double sum = 0;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const LineIndex line = source.lines[i];
    const Duration excess = board.wait[line.value] - setup.lines[line.value].reference_wait;
    const double push = std::clamp(-hours(excess) / scale, -widest_response, widest_response);
    sum += attraction[i] * elementary::exp(push);
    cumulative[i] = sum;
  }
  cumulative.back() = sum + attraction.back();
  return cumulative;
}

void on(const VehicleDue& event, Region& self, RegionStep step) {
  Source& source = self.sources[event.source];
  const SourceSetup& setup = self.setup->sources[event.source];
  const int demand = source.hour.row;
  if (source.publication != step.board.publications || source.demand != demand) {
    source.weights = choice_weights(setup, demand, step.board, step.setup);
    source.publication = step.board.publications;
    source.demand = demand;
  }
  const std::size_t chosen =
      choose_line(source.weights, step.luck.uniform(source.birth, VehicleLuck::crossing_choice));
  if (chosen < setup.lines.size()) set_out(chosen, source.birth, setup, self, step);
  ++source.born;
  schedule_next(event.source, self, step);
}

}  // namespace cordon::traffic
