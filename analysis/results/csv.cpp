#include "analysis/results/csv.hpp"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <utility>

namespace cordon {
namespace {

template <class Real>
std::string shortest(Real value) {
  if (std::isnan(value)) return "";
  if (std::isinf(value)) return value > 0 ? "INF" : "-INF";  // as Frictionless has it
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

}  // namespace

std::string number_text(double value) { return shortest(value); }
std::string single_text(float value) { return shortest(value); }

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

CsvRows& CsvRows::add(std::string_view field) {
  if (fields_++ > 0) bytes_ += ',';
  bytes_ += field;
  return *this;
}

void CsvRows::end_row() {
  assert(fields_ == columns_);
  bytes_ += "\r\n";
  fields_ = 0;
}

std::string header_row(const TableShape& shape) {
  CsvRows header(shape.columns.size());
  for (const Column& column : shape.columns) header.text(column.name);
  header.end_row();
  return header.bytes();
}

CsvTable::CsvTable(const std::filesystem::path& folder, const TableShape& shape)
    : file_(folder / shape.file), rows_(shape.columns.size()) {
  file_.write(header_row(shape));
}

void CsvTable::end_row() {
  rows_.end_row();
  file_.write(rows_.bytes());
  rows_.clear();
}

TableInParts::TableInParts(std::filesystem::path folder, const TableShape& shape,
                           std::size_t scenarios)
    : folder_(std::move(folder)), shape_(shape), scenarios_(scenarios) {}

std::filesystem::path TableInParts::part(std::size_t scenario) const {
  return folder_ / (std::string(shape_.file) + '.' + std::to_string(scenario) + ".part");
}

void TableInParts::add(std::size_t scenario, const CsvRows& rows) const {
  append_to_file(part(scenario), rows.bytes());
}

std::string TableInParts::close() {
  OutputFile whole(folder_ / shape_.file);
  whole.write(header_row(shape_));
  for (std::size_t s = 0; s < scenarios_; ++s) {
    if (!std::filesystem::exists(part(s))) continue;
    whole.append(part(s));
    std::filesystem::remove(part(s));
  }
  return whole.close();
}

}  // namespace cordon
