// What a draw and a measurement cost, in nanoseconds each: independent calls on numbers that lie in
// the first-level cache.

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "sim/engine/distribution.hpp"
#include "sim/engine/elementary.hpp"
#include "sim/engine/statistics.hpp"

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

void report_each(benchmark::State& state) {
  state.counters["each"] = benchmark::Counter(
      how_many, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
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

std::vector<std::int64_t> waits() {
  const Distribution wait = Distribution::lognormal(720e6, 2.0);
  std::vector<std::int64_t> values;
  for (double u : uniforms()) values.push_back(std::llround(wait.sample(u)));
  return values;
}

template <class Statistic, class Value>
void add(benchmark::State& state) {
  const std::vector<std::int64_t> values = waits();
  Statistic statistic;
  for (auto _ : state) {
    for (std::int64_t value : values) {
      statistic.add(static_cast<Value>(value));
      benchmark::ClobberMemory();
    }
    benchmark::DoNotOptimize(statistic);
  }
  report_each(state);
}
BENCHMARK(add<Moments, std::int64_t>);
BENCHMARK(add<Welford, double>);
BENCHMARK(add<QuantileSketch, std::int64_t>);

void change_of_time_weighted(benchmark::State& state) {
  TimeWeighted queue;
  Time now = start_of_run;
  std::int64_t by = 1;
  for (auto _ : state) {
    for (std::size_t i = 0; i < how_many; ++i) {
      now += 1s;
      queue.change(now, by);
      by = -by;
      benchmark::ClobberMemory();
    }
    benchmark::DoNotOptimize(queue);
  }
  report_each(state);
}
BENCHMARK(change_of_time_weighted);

}  // namespace
}  // namespace cordon
