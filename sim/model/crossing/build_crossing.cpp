#include <algorithm>
#include <map>
#include <stdexcept>

#include "sim/model/make_setup.hpp"
#include "sim/scenario/lines_by_place.hpp"

namespace cordon {
namespace {

class CrossingBuilder {
 public:
  CrossingBuilder(Setup& setup, CrossingSetup& crossing)
      : setup_(setup), crossing_(crossing), scenario_(setup.scenario) {}

  void build(const LayoutSpec& layout) {
    for (const auto& [name, spec] : layout.stage) ordered_.emplace_back(spec.order, name);
    std::sort(ordered_.begin(), ordered_.end());
    for (const auto& [name, line] : scenario_.line)
      if (line.crossing == crossing_.name) add_line(name, line, layout);
    for (const auto& [order, name] : ordered_)
      if (!layout.stage.at(name).own_lanes) {
        shared_[name] = nth<StageIndex>(crossing_.stages.size());
        crossing_.stages.push_back(
            stage(name, layout.stage.at(name), layout.stage.at(name).lanes, 1));
      }
    for (StageSetup& made : crossing_.stages) connect(made, layout.stage.at(made.name));
  }

 private:
  StageSetup stage(const std::string& name, const StageSpec& spec, int lanes, double factor) const {
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
    if (!spec.technique.empty())
      made.technique = index_in<TechniqueIndex>(scenario_.technique, spec.technique);
    made.control = spec.control;
    made.selects = spec.selects;
    return made;
  }

  void add_line(const std::string& name, const LineSpec& spec, const LayoutSpec& layout) {
    LineSetup line;
    line.name = name;
    line.crossing = crossing_.index;
    line.place = crossing_.place;
    line.position = static_cast<std::uint16_t>(crossing_.lines.size());
    line.direction = spec.direction;
    line.vehicle_class = spec.vehicle_class;
    line.queue = spec.queue;
    line.road_capacity = spec.road_capacity;
    line.pool = spec.pool;
    line.initial_queue = spec.initial_queue;
    line.reference_wait = spec.reference_wait;
    for (std::size_t c = 0; c < vehicle_classes; ++c)
      line.serves[c] = spec.serves(static_cast<VehicleClass>(c));
    line.closed = is_closed(spec, scenario_);
    line.diverts = spec.when_full == WhenFull::divert;
    set_release(line, spec);
    const auto index = nth<LineIndex>(setup_.lines.size());
    StageIndex before;
    for (const auto& [order, stage_name] : ordered_) {
      const StageSpec& s = layout.stage.at(stage_name);
      if (!s.own_lanes) continue;
      StageSetup made = stage(stage_name, s, spec.lanes, before ? 1.0 : first_factor(spec));
      made.line = index;
      made.manned_first = spec.manned_first;
      made.first = !before;
      const auto here = nth<StageIndex>(crossing_.stages.size());
      if (before) crossing_.stages[before.value].joined = here;
      if (!before) line.first = here;
      if (!before)
        line.mean_first_check = made.time[static_cast<std::size_t>(spec.vehicle_class)].mean();
      crossing_.stages.push_back(std::move(made));
      before = here;
    }
    if (!before)
      throw std::invalid_argument("the layout of crossing '" + crossing_.name +
                                  "' has no stage with own lanes");
    crossing_.lines.push_back(index);
    setup_.lines.push_back(std::move(line));
  }

  // Which side holds a booked queue back is not known: the other one has `slack` to spare.
  double first_factor(const LineSpec& spec) const {
    if (spec.queue != QueueKind::booked) return spec.time_factor;
    return spec.time_factor / (1 + scenario_.slack * std::max(0.0, 1 - 2 * scenario_.binding_side));
  }
  void set_release(LineSetup& line, const LineSpec& spec) const {
    const double spare = 1 + scenario_.slack * std::max(0.0, 2 * scenario_.binding_side - 1);
    line.release_per_hour.fill(spec.release_per_hour * spare);
    for (const ReleaseRow& row : scenario_.release)
      if (row.crossing == crossing_.name)
        line.release_per_hour[static_cast<std::size_t>(row.hour)] =
            spec.release_per_hour * row.factor * spare;
  }

  void connect(StageSetup& from, const StageSpec& spec) const {
    const auto lead = [&](Outcome outcome, const std::vector<std::string>& targets) {
      for (const std::string& target : targets)
        if (const StageIndex to = find(target, from.line))
          from.next[static_cast<std::size_t>(outcome)].push_back(to);
    };
    lead(Outcome::cleared, spec.next.cleared);
    lead(Outcome::alarm, spec.next.alarm);
    lead(Outcome::green, spec.next.green);
    lead(Outcome::yellow, spec.next.yellow);
    lead(Outcome::orange, spec.next.orange);
    lead(Outcome::red, spec.next.red);
    lead(Outcome::blue, spec.next.blue);
  }

  StageIndex find(const std::string& name, LineIndex line) const {
    if (const auto shared = shared_.find(name); shared != shared_.end()) return shared->second;
    for (std::size_t s = 0; s < crossing_.stages.size(); ++s)
      if (crossing_.stages[s].name == name && crossing_.stages[s].line == line)
        return nth<StageIndex>(s);
    return {};
  }

  Setup& setup_;
  CrossingSetup& crossing_;
  const Scenario& scenario_;
  std::vector<std::pair<int, std::string>> ordered_;
  std::map<std::string, StageIndex> shared_;
};

}  // namespace

void build_crossing(Setup& setup, CrossingSetup& crossing) {
  const Scenario& s = setup.scenario;
  CrossingBuilder(setup, crossing).build(s.layout.at(s.crossing.at(crossing.name).layout));
}

}  // namespace cordon
