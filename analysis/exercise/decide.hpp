#pragma once

// Which contingencies happen. One that waits for a reaction happens at its deadline if the reaction
// has not come by then in one run; since nothing before that moment changes, what was decided
// before stays decided.

#include <functional>
#include <stdexcept>
#include <stop_token>

#include "analysis/exercise/branch.hpp"
#include "analysis/exercise/expectation.hpp"
#include "sim/run/replicate.hpp"

namespace cordon {

/// A branch with all that happens in it.
struct Played {
  NamedScenario scenario;
  std::vector<Happening> happenings;  ///< the first first
};

/// One run, while it goes on.
struct Running {
  std::uint64_t seed = 1;
  std::uint32_t replication = 1;
  std::function<void(double)> progress = {};  ///< told the share of the run that is over
  std::stop_token stop = {};
};

/// What was asked for is no longer wanted.
struct Stopped : std::runtime_error {
  Stopped() : std::runtime_error("stopped before the end") {}
};

/// A run that was looked at, and what came of what was expected.
struct Observed {
  std::vector<Reaction> reactions;
  Replication result;
};
/// @param trace  takes the bytes of the trace; none: nobody does
/// @throws Stopped
[[nodiscard]] Observed observe(const Script& script, const Played& played, const Running& running,
                               const trace::Sink& trace = {});

/// What happens in this run, contingencies with it.
/// @throws ScenarioError  with every problem
/// @throws Stopped
[[nodiscard]] Played decide(const Script& script, const Running& running);

}  // namespace cordon
