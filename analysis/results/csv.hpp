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

/// Shortest text that reads as the same number; "" for NaN, "INF" and "-INF" for infinite ones.
[[nodiscard]] std::string number_text(double value);
[[nodiscard]] std::string single_text(float value);  ///< of single precision
/// ISO 8601, UTC: "2026-06-27T18:00:00Z"; a fraction of a second is cut off.
[[nodiscard]] std::string time_text(std::chrono::sys_time<std::chrono::microseconds> time);
/// Quoted when it must be.
[[nodiscard]] std::string field_text(std::string_view text);

/// Rows as text, each with one field for every column.
class CsvRows {
 public:
  explicit CsvRows(std::size_t columns) : columns_(columns) {}

  CsvRows& text(std::string_view field) { return add(field_text(field)); }
  CsvRows& number(double value) { return add(number_text(value)); }
  CsvRows& single(float value) { return add(single_text(value)); }
  CsvRows& integer(std::uint64_t value) { return add(std::to_string(value)); }
  CsvRows& boolean(bool value) { return add(value ? "true" : "false"); }
  CsvRows& empty() { return add(""); }
  void end_row();

  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  void clear() { bytes_.clear(); }

 private:
  CsvRows& add(std::string_view field);
  std::size_t columns_;
  std::size_t fields_ = 0;
  std::string bytes_;
};

/// The names of the columns, as a row.
[[nodiscard]] std::string header_row(const TableShape& shape);

/// A table that is written row by row.
class CsvTable {
 public:
  CsvTable(const std::filesystem::path& folder, const TableShape& shape);

  CsvTable& text(std::string_view field) { return rows_.text(field), *this; }
  CsvTable& number(double value) { return rows_.number(value), *this; }
  CsvTable& integer(std::uint64_t value) { return rows_.integer(value), *this; }
  void end_row();
  /// @return SHA-256 of the file
  std::string close() { return file_.close(); }

 private:
  OutputFile file_;
  CsvRows rows_;
};

/// A table whose rows come by scenario in turn, some of each at a time, and stand in it in the
/// order of the scenarios.
class TableInParts {
 public:
  /// @param scenarios  how many
  TableInParts(std::filesystem::path folder, const TableShape& shape, std::size_t scenarios);

  /// Rows are written down at once: no file is held open, and no memory grows.
  void add(std::size_t scenario, const CsvRows& rows) const;
  /// Puts the parts together.
  /// @return SHA-256 of the file
  std::string close();

 private:
  [[nodiscard]] std::filesystem::path part(std::size_t scenario) const;
  std::filesystem::path folder_;
  TableShape shape_;
  std::size_t scenarios_;
};

}  // namespace cordon
