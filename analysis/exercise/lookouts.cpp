#include "analysis/exercise/lookouts.hpp"

#include <algorithm>

namespace cordon {

Lookouts::Lookouts(const Injected& injected, const NamedScenario& scenario, std::uint64_t seed)
    : injected_(injected),
      header_(header_for(scenario, seed, 0)),
      any_(std::any_of(
          injected.happenings.begin(), injected.happenings.end(), [&](const Happening& happening) {
            return inject_of(injected.script, happening.inject).spec.expects.has_value();
          })) {}

trace::RowSink Lookouts::see(std::uint32_t replication) {
  auto lookout = std::make_unique<Lookout>(injected_.script, injected_.happenings, header_);
  Lookout* const looks = lookout.get();
  const std::lock_guard lock(adding_);
  by_replication_[replication] = std::move(lookout);
  return [looks](std::span<const trace::Row> rows) { looks->see(rows); };
}

const std::vector<Reaction>& Lookouts::reactions(std::uint32_t replication) const {
  static const std::vector<Reaction> none;
  const auto found = by_replication_.find(replication);
  return found == by_replication_.end() ? none : found->second->reactions();
}

}  // namespace cordon
