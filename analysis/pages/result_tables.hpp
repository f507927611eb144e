#pragma once

// A result folder as it was left: what its manifest says, and the tables of it.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cordon::pages {

/// A table of results with named columns.
struct ResultTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;

  /// A field; "" where there is no such column.
  [[nodiscard]] const std::string& text(const std::vector<std::string>& row,
                                        std::string_view column) const;
  /// NaN where the field is empty or no number.
  [[nodiscard]] double number(const std::vector<std::string>& row, std::string_view column) const;
};

struct ResultFolderRead {
  std::filesystem::path place;
  std::string shown;                   ///< as the user named it
  std::string version, command, kind;  ///< kind: the subcommand that made it
  std::string title;
  std::string answer;  ///< of its own report; "" when it has none
  std::uint64_t seed = 0, replications = 0;
  std::vector<std::string> scenarios;       ///< their names; the first is the baseline
  std::vector<std::string> scenario_files;  ///< that are in the folder
  bool interrupted = false;

  /// @throws UserError  when it is no table
  [[nodiscard]] std::optional<ResultTable> table(const std::string& file) const;
};

/// @throws UserError  in one line, when it holds no results of cordon
[[nodiscard]] ResultFolderRead read_results(const std::string& folder);

}  // namespace cordon::pages
