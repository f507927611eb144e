#include "analysis/results/csv.hpp"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <fstream>

namespace cordon {

std::string number_text(double value) {
  if (std::isnan(value)) return "";
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

std::string time_text(std::chrono::sys_time<std::chrono::microseconds> time) {
  using namespace std::chrono;
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(floor<std::chrono::seconds>(time - day));
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string field_text(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

CsvTable::CsvTable(const std::filesystem::path& folder, const TableShape& shape, bool header)
    : file_(folder / shape.file), columns_(shape.columns.size()) {
  if (!header) return;
  for (const Column& column : shape.columns) text(column.name);
  end_row();
}

CsvTable& CsvTable::add(std::string_view field) {
  if (fields_++ > 0) row_ += ',';
  row_ += field;
  return *this;
}

void CsvTable::end_row() {
  assert(fields_ == columns_);
  row_ += "\r\n";
  file_.write(row_);
  row_.clear();
  fields_ = 0;
}

void CsvTable::append(const std::filesystem::path& file) {
  std::ifstream rows(file, std::ios::binary);
  std::array<char, 1 << 16> block{};
  while (rows.read(block.data(), block.size()), rows.gcount() > 0)
    file_.write({block.data(), static_cast<std::size_t>(rows.gcount())});
  if (rows.bad() || !rows.is_open()) throw OutputError(file.string() + ": cannot be read again");
  rows.close();
  std::filesystem::remove(file);
}

}  // namespace cordon
