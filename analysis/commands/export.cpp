#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/results/trace_csv.hpp"
#include "analysis/study/user_error.hpp"
#include "sim/output/trace/catalogue.hpp"

namespace cordon::commands {
namespace {

namespace fs = std::filesystem;

struct ExportOptions {
  std::string dir, out;
  bool without_truth = false, force = false, events = false;
};

fs::path trace_in(const fs::path& dir) {
  std::error_code error;
  if (fs::is_regular_file(dir, error)) return dir;
  if (!fs::is_directory(dir, error))
    throw UserError(
        fmt::format("{}: there is no such folder; expected results of cordon run or "
                    "compare with --trace",
                    dir.string()));
  if (!fs::exists(dir / trace_name, error))
    throw UserError(
        fmt::format("{}: has no {}; run and compare write one with --trace, of a "
                    "variant into variants/NAME",
                    dir.string(), trace_name));
  return dir / trace_name;
}

/// A file under a temporary name, which is gone unless it is kept, even when a signal ends the
/// program.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& place)
      : place_(place), path_(place.string() + '.' + std::to_string(getpid()) + ".tmp") {
    path_of_signal = path_;
    file_ = std::make_unique<OutputFile>(path_);
    for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, remove_and_end);
  }
  ~TemporaryFile() {
    for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, SIG_DFL);
    std::error_code error;
    if (!kept_) fs::remove(path_, error);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void write(std::string_view bytes) { file_->write(bytes); }
  void keep() {
    file_->close();
    std::error_code error;
    fs::rename(path_, place_, error);
    if (error) throw OutputError(place_.string() + ": cannot be written: " + error.message());
    kept_ = true;
  }

 private:
  static void remove_and_end(int signal) {
    unlink(path_of_signal.c_str());
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
  static inline std::string path_of_signal;
  fs::path place_, path_;
  std::unique_ptr<OutputFile> file_;
  bool kept_ = false;
};

std::uint64_t write_to_file(trace::Reader& trace, const ExportOptions& options) {
  TemporaryFile file(options.out);
  const std::uint64_t rows = write_trace_csv(trace, !options.without_truth,
                                             [&](std::string_view bytes) { file.write(bytes); });
  file.keep();
  return rows;
}

int export_trace(const ExportOptions& options) {
  std::error_code error;
  if (!options.out.empty() && !options.force && fs::exists(options.out, error))
    throw UserError(options.out + ": is there already; --force replaces it");
  try {
    trace::Reader trace(trace_in(options.dir));
    if (options.out.empty()) {
      write_trace_csv(trace, !options.without_truth,
                      [](std::string_view bytes) { print(std::string(bytes)); });
    } else {
      const std::uint64_t rows = write_to_file(trace, options);
      print(fmt::format("{} events of {}, replication {}: {}\n", rows, trace.header().run.scenario,
                        trace.header().run.replication, options.out));
    }
    if (!trace.header().truth && !options.without_truth)
      fmt::print(stderr,
                 "The map is real, so the trace does not say what vehicles hide, nor what groups "
                 "do.\n");
    return done;
  } catch (const trace::TraceError& e) {
    throw UserError(e.what());
  }
}

std::string fields_of(const trace::EventShape& event) {
  std::string names;
  for (const trace::Key key : event.fields) {
    const trace::Field& field = trace::field(key);
    names += fmt::format("{}{}{}", names.empty() ? "" : ", ", field.name, field.truth ? "*" : "");
  }
  return names;
}

std::string event_list() {
  std::string text = "| event | at | what happens | fields |\n|---|---|---|---|\n";
  for (const trace::EventShape& e : trace::events())
    text += fmt::format("| `{}`{} | {} | {} | {} |\n", e.name, e.seen ? "" : "*", e.at, e.meaning,
                        fields_of(e));
  text += "\n| field | unit | meaning |\n|---|---|---|\n";
  for (const trace::Field& f : trace::fields)
    text += fmt::format("| `{}`{} | {} | {} |\n", f.name, f.truth ? "*" : "", f.unit, f.meaning);
  return text +
         "\n\\* Truth: no authority sees it; left out with `--without-truth`, and on real "
         "maps.\n";
}

}  // namespace

void add_export(CLI::App& cordon, Action& chosen) {
  const auto options = std::make_shared<ExportOptions>();
  auto* command = cordon.add_subcommand("export", "A trace as CSV: every event of a run, in order");
  command->footer(
      "Example:\n  cordon run scenarios/pl_ua/baseline.toml --replications 1 --trace --out "
      "results/one"
      "\n  cordon export results/one --out events.csv");
  command->add_option("DIR", options->dir, "Results of run or compare, with a trace.zst");
  command->add_option("--out", options->out, "File to write [standard output]")->type_name("FILE");
  command->add_flag("--without-truth", options->without_truth,
                    "Leave out what no authority sees: what vehicles hide, and what groups do");
  command->add_flag("--force", options->force, "Replace a file that is there already");
  command->add_flag("--events", options->events, "Say which events there are, and what each says");
  command->callback([&chosen, options] {
    chosen = [options] {
      if (options->events) return print(event_list()), done;
      if (options->dir.empty())
        throw UserError("export: no DIR; expected a folder that cordon run or compare has written");
      return export_trace(*options);
    };
  });
}

}  // namespace cordon::commands
