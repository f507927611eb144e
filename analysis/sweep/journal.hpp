#pragma once

// What a sweep has done so far: a CSV file to which every run adds a line as soon as it and all
// before it have ended. A sweep that was killed goes on behind the last line that is whole.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "analysis/sweep/run_order.hpp"

namespace cordon {

/// What one run left.
struct RunRow {
  RunId id;
  std::string failure;         ///< why there are no values; "" when there are
  std::vector<double> values;  ///< by measure of the experiment
};

/// Which columns the rows of an experiment have.
struct RunColumns {
  std::vector<std::string> scenarios;  ///< their names
  std::vector<std::string> measures;
  std::uint64_t seed = 1;

  [[nodiscard]] std::string header() const;  ///< with the end of line
  [[nodiscard]] std::string line(const RunRow& row) const;
  /// @return false when the line is no such row
  [[nodiscard]] bool parse(const std::string& line, RunRow& row) const;
};

class Journal {
 public:
  /// Opens the file, or makes it. What a kill has left of a line is cut off.
  /// @throws OutputError  when it cannot be written, holds something else, or another process
  ///                      writes it
  Journal(std::filesystem::path path, const RunColumns& columns);

  /// Rows that are there.
  [[nodiscard]] std::uint64_t rows() const { return rows_; }
  /// At once, so that a kill loses nothing that has been told.
  void add(const std::string& line);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  [[noreturn]] void fail() const;
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::filesystem::path path_;
  std::uint64_t rows_ = 0;
  std::unique_ptr<std::FILE, Close> file_;
};

/// Reads the rows of a journal, or of runs.csv, one after the other.
class RowReader {
 public:
  /// @throws OutputError  when the file cannot be read, or has other columns
  RowReader(std::filesystem::path path, const RunColumns& columns);
  /// @return false at the end
  /// @throws OutputError  when a line is no row of the experiment
  [[nodiscard]] bool next(RunRow& row);
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  RunColumns columns_;
  std::ifstream file_;
  std::uint64_t line_ = 1;
};

}  // namespace cordon
