#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>

#include "sim/model/crossing/lane_types.hpp"
#include "sim/model/make_setup.hpp"
#include "sim/scenario/lines_by_place.hpp"

namespace cordon {
namespace {

// Kept lanes come last, so that the lanes for everybody are manned first.
std::vector<Admission> admissions(const LineSpec& line) {
  std::vector<Admission> admits;
  int kept = 0;
  for (const auto& [type, lanes] : line.lane_types) kept += lanes;
  admits.assign(static_cast<std::size_t>(std::max(0, line.lanes - kept)), everybody);
  for (const auto& [type, lanes] : line.lane_types)
    admits.insert(admits.end(), static_cast<std::size_t>(lanes), admission_of(type));
  return kept > 0 ? admits : std::vector<Admission>{};
}

class CrossingBuilder {
 public:
  CrossingBuilder(Setup& setup, CrossingSetup& crossing)
      : setup_(setup),
        crossing_(crossing),
        scenario_(setup.scenario),
        spec_(scenario_.crossing.at(crossing.name)),
        layout_(scenario_.layout.at(spec_.layout)) {}

  void build() {
    for (const auto& [name, spec] : layout_.stage) {
      ordered_.emplace_back(spec.order, name);
      desks_.insert(spec.alongside.begin(), spec.alongside.end());
    }
    std::sort(ordered_.begin(), ordered_.end());
    add_areas();
    for (const auto& [name, line] : scenario_.line)
      if (line.crossing == crossing_.name) add_line(name, line);
    for (const auto& [order, name] : ordered_) add_shared(name, layout_.stage.at(name));
    for (StageSetup& made : crossing_.stages) connect(made, layout_.stage.at(made.name));
  }

 private:
  void add_areas() {
    for (const auto& [name, area] : layout_.area) {
      const auto own = spec_.places.find(name);
      crossing_.areas.push_back(own == spec_.places.end() ? area.places : own->second);
    }
    crossing_.limited = !crossing_.areas.empty();
  }

  void add_shared(const std::string& name, const StageSpec& spec) {
    if (spec.own_lanes) return;
    shared_[name] = nth<StageIndex>(crossing_.stages.size());
    const auto own = spec_.lanes.find(name);
    crossing_.stages.push_back(
        stage(name, spec, own == spec_.lanes.end() ? spec.lanes : own->second, 1));
  }

  StageSetup stage(const std::string& name, const StageSpec& spec, int lanes, double factor) {
    StageSetup made;
    made.name = name;
    made.order = spec.order;
    made.lanes = lanes;
    for (const Authority a : spec.crew) made.crew[static_cast<std::size_t>(a)] = true;
    made.officers_per_lane = spec.officers_per_lane;
    if (!spec.equipment.empty()) {
      made.equipment = index_in<EquipmentIndex>(scenario_.equipment, spec.equipment);
      made.lanes = crossing_.equipment[made.equipment.value];
    }
    for (std::size_t c = 0; c < made.time.size(); ++c)
      made.time[c] = spec.time.of(static_cast<VehicleClass>(c)).scaled(factor);
    if (spec.per_traveller.mean() > 0) made.per_traveller = spec.per_traveller.scaled(factor);
    if (!spec.technique.empty())
      made.technique = index_in<TechniqueIndex>(scenario_.technique, spec.technique);
    made.read_at = index_in<ExchangeIndex>(scenario_.exchange, spec.read_at);
    made.desk = desks_.contains(name);
    made.control = spec.control;
    made.selects = spec.selects;
    made.sharing = spec.sharing;
    made.places = spec.places.value_or(unlimited);
    made.area = index_in<AreaIndex>(layout_.area, spec.area);
    made.preempted = spec.preempted;
    made.at_shift_end = spec.at_shift_end;
    made.handover = spec.handover;
    crossing_.limited |= made.places != unlimited;
    return made;
  }

  void add_line(const std::string& name, const LineSpec& spec) {
    LineSetup line = line_setup(name, spec);
    const auto index = nth<LineIndex>(setup_.lines.size());
    StageIndex before;  // of those that vehicles come to
    for (const auto& [order, stage_name] : ordered_) {
      const StageSpec& s = layout_.stage.at(stage_name);
      if (!s.own_lanes) continue;
      const bool desk = desks_.contains(stage_name), first = !before && !desk;
      StageSetup made = stage(stage_name, s, spec.lanes, first ? first_factor(spec) : 1.0);
      made.line = index;
      made.manned_first = spec.manned_first;
      made.first = first;
      if (!desk) made.admits = admissions(spec);
      const auto here = nth<StageIndex>(crossing_.stages.size());
      if (first) {
        line.first = here;
        line.mean_first_check = mean_check(made, spec.vehicle_class, spec.direction, setup_);
      } else if (!desk) {
        crossing_.stages[before.value].joined = here;
      }
      if (!desk) before = here;
      line.own.push_back(here);
      crossing_.stages.push_back(std::move(made));
    }
    if (!before)
      throw std::invalid_argument("the layout of crossing '" + crossing_.name +
                                  "' has no stage with own lanes");
    crossing_.lines.push_back(index);
    setup_.lines.push_back(std::move(line));
  }

  LineSetup line_setup(const std::string& name, const LineSpec& spec) const {
    LineSetup line;
    line.name = name;
    line.crossing = crossing_.index;
    line.place = crossing_.place;
    line.position = static_cast<std::uint16_t>(crossing_.lines.size());
    line.direction = spec.direction;
    line.vehicle_class = spec.vehicle_class;
    line.queue = spec.queue;
    line.road_capacity = spec.road_capacity;
    line.road_km = spec.road_km;
    line.balk_from = spec.balk_from;
    line.balk_all = spec.balk_all;
    line.no_show = spec.no_show;
    line.pool = spec.pool;
    line.initial_queue = spec.initial_queue;
    line.reference_wait = spec.reference_wait;
    line.lanes = spec.lanes;
    line.open_above = spec.open_above;
    line.close_below = spec.close_below;
    line.fewest_lanes = spec.fewest_lanes;
    line.opening_time = spec.opening_time;
    for (std::size_t c = 0; c < vehicle_classes; ++c)
      line.serves[c] = spec.serves(static_cast<VehicleClass>(c));
    line.closed = is_closed(spec, scenario_);
    line.diverts = spec.when_full == WhenFull::divert;
    line.hours = parse_hours(spec.hours.empty() ? spec_.hours : spec.hours);
    set_release(line, spec);
    add_slots(line, spec);
    return line;
  }

  // Which side holds a booked queue back is not known. The less a side binds, the more it has to
  // spare; the fifth power leaves two equal sides just enough (1 % of each, with a slack of 0.3)
  // to let through together what either would alone.
  double spare(double share_of_binding) const {
    const double rest = 1 - share_of_binding, square = rest * rest;
    return 1 + scenario_.slack * square * square * rest;
  }
  double first_factor(const LineSpec& spec) const {
    if (spec.queue != QueueKind::booked) return spec.time_factor;
    return spec.time_factor / spare(scenario_.binding_side);
  }
  void set_release(LineSetup& line, const LineSpec& spec) const {
    const double spare = this->spare(1 - scenario_.binding_side);
    line.release_per_hour.fill(spec.release_per_hour * spare);
    for (const ReleaseRow& row : scenario_.release)
      if (row.crossing == crossing_.name)
        line.release_per_hour[static_cast<std::size_t>(row.hour)] =
            spec.release_per_hour * row.factor * spare;
  }
  void add_slots(LineSetup& line, const LineSpec& spec) const {
    for (const SlotRow& row : scenario_.slot) {
      if (row.crossing != crossing_.name || row.direction != line.direction ||
          !spec.serves(row.vehicle_class))
        continue;
      const int first = row.weekday == 0 ? 1 : row.weekday, last = row.weekday == 0 ? 7 : first;
      for (int day = first; day <= last; ++day)
        line.slots.push_back({(day - 1) * 24h + row.time.since_midnight, row.size});
    }
    std::stable_sort(line.slots.begin(), line.slots.end(),
                     [](const Slot& a, const Slot& b) { return a.of_week < b.of_week; });
  }

  void connect(StageSetup& from, const StageSpec& spec) {
    const auto lead = [&](Outcome outcome, const std::vector<std::string>& targets) {
      for (const std::string& target : targets)
        from.next[static_cast<std::size_t>(outcome)].push_back(find(target));
    };
    lead(Outcome::cleared, spec.next.cleared);
    lead(Outcome::alarm, spec.next.alarm);
    lead(Outcome::green, spec.next.green);
    lead(Outcome::yellow, spec.next.yellow);
    lead(Outcome::orange, spec.next.orange);
    lead(Outcome::red, spec.next.red);
    lead(Outcome::blue, spec.next.blue);
    for (const std::string& desk : spec.alongside) from.alongside.push_back(find(desk));
  }

  [[nodiscard]] NextStage find(const std::string& name) const {
    if (const auto shared = shared_.find(name); shared != shared_.end()) return {shared->second, 0};
    std::uint16_t own = 0;
    for (const auto& [order, stage] : ordered_) {
      if (stage == name) break;
      own = static_cast<std::uint16_t>(own + layout_.stage.at(stage).own_lanes);
    }
    return {{}, own};
  }

  Setup& setup_;
  CrossingSetup& crossing_;
  const Scenario& scenario_;
  const CrossingSpec& spec_;
  const LayoutSpec& layout_;
  std::vector<std::pair<int, std::string>> ordered_;
  std::set<std::string> desks_;
  std::map<std::string, StageIndex> shared_;
};

}  // namespace

double mean_check(const StageSetup& check, VehicleClass c, Direction d, const Setup& setup) {
  const double own = check.time[static_cast<std::size_t>(c)].mean();
  if (!check.per_traveller) return own;
  const FlowIndex flow = setup.flow_of(c, d);
  const double travellers = flow ? setup.flows[flow.value].travellers.mean() : 1;
  return own + check.per_traveller->mean() * travellers;
}

void build_crossing(Setup& setup, CrossingSetup& crossing) {
  CrossingBuilder(setup, crossing).build();
}

}  // namespace cordon
