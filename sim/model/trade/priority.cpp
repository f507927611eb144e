#include "sim/model/trade/priority.hpp"

#include <algorithm>

#include "sim/model/make_setup.hpp"

namespace cordon {

void add_priorities(Setup& setup) {
  std::vector<const std::pair<const std::string, PrioritySpec>*> named;
  for (const auto& entry : setup.scenario.priority) named.push_back(&entry);
  std::sort(named.begin(), named.end(),
            [](auto* a, auto* b) { return a->second.order < b->second.order; });
  for (const auto* entry : named) {
    PrioritySetup made{entry->first, entry->second.aeo, entry->second.preempts, {}};
    for (std::size_t c = 0; c < made.share.size(); ++c) {
      const auto given =
          entry->second.share.find(std::string(name_of(static_cast<VehicleClass>(c))));
      if (given != entry->second.share.end()) made.share[c] = given->second;
    }
    setup.priorities.push_back(std::move(made));
  }
  if (named.empty()) setup.priorities.push_back({"aeo", true, false, {}});
}

std::uint8_t priority_of(VehicleClass c, bool aeo, const Setup& setup, double luck) {
  double below = 0;
  for (std::size_t p = 0; p < setup.priorities.size(); ++p) {
    const PrioritySetup& priority = setup.priorities[p];
    below += priority.share[static_cast<std::size_t>(c)];
    if ((priority.aeo && aeo) || luck < below) return static_cast<std::uint8_t>(p);
  }
  return static_cast<std::uint8_t>(setup.priorities.size());
}

}  // namespace cordon
