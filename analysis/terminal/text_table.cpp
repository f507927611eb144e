#include "analysis/terminal/text_table.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace cordon::terminal {
namespace {

const char* code_of(Tone tone) {
  switch (tone) {
    case Tone::strong:
      return "\033[1m";
    case Tone::quiet:
      return "\033[2m";
    case Tone::good:
      return "\033[32m";
    case Tone::bad:
      return "\033[31m";
    case Tone::plain:
      break;
  }
  return "";
}

}  // namespace

bool has_colours(int file_descriptor) {
  const char* refused = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  return isatty(file_descriptor) == 1 && !(refused && *refused) &&
         !(kind && std::string(kind) == "dumb");
}

std::string toned(const std::string& text, Tone tone, bool colours) {
  if (!colours || tone == Tone::plain || text.empty()) return text;
  return code_of(tone) + text + "\033[0m";
}

std::string wrapped(const std::string& text, std::size_t width, std::size_t indent) {
  std::istringstream words(text);
  std::string lines, line;
  for (std::string word, next; words >> word; word.clear()) {
    while (words >> std::ws && words.peek() == '%' && words >> next) word += ' ' + next;
    if (!line.empty() && indent + width_of(line) + 1 + width_of(word) > width) {
      lines += std::string(indent, ' ') + line + '\n';
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return line.empty() ? lines : lines + std::string(indent, ' ') + line + '\n';
}

std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

std::string TextTable::text(bool colours) const {
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < headings_.size(); ++c) {
    std::size_t width = width_of(headings_[c].text);
    for (const auto& row : rows_)
      if (c < row.size()) width = std::max(width, width_of(row[c].text));
    widths.push_back(width);
  }
  const auto line_of = [&](const std::vector<Cell>& cells) {
    std::string line;
    std::size_t blanks = 2;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const std::size_t spare = widths[c] - width_of(cells[c].text);
      if (headings_[c].align == Align::right) blanks += spare;
      if (!cells[c].text.empty()) {
        line += std::string(blanks, ' ') + toned(cells[c].text, cells[c].tone, colours);
        blanks = 0;
      }
      blanks += 2;
      if (headings_[c].align == Align::left) blanks += spare;
    }
    return line + '\n';
  };
  std::vector<Cell> heads;
  for (const Heading& h : headings_) heads.push_back({h.text, Tone::quiet});
  std::string all = line_of(heads);
  for (const auto& row : rows_) all += line_of(row);
  return all;
}

}  // namespace cordon::terminal
