#include "analysis/sweep/sweep.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <charconv>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/experiment_work.hpp"
#include "analysis/pages/page_words.hpp"
#include "analysis/pages/sensitivity_page.hpp"
#include "analysis/pages/sweep_page.hpp"
#include "analysis/report/result_page.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/sweep/finish.hpp"
#include "analysis/sweep/slurm.hpp"
#include "analysis/terminal/sensitivity_text.hpp"
#include "analysis/terminal/sweep_text.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::commands {
namespace {

struct SweepOptions : ExperimentOptions {
  std::string shard;
  bool sensitivity = false;  ///< is asked for, rather than the designs
  bool merge = false, slurm = false;
  SlurmOptions job;
};

Shard parse_shard(const std::string& text) {
  Shard shard;
  if (text.empty()) return shard;
  const std::size_t slash = text.find('/');
  const auto read = [&](std::size_t from, std::size_t to, std::uint32_t& value) {
    const auto [rest, error] = std::from_chars(text.data() + from, text.data() + to, value);
    return error == std::errc{} && rest == text.data() + to;
  };
  const bool good = slash != std::string::npos && read(0, slash, shard.number) &&
                    read(slash + 1, text.size(), shard.of) && shard.number >= 1 &&
                    shard.number <= shard.of && shard.of <= 100'000;
  if (!good)
    throw UserError(fmt::format(
        "--shard: is '{}'; expected I/N, such as 1/8, from 1/N to N/N, of at most 100000", text));
  return shard;
}

std::string place_of(const Experiment& experiment) {
  std::string decides;
  for (const auto& [key, value] : identity_of(experiment)) decides += key + ' ' + value + '\n';
  return usual_place(experiment, decides);
}

class SweepCommand {
 public:
  SweepCommand(const SweepOptions& options, std::vector<std::string> command_line)
      : options_(options),
        started_(std::chrono::system_clock::now()),
        command_line_(std::move(command_line)),
        experiment_(options.experiment, options.set),
        shard_(parse_shard(options.shard)),
        work_(options_, place_of(experiment_), "sweep") {
    if (shard_.of > 1 && !experiment_.spec().precision.empty())
      throw UserError(
          "--shard: of an experiment with `precision`, which looks at all runs to know when it is "
          "over; expected one with `replications` alone");
    const std::uint64_t runs = runs_planned(experiment_);
    const auto budget = static_cast<std::uint64_t>(experiment_.spec().budget);
    if (budget > 0 && runs > budget)
      throw UserError(
          fmt::format("{}: needs {} runs, and has a budget of {}; expected fewer "
                      "designs or replications",
                      options.experiment, runs, budget));
  }

  int run() {
    if (options_.merge) return merge_shards();
    begin();
    if (options_.slurm) return submit();
    if (!simulate()) return interrupted;
    if (shard_.of > 1) {
      say_what_is_missing();
      return done;
    }
    return finish();
  }

 private:
  // Refuses rather than lose what is there.
  void begin() {
    const bool goes_on = work_.goes_on(shard_);
    if (!goes_on && options_.resume && !options_.force) reopen(work_.place(), work_.folder());
    if (!options_.resume || options_.force) refuse_to_replace(work_.place(), options_.force);
    work_.folder().begin(experiment_,
                         options_.slurm ? shards_for(options_.job, experiment_) : shard_.of);
  }

  bool simulate() {
    Journal journal(work_.folder().journal(shard_), columns_of(experiment_));
    work_.folder().unmark(shard_);
    const std::uint64_t before = journal.rows();
    return work_.simulate(journal, [&](const std::stop_token& stop, terminal::Progress& progress) {
      SweepPlan plan{shard_, options_.jobs, options_.verify, {}};
      plan.finished = [&](const RunRow&, std::uint64_t rows, std::uint64_t planned) {
        progress.update(rows - before, planned - before);
      };
      const SweepState state = sweep(experiment_, journal, plan, stop);
      if (state.interrupted) throw Interrupted{};
      work_.folder().mark_complete(shard_, state.rows);
    });
  }

  void say_what_is_missing() const {
    const auto missing = missing_shards(work_.folder());
    print(missing.empty()
              ? fmt::format("Shard {} is complete, and so are all others: cordon sweep {} --out {} "
                            "--merge makes the tables.\n",
                            shard_.name(), options_.experiment, work_.place())
              : fmt::format("Shard {} is complete; {} of {} are not.\n", shard_.name(),
                            missing.size(), shard_.of));
  }

  int merge_shards() {
    const WorkFolder& folder = work_.folder();
    if (!folder.is_there())
      throw UserError(fmt::format("{}: is not there; expected that shards have been simulated",
                                  shown_place(folder.path())));
    folder.begin(experiment_, folder.shards().value_or(1));
    const auto missing = missing_shards(folder);
    if (!missing.empty())
      throw UserError(fmt::format(
          "{}: {} of {} shards are not complete: {}; run them again with --resume",
          shown_place(folder.path()), missing.size(), *folder.shards(), first_of(missing)));
    return finish();
  }

  static std::string first_of(std::vector<std::string> names) {
    constexpr std::size_t shown = 10;
    if (names.size() > shown) {
      names.resize(shown);
      names.emplace_back("...");
    }
    return text::list(names);
  }

  int finish() {
    const auto report = [&](const SweepResults& found) {
      const std::vector<std::string> commands = {pages::command_text(command_line_)};
      return render_page(options_.sensitivity
                             ? pages::sensitivity_page(experiment_, found, commands)
                             : pages::sweep_page(experiment_, found, commands));
    };
    const SweepResults found =
        write_results(experiment_, work_.folder(),
                      {work_.place(), options_.force || options_.resume, command_line_, started_,
                       options_.sensitivity, report});
    const bool colours = terminal::has_colours(STDOUT_FILENO);
    const std::string place = work_.shown();
    print((options_.sensitivity ? terminal::sensitivity_text(experiment_, found, colours)
                                : terminal::sweep_text(experiment_, found.outcomes, colours)) +
          fmt::format("\nResults: {}\nReport:  {}/report.html\n", place, place));
    return found.outcomes.failed() == found.outcomes.runs() ? failed : done;
  }

  int submit() {
    const auto script = write_slurm_scripts(experiment_, work_.folder(), options_.job,
                                            {options_.experiment, options_.set, work_.place()});
    print(submit_to_slurm(script));
    return done;
  }

  SweepOptions options_;
  std::chrono::system_clock::time_point started_;
  std::vector<std::string> command_line_;
  Experiment experiment_;
  Shard shard_;
  ExperimentWork work_;
};

void add_slurm_options(CLI::App& command, SweepOptions& options) {
  auto* slurm = command.add_flag("--slurm", options.slurm,
                                 "Write a job array and its merge step for Slurm, and submit them");
  const auto add = [&](const char* flag, auto& value, const char* meaning) {
    return command.add_option(flag, value, meaning)->needs(slurm);
  };
  add("--shards", options.job.shards, "Tasks of the array [so many that each takes a while]")
      ->check(whole_number(1, 100'000))
      ->type_name("N");
  add("--account", options.job.account, "Account of the jobs")->type_name("NAME");
  add("--partition", options.job.partition, "Partition of the jobs")->type_name("NAME");
  add("--time", options.job.time, "Time limit of a task, as sbatch takes it")->type_name("TIME");
  add("--mem", options.job.memory, "Memory of a task, as sbatch takes it")->type_name("SIZE");
}

}  // namespace

void add_sweep(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line) {
  const auto options = std::make_shared<SweepOptions>();
  auto* command = cordon.add_subcommand("sweep", "Simulate all designs of an experiment");
  command->footer(
      "Example:\n  cordon sweep scenarios/experiments/quick.toml\n\nOn several machines that share "
      "a folder:\n  cordon sweep EXPERIMENT --out DIR --shard 1/4   (and 2/4, 3/4, 4/4)\n  cordon "
      "sweep EXPERIMENT --out DIR --merge");
  add_experiment_options(*command, *options);
  auto* shard = command
                    ->add_option("--shard", options->shard,
                                 "Simulate one of N parts; they may run at the same time")
                    ->type_name("I/N");
  auto* merge =
      command->add_flag("--merge", options->merge, "Put the shards together, when all are complete")
          ->excludes(shard);
  add_resume(*command, *options, "Go on where it was interrupted, or with more replications")
      ->excludes(merge);
  add_slurm_options(*command, *options);
  command->callback([&chosen, options, &command_line] {
    chosen = [options, &command_line] { return SweepCommand(*options, command_line).run(); };
  });
}

void add_sensitivity(CLI::App& cordon, Action& chosen,
                     const std::vector<std::string>& command_line) {
  const auto options = std::make_shared<SweepOptions>();
  options->sensitivity = options->resume = true;
  auto* command = cordon.add_subcommand("sensitivity", "Which factors of an experiment matter");
  command->footer(
      "Example:\n  cordon sensitivity scenarios/experiments/quick.toml\n\nRuns that a sweep has "
      "made already are taken from it. The design of the experiment says how: morris gives "
      "elementary effects, saltelli Sobol' indices, one_at_a_time ranges and break-even values, "
      "all others regression.");
  add_experiment_options(*command, *options);
  command->callback([&chosen, options, &command_line] {
    chosen = [options, &command_line] { return SweepCommand(*options, command_line).run(); };
  });
}

}  // namespace cordon::commands
