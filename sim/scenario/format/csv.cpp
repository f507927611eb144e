#include "sim/scenario/format/csv.hpp"

#include <charconv>
#include <cmath>
#include <set>

#include "sim/scenario/format/text.hpp"

namespace cordon::format {
/// Walks over the text, counting lines and columns.
class CsvStream::Scanner {
 public:
  Scanner(const InputFile& file, Problems& problems)
      : text_(text_of(file)),
        file_(std::make_shared<const std::string>(file.name)),
        problems_(problems) {}

  /// Refuses line ends that would make one line of all.
  void check_line_ends() {
    if (text_.find('\r') != text_.npos && text_.find('\n') == text_.npos)
      fail(1, 1, "ends its lines with a carriage return alone; expected line feeds");
  }

  [[nodiscard]] const std::shared_ptr<const std::string>& file() const { return file_; }
  [[nodiscard]] bool failed() const { return failed_; }

  /// The next row that is not blank; its cells keep their memory.
  bool next(std::vector<CsvCell>& row) {
    while (at_ < text_.size() && !failed_) {
      read_row(row);
      const bool is_blank = row.size() == 1 && row[0].text.empty();
      if (!failed_ && !is_blank) return true;
    }
    return false;
  }

  void fail(int line, int column, std::string message) {
    problems_.add({file_, line, column}, "", std::move(message));
    failed_ = true;
  }

 private:
  bool at_end_of_cell() const {
    return at_ >= text_.size() || text_[at_] == ',' || text_[at_] == '\n';
  }

  void advance() {
    if (text_[at_] == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80) {
      ++column_;
    }
    ++at_;
  }

  void read_row(std::vector<CsvCell>& row) {
    std::size_t cells = 0;
    while (!failed_) {
      if (cells == row.size()) row.emplace_back();
      read_cell(row[cells++]);
      if (at_ >= text_.size()) break;
      const bool is_last = text_[at_] == '\n';
      advance();
      if (is_last) break;
    }
    row.resize(cells);
  }

  void read_cell(CsvCell& cell) {
    while (!at_end_of_cell() && (text_[at_] == ' ' || text_[at_] == '\t')) advance();
    cell.text.clear();
    cell.line = line_;
    cell.column = column_;
    if (at_ < text_.size() && text_[at_] == '"') return read_quoted(cell);
    const std::size_t begin = at_;
    while (!at_end_of_cell()) {
      if (text_[at_] == '"')
        return fail(line_, column_, "has a quote inside a cell; expected the whole cell in quotes");
      advance();
    }
    cell.text = trimmed(text_.substr(begin, at_ - begin));
  }

  void read_quoted(CsvCell& cell) {
    advance();
    while (at_ < text_.size()) {
      if (text_[at_] != '"') {
        cell.text += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell.text += '"';
        advance();
      } else {
        break;
      }
      advance();
    }
    if (at_ >= text_.size()) return fail(cell.line, cell.column, "opens a quote that never ends");
    advance();
    while (!at_end_of_cell() && trimmed(text_.substr(at_, 1)).empty()) advance();
    if (!at_end_of_cell()) fail(line_, column_, "has text after a closing quote");
  }

  std::string_view text_;
  std::shared_ptr<const std::string> file_;
  Problems& problems_;
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
  bool failed_ = false;
};

namespace {

/// Spreadsheets of many countries write these for commas; each column would be a problem.
bool has_commas(const CsvTable& table, Problems& problems) {
  const CsvCell& first = table.header.front();
  if (table.header.size() > 1 || first.text.find_first_of(";\t") == std::string::npos) return true;
  const bool semicolon = first.text.find(';') != std::string::npos;
  problems.add(table.position(first), "",
               std::string("has ") + (semicolon ? "semicolons" : "tabs") +
                   " between its cells; expected commas");
  return false;
}

bool has_distinct_columns(const CsvTable& table, Problems& problems) {
  std::set<std::string> seen;
  bool is_good = true;
  for (const CsvCell& cell : table.header) {
    const std::string key = column_of(cell.text).key;
    if (key.empty()) {
      problems.add(table.position(cell), "", "has a column without a name");
    } else if (!seen.insert(key).second) {
      problems.add(table.position(cell), "", "has the column " + in_quotes(key) + " twice");
    } else {
      continue;
    }
    is_good = false;
  }
  return is_good;
}

}  // namespace

CsvStream::CsvStream(const InputFile& file, Problems& problems)
    : scanner_(std::make_unique<Scanner>(file, problems)), problems_(problems) {
  head_.file = scanner_->file();
}
CsvStream::~CsvStream() = default;
CsvStream::CsvStream(CsvStream&&) noexcept = default;

bool CsvStream::open() {
  scanner_->check_line_ends();
  if (!scanner_->next(head_.header)) {
    if (!failed()) scanner_->fail(1, 1, "is empty; expected a header line with column names");
    return false;
  }
  return has_commas(head_, problems_) && has_distinct_columns(head_, problems_);
}

bool CsvStream::next(std::vector<CsvCell>& row) {
  if (!scanner_->next(row)) return false;
  const std::size_t expected = head_.header.size();
  if (row.size() == expected) return true;
  problems_.add({head_.file, row[0].line, row[0].column}, "",
                "has " + std::to_string(row.size()) + " cells; expected " +
                    std::to_string(expected) + " as in the header");
  row.resize(1);
  return true;
}

bool CsvStream::failed() const { return scanner_->failed(); }

std::optional<CsvTable> parse_csv(const InputFile& file, Problems& problems) {
  CsvStream stream(file, problems);
  if (!stream.open()) return std::nullopt;
  CsvTable table = stream.head();
  for (std::vector<CsvCell> row; stream.next(row);) table.rows.push_back(row);
  if (stream.failed()) return std::nullopt;
  return table;
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

CsvColumn column_of(std::string_view header) {
  const std::size_t open = header.rfind('[');
  if (open == std::string_view::npos || open == 0 || header.back() != ']') {
    return {std::string(trimmed(header)), ""};
  }
  return {std::string(trimmed(header.substr(0, open))),
          std::string(trimmed(header.substr(open + 1, header.size() - open - 2)))};
}

}  // namespace cordon::format
