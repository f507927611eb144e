#include "analysis/exercise/record.hpp"

#include "analysis/results/output_file.hpp"

namespace cordon {

Recording record(const Script& script, std::uint64_t seed, std::uint32_t replication,
                 const std::filesystem::path& trace, const std::function<void(double)>& progress,
                 std::stop_token stop) {
  const Running running{seed, replication, progress, stop};
  Recording made{decide(script, running), {}, {}};
  WholeFile file(trace);
  const auto write = [&](std::string_view bytes) { file.write(bytes); };
  Observed observed = observe(script, made.played, running, write);
  file.keep();
  made.reactions = std::move(observed.reactions);
  made.result = std::move(observed.result);
  return made;
}

}  // namespace cordon
