#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/score/score_tables.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/numbers.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::commands {
namespace {

using score::Declarations;
using score::Judgement;

constexpr std::array shares = {0.01, 0.02, 0.05, 0.10};
constexpr std::size_t reasons_shown = 3;

const std::vector<std::pair<std::string, scoring::EngineKind>>& engines() {
  static const std::vector<std::pair<std::string, scoring::EngineKind>> all = {
      {"logistic", scoring::EngineKind::logistic},
      {"log_odds", scoring::EngineKind::log_odds},
      {"random", scoring::EngineKind::random}};
  return all;
}

struct ScoreOptions {
  std::string test, label, engine, out;
  std::vector<std::string> learn;
  bool new_only = false, force = false;
  std::vector<std::string> command_line;
};

struct Data {
  Declarations test;
  std::vector<Declarations> learn;
  std::size_t repeats = 0;  ///< of the test, left out
};

// All files are read before any problem ends it, so that all problems are told.
Data read_all(const ScoreOptions& options) {
  Data data;
  std::vector<Problem> told;
  const auto read = [&](const std::string& file) {
    Problems own;
    auto table = score::read_declarations(file, options.label, own);
    try {
      own.throw_if_any();
    } catch (const ScenarioError& e) {
      add_new_problems(e, told);  // a file may be named twice
    }
    return table.value_or(Declarations{});
  };
  data.test = read(options.test);
  for (const std::string& file : options.learn) data.learn.push_back(read(file));
  if (!told.empty()) throw ScenarioError(std::move(told));
  std::size_t illicit = 0;
  for (const Declarations& file : data.learn)
    for (const score::Inspected& row : file.rows) illicit += row.illicit;
  if (illicit == 0)
    throw UserError(fmt::format("nothing can be learnt: no declaration with {} = 1 in {}",
                                options.label, text::list(options.learn)));
  if (options.new_only) data.repeats = score::remove_repeats(data.test, data.learn);
  if (data.test.rows.empty())
    throw UserError("--new-only leaves no declaration to judge: all repeat one that was learnt");
  return data;
}

Judgement judge(const std::string& name, scoring::EngineKind kind, const Data& data) {
  Judgement j;
  j.engine = name;
  j.learnt = scoring::make_engine(kind);
  for (const Declarations& file : data.learn)
    for (const score::Inspected& row : file.rows) j.learnt->learn(row.declared, row.illicit);
  j.ranking = score::rank(*j.learnt, data.test);
  for (const double share : shares) j.by_share.push_back(score::judge(j.ranking, data.test, share));
  return j;
}

std::string counts_of(const Declarations& file) {
  const auto illicit = static_cast<double>(std::count_if(
      file.rows.begin(), file.rows.end(), [](const score::Inspected& r) { return r.illicit; }));
  const auto all = static_cast<double>(file.rows.size());
  return fmt::format("{} declarations of {}, {:.1f} % illicit", text::number(all, 0), file.file,
                     100 * illicit / all);
}

std::string heading(const Data& data) {
  std::string text;
  for (const Declarations& file : data.learn) text += "Learnt: " + counts_of(file) + '\n';
  text += "Judged: " + counts_of(data.test) + '\n';
  if (data.repeats > 0)
    text += terminal::wrapped(
        fmt::format("Left out: {} that repeat one that was learnt (goods, origin, mass and price).",
                    text::number(static_cast<double>(data.repeats), 0)));
  if (!data.test.not_read.empty())
    text += terminal::wrapped("Not looked at, as they are no fields of a declaration: " +
                              text::list(data.test.not_read) + '.');
  return text + '\n';
}

std::string percent(double share) {
  return std::isnan(share) ? "none" : fmt::format("{:.1f}", 100 * share);
}

std::string table_of(const std::vector<Judgement>& all, bool colours) {
  using enum terminal::TextTable::Align;
  terminal::TextTable table({{"engine", left},
                             {"selected, %"},
                             {"declarations"},
                             {"illicit"},
                             {"precision, %"},
                             {"recall, %"},
                             {"revenue, %"}});
  for (const Judgement& j : all)
    for (const score::Precision& p : j.by_share) {
      const bool is_first = &p == &j.by_share.front();
      table.row({{is_first ? j.engine : "", terminal::Tone::strong},
                 {fmt::format("{:.0f}", 100 * p.share)},
                 {text::number(static_cast<double>(p.selected), 0)},
                 {text::number(static_cast<double>(p.hits), 0)},
                 {percent(p.precision)},
                 {percent(p.recall)},
                 {percent(p.revenue)}});
    }
  return table.text(colours);
}

// Why the riskiest are.
std::string reasons_of(const Judgement& j, const Declarations& table) {
  constexpr std::size_t most = 3;
  if (j.learnt->evidence(table.rows.front().declared).empty()) return "";
  std::string text = fmt::format("\nThe riskiest by {}, and why (log odds added):\n", j.engine);
  for (std::size_t n = 0; n < std::min(most, table.rows.size()); ++n) {
    const score::Inspected& row = table.rows[j.ranking.rows[n]];
    const auto why = score::reasons(*j.learnt, row, reasons_shown);
    text += terminal::wrapped(
        fmt::format("{} ({}): {}", row.id.empty() ? fmt::format("rank {}", n + 1) : row.id,
                    row.illicit ? "illicit" : "legal",
                    why.empty() ? "nothing speaks for it" : format::joined(why, "; ")),
        terminal::line_width, 2);
  }
  return text;
}

void write(const std::vector<Judgement>& all, const Data& data, const ScoreOptions& options,
           ResultFolder& folder, std::chrono::system_clock::time_point started) {
  Manifest manifest;
  manifest.version = CORDON_VERSION;
  manifest.command = options.command_line;
  manifest.started = started;
  manifest.derived = {
      {std::string(score::score_table.file), score::write_score(folder.path(), all)},
      {std::string(score::selected_table.file),
       score::write_selected(folder.path(), all, data.test)}};
  write_data_package(folder.path(), "Scoring engines on " + options.test,
                     {score::score_table, score::selected_table}, {});
  manifest.ended = std::chrono::system_clock::now();
  write_manifest(folder.path(), manifest, {});
  folder.keep();
}

int score_engines(const ScoreOptions& options) {
  const auto started = std::chrono::system_clock::now();
  const Data data = read_all(options);
  std::vector<Judgement> all;
  for (const auto& [name, kind] : engines())
    if (options.engine.empty() || options.engine == name) all.push_back(judge(name, kind, data));
  // Made only now, and filled at once: whoever interrupts the engines leaves nothing behind.
  std::optional<ResultFolder> folder;
  if (!options.out.empty()) folder.emplace(options.out, options.force);
  print(heading(data) + table_of(all, terminal::has_colours(STDOUT_FILENO)) +
        reasons_of(all.front(), data.test));
  if (folder) {
    write(all, data, options, *folder, started);
    print(fmt::format("\nTables: {}\n", options.out));
  }
  return done;
}

}  // namespace

void add_score(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line) {
  const auto options = std::make_shared<ScoreOptions>();
  auto* command =
      cordon.add_subcommand("score", "Judge engines that select declarations, on inspected ones");
  command->footer(
      "Example:\n  cordon score january_2021.csv --learn year_2020.csv --label Fraud --out "
      "results/score"
      "\n\nColumns are known by name: importer_id, hs6_code, country_of_origin, net_mass and so "
      "on.");
  command->add_option("TEST", options->test, "CSV of declarations to judge the engines on")
      ->required();
  command->add_option("--learn", options->learn, "CSV files to learn from; repeatable")
      ->required()
      ->type_name("FILE");
  command->add_option("--label", options->label, "Column that is 1 where it was illicit, else 0")
      ->required()
      ->type_name("COLUMN");
  std::vector<std::string> names;
  for (const auto& [name, unused] : engines()) names.push_back(name);
  command->add_option("--engine", options->engine, "Only this one [all]")
      ->check(CLI::IsMember(names))
      ->type_name("NAME");
  command->add_flag("--new-only", options->new_only,
                    "Judge only on those that repeat none that was learnt");
  command->add_option("--out", options->out, "Folder for score.csv and selected.csv")
      ->type_name("DIR");
  command->add_flag("--force", options->force, "Replace results that are there already");
  command->callback([&chosen, options, &command_line] {
    options->command_line = command_line;
    chosen = [options] { return score_engines(*options); };
  });
}

}  // namespace cordon::commands
