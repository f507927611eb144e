#pragma once

// A sweep as a job array of Slurm, with a step that merges.

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/sweep/work_folder.hpp"

namespace cordon {

struct SlurmOptions {
  std::uint32_t shards = 0;                      ///< 0: as many as make each worth its start
  std::string account, partition, time, memory;  ///< as sbatch takes them; "": its default
};

/// What each task runs again.
struct SweepCall {
  std::string experiment;
  std::vector<std::string> set;
  std::string place;
};

struct SlurmScripts {
  std::filesystem::path array, merge;
};

/// As asked for, or so many that each simulates for a minute or so, at least 30 s, by a timed
/// pilot.
[[nodiscard]] std::uint32_t shards_for(const SlurmOptions& options, const Experiment& experiment);

/// Writes the scripts into the work folder.
SlurmScripts write_slurm_scripts(const Experiment& experiment, const WorkFolder& work,
                                 const SlurmOptions& options, const SweepCall& call);

/// Submits both. The merge waits until the tasks have ended, however they end, and then looks at
/// their markers: one that waits for success waits for ever after a failure.
/// @return what to tell the user
/// @throws UserError  when there is no sbatch, or it refuses
[[nodiscard]] std::string submit_to_slurm(const SlurmScripts& scripts);

}  // namespace cordon
