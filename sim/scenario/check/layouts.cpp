// Stages of control: what they lead to, and what they share.

#include <fmt/format.h>

#include <map>
#include <set>

#include "sim/scenario/check/check.hpp"

namespace cordon {
namespace {

// One layout, and where in the file its stages are.
class LayoutCheck {
 public:
  LayoutCheck(const std::string& name, const LayoutSpec& layout, Problems& problems)
      : name_(name), layout_(layout), problems_(problems) {
    for (const auto& [stage, spec] : layout.stage)
      desks_.insert(spec.alongside.begin(), spec.alongside.end());
  }

  void run() {
    std::set<int> orders;
    std::set<std::string> machines;
    bool own = false;
    for (const auto& [name, stage] : layout_.stage) {
      if (!stage.equipment.empty() && (stage.own_lanes || !machines.insert(stage.equipment).second))
        at(name, "equipment",
           fmt::format("'{}' is used by several lanes or stages; expected one shared stage for a "
                       "kind of machine, so that each machine is in one place",
                       stage.equipment));
      own |= stage.own_lanes && !desks_.contains(name);
      if (!orders.insert(stage.order).second)
        at(name, "order",
           fmt::format("is {}, as of another stage; expected a number of its own", stage.order));
      if (stage.technique.empty() != (stage.control == ControlKind::none))
        at(name, "control", "does not go with `technique`; expected both or neither");
      for (const std::string& target : targets(stage)) check_target(name, stage, target);
      for (const std::string& desk : stage.alongside) check_desk(name, desk);
      check_hall(name, stage);
      if (!stage.read_at.empty()) check_pictures(name, stage);
      if (!stage.area.empty()) check_area(name, stage);
    }
    if (!own)
      problems_.at(
          path_of({"layout", name_}),
          "has no stage with own_lanes = true; expected at least one, for the first check");
    check_all_are_reached();
  }

 private:
  void at(const std::string& stage, std::string_view key, std::string message) {
    problems_.at(path_of({"layout", name_, "stage", stage, key}), std::move(message));
  }

  static std::set<std::string> targets(const StageSpec& stage) {
    const NextSpec& n = stage.next;
    std::set<std::string> all;
    for (const auto* some : {&n.cleared, &n.alarm, &n.green, &n.yellow, &n.orange, &n.red, &n.blue})
      all.insert(some->begin(), some->end());
    return all;
  }

  void check_target(const std::string& from, const StageSpec& stage, const std::string& target) {
    const auto to = layout_.stage.find(target);
    if (to == layout_.stage.end())
      at(from, "next", fmt::format("'{}' is not a stage of layout '{}'", target, name_));
    else if (to->second.order <= stage.order)
      at(from, "next", fmt::format("leads back to '{}'; expected a stage of higher order", target));
    else if (desks_.contains(target))
      at(from, "next",
         fmt::format("leads to '{}', a desk, where only papers go; expected another stage",
                     target));
  }

  // Vehicles come to the first of a line's own stages; a one-stop crew does all of them.
  void check_all_are_reached() {
    std::set<std::string> reached;
    for (const auto& [name, stage] : layout_.stage)
      if (stage.own_lanes && !desks_.contains(name) &&
          (reached.empty() || stage.order < layout_.stage.at(*reached.begin()).order))
        reached = {name};
    const bool has_first = !reached.empty();
    std::vector<std::string> next(reached.begin(), reached.end());
    while (!next.empty()) {
      const auto from = layout_.stage.find(next.back());
      next.pop_back();
      if (from == layout_.stage.end()) continue;
      for (const std::string& to : targets(from->second))
        if (reached.insert(to).second) next.push_back(to);
    }
    for (const auto& [name, stage] : layout_.stage)
      if (has_first && !reached.contains(name) && !desks_.contains(name))
        at(name, "order",
           "vehicles never come to this stage; expected it in `next` of one that they come to, or "
           "as a desk in `alongside`");
  }

  // A desk sees papers only: nothing leads on from it, and it needs no room.
  void check_desk(const std::string& from, const std::string& desk) {
    const auto found = layout_.stage.find(desk);
    if (found == layout_.stage.end())
      return at(from, "alongside", fmt::format("'{}' is not a stage of layout '{}'", desk, name_));
    const StageSpec& spec = found->second;
    if (desk == from) at(from, "alongside", "names the stage itself; expected another one");
    if (!targets(spec).empty())
      at(desk, "next",
         "leads on from a desk; expected nothing: the vehicle goes on from its stage");
    if (spec.selects || spec.sharing || spec.places || !spec.area.empty() ||
        !spec.alongside.empty() || spec.control == ControlKind::search)
      at(from, "alongside",
         fmt::format("'{}' selects, searches, is a hall, or has places, an area or desks of its "
                     "own; expected a plain desk",
                     desk));
  }

  void check_hall(const std::string& name, const StageSpec& stage) {
    if (!stage.sharing) return;
    if (stage.preempted != Interruption::finish || stage.at_shift_end != Interruption::finish)
      at(name, "sharing",
         "is true, and services are interrupted; expected one or the other: a hall serves all at "
         "once");
  }

  void check_pictures(const std::string& name, const StageSpec& stage) {
    if (stage.control != ControlKind::scan || stage.selects || stage.sharing ||
        desks_.contains(name))
      at(name, "read_at",
         "needs a stage that vehicles come to, with control = \"scan\", which is no hall and "
         "selects nobody; expected one, or nothing");
  }

  // A vehicle that has left an area must not come back to it: two could wait for each other for
  // ever.
  void check_area(const std::string& name, const StageSpec& stage) {
    if (!layout_.area.contains(stage.area))
      return at(name, "area", fmt::format("'{}' is not an area of layout '{}'", stage.area, name_));
    for (const std::string& target : targets(stage)) {
      const auto to = layout_.stage.find(target);
      if (to == layout_.stage.end() || to->second.area == stage.area) continue;
      std::set<std::string> seen;
      if (leads_into(target, stage.area, seen))
        return at(
            name, "area",
            fmt::format("'{}' is left for '{}' and entered again behind it; expected an area that "
                        "vehicles leave once, or they could block each other for ever",
                        stage.area, target));
    }
  }

  bool leads_into(const std::string& from, const std::string& area, std::set<std::string>& seen) {
    const auto found = layout_.stage.find(from);
    if (found == layout_.stage.end() || !seen.insert(from).second) return false;
    if (found->second.area == area) return true;
    const auto next = targets(found->second);
    return std::any_of(next.begin(), next.end(),
                       [&](const std::string& to) { return leads_into(to, area, seen); });
  }

  const std::string& name_;
  const LayoutSpec& layout_;
  Problems& problems_;
  std::set<std::string> desks_;
};

}  // namespace

// In one stop the crew is done with a vehicle at the last of the line's own stages, and only what
// that one finds or selects is acted on.
void check_merged_stop(const std::string& crossing, const std::string& layout_name,
                       const LayoutSpec& layout, Problems& problems) {
  std::set<std::string> desks;
  for (const auto& [name, stage] : layout.stage)
    desks.insert(stage.alongside.begin(), stage.alongside.end());
  int last = -1;
  for (const auto& [name, stage] : layout.stage)
    if (stage.own_lanes && !desks.contains(name)) last = std::max(last, stage.order);
  for (const auto& [name, stage] : layout.stage)
    if (stage.own_lanes && !desks.contains(name) && stage.order < last &&
        (!stage.technique.empty() || stage.selects))
      problems.at(path_of({"crossing", crossing, "cooperation"}),
                  fmt::format("merges the own stages of layout '{}', and '{}' controls or selects "
                              "before the last of them; expected that only of the last",
                              layout_name, name));
}

void check_layouts(const Scenario& s, Problems& problems) {
  for (const auto& [name, layout] : s.layout) LayoutCheck(name, layout, problems).run();
  for (const auto& [name, crossing] : s.crossing) {
    const LayoutSpec& layout = s.layout.at(crossing.layout);
    if (crossing.cooperation != CooperationMode::separate)
      check_merged_stop(name, crossing.layout, layout, problems);
    for (const auto& [stage, lanes] : crossing.lanes) {
      const auto found = layout.stage.find(stage);
      if (found == layout.stage.end() || found->second.own_lanes ||
          !found->second.equipment.empty())
        problems.at(path_of({"crossing", name, "lanes"}),
                    fmt::format("'{}' is not a shared stage without machines of layout '{}'; "
                                "expected one",
                                stage, crossing.layout));
    }
    for (const auto& [kind, count] : crossing.out_of_order) {
      const auto there = crossing.equipment.find(kind);
      const int machines = there == crossing.equipment.end() ? 0 : there->second;
      if (count > machines)
        problems.at(path_of({"crossing", name, "out_of_order"}),
                    fmt::format("has {} of {}; expected at most {}, the machines there", count,
                                kind, machines));
    }
    for (const auto& [area, places] : crossing.places)
      if (!layout.area.contains(area))
        problems.at(
            path_of({"crossing", name, "places"}),
            fmt::format("'{}' is not an area of layout '{}'; expected one", area, crossing.layout));
  }
}

}  // namespace cordon
