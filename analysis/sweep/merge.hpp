#pragma once

// From the journals of all shards to the tables of a sweep, without ever having all runs in memory.

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/results/csv.hpp"
#include "analysis/statistics/running_mean.hpp"
#include "analysis/sweep/sweep.hpp"
#include "analysis/sweep/work_folder.hpp"

namespace cordon {

/// One measure of one design in one scenario.
struct DesignOutcome {
  RunningMean mean;
  RunningMean difference;  ///< from the first scenario under the same luck; of the first: none
};

/// What the runs of a sweep come to.
class SweepOutcomes {
 public:
  explicit SweepOutcomes(const Experiment& experiment);
  /// In the order of the runs.
  void add(const RunRow& row);

  [[nodiscard]] const DesignOutcome& of(std::size_t design, std::size_t scenario,
                                        std::size_t measure) const;
  [[nodiscard]] std::uint64_t failed(std::size_t design, std::size_t scenario) const;
  [[nodiscard]] std::uint64_t failed() const;
  [[nodiscard]] std::uint64_t runs() const { return runs_; }
  /// Of each design: of the first, in the first scenario.
  [[nodiscard]] std::uint32_t replications() const { return replications_; }

 private:
  std::size_t scenarios_, measures_;
  std::vector<DesignOutcome> outcomes_;
  std::vector<std::uint64_t> failed_;
  std::vector<double> first_;  ///< values of the latest run of the first scenario
  std::uint64_t runs_ = 0;
  std::uint32_t replications_ = 0;
};

/// Shards of a work folder that are not complete, such as "3-of-8".
[[nodiscard]] std::vector<std::string> missing_shards(const WorkFolder& work);

/// Writes runs.csv from the journals, in the order of the runs.
/// @param also  told of each run, in order
/// @return SHA-256 of the file, and what the runs come to
/// @throws UserError  when shards have different numbers of replications
[[nodiscard]] std::pair<std::string, SweepOutcomes> merge(
    const Experiment& experiment, const WorkFolder& work, const std::filesystem::path& folder,
    const std::function<void(const RunRow&)>& also = {});

/// A column for each factor of an experiment, and what a design or a plan has in them.
[[nodiscard]] std::vector<Column> factor_columns(const Experiment& experiment);
void add_values(CsvRows& row, const Experiment& experiment, const std::vector<FactorValue>& values);

/// Columns of the tables of a sweep, which depend on the experiment.
class SweepTables {
 public:
  explicit SweepTables(const Experiment& experiment);
  [[nodiscard]] std::vector<TableShape> shapes() const;

  /// designs.csv: which values each design gives to the factors.
  /// @return SHA-256 of the file, as the other
  std::string write_designs(const std::filesystem::path& folder) const;
  /// summary.csv: means and differences with their intervals.
  std::string write_summary(const std::filesystem::path& folder,
                            const SweepOutcomes& of_runs) const;

 private:
  const Experiment& experiment_;
  std::vector<Column> designs_, runs_, summary_;
};

}  // namespace cordon
