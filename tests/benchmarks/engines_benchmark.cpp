// What risk engines cost: the Polish-Ukrainian baseline with each of them, in processor time. With
// declarations that have the fields of learning.toml, so that engines have papers to read. Read
// side by side: --benchmark_filter=engine --benchmark_enable_random_interleaving=true
// --benchmark_repetitions=5.

#include <benchmark/benchmark.h>

#include "sim/run/replicate.hpp"
#include "sim/scenario/parameters.hpp"

namespace cordon {
namespace {

void with_engine(benchmark::State& state, RiskEngine engine) {
  Scenario s = read_scenario(CORDON_SOURCE_DIR "/scenarios/pl_ua/learning.toml").spec;
  s.selection.engine = engine;
  const auto setup = make_setup(s);
  std::uint32_t replication = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(replicate(setup, 1, replication++, 1, 1).front().events);
}
BENCHMARK_CAPTURE(with_engine, random, RiskEngine::random)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(with_engine, binormal, RiskEngine::binormal)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(with_engine, log_odds, RiskEngine::log_odds)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(with_engine, logistic, RiskEngine::logistic)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cordon
