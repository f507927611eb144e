#include "sim/run/replicate.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "sim/output/ledger.hpp"
#include "sim/output/periods.hpp"
#include "sim/output/recorder/recorder.hpp"
#include "sim/output/stage_times.hpp"
#include "sim/output/trace/tracer.hpp"
#include "sim/output/verifier.hpp"
#include "sim/run/simulate.hpp"
#include "sim/run/together.hpp"

namespace cordon {
namespace {

// What every run is counted by.
struct Account {
  explicit Account(const Setup& setup) : recorder(setup), ledger(setup), stage_times(setup) {}
  Recorder recorder;
  Ledger ledger;
  StageTimes stage_times;
};

template <class... More>
void observe(World& world, Account& account, More&... more) {
  Together together(account.recorder, account.ledger, account.stage_times, more...);
  simulate(world, together);
}

// Each way of watching is a loop of its own, so that the usual one pays for no other.
template <class... More>
void watch_over(World& world, Account& account, trace::Writer* trace, bool verify, More&... more) {
  std::optional<trace::Tracer> tracer;
  std::optional<Verifier> verifier;
  if (trace) tracer.emplace(*world.setup, *trace);
  if (verify) verifier.emplace(*world.setup);
  if (trace && verify) return observe(world, account, *verifier, *tracer, more...);
  if (trace) return observe(world, account, *tracer, more...);
  if (verify) return observe(world, account, *verifier, more...);
  observe(world, account, more...);
}

Replication run_one(const std::shared_ptr<const Setup>& setup, std::uint64_t seed,
                    std::uint32_t number, const Watch& watch) {
  World world = build_world(setup, seed, number);
  Account account(*setup);
  const auto trace = watch.trace ? watch.trace(number) : nullptr;
  Replication result;
  if (setup->scenario.record.period > Duration::zero()) {
    Periods periods(*setup);
    watch_over(world, account, trace.get(), watch.verify, periods);
    result.values = periods.values();
  } else {
    watch_over(world, account, trace.get(), watch.verify);
  }
  result.number = number;
  result.events = account.recorder.events();
  const auto in_all = account.recorder.values();
  result.values.insert(result.values.begin(), in_all.begin(), in_all.end());
  result.queues = account.recorder.queues();
  result.details = account.ledger.details(account.recorder);
  result.details.stages = account.stage_times.times();
  return result;
}

}  // namespace

std::vector<Replication> replicate(const std::shared_ptr<const Setup>& setup, std::uint64_t seed,
                                   std::uint32_t first, std::uint32_t count, int jobs,
                                   const std::function<void(const Replication&)>& done,
                                   std::stop_token stop, const Watch& watch) {
  std::vector<Replication> results;
  std::atomic<std::uint32_t> next{0};
  std::mutex finished;
  std::exception_ptr failure;
  const auto work = [&] {
    try {
      for (std::uint32_t n; !stop.stop_requested() && (n = next++) < count;) {
        Replication result = run_one(setup, seed, first + n, watch);
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
