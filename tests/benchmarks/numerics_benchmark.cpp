// What a draw and a measurement cost, in nanoseconds each: independent calls on numbers that lie in
// the first-level cache.

#include <benchmark/benchmark.h>

#include <cstddef>
#include <random>
#include <vector>

#include "sim/engine/elementary.hpp"

namespace cordon {
namespace {

constexpr std::size_t how_many = 1024;

std::vector<double> uniforms() {
  std::mt19937 bits{1};
  std::vector<double> us;
  for (std::size_t i = 0; i < how_many; ++i)
    us.push_back((static_cast<double>(bits()) + 0.5) * 0x1p-32);
  return us;
}

template <class F>
void measure(benchmark::State& state, F&& f) {
  const std::vector<double> us = uniforms();
  for (auto _ : state) {
    double sum = 0.0;
    for (double u : us) sum += f(u);
    benchmark::DoNotOptimize(sum);
  }
  state.counters["each"] = benchmark::Counter(
      how_many, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void exp(benchmark::State& state) {
  measure(state, [](double u) { return elementary::exp(20.0 * u - 10.0); });
}
BENCHMARK(exp);

void log(benchmark::State& state) {
  measure(state, [](double u) { return elementary::log(u); });
}
BENCHMARK(log);

void normal_quantile(benchmark::State& state) {
  measure(state, [](double u) { return elementary::normal_quantile(u); });
}
BENCHMARK(normal_quantile);

}  // namespace
}  // namespace cordon
