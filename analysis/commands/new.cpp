#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/terminal/new_post_text.hpp"
#include "analysis/terminal/progress.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/shell_word.hpp"

namespace cordon::commands {
namespace {

using namespace forecast;
using namespace new_post;

namespace fs = std::filesystem;

struct NewOptions {
  std::string name, counts, queue, zone = "UTC";
  std::vector<std::string> booked, physical, sharing;
  std::uint32_t origins = 10, replications = 20;
  std::uint64_t seed = 1;
  double memory = Wishes{}.memory;
  int jobs = 1;
  bool force = false, quiet = false;
  std::vector<std::string> command_line;
};

constexpr double hours_shown = 28 * 24;
constexpr double moment = 1.0 / 3600;  // after the last observation, so that it is known

PostClock clock_of(const std::string& zone) try {
  return PostClock(zone);
} catch (const std::invalid_argument&) {
  throw UserError(fmt::format(
      "--time-zone: is '{}', which the tz database does not have; expected such as Europe/Warsaw",
      zone));
}

Post post_of(const NewOptions& options) {
  const PostClock clock = clock_of(options.zone);
  const auto set = [](const std::vector<std::string>& words) {
    return std::set<std::string>(words.begin(), words.end());
  };
  Wishes wishes{set(options.booked), set(options.physical), set(options.sharing), options.memory};
  Post post(read_planner_files(options.counts, options.queue, clock), std::move(wishes), clock);
  if (const auto line = post.unseen(post.last_hour() + moment))
    throw UserError(fmt::format(
        "{}: the queue of {} ({}) was not seen in every hour of the week; expected observations at "
        "most 24 h apart for a week or longer",
        options.queue, post.data().labels.at(line->crossing), traffic_of(*line)));
  return post;
}

fs::path place_of(const NewOptions& options) {
  fs::path place = fs::path(options.name).lexically_normal();
  if (!place.has_filename()) place = place.parent_path();
  if (place.filename() == "." || place.filename() == ".." || !place.has_filename())
    throw UserError(
        fmt::format("'{}' is no name of a new folder; expected such as my_post", options.name));
  return place;
}

/// The last four weeks that were seen.
ScenarioFrame frame_of(const NewOptions& options, const Post& post) {
  ScenarioFrame frame;
  frame.name = place_of(options).filename().string();
  const double end = std::floor(post.last_hour());
  frame.start = std::max(std::ceil(post.first_hour()), end - hours_shown);
  frame.hours = end - frame.start;
  frame.counts = options.counts;
  frame.queues = options.queue;
  return frame;
}

FolderKind kind_of(const ScenarioFrame& frame) {
  return {{frame.name + ".toml", "links.csv", "volumes.csv", "profiles.csv", "flows.csv",
           "teams.csv", "bookings.csv", "release.csv", "observed_queues.csv", "forecast.csv",
           "forecast_origins.csv"},
          "NAME"};
}

class NewCommand {
 public:
  explicit NewCommand(const NewOptions& options)
      : options_(options), post_(post_of(options)), frame_(frame_of(options, post_)) {
    interrupt_.emplace();
    folder_ = std::make_unique<ResultFolder>(place_of(options), options.force, kind_of(frame_));
    interrupt_->clean_up_with([this] { folder_->discard(); });
    manifest_.started = std::chrono::system_clock::now();
    manifest_.version = CORDON_VERSION;
    manifest_.command = options.command_line;
    manifest_.seed = options.seed;
    manifest_.replications = options.replications;
  }

  int run() {
    write_scenario();
    const bool is_done = simulate();
    std::error_code ignored;
    fs::remove_all(scratch(), ignored);
    if (!is_done) return interrupted;
    keep();
    say();
    return done;
  }

 private:
  [[nodiscard]] fs::path scratch() const { return folder_->path() / "scratch"; }

  // What is written is read and checked as any scenario is.
  void write_scenario() {
    const PostFit fit = post_.fit(post_.last_hour() + moment);
    for (const auto& [name, bytes] : scenario_files(post_, fit, frame_))
      manifest_.derived.emplace_back(name, write_file(folder_->path() / name, bytes));
    (void)load_scenario((folder_->path() / (frame_.name + ".toml")).string(), {});
    make_folder(scratch());
    ScenarioFrame queues = frame_;
    queues.queues_only = true;
    in_sample_setup_ =
        setup_of(scenario_files(post_, fit, queues), frame_.name, scratch() / "in_sample");
  }

  bool simulate() {
    const auto origins = origins_of(post_, options_.origins);
    auto setups = forecast_setups(post_, origins, scratch() / "forecasts");
    setups.push_back(in_sample_setup_);
    terminal::Progress progress(options_.quiet);
    SimulationPlan plan{
        options_.seed, options_.replications, options_.jobs, {}, interrupt_->token()};
    plan.progress = [&](std::uint64_t count, std::uint64_t planned) {
      progress.update(count, planned);
    };
    const auto simulated = simulate_queues(setups, plan);
    if (!simulated) return false;
    forecasts_ = judge_forecasts(post_, origins, std::span(*simulated).first(origins.size()));
    in_sample_ = compare_in_sample(post_, frame_, simulated->back());
    return true;
  }

  void keep() {
    std::vector<TableShape> tables;
    if (!forecasts_.origins.empty()) {
      manifest_.derived.emplace_back("forecast.csv", write_forecast(folder_->path(), forecasts_));
      manifest_.derived.emplace_back("forecast_origins.csv",
                                     write_forecast_origins(folder_->path(), forecasts_));
      tables = {forecast_table, forecast_origins_table};
    }
    write_data_package(folder_->path(), "Forecasts by " + frame_.name, tables, {});
    manifest_.ended = std::chrono::system_clock::now();
    write_manifest(folder_->path(), manifest_, {});
    folder_->keep();
  }

  void say() const {
    const bool colours = terminal::has_colours(STDOUT_FILENO);
    const std::string place = shown_place(folder_->place());
    const std::string file = (fs::path(place) / (frame_.name + ".toml")).string();
    print(terminal::post_text(post_, in_sample_, colours) + '\n' +
          terminal::forecast_text(post_, forecasts_, options_.replications, colours) +
          fmt::format("\nScenario: {}\nNext:     cordon run {}\n", file, shell_word(file)));
  }

  const NewOptions& options_;
  Post post_;
  ScenarioFrame frame_;
  std::unique_ptr<ResultFolder> folder_;
  Manifest manifest_;
  std::shared_ptr<const Setup> in_sample_setup_;
  Forecasts forecasts_;
  std::vector<InSample> in_sample_;
  // Made before the folder and gone before it: no interruption leaves half of one.
  std::optional<terminal::Interrupt> interrupt_;
};

void add_file(CLI::App& command, const char* flag, std::string& file, const char* meaning) {
  command.add_option(flag, file, meaning)->required()->type_name("FILE");
}

void add_crossings(CLI::App& command, const char* flag, std::vector<std::string>& crossings,
                   const char* meaning) {
  command.add_option(flag, crossings, meaning)->delimiter(',')->type_name("CROSSING,...");
}

void add_flags(CLI::App& command, NewOptions& options) {
  command
      .add_option("--time-zone", options.zone,
                  "Of the posts' clocks, and of times without an offset [UTC]")
      ->type_name("ZONE");
  add_crossings(command, "--booked", options.booked,
                "Crossings whose entering lorries book their places, if the queue does not tell");
  add_crossings(command, "--physical", options.physical, "Crossings whose do not");
  add_crossings(command, "--sharing", options.sharing,
                "Crossings with booked queues whose lorries go where the wait is shorter");
  command
      .add_option("--memory", options.memory,
                  "What a week counts in a forecast relative to the week after it [0.5]")
      ->check(CLI::Validator(
          [](std::string& text) {
            double share = 0;
            const char* const end = text.data() + text.size();
            const bool is_number = std::from_chars(text.data(), end, share).ptr == end;
            const bool is_good = is_number && share >= 0.01 && share <= 1;
            return is_good ? std::string()
                           : fmt::format("is '{}'; expected a number from 0.01 to 1", text);
          },
          ""))
      ->type_name("SHARE");
  command
      .add_option("--origins", options.origins,
                  "Forecasts to judge, one a day, the last 7 days before the data end [10]; 28 and "
                  "more give "
                  "intervals")
      ->check(whole_number(0, 1000))
      ->type_name("N");
  command.add_option("--replications", options.replications, "Replications of each forecast [20]")
      ->check(whole_number(1, 1'000'000))
      ->type_name("N");
  command.add_option("--seed", options.seed, "Seed of the luck [1]")
      ->check(whole_number(0, std::numeric_limits<std::uint64_t>::max()))
      ->type_name("N");
  add_jobs(command, options.jobs);
  command.add_flag("--force", options.force, "Replace what an earlier `cordon new` has made there");
  command.add_flag("--quiet", options.quiet, "No progress on stderr");
}

}  // namespace

void add_new(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line) {
  const auto options = std::make_shared<NewOptions>();
  auto* command = cordon.add_subcommand(
      "new", "Make a scenario from counts and queues of your own, and say how well it forecasts");
  command->footer(
      "Example:\n  cordon new my_border --counts scenarios/pl_ua/data/counts_2026.csv \\\n"
      "    --queue scenarios/pl_ua/observed_queues.csv --time-zone Europe/Warsaw\n\n"
      "Columns of counts: crossing, vehicles, and date (2026-04-15) or month (2026-04).\n"
      "Columns of queues: crossing, time (2026-07-15T12:00Z), vehicles.\n"
      "Both may have direction (entry, exit) and vehicle_class (lorry, car, bus); without, they\n"
      "are of entering lorries.");
  command->add_option("NAME", options->name, "Folder and name of the new scenario")->required();
  add_file(*command, "--counts", options->counts, "CSV of vehicles counted by day or month");
  add_file(*command, "--queue", options->queue, "CSV of queues that were seen");
  add_flags(*command, *options);
  command->callback([&chosen, options, &command_line] {
    options->command_line = command_line;
    chosen = [options] { return NewCommand(*options).run(); };
  });
}

}  // namespace cordon::commands
