#include "analysis/outlines/outlines.hpp"

#include <charconv>
#include <optional>

#include "sim/scenario/format/csv.hpp"

namespace cordon {
namespace {

enum Column : std::size_t { iso, country, ring, seq, lon, lat, columns };
using Row = std::vector<format::CsvCell>;

std::optional<double> number(const format::CsvCell& cell, const format::CsvTable& table,
                             Problems& problems) {
  double value = 0;
  const char* const end = cell.text.data() + cell.text.size();
  const auto [stopped, fault] = std::from_chars(cell.text.data(), end, value);
  if (fault == std::errc{} && stopped == end) return value;
  problems.add(table.position(cell), "", "is no number of degrees; expected one such as 23.81");
  return std::nullopt;
}

std::vector<Outline> outlines_of(const format::CsvTable& table, Problems& problems) {
  std::vector<Outline> outlines;
  const std::string* number_of_last = nullptr;
  for (const Row& row : table.rows) {
    if (row.size() < columns) continue;  // has been told
    if (!number_of_last || row[ring].text != *number_of_last)
      outlines.push_back({row[country].text, {}});
    number_of_last = &row[ring].text;
    const auto longitude = number(row[lon], table, problems);
    const auto latitude = number(row[lat], table, problems);
    if (longitude && latitude) outlines.back().positions.push_back({*longitude, *latitude});
  }
  // In the table the last point of a ring is its first again.
  for (Outline& o : outlines)
    if (o.positions.size() > 1 && o.positions.front() == o.positions.back()) o.positions.pop_back();
  return outlines;
}

}  // namespace

std::vector<Outline> read_outlines(const InputFile& file) {
  Problems problems;
  std::vector<Outline> outlines;
  const auto table = format::parse_csv(file, problems);
  if (table && table->header.size() != columns)
    problems.add(table->top(), "",
                 "has other columns; expected country_iso_n3,country,ring,seq,lon,lat");
  else if (table)
    outlines = outlines_of(*table, problems);
  problems.throw_if_any();
  return outlines;
}

const std::vector<Outline>& europe_outlines() {
  static const std::vector<Outline> outlines =
      read_outlines({"europe_outlines_50m.csv", "", std::string(outlines_table)});
  return outlines;
}

}  // namespace cordon
