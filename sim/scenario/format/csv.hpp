#pragma once

// Comma-separated tables (RFC 4180) with a header line. Our own reader: fast-cpp-csv-parser fixes
// the columns when it compiles, cannot tell the column of a mistake, and splits quoted line breaks.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/format/files.hpp"

namespace cordon::format {

/// A cell and where it begins.
struct CsvCell {
  std::string text;  ///< unquoted; without blanks around it
  int line = 0;
  int column = 0;
};

/// A header and rows of as many cells; rows of another length are reported and left empty.
struct CsvTable {
  std::shared_ptr<const std::string> file;
  std::vector<CsvCell> header;
  std::vector<std::vector<CsvCell>> rows;

  [[nodiscard]] FilePosition position(const CsvCell& cell) const {
    return {file, cell.line, cell.column};
  }
  /// The place of the header line.
  [[nodiscard]] FilePosition top() const { return {file, 1, 1}; }
};

/// Reads a table row by row, so that a table of millions of rows is never there as a whole.
class CsvStream {
 public:
  /// @param file, problems  must live as long
  CsvStream(const InputFile& file, Problems& problems);
  ~CsvStream();
  CsvStream(CsvStream&&) noexcept;

  /// Reads the header. Reports what is wrong with it.
  /// @return whether all is well
  [[nodiscard]] bool open();
  /// The header, and no rows.
  [[nodiscard]] const CsvTable& head() const { return head_; }
  /// Reads the next row; one of another length is reported, and has one cell.
  /// @return false at the end, or when it is not CSV, which is reported
  [[nodiscard]] bool next(std::vector<CsvCell>& row);
  /// Whether something was not CSV.
  [[nodiscard]] bool failed() const;

 private:
  class Scanner;
  std::unique_ptr<Scanner> scanner_;
  Problems& problems_;
  CsvTable head_;
};

/// Reads a table. Reports what is not CSV, and then returns none.
[[nodiscard]] std::optional<CsvTable> parse_csv(const InputFile& file, Problems& problems);

/// The finite number that a cell says, and nothing else: no unit, no blank, no plus sign.
[[nodiscard]] std::optional<double> number_in(std::string_view text);

/// A column's key and unit: "travel [h]" is the key "travel" with the unit "h".
struct CsvColumn {
  std::string key;
  std::string unit;
};
[[nodiscard]] CsvColumn column_of(std::string_view header);

}  // namespace cordon::format
