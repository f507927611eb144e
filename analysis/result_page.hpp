#pragma once

// A page of results as values: what it says, in which order, with its tables and charts.

#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "analysis/comparison.hpp"

namespace cordon {

inline constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

/// A number on an axis.
struct Spot {
  double at = 0;
  double low = not_known, high = not_known;  ///< of its interval; NaN: it has none
};

/// How a thing is marked: by shape and colour, which the section's key explains.
struct MarkStyle {
  int kind = 0;         ///< index into PageSection::key
  bool hollow = false;  ///< the words of the section say what that means
};

/// One mark in a row.
struct RowMark {
  Spot value;
  double from = not_known;  ///< a bar goes from here to the value; NaN: there is none
  MarkStyle style;
  std::string text;  ///< the same in words
};

struct ChartRow {
  std::string label;
  std::vector<RowMark> marks;
};

/// Rows of marks along one axis: a dot and its interval, or a bar.
struct RowChart {
  std::string axis;
  std::vector<double> lines;  ///< values to draw a line at
  std::vector<ChartRow> rows;
};

/// A mark on a plane.
struct PlanePoint {
  Spot x, y;
  MarkStyle style;
  double size = 0;    ///< from 0 to 1
  std::string label;  ///< written beside it; ""
  std::string text;   ///< what it is, and its numbers
};

/// A line across a plane, from bottom to top.
struct UprightLine {
  double at = 0;
  std::string label;
  bool dashed = false;
};

/// The land behind the marks of a map, whose x are degrees east, and whose y degrees north.
struct MapGround {
  double west = 0, east = 0, south = 0, north = 0;           ///< what must be seen
  std::vector<std::vector<std::pair<double, double>>> land;  ///< closed lines; some way beyond that
};

/// Marks on a plane.
struct PlaneChart {
  std::string x_axis, y_axis;
  std::vector<std::string> x_values;  ///< of an axis of words: x is an index into them
  bool joined = false;                ///< those of one kind by a line, from left to right
  bool zero_line = false;             ///< at y = 0
  std::vector<PlanePoint> points;
  std::vector<UprightLine> upright = {};
  std::optional<MapGround> ground = std::nullopt;  ///< of a map
};

struct PageChart {
  std::string title;        ///< "" where the section says it already
  std::string description;  ///< what it shows, for who does not see it
  std::variant<RowChart, PlaneChart> drawing;
};

struct PageHeading {
  std::string text;
  bool is_number = true;
};

struct PageCell {
  std::string text;
  std::string beside;  ///< in soft letters: an interval, a unit
};

/// The first cell of a row is its name.
struct PageTable {
  std::string caption;
  std::vector<PageHeading> headings;
  std::vector<std::vector<PageCell>> rows;
  bool folded = false;
};

struct PageSection {
  std::string heading;
  std::string brief;     ///< in the list of contents; "": a part of the section before
  std::string emphasis;  ///< what it comes to, in a sentence; ""
  std::vector<std::string> words;
  std::vector<std::string> key;  ///< what each kind of mark stands for; none: there is but one
  std::vector<PageChart> charts;
  bool small_charts = false;  ///< side by side
  std::vector<PageTable> tables;
  std::vector<std::string> notes;
};

struct ResultPage {
  std::string version;  ///< of cordon
  std::string title;
  std::string answer;              ///< what came out, in a sentence or two
  std::vector<std::string> facts;  ///< what it rests on
  std::vector<std::string> warnings;
  std::vector<PageSection> sections;
  std::vector<AssumedParameter> assumptions;
  std::vector<std::string> method;
  std::vector<std::string> commands;  ///< that make this again
};

}  // namespace cordon
