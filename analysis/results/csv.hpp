#pragma once

// Tables of results as CSV (RFC 4180), and what their columns are.

#include <chrono>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "analysis/results/output_file.hpp"
#include "sim/engine/time.hpp"

namespace cordon {

struct Column {
  std::string_view name;
  std::string_view type;  ///< of Frictionless: string, integer, number, datetime
  std::string_view unit;  ///< empty: none, or as another column says
  std::string_view meaning;
};

struct TableShape {
  std::string_view file;
  std::string_view meaning;
  std::span<const Column> columns;
};

/// Shortest text that reads as the same number; "" for NaN.
[[nodiscard]] std::string number_text(double value);
/// ISO 8601, UTC: "2026-06-27T18:00:00Z"; a fraction of a second is cut off.
[[nodiscard]] std::string time_text(std::chrono::sys_time<std::chrono::microseconds> time);
/// Quoted when it must be.
[[nodiscard]] std::string field_text(std::string_view text);

/// Writes rows, each with one field for every column.
class CsvTable {
 public:
  /// Writes the header, unless the rows are to be appended to another table.
  CsvTable(const std::filesystem::path& folder, const TableShape& shape, bool header = true);

  CsvTable& text(std::string_view field) { return add(field_text(field)); }
  CsvTable& number(double value) { return add(number_text(value)); }
  CsvTable& integer(std::uint64_t value) { return add(std::to_string(value)); }
  void end_row();
  /// Appends the rows of a file without header, and removes it.
  void append(const std::filesystem::path& file);
  /// @return SHA-256 of the file
  std::string close() { return file_.close(); }
  [[nodiscard]] const std::filesystem::path& path() const { return file_.path(); }

 private:
  CsvTable& add(std::string_view field);
  OutputFile file_;
  std::size_t columns_;
  std::size_t fields_ = 0;
  std::string row_;
};

}  // namespace cordon
