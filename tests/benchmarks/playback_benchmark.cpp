// What it costs to show a run: reading a trace, showing any moment, playing, looking things up, and
// memory. The run is 28 days of the Polish-Ukrainian border (2.4 million rows); it is written to a
// temporary file first. Filter: --benchmark_filter=playback.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "sim/scenario/parameters.hpp"
#include "tests/support/recorded_trace.hpp"
#include "viz/playback/cursor.hpp"
#include "viz/playback/divergence.hpp"
#include "viz/playback/history.hpp"
#include "viz/playback/knowledge.hpp"
#include "viz/playback/scan.hpp"

namespace cordon::viz {
namespace {

// The trace of a run, gone when the program ends.
class TraceOfTheBorder {
 public:
  TraceOfTheBorder() {
    std::string name = (std::filesystem::temp_directory_path() / "playback_XXXXXX").string();
    close(mkstemp(name.data()));
    path_ = name;
    std::ofstream file(path_, std::ios::binary);
    const auto setup =
        make_setup(read_scenario(CORDON_SOURCE_DIR "/scenarios/pl_ua/baseline.toml").spec);
    file << testing::trace_of(setup, true, 1);
  }
  ~TraceOfTheBorder() { std::filesystem::remove(path_); }
  TraceOfTheBorder(const TraceOfTheBorder&) = delete;
  TraceOfTheBorder& operator=(const TraceOfTheBorder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

const std::filesystem::path& border() {
  static const TraceOfTheBorder trace;
  return trace.path();
}
const std::shared_ptr<const Recording>& recording() {
  static const auto opened = Recording::open(border());
  return opened;
}

Time random_moment(std::mt19937_64& dice) {
  const auto length = static_cast<std::uint64_t>(recording()->header().length);
  return Time{Duration{static_cast<std::int64_t>(dice() % length)}};
}

void playback_open(benchmark::State& state) {
  border();
  for (auto _ : state) benchmark::DoNotOptimize(Recording::open(border()));
  state.counters["rows"] = static_cast<double>(recording()->rows());
  state.counters["MiB"] = static_cast<double>(recording()->bytes()) / (1 << 20);
}
BENCHMARK(playback_open)->Unit(benchmark::kMillisecond);

void playback_seek(benchmark::State& state) {
  Cursor cursor(recording());
  std::mt19937_64 dice(1);
  for (auto _ : state) cursor.seek(random_moment(dice));
}
BENCHMARK(playback_seek)->Unit(benchmark::kMillisecond);

void playback_step_back(benchmark::State& state) {
  Cursor cursor(recording());
  cursor.seek(never);
  for (auto _ : state) cursor.step(-1);
}
BENCHMARK(playback_step_back)->Unit(benchmark::kMillisecond);

void playback_play(benchmark::State& state) {
  Cursor cursor(recording());
  for (auto _ : state) {
    if (cursor.position() == recording()->rows()) cursor.seek(start_of_run);
    cursor.play(cursor.now() + 1h);
  }
  state.counters["hours/s"] =
      benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(playback_play)->Unit(benchmark::kMillisecond);

void playback_trips(benchmark::State& state) {
  std::mt19937_64 dice(1);
  std::vector<Trip> trips;
  std::size_t most = 0;
  for (auto _ : state) {
    recording()->trips().at(random_moment(dice), trips);
    most = std::max(most, trips.size());
  }
  state.counters["most"] = static_cast<double>(most);
}
BENCHMARK(playback_trips)->Unit(benchmark::kMicrosecond);

// Of vehicles here and there in the run.
void playback_history(benchmark::State& state) {
  std::mt19937_64 dice(1);
  for (auto _ : state) {
    state.PauseTiming();
    const auto arrival =
        next(*recording(), dice() % (recording()->rows() / 2), {events_of<VehicleArrived>(), {}});
    state.ResumeTiming();
    benchmark::DoNotOptimize(history(*recording(), trace::vehicle(arrival->row)));
  }
}
BENCHMARK(playback_history)->Unit(benchmark::kMillisecond);

void playback_knowledge(benchmark::State& state) {
  const std::uint16_t post = recording()->header().crossings.front().place;
  for (auto _ : state) benchmark::DoNotOptimize(knowledge(*recording(), post, never));
}
BENCHMARK(playback_knowledge)->Unit(benchmark::kMillisecond);

void playback_divergence_of_equals(benchmark::State& state) {
  const auto other = Recording::open(border());
  for (auto _ : state) benchmark::DoNotOptimize(first_divergence(*recording(), *other));
}
BENCHMARK(playback_divergence_of_equals)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cordon::viz
