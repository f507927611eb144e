// What a draw and a measurement cost, in nanoseconds each: independent calls on numbers that lie in
// the first-level cache.

#include <benchmark/benchmark.h>

#include <cstddef>
#include <random>
#include <vector>

#include "sim/engine/distribution.hpp"
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

void sample(benchmark::State& state, const Distribution& distribution) {
  measure(state, [&](double u) { return distribution.sample(u); });
}
BENCHMARK_CAPTURE(sample, constant, Distribution::constant(720.0));
BENCHMARK_CAPTURE(sample, uniform, Distribution::uniform(60.0, 120.0));
BENCHMARK_CAPTURE(sample, exponential, Distribution::exponential(720.0));
BENCHMARK_CAPTURE(sample, erlang, Distribution::erlang(3, 720.0));
BENCHMARK_CAPTURE(sample, gamma, Distribution::gamma(720.0, 0.6));
BENCHMARK_CAPTURE(sample, gamma_of_cv_2, Distribution::gamma(720.0, 2.0));
BENCHMARK_CAPTURE(sample, lognormal, Distribution::lognormal(720.0, 0.6));
BENCHMARK_CAPTURE(sample, weibull, Distribution::weibull(720.0, 0.6));
BENCHMARK_CAPTURE(sample, triangular, Distribution::triangular(300.0, 600.0, 1200.0));
BENCHMARK_CAPTURE(sample, empirical,
                  Distribution::empirical({1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0}));

}  // namespace
}  // namespace cordon
