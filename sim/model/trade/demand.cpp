#include "sim/model/trade/demand.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <stdexcept>
#include <tuple>

#include "sim/engine/elementary.hpp"
#include "sim/engine/luck.hpp"
#include "sim/model/make_setup.hpp"
#include "sim/model/trade/network.hpp"
#include "sim/scenario/timetable.hpp"

namespace cordon::demand {
namespace {

constexpr std::size_t weeks_hours = 168;

const LineSetup* line_of(const Setup& setup, const std::string& crossing, Direction d,
                         VehicleClass c) {
  for (const LineSetup& line : setup.lines)
    if (setup.crossings[line.crossing.value].name == crossing && line.direction == d &&
        line.serves[static_cast<std::size_t>(c)])
      return &line;
  return nullptr;
}

LineIndex index_of(const Setup& setup, const LineSetup& line) {
  return {static_cast<std::uint16_t>(&line - setup.lines.data())};
}

// Vehicles an hour of each line and class at the reference wait, in one hour of a week of one
// month.
class Demand {
 public:
  explicit Demand(const Setup& setup) : setup_(setup) {
    const Scenario& s = setup.scenario;
    for (auto& weights : profile_) weights.assign(weeks_hours, 1.0);
    for_each_row(s.profile, [&](const ProfileRow& row, std::size_t hour) {
      profile(row.vehicle_class, row.direction)[hour] = row.weight;
    });
    for (auto& weights : profile_) {
      const double mean =
          std::accumulate(weights.begin(), weights.end(), 0.0) / static_cast<double>(weeks_hours);
      for (double& w : weights) w /= mean;
    }
    for (const VolumeRow& row : s.volume)
      if (const LineSetup* line = line_of(setup, row.crossing, row.direction, row.vehicle_class))
        volume_[{index_of(setup, *line), row.vehicle_class, row.month}] = row.vehicles_per_day;
    for_each_row(s.booking, [&](const BookingRow& row, std::size_t hour) {
      const auto* line = line_of(setup, row.crossing, Direction::entry, VehicleClass::lorry);
      if (line == nullptr) return;
      auto& week = bookings_[index_of(setup, *line)];
      week.resize(weeks_hours, 0.0);
      week[hour] = row.at_reference_wait;
      auto& usual = usual_[index_of(setup, *line)];
      usual.resize(weeks_hours, 0.0);
      usual[hour] = row.vehicles;
    });
  }

  [[nodiscard]] double per_hour(LineIndex line, VehicleClass c, int month, std::size_t hour) const {
    const auto booked = bookings_.find(line);
    if (booked != bookings_.end() && c == VehicleClass::lorry) return booked->second[hour];
    return per_day(line, c, month) / 24 *
           profile_[static_cast<std::size_t>(c) * directions +
                    static_cast<std::size_t>(setup_.lines[line.value].direction)][hour];
  }

  /// The same in a usual week, when the waits are what they are.
  [[nodiscard]] double usual_per_hour(LineIndex line, VehicleClass c, int month,
                                      std::size_t hour) const {
    const auto booked = usual_.find(line);
    const bool is_booked = booked != usual_.end() && c == VehicleClass::lorry;
    return is_booked ? booked->second[hour] : per_hour(line, c, month, hour);
  }

  [[nodiscard]] double per_day(LineIndex line, VehicleClass c, int month) const {
    auto found = volume_.find({line, c, month});
    if (found == volume_.end()) found = volume_.find({line, c, 0});
    return found == volume_.end() ? 0 : found->second;
  }

 private:
  // Calls `visit` with each row and each hour of the week that it is about; rows about one weekday
  // come after those about every day.
  template <class Row, class Visit>
  static void for_each_row(const std::vector<Row>& rows, Visit&& visit) {
    const auto hour_of_week = [](int weekday, int hour) {
      return static_cast<std::size_t>((weekday - 1) * 24 + hour);
    };
    for (const Row& row : rows)
      for (int day = 1; row.weekday == 0 && day <= 7; ++day)
        visit(row, hour_of_week(day, row.hour));
    for (const Row& row : rows)
      if (row.weekday != 0) visit(row, hour_of_week(row.weekday, row.hour));
  }
  std::vector<double>& profile(VehicleClass c, Direction d) {
    return profile_[static_cast<std::size_t>(c) * directions + static_cast<std::size_t>(d)];
  }

  const Setup& setup_;
  std::array<std::vector<double>, vehicle_classes * directions> profile_;
  std::map<std::tuple<LineIndex, VehicleClass, int>, double> volume_;
  std::map<LineIndex, std::vector<double>> bookings_, usual_;
};

// Which months the run sees.
std::vector<int> months_of(const Setup& setup) {
  std::vector<int> months;
  for (Time at = start_of_run; at <= start_of_run + setup.scenario.length; at += 24h) {
    const int month = setup.calendar.local(at).month;
    if (std::find(months.begin(), months.end(), month) == months.end()) months.push_back(month);
  }
  const int last = setup.calendar.local(start_of_run + setup.scenario.length).month;
  if (std::find(months.begin(), months.end(), last) == months.end()) months.push_back(last);
  return months;
}

bool serves(const Setup& setup, const LineSetup& line, const FlowSpec& flow) {
  const std::string& crossing = setup.crossings[line.crossing.value].name;
  return line.direction == flow.direction &&
         line.serves[static_cast<std::size_t>(flow.vehicle_class)] &&
         (flow.crossings.empty() || std::find(flow.crossings.begin(), flow.crossings.end(),
                                              crossing) != flow.crossings.end());
}

struct Origin {
  std::size_t region;
  SourceSetup source;
  double share;
  std::vector<double> travel_hours;
};

std::vector<Origin> origins_of(const std::string& flow_name, FlowIndex flow,
                               const std::vector<LineIndex>& lines, const Network& network,
                               const Setup& setup) {
  std::vector<Origin> origins;
  const FlowSpec& spec = setup.scenario.flow.at(flow_name);
  for (const auto& [place, share] : spec.origins) {
    if (share <= 0) continue;
    Origin origin;
    origin.share = share;
    const auto region = std::find_if(setup.regions.begin(), setup.regions.end(),
                                     [&](const RegionSetup& r) { return r.name == place; });
    origin.region = static_cast<std::size_t>(region - setup.regions.begin());
    origin.source.name = flow_name + "/" + place;
    origin.source.source = source_of("flow/" + origin.source.name);
    origin.source.flow = flow;
    origin.source.lines = lines;
    origin.source.demand_of.assign(12 * weeks_hours, -1);
    const auto times = network.travel_times(place);
    for (const LineIndex l : lines) {
      const auto found = times.find(setup.crossings[setup.lines[l.value].crossing.value].name);
      const bool reached = found != times.end();
      origin.source.travel.push_back(reached ? std::max(found->second, setup.border) : 0h);
      origin.travel_hours.push_back(reached ? hours(found->second)
                                            : std::numeric_limits<double>::infinity());
    }
    if (std::all_of(origin.travel_hours.begin(), origin.travel_hours.end(),
                    [](double h) { return std::isinf(h); }))
      throw std::invalid_argument("no road leads from '" + place +
                                  "' to a crossing with lanes for flow '" + flow_name + "'");
    origins.push_back(std::move(origin));
  }
  return origins;
}

// @param volume  by line, at reference waits   @param usual  of all lines, in a usual week
// What one line loses another gets, unless some may stay away: then each line has its own demand.
void add_row(std::vector<Origin>& origins, std::size_t at, const std::vector<double>& volume,
             double usual, const FlowSpec& flow, const Setup& setup) {
  const double booked =
      flow.outside > 0 ? std::accumulate(volume.begin(), volume.end(), 0.0) : usual;
  const double total = booked * flow.volume_factor / (1 - flow.outside);
  if (total <= 0) return;
  std::vector<double> share;
  std::vector<std::vector<double>> travel;
  for (const Origin& o : origins) share.push_back(o.share), travel.push_back(o.travel_hours);
  const double all = std::accumulate(share.begin(), share.end(), 0.0);
  const auto attraction =
      balanced_attraction(volume, share, travel, hours(setup.scenario.choice_scale));
  for (std::size_t o = 0; o < origins.size(); ++o) {
    SourceSetup& source = origins[o].source;
    source.demand_of[at] = static_cast<int>(source.vehicles_per_hour.size());
    source.vehicles_per_hour.push_back(total * share[o] / all);
    source.attraction.push_back(attraction[o]);
    // At reference waits, the way that is not taken weighs as much as its share says.
    auto& weights = source.attraction.back();
    weights.push_back(flow.outside / (1 - flow.outside) *
                      std::accumulate(weights.begin(), weights.end(), 0.0));
  }
}

// Rows within the run, spread over its length.
void add_recorded_traffic(Setup& setup) {
  const double days = hours(setup.scenario.length) / 24;
  for (const RecordedArrival& row : setup.records.rows)
    if (row.at < start_of_run + setup.scenario.length)
      setup.lines[row.line.value].traffic[static_cast<std::size_t>(row.vehicle_class)] +=
          row.count / days;
}

double calls_per_day(const LotSpec& lot) {
  if (lot.every) return 24 / hours(*lot.every);
  if (lot.rate_per_hour) return 24 * *lot.rate_per_hour;
  double a_week = 0;
  for (const std::string& entry : lot.timetable)
    a_week += timetable_entry(entry)->weekday == 0 ? 7 : 1;
  return a_week / 7;
}

void add_lots_traffic(Setup& setup) {
  for (const CallerSetup& caller : setup.callers)
    setup.lines[caller.line.value].traffic[static_cast<std::size_t>(caller.vehicle_class)] +=
        calls_per_day(caller.spec) * caller.spec.size.mean();
}

// Who waits behind several classes waits for the mean of their checks.
void mix_first_checks(LineSetup& line, const Setup& setup) {
  if (std::count(line.serves.begin(), line.serves.end(), true) < 2) return;
  const StageSetup& check = setup.crossings[line.crossing.value].stages[line.first.value];
  double seconds = 0, vehicles = 0;
  for (std::size_t c = 0; c < vehicle_classes; ++c) {
    seconds +=
        line.traffic[c] * mean_check(check, static_cast<VehicleClass>(c), line.direction, setup);
    vehicles += line.traffic[c];
  }
  if (vehicles > 0) line.mean_first_check = seconds / vehicles;
}

}  // namespace

std::vector<std::vector<double>> balanced_attraction(
    const std::vector<double>& volume, const std::vector<double>& share,
    const std::vector<std::vector<double>>& travel_hours, double scale_hours) {
  const double all = std::accumulate(volume.begin(), volume.end(), 0.0);
  const double everyone = std::accumulate(share.begin(), share.end(), 0.0);
  std::vector<std::vector<double>> pull(share.size(), std::vector<double>(volume.size()));
  for (std::size_t o = 0; o < share.size(); ++o)
    for (std::size_t l = 0; l < volume.size(); ++l)
      pull[o][l] =
          std::isinf(travel_hours[o][l]) ? 0 : elementary::exp(-travel_hours[o][l] / scale_hours);
  std::vector<double> a(volume);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> got(volume.size(), 0.0);
    for (std::size_t o = 0; o < share.size(); ++o) {
      double sum = 0;
      for (std::size_t l = 0; l < volume.size(); ++l) sum += a[l] * pull[o][l];
      if (sum <= 0) continue;
      for (std::size_t l = 0; l < volume.size(); ++l)
        got[l] += share[o] / everyone * a[l] * pull[o][l] / sum;
    }
    double worst = 0;
    for (std::size_t l = 0; l < volume.size(); ++l) {
      if (got[l] <= 0) continue;
      worst = std::max(worst, std::abs(got[l] - volume[l] / all));
      a[l] *= volume[l] / all / got[l];
    }
    if (worst < 1e-9) break;
  }
  for (std::size_t o = 0; o < share.size(); ++o)
    for (std::size_t l = 0; l < volume.size(); ++l) pull[o][l] *= a[l];
  return pull;
}

void fill_sources(Setup& setup) {
  const Network network(setup.scenario);
  const Demand demand(setup);
  std::uint16_t f = 0;
  for (const auto& [name, spec] : setup.scenario.flow) {
    const FlowIndex flow{f++};
    std::vector<LineIndex>& lines = setup.flows[flow.value].lines;
    for (std::uint16_t l = 0; l < setup.lines.size(); ++l)
      if (serves(setup, setup.lines[l], spec)) lines.push_back({l});
    if (lines.empty() || spec.origins.empty()) continue;
    auto origins = origins_of(name, flow, lines, network, setup);
    for (std::size_t l = 0; l < lines.size(); ++l)
      if (std::all_of(origins.begin(), origins.end(),
                      [&](const Origin& o) { return std::isinf(o.travel_hours[l]); }))
        throw std::invalid_argument(
            "no road leads from the origins of flow '" + name + "' to crossing '" +
            setup.crossings[setup.lines[lines[l].value].crossing.value].name + "'");
    for (const int month : months_of(setup))
      for (std::size_t hour = 0; hour < weeks_hours; ++hour) {
        std::vector<double> volume;
        double usual = 0;
        for (const LineIndex l : lines) {
          volume.push_back(demand.per_hour(l, spec.vehicle_class, month, hour));
          usual += demand.usual_per_hour(l, spec.vehicle_class, month, hour);
        }
        add_row(origins, static_cast<std::size_t>(month - 1) * weeks_hours + hour, volume, usual,
                spec, setup);
      }
    for (Origin& o : origins) setup.regions[o.region].sources.push_back(std::move(o.source));
  }
}

void fill_traffic(Setup& setup) {
  const Demand demand(setup);
  const int month = setup.calendar.local(start_of_run).month;
  for (std::uint16_t l = 0; l < setup.lines.size(); ++l)
    for (std::size_t c = 0; c < vehicle_classes; ++c) {
      if (!setup.lines[l].serves[c]) continue;
      double week = 0;
      for (std::size_t hour = 0; hour < weeks_hours; ++hour)
        week += demand.usual_per_hour({l}, static_cast<VehicleClass>(c), month, hour);
      setup.lines[l].traffic[c] = week / 7;
    }
  add_recorded_traffic(setup);
  add_lots_traffic(setup);
  for (LineSetup& line : setup.lines) mix_first_checks(line, setup);
}

}  // namespace cordon::demand
