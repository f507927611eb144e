#include "analysis/sweep/merge.hpp"

#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <memory>

#include "analysis/statistics/values.hpp"
#include "analysis/study/simulate_all.hpp"
#include "analysis/study/user_error.hpp"

namespace cordon {
namespace {

std::vector<Shard> all_shards(const WorkFolder& work) {
  const std::uint32_t count = work.shards().value_or(0);
  std::vector<Shard> shards;
  for (std::uint32_t n = 1; n <= count; ++n) shards.push_back({n, count});
  return shards;
}

}  // namespace

SweepOutcomes::SweepOutcomes(const Experiment& experiment)
    : scenarios_(experiment.scenarios().size()), measures_(experiment.measures().size()) {
  outcomes_.resize(experiment.designs() * scenarios_ * measures_);
  failed_.resize(experiment.designs() * scenarios_);
}

void SweepOutcomes::add(const RunRow& row) {
  const std::size_t place = row.id.design * scenarios_ + row.id.scenario;
  const bool failed = !row.failure.empty();
  const auto value = [&](std::size_t m) { return failed ? no_value : row.values[m]; };
  ++runs_;
  failed_[place] += failed ? 1 : 0;
  if (place == 0) ++replications_;
  if (row.id.scenario == 0) first_.assign(measures_, no_value);
  for (std::size_t m = 0; m < measures_; ++m) {
    DesignOutcome& outcome = outcomes_[place * measures_ + m];
    outcome.mean.add(value(m));
    if (row.id.scenario == 0)
      first_[m] = value(m);
    else
      outcome.difference.add(value(m) - first_[m]);
  }
}

const DesignOutcome& SweepOutcomes::of(std::size_t design, std::size_t scenario,
                                       std::size_t measure) const {
  return outcomes_[(design * scenarios_ + scenario) * measures_ + measure];
}

std::uint64_t SweepOutcomes::failed(std::size_t design, std::size_t scenario) const {
  return failed_[design * scenarios_ + scenario];
}

std::uint64_t SweepOutcomes::failed() const {
  std::uint64_t all = 0;
  for (const std::uint64_t count : failed_) all += count;
  return all;
}

std::vector<std::string> missing_shards(const WorkFolder& work) {
  std::vector<std::string> missing;
  for (const Shard& shard : all_shards(work))
    if (!work.complete(shard)) missing.push_back(shard.name());
  return missing;
}

std::pair<std::string, SweepOutcomes> merge(const Experiment& experiment, const WorkFolder& work,
                                            const std::filesystem::path& folder,
                                            const std::function<void(const RunRow&)>& also) {
  const RunColumns columns = columns_of(experiment);
  const RunOrder order(experiment.designs(), experiment.scenarios().size());
  const auto shards = all_shards(work);
  std::vector<std::unique_ptr<RowReader>> journals;
  std::uint64_t runs = 0;
  for (const Shard& shard : shards) {
    journals.push_back(std::make_unique<RowReader>(work.journal(shard), columns));
    runs += work.complete(shard).value_or(0);
  }
  SweepOutcomes found(experiment);
  OutputFile file(folder / "runs.csv");
  file.write(columns.header());
  RunRow row;
  for (std::uint64_t index = 0; index < runs; ++index) {
    RowReader& journal = *journals[index % shards.size()];
    if (!journal.next(row) || row.id != order.at(index))
      throw UserError(fmt::format(
          "{}: does not have run {} of {}; its shards were given different numbers of "
          "replications, or it was changed by hand; run every shard again with --resume",
          journal.path().string(), index + 1, runs));
    file.write(columns.line(row));
    found.add(row);
    if (also) also(row);
  }
  return {file.close(), std::move(found)};
}

std::vector<Column> factor_columns(const Experiment& experiment) {
  std::vector<Column> columns;
  for (const Factor& f : experiment.factors())
    columns.push_back({f.name(), f.is_number() ? "number" : "string",
                       f.is_number() ? f.unit() : std::string_view(),
                       f.label().empty() ? std::string_view("Factor of the experiment; empty: as "
                                                            "the scenario says.")
                                         : std::string_view(f.label())});
  return columns;
}

void add_values(CsvRows& row, const Experiment& experiment,
                const std::vector<FactorValue>& values) {
  for (std::size_t f = 0; f < values.size(); ++f) {
    if (values[f].toml.empty())
      row.empty();
    else if (experiment.factors()[f].is_number())
      row.number(values[f].number);
    else
      row.text(values[f].shown());
  }
}

SweepTables::SweepTables(const Experiment& experiment) : experiment_(experiment) {
  const Column design{"design", "integer", "", "Number of the design, from 1; see designs.csv."};
  const Column scenario{"scenario", "string", "", "Name of the scenario."};
  designs_ = {{"design", "integer", "", "Number of the design, from 1."}};
  const auto factors = factor_columns(experiment);
  designs_.insert(designs_.end(), factors.begin(), factors.end());
  runs_ = {{"replication", "integer", "", "Number of the replication, from 1."},
           design,
           scenario,
           {"seed", "integer", "", "Of the luck that all designs share."},
           {"status", "string", "", "done or failed."},
           {"reason", "string", "", "Why the run failed."}};
  for (const Measured& m : experiment.measures())
    runs_.push_back({m.name, "number", m.measure->unit, m.measure->meaning});
  summary_ = {design,
              scenario,
              {"compared_with", "string", "",
               "Empty: mean of the measure. Otherwise the scenario from which it differs by this, "
               "in the mean of pairs under the same luck."},
              {"measure", "string", "", "Name of the measure."},
              {"unit", "string", "", "Of mean, low and high."},
              {"mean", "number", "", "Mean over the replications."},
              {"low", "number", "", "Lower end of its confidence interval."},
              {"high", "number", "", "Upper end of its confidence interval."},
              {"confidence", "number", "", "Of the interval, each for itself."},
              {"replications", "integer", "", "From which there are values."},
              {"failed", "integer", "", "Runs of the design in the scenario that failed."}};
}

std::vector<TableShape> SweepTables::shapes() const {
  return {{"designs.csv", "What each design gives to the factors.", designs_},
          {"runs.csv", "A row for each run, in the order of the runs.", runs_},
          {"summary.csv", "What the runs of each design come to.", summary_}};
}

std::string SweepTables::write_designs(const std::filesystem::path& folder) const {
  OutputFile file(folder / "designs.csv");
  file.write(header_row({"designs.csv", "", designs_}));
  CsvRows row(designs_.size());
  for (std::size_t d = 0; d < experiment_.designs(); ++d) {
    row.integer(d + 1);
    add_values(row, experiment_, experiment_.values(d));
    row.end_row();
    file.write(row.bytes());
    row.clear();
  }
  return file.close();
}

std::string SweepTables::write_summary(const std::filesystem::path& folder,
                                       const SweepOutcomes& of_runs) const {
  OutputFile file(folder / "summary.csv");
  file.write(header_row({"summary.csv", "", summary_}));
  const auto& scenarios = experiment_.scenarios();
  CsvRows row(summary_.size());
  const auto write = [&](std::size_t d, std::size_t s, std::size_t m, bool is_difference) {
    const DesignOutcome& outcome = of_runs.of(d, s, m);
    const Interval found = (is_difference ? outcome.difference : outcome.mean).interval(confidence);
    const Measured& measured = experiment_.measures()[m];
    row.integer(d + 1).text(scenarios[s].name).text(is_difference ? scenarios[0].name : "");
    row.text(measured.name).text(measured.measure->unit);
    row.number(found.estimate).number(found.low).number(found.high).number(confidence);
    row.integer(static_cast<std::uint64_t>(found.used)).integer(of_runs.failed(d, s)).end_row();
  };
  for (std::size_t d = 0; d < experiment_.designs(); ++d) {
    for (std::size_t s = 0; s < scenarios.size(); ++s)
      for (std::size_t m = 0; m < experiment_.measures().size(); ++m) {
        write(d, s, m, false);
        if (s > 0) write(d, s, m, true);
      }
    file.write(row.bytes());
    row.clear();
  }
  return file.close();
}

}  // namespace cordon
