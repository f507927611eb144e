#include "viz/scene/outlines.hpp"

#include <utility>

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

std::vector<Ring> rings_of(const std::vector<Outline>& outlines) {
  std::vector<Ring> rings;
  for (const Outline& outline : outlines) {
    Ring& ring = rings.emplace_back();
    ring.country = outline.country;
    for (const Position at : outline.positions)
      ring.points.push_back(project(at.latitude, at.longitude));
    ring.corners = mapbox::earcut<std::uint32_t>(std::vector<std::vector<Point>>{ring.points});
  }
  return rings;
}

const std::vector<Ring>& europe() {
  static const std::vector<Ring> rings = rings_of(europe_outlines());
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
