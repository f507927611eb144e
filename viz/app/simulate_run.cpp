#include "viz/app/simulate_run.hpp"

#include "sim/run/simulate.hpp"
#include "viz/playback/live.hpp"

namespace cordon::viz {
namespace {

struct Stopped {};

}  // namespace

std::shared_ptr<const Recording> simulate_run(const NamedScenario& scenario, std::uint64_t seed,
                                              const Progress& progress, std::stop_token stop) {
  const Scenario& spec = scenario.reading.spec;
  const double whole = seconds(spec.length);
  const trace::RunOf run{CORDON_VERSION, scenario.name, spec.title, scenario.fingerprint, seed, 1};
  LiveRecording live(run, *scenario.setup, !spec.real_map, [&](const RecordingBuilder&, Time now) {
    if (stop.stop_requested()) throw Stopped{};
    if (progress) progress(seconds(now - start_of_run) / whole);
  });
  World world = build_world(scenario.setup, seed, 1);
  try {
    simulate(world, live);
  } catch (const Stopped&) {
    return nullptr;
  }
  return live.finish();
}

}  // namespace cordon::viz
