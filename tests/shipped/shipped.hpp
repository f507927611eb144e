#pragma once

// Runs the scenarios that come with the program, as a user does.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "sim/run/replicate.hpp"
#include "sim/scenario/parameters.hpp"
#include "tests/support/small_worlds.hpp"

namespace cordon::shipped {

const std::filesystem::path folder = std::filesystem::path(CORDON_SOURCE_DIR) / "scenarios";

/// @param name  such as "dover/plus_40"
/// @param settings  as after --set
inline Scenario scenario(const std::string& name, const std::vector<std::string>& settings = {}) {
  std::vector<Override> overrides;
  for (const std::string& s : settings) overrides.push_back(parse_override(s));
  return read_scenario(folder / (name + ".toml"), overrides).spec;
}

/// The first replications of seed 1.
inline std::vector<Replication> run(const Scenario& scenario, std::uint32_t replications) {
  return replicate(make_setup(scenario), 1, 0, replications, 1);
}

/// How long the queue is each time that it is looked at, of a scenario with one line.
inline std::vector<int> queue_of(const Replication& replication) {
  std::vector<int> waiting;
  for (const QueueSample& sample : replication.queues) waiting.push_back(sample.waiting);
  return waiting;
}

/// The same, as the mean of many replications.
inline std::vector<double> mean_queue(const std::vector<Replication>& runs) {
  std::vector<double> mean(runs.front().queues.size());
  for (const Replication& r : runs)
    for (std::size_t i = 0; i < mean.size(); ++i)
      mean[i] += r.queues[i].waiting / static_cast<double>(runs.size());
  return mean;
}

}  // namespace cordon::shipped
