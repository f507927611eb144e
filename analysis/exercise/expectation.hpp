#pragma once

// What should follow an inject, and whether it came: the rows of a run, looked at as they come.

#include <optional>
#include <span>
#include <vector>

#include "analysis/exercise/spelling.hpp"
#include "sim/output/trace/field.hpp"
#include "sim/output/trace/header.hpp"
#include "sim/output/trace/row.hpp"

namespace cordon {

/// Whether in one run what was expected of an inject came in time.
struct Reaction {
  std::string inject;
  Duration deadline{0};          ///< since the start of the run; what comes then is too late
  std::optional<Duration> came;  ///< none: it did not
};

/// The header that a trace of this scenario would have: without the truth on a real map.
[[nodiscard]] trace::Header header_for(const NamedScenario& scenario, std::uint64_t seed,
                                       std::uint32_t replication);

/// Whether what is expected of an inject can come in this scenario.
void check_expectation(const PlacedInject& inject, Duration at, const NamedScenario& scenario,
                       Problems& problems);

/// Waits in one run for what is expected of all that happens.
class Lookout {
 public:
  Lookout(const Script& script, const std::vector<Happening>& happenings, trace::Header header);

  /// The next rows, in their order.
  void see(std::span<const trace::Row> rows);
  /// Of each happening of which something is expected, in their order.
  [[nodiscard]] const std::vector<Reaction>& reactions() const { return reactions_; }

 private:
  struct Wanted {
    std::int64_t from = 0, before = 0;
    std::uint16_t event = 0;
    std::optional<std::uint16_t> place;
    std::vector<std::pair<trace::Key, std::string>> where;
  };
  [[nodiscard]] bool is_wanted(const trace::Row& row, const Wanted& wanted) const;

  trace::Header header_;
  std::vector<Wanted> wanted_;
  std::vector<Reaction> reactions_;
};

}  // namespace cordon
