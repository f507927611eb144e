// Joint operations: what they take from where to where, whom they train, and which know of one
// another.

#include <algorithm>
#include <stdexcept>

#include "sim/engine/luck.hpp"
#include "sim/model/make_setup.hpp"

namespace cordon {
namespace {

template <class Items, class Item>
bool is_any_or_among(const Items& items, const Item& item) {
  return items.empty() || std::find(items.begin(), items.end(), item) != items.end();
}

// A base is where its place is.
const std::string& on_the_map(const std::string& post, const Scenario& s) {
  const auto base = s.base.find(post);
  return base == s.base.end() ? post : base->second.place;
}

Duration way(const Network& network, const MoveSpec& move, const Scenario& s) {
  const std::string& from = on_the_map(move.from, s);
  const std::string& to = on_the_map(move.to, s);
  if (from == to) return Duration::zero();
  const auto times = network.travel_times(from);
  const auto found = times.find(to);
  if (found == times.end())
    throw std::invalid_argument("no road leads from '" + move.from + "' to '" + move.to + "'");
  return found->second;
}

MoveSetup move_setup(const MoveSpec& move, const Network& network, const Scenario& s) {
  MoveSetup made;
  made.from = post_or_base(move.from, s);
  made.to = post_or_base(move.to, s);
  made.authority = move.authority;
  made.team = move.team;
  made.officers = move.officers;
  made.travel = way(network, move, s);
  if (!move.equipment.empty()) {
    made.equipment = index_in<EquipmentIndex>(s.equipment, move.equipment);
    made.relocation = s.equipment.at(move.equipment).relocation;
  }
  return made;
}

OperationSetup operation_setup(const std::string& name, const OperationSpec& spec,
                               const Network& network, const Scenario& s) {
  OperationSetup made;
  made.name = name;
  made.spec = spec;
  for (const std::string& post : spec.crossings) made.crossings.push_back(post_or_base(post, s));
  if (spec.target) {
    for (const std::string& flow : spec.target->flows)
      made.flows.push_back(index_in<FlowIndex>(s.flow, flow));
    made.field = static_cast<std::size_t>(
        std::distance(s.declaration.begin(), s.declaration.find(spec.target->field)));
    made.commodity = index_in<CommodityIndex>(s.commodity, spec.target->commodity);
  }
  for (const auto& [unused, move] : spec.move) made.moves.push_back(move_setup(move, network, s));
  return made;
}

// The same once more, and once more; these come after all that have a name of their own.
void add_repeats(Setup& setup) {
  const std::size_t named = setup.operations.size();
  for (std::size_t o = 0; o < named; ++o)
    for (int n = 2; n <= setup.operations[o].spec.repeats; ++n) {
      OperationSetup again = setup.operations[o];
      again.name += " (" + std::to_string(n) + ")";
      again.spec.start += (n - 1) * again.spec.repeat_every;
      again.spec.leaks_at.reset();
      again.repeats = nth<OperationIndex>(o);
      if (again.spec.start < setup.scenario.length) setup.operations.push_back(std::move(again));
    }
}

bool know_of_one_another(const OperationSetup& a, const OperationSetup& b,
                         const std::vector<OperationSetup>& all) {
  const auto first_name = [&](const OperationSetup& o) {
    return o.repeats ? all[o.repeats.value].name : o.name;
  };
  const auto lists = [&](const OperationSetup& x, const OperationSetup& y) {
    const auto& known = x.spec.deconflicted_with;
    return std::find(known.begin(), known.end(), first_name(y)) != known.end();
  };
  const bool one_plan = !a.spec.action_plan.empty() && a.spec.action_plan == b.spec.action_plan;
  return one_plan || first_name(a) == first_name(b) || lists(a, b) || lists(b, a);
}

// Who knows of one that knows of another is together with both.
void deconflict(std::vector<OperationSetup>& all) {
  for (std::size_t o = 0; o < all.size(); ++o) {
    all[o].together = static_cast<std::uint16_t>(o);
    for (std::size_t other = 0; other < o; ++other) {
      if (!know_of_one_another(all[o], all[other], all)) continue;
      const std::uint16_t from = all[o].together, to = all[other].together;
      for (OperationSetup& each : all)
        if (each.together == from) each.together = to;
    }
  }
}

// On a course from the orders on, or from the start.
void add_training(const OperationSetup& plan, Setup& setup) {
  if (plan.spec.training <= Duration::zero()) return;
  for (const CrossingIndex c : plan.crossings) {
    CrossingSetup& post = setup.crossings[c.value];
    for (const auto& [name, team] : setup.scenario.team) {
      const bool here = (post.is_base ? team.base : team.crossing) == post.name;
      if (!here || !is_any_or_among(plan.spec.authorities, team.authority)) continue;
      const Duration start = std::max<Duration>(0h, plan.spec.start - plan.spec.notice);
      post.courses.push_back({name, std::min(plan.spec.training_officers, team.officers), start,
                              plan.spec.training, std::vector<bool>(setup.techniques.size(), true),
                              plan.spec.training_gain});
    }
  }
}

// What a vehicle is asked for by is a bit for each.
void require_few_at_a_time(const Setup& setup) {
  constexpr std::size_t most = 16;
  for (const OperationSetup& one : setup.operations)
    for (const CrossingIndex post : one.crossings) {
      const auto there = std::count_if(
          setup.operations.begin(), setup.operations.end(), [&](const OperationSetup& other) {
            const auto& posts = other.crossings;
            return other.spec.start <= one.spec.start &&
                   one.spec.start < other.spec.start + other.spec.length &&
                   std::find(posts.begin(), posts.end(), post) != posts.end();
          });
      if (static_cast<std::size_t>(there) > most)
        throw std::invalid_argument("more than " + std::to_string(most) +
                                    " operations take place at '" +
                                    setup.crossings[post.value].name + "' at one time");
    }
}

}  // namespace

void add_operations(Setup& setup, const Network& network, std::uint16_t& next) {
  for (const auto& [name, spec] : setup.scenario.operation)
    setup.operations.push_back(operation_setup(name, spec, network, setup.scenario));
  add_repeats(setup);
  for (OperationSetup& operation : setup.operations) {
    operation.place = {next++};
    operation.source = source_of("operation/" + operation.name);
    add_training(operation, setup);
  }
  deconflict(setup.operations);
  require_few_at_a_time(setup);
}

}  // namespace cordon
