#pragma once

// Many replications of one scenario, on threads.

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "sim/model/setup.hpp"
#include "sim/output/details.hpp"
#include "sim/output/measures.hpp"
#include "sim/output/trace/writer.hpp"

namespace cordon {

struct Replication {
  std::uint32_t number = 0;
  std::uint64_t events = 0;          ///< that happened, at all places
  std::vector<MeasureValue> values;  ///< the same measures and labels in every replication
  std::vector<QueueSample> queues;
  Details details;
};

/// What else is to be seen of replications; nothing costs anything unless it is asked for.
struct Watch {
  /// Checks after every event that what the events say and what there is agree.
  bool verify = false;
  /// Where the trace of a replication is to be written; null: nowhere. Called from any thread.
  std::function<std::unique_ptr<trace::Writer>(std::uint32_t number)> trace;
};

/// Runs replications first, first + 1, ... of a world, each a pure function of (setup, seed,
/// number).
/// @param jobs  threads, at least 1; any number gives the same results
/// @param done  called after each replication, from any thread but never from two at a time
/// @param stop  when asked to, no further replication is begun; those that are done are returned
/// @return in the order of their numbers
/// @throws VerifyError  when verifying, at the first event that contradicts what there is
[[nodiscard]] std::vector<Replication> replicate(
    const std::shared_ptr<const Setup>& setup, std::uint64_t seed, std::uint32_t first,
    std::uint32_t count, int jobs, const std::function<void(const Replication&)>& done = {},
    std::stop_token stop = {}, const Watch& watch = {});

}  // namespace cordon
