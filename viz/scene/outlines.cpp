#include "viz/scene/outlines.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <utility>

#include "sim/scenario/format/csv.hpp"
#include "viz/data/outlines.hpp"
#include "viz/earcut/earcut.hpp"
#include "viz/scene/projection.hpp"

template <>
struct mapbox::util::nth<0, cordon::viz::Point> {
  static double get(const cordon::viz::Point& p) { return p.x; }
};
template <>
struct mapbox::util::nth<1, cordon::viz::Point> {
  static double get(const cordon::viz::Point& p) { return p.y; }
};

namespace cordon::viz {
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

// The last point of a ring is its first again.
void close(Ring& ring) {
  if (ring.points.size() > 1 && ring.points.front() == ring.points.back()) ring.points.pop_back();
  ring.corners = mapbox::earcut<std::uint32_t>(std::vector<std::vector<Point>>{ring.points});
}

std::vector<Ring> rings_of(const format::CsvTable& table, Problems& problems) {
  std::vector<Ring> rings;
  const std::string* number_of_last = nullptr;
  for (const Row& row : table.rows) {
    if (row.size() < columns) continue;  // has been told
    if (!number_of_last || row[ring].text != *number_of_last)
      rings.push_back({row[country].text, {}, {}});
    number_of_last = &row[ring].text;
    const auto longitude = number(row[lon], table, problems);
    const auto latitude = number(row[lat], table, problems);
    if (longitude && latitude) rings.back().points.push_back(project(*latitude, *longitude));
  }
  for (Ring& r : rings) close(r);
  return rings;
}

constexpr std::pair<std::string_view, std::string_view> codes[] = {
    {"Albania", "AL"},        {"Algeria", "DZ"},      {"Andorra", "AD"},
    {"Armenia", "AM"},        {"Austria", "AT"},      {"Azerbaijan", "AZ"},
    {"Belarus", "BY"},        {"Belgium", "BE"},      {"Bosnia and Herz.", "BA"},
    {"Bulgaria", "BG"},       {"Croatia", "HR"},      {"Cyprus", "CY"},
    {"Czechia", "CZ"},        {"Denmark", "DK"},      {"Estonia", "EE"},
    {"Faeroe Is.", "FO"},     {"Finland", "FI"},      {"France", "FR"},
    {"Georgia", "GE"},        {"Germany", "DE"},      {"Greece", "GR"},
    {"Guernsey", "GG"},       {"Hungary", "HU"},      {"Iran", "IR"},
    {"Iraq", "IQ"},           {"Ireland", "IE"},      {"Isle of Man", "IM"},
    {"Israel", "IL"},         {"Italy", "IT"},        {"Jersey", "JE"},
    {"Jordan", "JO"},         {"Kosovo", "XK"},       {"Latvia", "LV"},
    {"Lebanon", "LB"},        {"Libya", "LY"},        {"Liechtenstein", "LI"},
    {"Lithuania", "LT"},      {"Luxembourg", "LU"},   {"Macedonia", "MK"},
    {"Malta", "MT"},          {"Moldova", "MD"},      {"Monaco", "MC"},
    {"Montenegro", "ME"},     {"Morocco", "MA"},      {"Netherlands", "NL"},
    {"Norway", "NO"},         {"Palestine", "PS"},    {"Poland", "PL"},
    {"Portugal", "PT"},       {"Romania", "RO"},      {"Russia", "RU"},
    {"San Marino", "SM"},     {"Saudi Arabia", "SA"}, {"Serbia", "RS"},
    {"Slovakia", "SK"},       {"Slovenia", "SI"},     {"Spain", "ES"},
    {"Sweden", "SE"},         {"Switzerland", "CH"},  {"Syria", "SY"},
    {"Tunisia", "TN"},        {"Turkey", "TR"},       {"Ukraine", "UA"},
    {"United Kingdom", "GB"}, {"Vatican", "VA"}};

}  // namespace

std::vector<Ring> read_outlines(const InputFile& file) {
  Problems problems;
  std::vector<Ring> rings;
  const auto table = format::parse_csv(file, problems);
  if (table && table->header.size() != columns)
    problems.add(table->top(), "",
                 "has other columns; expected country_iso_n3,country,ring,seq,lon,lat");
  else if (table)
    rings = rings_of(*table, problems);
  problems.throw_if_any();
  return rings;
}

const std::vector<Ring>& europe() {
  static const std::vector<Ring> rings =
      read_outlines({"europe_outlines_50m.csv", "", std::string(data::outlines)});
  return rings;
}

// By the even-odd rule.
bool is_on_land(Point at, const std::vector<Ring>& rings) {
  for (const Ring& ring : rings) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.points.size() - 1; i < ring.points.size(); j = i++) {
      const Point a = ring.points[i], b = ring.points[j];
      if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x)
        inside = !inside;
    }
    if (inside) return true;
  }
  return false;
}

std::string code_of_country(const std::string& english_name) {
  for (const auto& [name, code] : codes)
    if (name == english_name) return std::string(code);
  return "";
}

}  // namespace cordon::viz
