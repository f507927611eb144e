// What shocks make of a setup. Places, people, machines and what leads where stay the same, so that
// whatever goes on in a run can go on under other conditions.

#include <algorithm>
#include <stdexcept>

#include "sim/model/make_setup.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

template <class T, class Same>
bool all_alike(const std::vector<T>& a, const std::vector<T>& b, Same same) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

void require(bool same, const std::string& what) {
  if (!same)
    throw std::invalid_argument("a shock would change " + what +
                                ", which must stay the same during a run");
}

bool same_stage(const StageSetup& a, const StageSetup& b) {
  return a.name == b.name && a.line == b.line && a.sharing == b.sharing;
}

bool same_way(const std::vector<Hop>& a, const std::vector<Hop>& b) {
  return all_alike(a, b, [](const Hop& x, const Hop& y) {
    return x.place == y.place && x.channel == y.channel;
  });
}

void require_same_world(const Setup& first, const Setup& other) {
  for (std::size_t c = 0; c < first.crossings.size(); ++c) {
    const CrossingSetup& a = first.crossings[c];
    const CrossingSetup& b = other.crossings[c];
    require(all_alike(a.stages, b.stages, same_stage), "the stages of crossing '" + a.name + "'");
    require(a.needs == b.needs, "what the lanes or pursuits of '" + a.name + "' need");
  }
  for (std::size_t r = 0; r < first.regions.size(); ++r)
    require(all_alike(first.regions[r].sources, other.regions[r].sources,
                      [](const SourceSetup& a, const SourceSetup& b) {
                        return a.name == b.name && a.lines == b.lines;
                      }),
            "the flows of place '" + first.regions[r].name + "'");
  for (std::size_t g = 0; g < first.groups.size(); ++g)
    require(all_alike(first.groups[g].routes, other.groups[g].routes,
                      [](const RouteSetup& a, const RouteSetup& b) {
                        return a.line == b.line && a.vehicle_class == b.vehicle_class;
                      }),
            "the routes of group '" + first.groups[g].name + "'");
  for (std::size_t e = 0; e < first.exchanges.size(); ++e)
    require(all_alike(first.exchanges[e].way, other.exchanges[e].way, same_way),
            "the way of messages of exchange '" + first.exchanges[e].name + "'");
}

// Whether a path, in which `*` stands for any name, is that of the line's or its crossing's
// closing.
bool closes(const ChangeSpec& change, const LineSetup& line, const Setup& setup) {
  const auto keys = format::split_path(change.key);
  if (!keys || keys->size() != 3 || keys->back() != "closed") return false;
  const std::string& name = (*keys)[0] == "line"       ? line.name
                            : (*keys)[0] == "crossing" ? setup.crossings[line.crossing.value].name
                                                       : keys->front();
  return (*keys)[1] == "*" || (*keys)[1] == name;
}

// How long before it began its closing was announced.
Duration announced(Duration at, const LineSetup& line, const Setup& setup) {
  Duration longest{0};
  for (const auto& [name, shock] : setup.scenario.shock)
    for (const auto& [what, change] : shock.change)
      if (shock.start == at && closes(change, line, setup))
        longest = std::max(longest, shock.announced);
  return longest;
}

// One for each time that a line is closed by what was announced.
std::vector<Closure> known_closures(const Setup& first) {
  std::vector<Closure> all;
  for (std::uint16_t l = 0; l < first.lines.size(); ++l) {
    bool closed = first.lines[l].closed, known = false;
    for (const Setup::Later& later : first.later) {
      const bool was_closed = closed;
      closed = later.setup->lines[l].closed;
      if (closed == was_closed) continue;
      if (!closed && known) all.back().until = later.from;
      const Duration ahead = announced(later.from - start_of_run, first.lines[l], first);
      known = closed && ahead > Duration::zero();
      if (known) all.push_back({{l}, later.from, never, later.from - ahead});
    }
  }
  return all;
}

// Vehicles that found no room once may still wait for it when there is room for any number.
void limit_alike(Setup& setup, const std::vector<std::shared_ptr<Setup>>& others) {
  for (std::size_t c = 0; c < setup.crossings.size(); ++c) {
    bool limited = setup.crossings[c].limited;
    for (const auto& other : others) limited |= other->crossings[c].limited;
    setup.crossings[c].limited = limited;
    for (const auto& other : others) other->crossings[c].limited = limited;
  }
}

}  // namespace

void add_later(Setup& setup, const std::vector<std::shared_ptr<Setup>>& others) {
  limit_alike(setup, others);
  for (std::size_t n = 0; n < others.size(); ++n) {
    require_same_world(setup, *others[n]);
    setup.later.push_back({start_of_run + setup.scenario.conditions[n].from, others[n]});
  }
  setup.closures = known_closures(setup);
  for (const auto& other : others) other->closures = setup.closures;
}

}  // namespace cordon
