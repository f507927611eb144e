#pragma once

// Plays a branch once, for looking at.

#include <filesystem>
#include <functional>

#include "analysis/exercise/decide.hpp"
#include "sim/run/replicate.hpp"

namespace cordon {

struct Recording {
  Played played;
  std::vector<Reaction> reactions;
  Replication result;
};

/// Runs one replication of the branch with what is planned and with the contingencies that it comes
/// to, and leaves its trace in a file, which is there only when it is whole.
///
/// @param progress  called with the share of the run that is over, from 0 to 1; with contingencies
///                  several runs follow one another
/// @throws ScenarioError, Stopped, OutputError
[[nodiscard]] Recording record(const Script& script, std::uint64_t seed, std::uint32_t replication,
                               const std::filesystem::path& trace,
                               const std::function<void(double)>& progress = {},
                               std::stop_token stop = {});

}  // namespace cordon
