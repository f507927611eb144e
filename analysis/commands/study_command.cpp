#include "analysis/commands/study_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>

#include "analysis/commands/commands.hpp"
#include "analysis/exercise/injects_table.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/terminal/progress.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/shell_word.hpp"

namespace cordon::commands {
namespace {

Plan plan_of(const StudyOptions& options) {
  Plan plan;
  plan.replications = options.replications;
  plan.jobs = options.jobs;
  if (!options.precision.empty()) plan.precision = parse_precision(options.precision);
  return plan;
}

/// Agents that stand for several would also tell who hides something: nobody who does goes with
/// others.
void refuse_to_trace_agents(const std::vector<NamedScenario>& scenarios) {
  for (const NamedScenario& s : scenarios)
    if (s.reading.spec.scale > 1)
      throw UserError(fmt::format(
          "--trace: tells of vehicles one by one, and in '{}' agents stand for up to {}; expected "
          "scale = 1",
          s.name, s.reading.spec.scale));
}

// One is enough to look at, and the first is in every study but that of a session.
void require_played(const Studied& studied, std::uint32_t replications) {
  if (studied.replication > replications)
    throw UserError(fmt::format(
        "--replications: is {}, and the session is of replication {}; expected at least as many",
        replications, studied.replication));
}

int hardware_threads() {
  return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

}  // namespace

CLI::Validator whole_number(std::uint64_t low, std::uint64_t high) {
  const auto wrong = [low, high](std::string& text) {
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    const bool good = read.ec == std::errc{} && read.ptr == end && value >= low && value <= high;
    return good ? std::string()
                : fmt::format("is '{}'; expected a whole number from {} to {}", text, low, high);
  };
  return {wrong, ""};
}

void refuse_around_us(const std::filesystem::path& place) {
  std::error_code error;
  const auto target = std::filesystem::canonical(place, error);
  if (error) return;
  const auto here = std::filesystem::current_path();
  if (std::mismatch(target.begin(), target.end(), here.begin(), here.end()).first == target.end())
    throw UserError(fmt::format(
        "--out {}: is the folder you are in, or around it; expected a new one such as results/NAME",
        place.string()));
}

void add_jobs(CLI::App& command, int& jobs) {
  jobs = hardware_threads();
  command
      .add_option("--jobs", jobs, "Threads [all processors]; results are the same for any number")
      ->check(whole_number(1, 1024))
      ->type_name("N");
}

CLI::Option* add_run_options(CLI::App& command, RunOptions& options) {
  add_jobs(command, options.jobs);
  command.add_option("--out", options.out, "Folder for the results [results/NAME-HASH]; a new one")
      ->check(CLI::Validator([](std::string& text) { return text.empty() ? "is empty" : ""; }, ""))
      ->type_name("DIR");
  command.add_flag("--force", options.force, "Replace results that are there already");
  command.add_flag("--verify", options.verify,
                   "Check after every event that what has happened and what there is agree; stop "
                   "where they do not");
  return command.add_flag("--quiet", options.quiet, "No progress on stderr");
}

void add_study_options(CLI::App& command, StudyOptions& options) {
  command
      .add_option("--seed", options.seed,
                  "Seed of the luck that all scenarios share [1, or that of a session]")
      ->check(whole_number(0, std::numeric_limits<std::uint64_t>::max()))
      ->type_name("N");
  auto* replications =
      command
          .add_option("--replications", options.replications, "Replications of each scenario [20]")
          ->check(whole_number(1, 1'000'000))
          ->type_name("N");
  command
      .add_option("--precision", options.precision,
                  "Instead of --replications: at least 20, and on until the half-width of this "
                  "measure's 95 % interval is below this share of its mean, such as wait_mean=5%")
      ->type_name("MEASURE=SHARE")
      ->excludes(replications);
  add_overrides(command, options.set, "Override a parameter of every scenario; repeatable");
  command
      .add_option("--injects", options.injects,
                  "What is injected into every scenario while it runs, by an exercise file")
      ->type_name("FILE");
  auto* quiet = add_run_options(command, options);
  command.add_flag("--trace", options.trace,
                   "Write every event of the first replication of each scenario to trace.zst; "
                   "cordon export gives it as CSV");
  command.add_flag("--verbose", options.verbose, "Say what is done, on stderr")->excludes(quiet);
}

std::string shown_place(const std::filesystem::path& place) {
  const auto near = place.lexically_relative(std::filesystem::current_path());
  return near.empty() || near.string().starts_with("..") ? place.string() : near.string();
}

StudyInput input_of(const std::vector<std::string>& files, const StudyOptions& options) {
  StudyInput input;
  input.files = files;
  input.set = parse_overrides(options.set);
  input.injects = options.injects;
  input.seed = options.seed;
  return input;
}

void add_overrides(CLI::App& command, std::vector<std::string>& set, const std::string& meaning) {
  command.add_option("--set", set, meaning)
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false);
}

StudyCommand::StudyCommand(Studied studied, const StudyOptions& options,
                           std::vector<std::string> command_line)
    : options_(options), studied_(std::move(studied)), plan_(plan_of(options)) {
  manifest_.started = std::chrono::system_clock::now();
  manifest_.version = CORDON_VERSION;
  manifest_.command = std::move(command_line);
  manifest_.seed = plan_.seed = studied_.seed;
  require_played(studied_, plan_.replications);
  if (options.trace) refuse_to_trace_agents(scenarios());
  const std::string place = options.out.empty() ? default_place() : options.out;
  refuse_around_us(place);
  interrupt_.emplace();
  folder_ = std::make_unique<ResultFolder>(place, options.force);
  interrupt_->clean_up_with([this] { folder_->discard(); });
  tables_ = std::make_unique<RunTables>(folder_->path(), scenarios());
  watch();
}

void StudyCommand::watch() {
  plan_.watch.resize(scenarios().size());
  if (options_.trace)
    traces_ = std::make_unique<TraceFiles>(folder_->path(), scenarios(), plan_.seed,
                                           studied_.replication);
  for (std::size_t s = 0; s < scenarios().size(); ++s) {
    const auto& injected = studied_.injected[s];
    lookouts_.push_back(injected ? std::make_unique<Lookouts>(*injected, scenarios()[s], plan_.seed)
                                 : nullptr);
    plan_.watch[s].verify = options_.verify;
    if (traces_ || (injected && lookouts_[s]->any()))
      plan_.watch[s].trace = [this, s](std::uint32_t number) { return watcher(s, number); };
  }
}

std::unique_ptr<trace::Writer> StudyCommand::watcher(std::size_t scenario,
                                                     std::uint32_t replication) {
  const auto& lookouts = lookouts_[scenario];
  trace::RowSink rows;
  if (lookouts && lookouts->any()) rows = lookouts->see(replication);
  if (traces_ && replication == studied_.replication)
    return traces_->writer(scenario, replication, std::move(rows));
  if (!rows) return nullptr;
  return std::make_unique<trace::Writer>(lookouts->header(), nullptr, std::move(rows));
}

bool StudyCommand::has_injects() const {
  return std::any_of(studied_.injected.begin(), studied_.injected.end(),
                     [](const auto& injected) { return injected.has_value(); });
}

bool StudyCommand::simulate() {
  terminal::Progress progress(options_.quiet);
  if (options_.verbose)
    progress.say(fmt::format(
        "{}, {}, seed {}, results to {}", text::counted(scenarios().size(), "scenario"),
        text::counted(static_cast<std::size_t>(plan_.jobs), "thread"), plan_.seed, place()));
  progress.update(0, std::uint64_t{plan_.replications} * scenarios().size());
  std::uint64_t count = 0;
  Listener listener;
  listener.finished = [&](std::size_t s, const Replication& r, std::uint64_t planned) {
    if (options_.verbose)
      progress.say(
          fmt::format("{}: replication {}, {} events", scenarios()[s].name, r.number, r.events));
    progress.update(++count, planned);
  };
  listener.in_order = [&](std::size_t s, const Replication& r) { tables_->add(s, r); };
  try {
    simulated_ = simulate_all(scenarios(), plan_, listener, interrupt_->token());
  } catch (const std::system_error& e) {  // "Resource temporarily unavailable", and nothing else
    throw std::runtime_error(fmt::format(
        "{} cannot be started: {}; try fewer with --jobs",
        text::counted(static_cast<std::size_t>(plan_.jobs), "thread"), e.code().message()));
  }
  manifest_.interrupted = simulated_.interrupted;
  manifest_.replications = simulated_.runs.back().replications();
  return simulated_.runs.front().replications() > 0;
}

void StudyCommand::write_tables() {
  write_scenarios(folder(), scenarios());
  if (has_injects())
    manifest_.simulated.emplace_back(injects_table.file,
                                     write_injects(folder(), studied_, lookouts_, simulated_.runs));
  manifest_.simulated.emplace_back(
      measures_table.file, write_measures(folder(), scenarios(), simulated_.runs, plan_.seed));
  manifest_.simulated.emplace_back(stages_by_hour_table.file,
                                   write_stages_by_hour(folder(), scenarios(), simulated_.runs));
  for (auto& file : tables_->close()) manifest_.simulated.push_back(std::move(file));
  if (!traces_) return;
  for (auto& file : traces_->close()) manifest_.derived.push_back(std::move(file));
}

void StudyCommand::add_file(const std::string& name, const std::string& sha256) {
  manifest_.derived.emplace_back(name, sha256);
}

void StudyCommand::keep(std::vector<TableShape> tables) {
  const auto every_run = RunTables::shapes();
  tables.insert(tables.begin(), every_run.begin(), every_run.end());
  tables.insert(tables.begin(), {measures_table, stages_by_hour_table});
  if (has_injects()) tables.push_back(injects_table);
  write_data_package(folder(), title(), tables,
                     traces_ ? traces_->shapes() : std::vector<TableShape>{});
  manifest_.ended = std::chrono::system_clock::now();
  write_manifest(folder(), manifest_, scenarios());
  folder_->keep();
}

std::string StudyCommand::place() const { return shown_place(folder_->place()); }

std::string StudyCommand::command() const {
  std::string line;
  for (const std::string& word : manifest_.command)
    line += (line.empty() ? "" : " ") + shell_word(word);
  return line;
}

int StudyCommand::exit_code() const { return simulated_.interrupted ? interrupted : done; }

std::string StudyCommand::default_place() const {
  Sha256 hash;
  for (const NamedScenario& s : scenarios()) hash.add(s.name + ' ' + s.fingerprint + '\n');
  hash.add(fmt::format("{} {} {} {}", CORDON_VERSION, plan_.seed, options_.replications,
                       options_.precision));
  std::string name = scenarios().back().name;
  if (scenarios().size() > 2)
    name = fmt::format("{}-and-{}-more", scenarios()[1].name, scenarios().size() - 2);
  if (scenarios().size() > 1) name += "-vs-" + scenarios().front().name;
  return fmt::format("results/{}-{}", name, hash.hex().substr(0, 8));
}

std::string StudyCommand::title() const {
  std::string title;
  for (const NamedScenario& s : scenarios())
    title += (title.empty() ? "" : " / ") + s.reading.spec.title;
  return title;
}

void print(const std::string& text) {
  errno = 0;
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
    throw OutputError(fmt::format("standard output: cannot be written: {}", std::strerror(errno)));
}

}  // namespace cordon::commands
