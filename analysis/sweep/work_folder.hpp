#pragma once

// Where a sweep keeps what it has done until all of it is: the folder "RESULTS.sweep" beside that
// of the results. Every shard has its journal in it, and a marker of its own when it is complete:
// what a scheduler says of a job is not asked.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/experiment/experiment.hpp"
#include "analysis/sweep/journal.hpp"

namespace cordon {

/// What a sweep is of, as JSON; also kept with its results.
inline constexpr const char* work_state_file = "sweep.json";

class WorkFolder {
 public:
  /// Only says where it is.
  /// @param what  is done in it: its name ends so
  explicit WorkFolder(const std::filesystem::path& results, std::string_view what = "sweep");

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] bool is_there() const;

  /// Makes it for an experiment, or finds it made for the same; several shards may do so at once.
  /// @param shards  in how many parts
  /// @param more  what decides about the runs beside the experiment's keys
  /// @throws UserError  when it was made for another experiment, which is named by what differs,
  ///                    or in another number of parts
  void begin(const Experiment& experiment, std::uint32_t shards,
             const std::map<std::string, std::string>& more = {}) const;
  /// In how many parts it was begun; none when it was not.
  [[nodiscard]] std::optional<std::uint32_t> shards() const;

  [[nodiscard]] std::filesystem::path journal(const Shard& shard) const;
  /// Notes that a shard has all its rows.
  void mark_complete(const Shard& shard, std::uint64_t rows) const;
  /// Takes that back: more replications are wanted.
  void unmark(const Shard& shard) const;
  /// Rows that a shard had when it was marked; none when it has not been.
  [[nodiscard]] std::optional<std::uint64_t> complete(const Shard& shard) const;

  void remove() const;

 private:
  [[nodiscard]] std::filesystem::path marker(const Shard& shard) const;
  std::filesystem::path path_;
};

/// What of an experiment decides about the rows of its runs, by key; how many replications there
/// are does not.
[[nodiscard]] std::map<std::string, std::string> identity_of(const Experiment& experiment);

/// "factor.officers.levels is [1, 2], and was [1, 3]": in which keys two differ, in words; "" when
/// in none.
[[nodiscard]] std::string difference_between(const std::map<std::string, std::string>& now,
                                             const std::map<std::string, std::string>& then);

}  // namespace cordon
