// The future event set under the hold model (take one, schedule one), and keyed luck.

#include <benchmark/benchmark.h>

#include <variant>

#include "sim/engine/elementary.hpp"
#include "sim/engine/future_events.hpp"
#include "sim/engine/luck.hpp"

namespace cordon {
namespace {

struct Tick {
  std::uint32_t subject;
};
struct Tock {
  std::uint64_t a, b;
};

void hold(benchmark::State& state) {
  FutureEvents<std::variant<Tick, Tock>> future;
  const Luck luck(1, 0);
  std::uint64_t count = 0;
  std::uint32_t draw = 0;
  // Gaps are drawn beforehand, so that what is timed is the set alone.
  std::vector<Duration> gaps(1 << 16);
  for (Duration& gap : gaps)
    gap = from_seconds(-elementary::log(luck.uniform(Subject{1, draw++}, 0)) * 60) + Duration{1};
  for (std::int64_t n = 0; n < state.range(0); ++n)
    future.schedule(start_of_run + gaps[count % gaps.size()], {1, count}, Tick{0}), ++count;
  for (auto _ : state)
    future.take(never, [&](Time now, const auto&) {
      future.schedule(now + gaps[count % gaps.size()], {1, count}, Tick{0});
      ++count;
    });
  state.counters["events/s"] =
      benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(hold)->Name("future events, pending")->Arg(100)->Arg(10'000)->Arg(1'000'000);

void keyed_draw(benchmark::State& state) {
  const Luck luck(1, 0);
  std::uint32_t n = 0;
  for (auto _ : state) benchmark::DoNotOptimize(luck.uniform(Subject{1, n++}, 5));
}
BENCHMARK(keyed_draw)->Name("keyed draw");

void draws_at_birth(benchmark::State& state) {
  const Luck luck(1, 0);
  std::uint32_t n = 0;
  for (auto _ : state) {
    const Draws draws = luck.draws({1, n++});
    for (unsigned purpose = 0; purpose < 4; ++purpose)
      benchmark::DoNotOptimize(luck.uniform(draws, purpose));
  }
}
BENCHMARK(draws_at_birth)->Name("four keyed draws at birth");

}  // namespace
}  // namespace cordon
