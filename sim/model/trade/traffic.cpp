#include "sim/model/trade/traffic.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/elementary.hpp"
#include "sim/model/trade/birth.hpp"
#include "sim/model/trade/journey.hpp"

namespace cordon::traffic {
namespace {

// A wait that is far off the usual does not make a crossing more than 20 times as attractive.
constexpr double widest_response = 3;

Time end_of_run(const Setup& setup) { return start_of_run + setup.scenario.length; }

DemandHour demand_hour(const SourceSetup& source, Time at, const Calendar& calendar) {
  const auto local = calendar.local(at);
  const int row =
      source.demand_of[static_cast<std::size_t>((local.month - 1) * 168 + local.hour_of_week)];
  return {calendar.hour_ends(at), row,
          row < 0 ? 0 : source.vehicles_per_hour[static_cast<std::size_t>(row)]};
}

double standard_exponential(double u) { return -elementary::log(u); }

std::size_t choose_line(const std::vector<double>& cumulative, double luck) {
  const auto found =
      std::upper_bound(cumulative.begin(), cumulative.end(), luck * cumulative.back());
  return std::min(static_cast<std::size_t>(found - cumulative.begin()), cumulative.size() - 1);
}

void set_out(std::size_t chosen, const Draws& birth, std::uint16_t together,
             const SourceSetup& setup, Region& self, RegionStep step) {
  const LineSetup& line = step.setup.lines[setup.lines[chosen].value];
  Departure& d = self.departures.emplace_back();  // written in place: a copy would wait for it
  birth::give(birth, setup.flow, step.setup, step.luck, d.vehicle, d.hidden);
  d.vehicle.line = setup.lines[chosen];
  d.vehicle.stands_for = together;
  d.leaves = step.now;
  d.arrives = step.now + time_to_line(line, step.setup.flows[setup.flow.value],
                                      setup.travel[chosen], step.setup);
  d.from = self.setup->place;
  d.to = line.place;
  d.number = self.agenda.count++;
}

void use_up_gap(std::uint16_t index, Region& self, RegionStep step) {
  Source& source = self.sources[index];
  source.next = next_departure(source.as_of, source.gap, self.setup->sources[index],
                               step.setup.calendar, end_of_run(step.setup), source.hour);
  source.due = {};
  if (source.next != never) source.due = step.schedule(source.next - step.now, VehicleDue{index});
}

// An agent sets out when the last of those does that it stands for.
void add_others(Subject first, const SourceSetup& setup, Source& source, RegionStep step) {
  const auto join = [&](const Draws& birth) {
    source.gap += standard_exponential(step.luck.uniform(birth, VehicleLuck::gap));
  };
  source.together =
      birth::go_together(first, step.setup.scenario.scale, setup.flow, step.setup, step.luck, join);
}

// If agents that stand for n vehicles chose as single ones do, what comes to a line would vary n
// times as much. One in n chooses so; the others take turns, by steps that spread evenly over the
// lines' shares. Then what comes to a line varies as much as if all had come one by one.
double luck_of_choice(Source& source, RegionStep step) {
  const double own = step.luck.uniform(source.birth, VehicleLuck::crossing_choice);
  if (source.together == 1) return own;
  if (own * source.together < 1) return own * source.together;
  constexpr double golden_ratio = 0.6180339887498949;
  const double turns = source.turns++ * golden_ratio;
  return turns - std::floor(turns);
}

void schedule_next(std::uint16_t index, Region& self, RegionStep step) {
  Source& source = self.sources[index];
  const SourceSetup& setup = self.setup->sources[index];
  const Subject first{setup.source, source.born};
  source.birth = step.luck.draws(first, birth_block);
  source.gap = standard_exponential(step.luck.uniform(source.birth, VehicleLuck::gap));
  if (step.setup.scenario.scale > 1) add_others(first, setup, source, step);
  source.as_of = source.next;
  use_up_gap(index, self, step);
}

// Vehicles that a demand would send out.
double expected(Time from, Time until, const SourceSetup& source, const Calendar& calendar) {
  double sum = 0;
  while (from < until) {
    const DemandHour hour = demand_hour(source, from, calendar);
    const Time ends = std::min(hour.ends, until);
    sum += hour.per_hour * hours(ends - from);
    from = ends;
  }
  return sum;
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

double wait_response(LineIndex line, const Board& board, const Setup& setup) {
  const Duration excess = board.wait[line.value] - setup.lines[line.value].reference_wait;
  const double scale = hours(setup.scenario.choice_scale);
  return elementary::exp(std::clamp(-hours(excess) / scale, -widest_response, widest_response));
}

std::vector<double> choice_weights(const SourceSetup& source, int demand, const Board& board,
                                   const Setup& setup, Time now) {
  const auto& attraction = source.attraction[static_cast<std::size_t>(demand)];
  std::vector<double> cumulative(attraction.size());
  double sum = 0;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const LineIndex line = source.lines[i];
    if (!setup.will_be_closed(line, board.is_closed(line), now, now + source.travel[i]))
      sum += attraction[i] * wait_response(line, board, setup);
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
    source.weights = choice_weights(setup, demand, step.board, step.setup, step.now);
    source.publication = step.board.publications;
    source.demand = demand;
  }
  const std::size_t chosen = choose_line(source.weights, luck_of_choice(source, step));
  if (chosen < setup.lines.size())
    set_out(chosen, source.birth, source.together, setup, self, step);
  source.born += source.together;
  schedule_next(event.source, self, step);
}

void on(const DemandChanged&, Region& self, RegionStep step) {
  const RegionSetup& before = *self.setup;
  self.setup = &step.setup.regions[self.agenda.place.value];
  for (std::uint16_t s = 0; s < self.sources.size(); ++s) {
    Source& source = self.sources[s];
    const SourceSetup& was = before.sources[s];
    const SourceSetup& is = self.setup->sources[s];
    source.publication = -1;
    if (source.together > 1)  // some may hide something now
      source.together = birth::go_together({is.source, source.born}, source.together, is.flow,
                                           step.setup, step.luck, [](const Draws&) {});
    if (was.vehicles_per_hour == is.vehicles_per_hour && was.demand_of == is.demand_of) continue;
    const double used = expected(source.as_of, step.now, was, step.setup.calendar);
    source.gap = std::max(0.0, source.gap - used);
    source.as_of = step.now;
    source.hour = {};
    step.agenda.future.cancel(source.due);
    use_up_gap(s, self, step);
  }
}

}  // namespace cordon::traffic
