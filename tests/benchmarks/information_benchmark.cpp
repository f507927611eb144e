// What information exchange costs: the Polish-Ukrainian border with all channels on, and with the
// same declarations and none, in processor time. Read side by side: --benchmark_filter=information
// --benchmark_enable_random_interleaving=true --benchmark_repetitions=5.

#include <benchmark/benchmark.h>

#include "sim/run/replicate.hpp"
#include "sim/scenario/parameters.hpp"

namespace cordon {
namespace {

void information(benchmark::State& state, const char* scenario) {
  const auto setup = make_setup(
      read_scenario(std::string(CORDON_SOURCE_DIR "/scenarios/pl_ua/") + scenario + ".toml").spec);
  std::uint32_t replication = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(replicate(setup, 1, replication++, 1, 1).front().events);
}
BENCHMARK_CAPTURE(information, none, "baseline")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(information, all_channels, "information")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cordon
