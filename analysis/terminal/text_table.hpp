#pragma once

// Lines, tables and colours for a terminal, and for a pipe the same without colours.

#include <string>
#include <vector>

namespace cordon::terminal {

/// Of a border with more crossings a table shows these at most.
inline constexpr std::size_t crossings_shown = 25;

enum class Tone { plain, strong, quiet, good, bad };

/// Of text in sentences, on terminals of 100 columns or more.
inline constexpr std::size_t line_width = 98;

/// Colours are for terminals whose user has not set NO_COLOR.
[[nodiscard]] bool has_colours(int file_descriptor);
/// The text in this tone when `colours`.
[[nodiscard]] std::string toned(const std::string& text, Tone tone, bool colours);
/// Lines of at most `width` columns, broken at blanks, but not before a percent sign.
[[nodiscard]] std::string wrapped(const std::string& text, std::size_t width = line_width,
                                  std::size_t indent = 0);
/// Columns that a text takes, each code point one.
[[nodiscard]] std::size_t width_of(const std::string& text);

struct Cell {
  std::string text;
  Tone tone = Tone::plain;
};

class TextTable {
 public:
  enum class Align { left, right };
  struct Heading {
    std::string text;
    Align align = Align::right;
  };
  explicit TextTable(std::vector<Heading> headings) : headings_(std::move(headings)) {}

  void row(std::vector<Cell> cells) { rows_.push_back(std::move(cells)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// All lines, without blanks at their ends. Columns are as wide as they must be, and two blanks
  /// apart; the first is indented by two.
  [[nodiscard]] std::string text(bool colours) const;

 private:
  std::vector<Heading> headings_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace cordon::terminal
