#include "sim/run/replicate.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "sim/output/recorder.hpp"
#include "sim/run/simulate.hpp"

namespace cordon {
namespace {

Replication run_one(const std::shared_ptr<const Setup>& setup, std::uint64_t seed,
                    std::uint32_t number) {
  World world = build_world(setup, seed, number);
  Recorder recorder(*setup);
  simulate(world, recorder);
  Replication result;
  result.number = number;
  result.events = recorder.events();
  result.values = recorder.values();
  result.queues = recorder.queues();
  return result;
}

}  // namespace

std::vector<Replication> replicate(const std::shared_ptr<const Setup>& setup, std::uint64_t seed,
                                   std::uint32_t first, std::uint32_t count, int jobs,
                                   const std::function<void(const Replication&)>& done,
                                   std::stop_token stop) {
  std::vector<Replication> results;
  std::atomic<std::uint32_t> next{0};
  std::mutex finished;
  std::exception_ptr failure;
  const auto work = [&] {
    try {
      for (std::uint32_t n; !stop.stop_requested() && (n = next++) < count;) {
        Replication result = run_one(setup, seed, first + n);
        const std::lock_guard lock(finished);
        if (failure) return;
        if (done) done(result);
        results.push_back(std::move(result));
      }
    } catch (...) {
      const std::lock_guard lock(finished);
      if (!failure) failure = std::current_exception();
      next = count;
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (int j = 1; j < jobs; ++j) helpers.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
  std::sort(results.begin(), results.end(),
            [](const Replication& a, const Replication& b) { return a.number < b.number; });
  return results;
}

}  // namespace cordon
