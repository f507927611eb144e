#include "viz/exercise/simulate_run.hpp"

#include "sim/run/simulate.hpp"
#include "viz/playback/live.hpp"

namespace cordon::viz {
namespace {

struct Interrupted {};

}  // namespace

std::shared_ptr<const Recording> simulate_run(const NamedScenario& scenario,
                                              const RunWanted& wanted, const Progress& progress,
                                              std::stop_token stop) {
  const Scenario& spec = scenario.reading.spec;
  const double whole = seconds(spec.length);
  const trace::RunOf run{CORDON_VERSION,       scenario.name, spec.title,
                         scenario.fingerprint, wanted.seed,   wanted.replication};
  LiveRecording live(run, *scenario.setup, wanted.truth && !spec.real_map,
                     [&](const RecordingBuilder&, Time now) {
                       if (stop.stop_requested()) throw Interrupted{};
                       if (progress) progress(seconds(now - start_of_run) / whole);
                     });
  World world = build_world(scenario.setup, wanted.seed, wanted.replication);
  try {
    simulate(world, live);
  } catch (const Interrupted&) {
    return nullptr;
  }
  return live.finish();
}

}  // namespace cordon::viz
