#include "analysis/calibrate/write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "analysis/calibrate/runs_table.hpp"
#include "analysis/calibrate/words.hpp"
#include "analysis/results/columns.hpp"
#include "analysis/results/manifest.hpp"
#include "analysis/text/numbers.hpp"
#include "sim/scenario/format/parse_toml.hpp"

namespace cordon {
namespace {

namespace fs = std::filesystem;

constexpr const char* kept_queues = "observed_queues.csv";

constexpr std::array fit_columns = {
    Column{"factor", "string", "", "Name of the factor."},
    Column{"label", "string", "", "The same for people."},
    Column{"unit", "string", "", "Of all numbers of the row."},
    Column{"start", "number", "", "What the scenario says; empty where that is not one number."},
    Column{"fitted", "number", "", "The fitted value; empty: left as the scenario says."},
    Column{"low", "number", "", "Lower end of its 95 % interval, within the range."},
    Column{"high", "number", "", "Upper end of its 95 % interval, within the range."},
    Column{"range_low", "number", "", "Low end of the range."},
    Column{"range_high", "number", "", "High end of the range."},
    Column{"status", "string", "",
           "fitted, at_low_end or at_high_end of its range, not_identified (the observations say "
           "nothing of it), or known_in_combination with other factors alone."},
    Column{"note", "string", "", "Which combinations with others cannot be told."}};

constexpr std::array error_columns = {
    columns::crossing,
    columns::direction,
    columns::vehicle_class,
    Column{"observed", "string", "", "Name of a single value; empty: queues over time."},
    Column{"unit", "string", "", "Of before and after."},
    Column{"fitted", "integer", "", "Observations that are fitted."},
    Column{"left_out", "integer", "", "Those that have a note, and count in the errors alone."},
    Column{"before", "number", "",
           "Mean absolute error of the mean over the replications, as the scenario says."},
    Column{"after", "number", "", "The same with the fitted values."}};

// Columns of evaluations.csv, which depend on the experiment.
std::vector<Column> trial_columns(const Experiment& experiment) {
  std::vector<Column> all = {
      {"evaluation", "integer", "", "In the order in which they were asked for, from 1."},
      {"stage", "string", "",
       "start (as the scenario says), design, search, step (for the changes about the fit), or "
       "fit."}};
  for (const Factor& f : experiment.factors())
    all.push_back({f.name(), "number", f.unit(), "Factor; empty: as the scenario says."});
  all.push_back({"misfit", "number", "", "The sum of squares that is made least."});
  all.push_back({"reason", "string", "", "Why it could not be simulated."});
  for (const Measured& m : experiment.measures())
    all.push_back({m.name, "number", m.measure->unit, m.measure->meaning});
  return all;
}

void add_number(CsvRows& row, const FactorValue& value) {
  if (value.toml.empty())
    row.empty();
  else
    row.number(value.number);
}

std::string note_of(std::size_t factor, const Experiment& experiment, const Calibration& found) {
  std::string note;
  for (const UnknownDirection& direction : found.unknown) {
    const auto members = members_of(direction);
    if (std::find(members.begin(), members.end(), static_cast<int>(factor)) != members.end())
      note += (note.empty() ? "" : " ") + words_of(direction, experiment);
  }
  return note;
}

std::string write_fit(const fs::path& folder, const Experiment& experiment,
                      const Calibration& found) {
  CsvRows rows(fit_columns.size());
  for (std::size_t f = 0; f < found.factors.size(); ++f) {
    const Factor& factor = experiment.factors()[f];
    const FittedFactor& is = found.factors[f];
    rows.text(factor.name()).text(factor.label()).text(factor.unit());
    add_number(rows, is.start);
    add_number(rows, is.fitted);
    rows.number(is.low).number(is.high).number(factor.low()).number(factor.high());
    rows.text(name_of(is.status)).text(note_of(f, experiment, found)).end_row();
  }
  return write_file(folder / fit_table.file, header_row(fit_table) + rows.bytes());
}

std::string write_errors(const fs::path& folder, const Observations& observations,
                         const Calibration& found) {
  CsvRows rows(error_columns.size());
  for (std::size_t s = 0; s < found.errors.size(); ++s) {
    const Series& series = observations.series()[s];
    const auto or_all = [&](const std::string& label) { return series.is_queue() ? label : "all"; };
    rows.text(or_all(series.crossing)).text(or_all(series.direction));
    rows.text(or_all(series.vehicle_class)).text(series.name).text(series.unit);
    rows.integer(static_cast<std::uint64_t>(series.fitted));
    rows.integer(static_cast<std::uint64_t>(series.left_out));
    rows.number(found.errors[s].before).number(found.errors[s].after).end_row();
  }
  return write_file(folder / errors_table.file, header_row(errors_table) + rows.bytes());
}

std::string write_trials(const fs::path& folder, const Calibration& found,
                         const TableShape& shape) {
  CsvRows rows(shape.columns.size());
  std::uint64_t number = 0;
  for (const Trial& trial : found.trials) {
    const Evaluated& point = *trial.evaluated;
    rows.integer(++number).text(trial.stage);
    for (const FactorValue& value : point.values) add_number(rows, value);
    rows.number(trial.misfit).text(point.failure);
    const std::size_t measures = shape.columns.size() - 4 - point.values.size();
    for (std::size_t m = 0; m < measures; ++m)
      rows.number(point.failure.empty() ? point.measures[static_cast<Eigen::Index>(m)] : NAN);
    rows.end_row();
  }
  return write_file(folder / shape.file, header_row(shape) + rows.bytes());
}

// Beside the copies of its scenario and queues, so that the folder can be calibrated again
// anywhere.
void write_experiment(const fs::path& folder, const Experiment& experiment,
                      const Observations& observations) {
  std::vector<Override> overrides = experiment.overrides_of_file();
  overrides.push_back({"scenarios", "[\"scenario.toml\"]"});
  if (!observations.file().empty()) {
    overrides.push_back({"calibrate.queues", format::toml_text(kept_queues)});
    write_file(folder / kept_queues, observations.file());
  }
  write_file(folder / "experiment.toml",
             read<ExperimentSpec>(experiment.file(), overrides).resolved_toml);
  if (!experiment.list().empty())
    write_file(folder / experiment.spec().design.list, experiment.list());
}

std::string interval_words(const Factor& factor, const FittedFactor& is) {
  const auto [unit, by] = shown_unit_of(factor);
  const int decimals = text::decimals(by * (is.high - is.low) / 2, by * is.fitted.number);
  return fmt::format("fitted by cordon calibrate: {}, 95 % interval {}{}", factor.name(),
                     text::range(by * is.low, by * is.high, decimals),
                     unit.empty() ? "" : ' ' + unit);
}

// Whether the format has room for a source: an entry of a map has none.
bool takes_source(const std::string& path) {
  const auto [parameter, fault] = parameter_of_change(path);
  return parameter != nullptr && format::split_path(path)->back() == parameter->key;
}

std::string with_source(const std::string& path, const std::string& value,
                        const std::string& source) {
  if (!takes_source(path)) return value + "  # " + source;
  const format::Node node = format::parse_toml_value(value, {});
  if (!node.is_table())
    return fmt::format("{{ value = {}, source = {} }}", value, format::toml_text(source));
  return value.substr(0, value.rfind('}')) +
         fmt::format(", source = {} }}", format::toml_text(source));
}

}  // namespace

const TableShape fit_table{"fit.csv", "What became of each factor.", fit_columns};
const TableShape errors_table{"errors.csv", "How far the scenario is from what was observed.",
                              error_columns};

std::string fitted_scenario(const Experiment& experiment, const Calibration& found) {
  // One factor after the other, each on top of those before: two may change one value.
  std::vector<FactorValue> values(found.factors.size());
  std::map<std::string, std::string> lines;
  std::size_t told = 0;
  for (std::size_t f = 0; f < found.factors.size(); ++f) {
    values[f] = found.factors[f].fitted;
    if (!found.factors[f].is_fitted()) continue;
    const std::string source = interval_words(experiment.factors()[f], found.factors[f]);
    const std::vector<Override> changes = experiment.changes(values, 0);
    for (; told < changes.size(); ++told)
      lines[changes[told].key] = with_source(changes[told].key, changes[told].value, source);
  }
  std::string text =
      "# What was fitted, on top of the scenario as it was when fitted; to have it on top of "
      "another, change `extends`.\nextends = \"scenario.toml\"\n";
  text += fmt::format(
      "title = {}\n",
      format::toml_text(experiment.scenarios().front().reading.spec.title + ", fitted"));
  for (const auto& [key, value] : lines) text += fmt::format("{} = {}\n", key, value);
  return text;
}

void write_calibration(ResultFolder& folder, const CalibrationResults& results) {
  const auto& [experiment, observations, found, forecasts, journal, report, command_line, started] =
      results;
  const fs::path& path = folder.path();
  const std::vector<Column> columns = trial_columns(experiment);
  const TableShape trials{"evaluations.csv", "A row for each point that was asked for.", columns};
  const CalibrationRuns runs(experiment, observations);
  std::vector<TableShape> tables = {fit_table, errors_table, trials, runs.shape()};
  Manifest manifest;
  manifest.version = CORDON_VERSION;
  manifest.command = command_line;
  manifest.seed = static_cast<std::uint64_t>(experiment.spec().seed);
  manifest.replications = experiment.spec().replications;
  manifest.started = started;
  write_scenarios(path, experiment.scenarios());
  write_experiment(path, experiment, observations);
  manifest.simulated.emplace_back(runs.shape().file, runs.write(path, journal));
  manifest.derived.emplace_back(trials.file, write_trials(path, found, trials));
  manifest.derived.emplace_back(fit_table.file, write_fit(path, experiment, found));
  manifest.derived.emplace_back(errors_table.file, write_errors(path, observations, found));
  if (!forecasts.judged.origins.empty()) {
    using namespace forecast;
    tables.insert(tables.end(), {forecast_table, forecast_origins_table});
    manifest.derived.emplace_back(forecast_table.file, write_forecast(path, forecasts.judged));
    manifest.derived.emplace_back(forecast_origins_table.file,
                                  write_forecast_origins(path, forecasts.judged));
  }
  manifest.derived.emplace_back(
      "fitted.toml", write_file(path / "fitted.toml", fitted_scenario(experiment, found)));
  manifest.derived.emplace_back("report.html", write_file(path / "report.html", report));
  write_data_package(path, experiment.spec().title, tables, {});
  manifest.ended = std::chrono::system_clock::now();
  write_manifest(path, manifest, experiment.scenarios());
  folder.keep();
}

}  // namespace cordon
