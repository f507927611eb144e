#include "analysis/sweep/slurm.hpp"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/results/output_file.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/sweep/finish.hpp"
#include "analysis/text/shell_word.hpp"

namespace cordon {
namespace {

namespace fs = std::filesystem;

constexpr double seconds_of_a_shard = 60;
constexpr double most_shards = 1000;  // Slurm's MaxArraySize is 1001 unless it is configured

std::string option_line(const char* name, const std::string& value) {
  return value.empty() ? "" : fmt::format("#SBATCH --{}={}\n", name, value);
}

// The words of the command that every task runs.
std::string call_text(const SweepCall& call) {
  std::error_code error;
  std::string text = shell_word(fs::read_symlink("/proc/self/exe", error).string());
  text += " sweep " + shell_word(fs::absolute(call.experiment).lexically_normal().string());
  for (const std::string& set : call.set) text += " --set " + shell_word(set);
  return text + " --out " + shell_word(fs::absolute(call.place).lexically_normal().string());
}

/// Runs a program with these words, never through a shell.
/// @return what it printed to stdout and stderr
std::string output_of(const std::vector<std::string>& words) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe can be made");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  posix_spawn_file_actions_addclose(&actions, ends[1]);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int fault =
      posix_spawnp(&child, words[0].c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::string text;
  std::array<char, 4096> part{};
  for (ssize_t got = 0; fault == 0 && (got = ::read(ends[0], part.data(), part.size())) > 0;)
    text.append(part.data(), static_cast<std::size_t>(got));
  close(ends[0]);
  int status = 0;
  if (fault == 0) waitpid(child, &status, 0);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  if (fault != 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
    throw UserError(fmt::format("{}: {}", words[0],
                                fault != 0 ? "cannot be started; the scripts are written, and can "
                                             "be submitted where Slurm is"
                                           : text));
  return text;
}

}  // namespace

std::uint32_t shards_for(const SlurmOptions& options, const Experiment& experiment) {
  if (options.shards > 0) return options.shards;
  const auto runs = static_cast<double>(runs_planned(experiment));
  const double wanted = std::floor(timed_pilot(experiment) * runs / seconds_of_a_shard);
  return static_cast<std::uint32_t>(std::clamp(wanted, 1.0, std::min(most_shards, runs)));
}

SlurmScripts write_slurm_scripts(const Experiment& experiment, const WorkFolder& work,
                                 const SlurmOptions& options, const SweepCall& call) {
  const std::uint32_t shards = *work.shards();
  const SlurmScripts scripts{work.path() / "array.sbatch", work.path() / "merge.sbatch"};
  const std::string common = option_line("account", options.account) +
                             option_line("partition", options.partition) +
                             option_line("mem", options.memory) + option_line("time", options.time);
  const std::string logs = work.path().string();
  write_file(scripts.array,
             fmt::format("#!/bin/bash\n"
                         "# Simulates the experiment {0} in {1} parts. A task that is run again "
                         "goes on where it was.\n"
                         "#SBATCH --job-name={0}\n"
                         "#SBATCH --array=1-{1}\n"
                         "#SBATCH --cpus-per-task=1\n"
                         "#SBATCH --requeue\n"
                         "#SBATCH --output={2}/%a.log\n"
                         "#SBATCH --open-mode=append\n"
                         "{3}"
                         "exec {4} --shard \"$SLURM_ARRAY_TASK_ID/{1}\" --jobs "
                         "\"${{SLURM_CPUS_PER_TASK:-1}}\" --resume\n",
                         experiment.name(), shards, logs, common, call_text(call)));
  write_file(
      scripts.merge,
      fmt::format("#!/bin/bash\n"
                  "# Puts the parts together, or says which of them are not complete: submit "
                  "{0} again then, and this.\n"
                  "#SBATCH --job-name={1}-merge\n"
                  "#SBATCH --output={2}.merge.log\n"
                  "#SBATCH --open-mode=append\n"
                  "{3}"
                  "exec {4} --merge\n",
                  scripts.array.string(), experiment.name(),
                  fs::absolute(call.place).lexically_normal().string(), common, call_text(call)));
  return scripts;
}

std::string submit_to_slurm(const SlurmScripts& scripts) {
  const std::string array = output_of({"sbatch", "--parsable", scripts.array.string()});
  const std::string id = array.substr(0, array.find(';'));
  const std::string merge =
      output_of({"sbatch", "--parsable", "--dependency=afterany:" + id, scripts.merge.string()});
  return fmt::format("Submitted as jobs {} and {} (merge).\nScripts: {}\n         {}\n", id,
                     merge.substr(0, merge.find(';')), scripts.array.string(),
                     scripts.merge.string());
}

}  // namespace cordon
