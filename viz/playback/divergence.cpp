#include "viz/playback/divergence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "sim/output/trace/catalogue.hpp"

namespace cordon::viz {
namespace {

using trace::Header;
using trace::Row;

// Operations come last among places, and what an inject adds to them moves no other place.
std::vector<std::string> places_of(const Header& header) {
  std::vector<std::string> names;
  for (const trace::PlaceName& place : header.places)
    if (place.kind != "headquarters") names.push_back(place.kind + ' ' + place.name);
  return names;
}

std::vector<std::string> lines_of(const Header& header) {
  std::vector<std::string> names;
  for (const trace::LineShape& line : header.lines) names.push_back(line.name);
  return names;
}

std::vector<std::string> posts_of(const Header& header) {
  std::vector<std::string> names;
  for (const trace::CrossingShape& c : header.crossings) {
    for (const trace::StageShape& stage : c.stages) names.push_back(c.name + " " + stage.name);
    for (const trace::CrewShape& crew : c.crews) names.push_back(c.name + " " + crew.name);
  }
  return names;
}

// The first row that differs, from those that may.
std::optional<Divergence> first_in(std::uint64_t from, const std::vector<Row>& one,
                                   const std::vector<Row>& other) {
  const auto [a, b] = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  if (a == one.end() && b == other.end()) return std::nullopt;
  Divergence d{from + static_cast<std::uint64_t>(a - one.begin()), never, {}, {}};
  if (a != one.end()) d.row = *a, d.time = std::min(d.time, time_of(*a));
  if (b != other.end()) d.other = *b, d.time = std::min(d.time, time_of(*b));
  return d;
}

std::vector<Row> rows_of(const Recording& recording, std::size_t chunk) {
  std::vector<Row> rows;
  if (chunk < recording.chunks().size()) recording.chunks()[chunk]->unpack(rows);
  return rows;
}

// Goes through the rows that are seen, from one on.
class SeenRows {
 public:
  SeenRows(const Recording& recording, std::uint64_t from)
      : recording_(recording), chunk_(from / rows_per_chunk), at_(from % rows_per_chunk) {
    rows_ = rows_of(recording_, chunk_);
  }
  /// None: there are no more.
  std::optional<Row> next() {
    for (; chunk_ < recording_.chunks().size(); rows_ = rows_of(recording_, ++chunk_), at_ = 0)
      while (at_ < rows_.size())
        if (const Row& row = rows_[at_++]; trace::events()[row.event].seen) return row;
    return std::nullopt;
  }

 private:
  const Recording& recording_;
  std::size_t chunk_, at_;
  std::vector<Row> rows_;
};

}  // namespace

std::string difference_of_worlds(const Header& one, const Header& other) {
  const auto differ = [](const char* what) {
    return fmt::format("the recordings are of different worlds: they have other {}", what);
  };
  if (one.start != other.start) return differ("starts");
  if (one.run.seed != other.run.seed) return differ("seeds");
  if (one.run.replication != other.run.replication) return differ("replications");
  if (one.truth != other.truth) return differ("rows: one tells the truth, and one does not");
  if (places_of(one) != places_of(other)) return differ("places");
  if (lines_of(one) != lines_of(other)) return differ("lines");
  if (posts_of(one) != posts_of(other)) return differ("stages or crews");
  return "";
}

std::optional<Divergence> first_divergence(const Recording& one, const Recording& other) {
  const std::string why_not = difference_of_worlds(one.header(), other.header());
  if (!why_not.empty()) throw std::invalid_argument(why_not);
  const auto a = one.chunks(), b = other.chunks();
  for (std::size_t c = 0; c < std::max(a.size(), b.size()); ++c) {
    if (c < a.size() && c < b.size() && a[c]->same_as(*b[c])) continue;
    if (const auto found = first_in(c * rows_per_chunk, rows_of(one, c), rows_of(other, c)))
      return found;
  }
  return std::nullopt;
}

std::optional<Divergence> first_seen_divergence(const Recording& one, const Recording& other) {
  const auto first = first_divergence(one, other);
  if (!first) return std::nullopt;
  SeenRows rows(one, first->number), others(other, first->number);
  for (;;) {
    const auto row = rows.next(), otherwise = others.next();
    if (!row && !otherwise) return std::nullopt;
    if (row == otherwise) continue;
    const Time time =
        std::min(row ? time_of(*row) : never, otherwise ? time_of(*otherwise) : never);
    return Divergence{first->number, time, row, otherwise};
  }
}

}  // namespace cordon::viz
