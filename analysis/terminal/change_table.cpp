#include "analysis/terminal/change_table.hpp"

#include "analysis/terminal/text_table.hpp"
#include "analysis/text/change_words.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::terminal {
namespace {

using enum TextTable::Align;

Tone tone_of(const Change& c) {
  if (c.verdict == "better") return Tone::good;
  if (c.verdict == "worse") return Tone::bad;
  return c.verdict == "higher" || c.verdict == "lower" ? Tone::strong : Tone::quiet;
}

std::vector<Cell> cells_of(const ChangeRow& row) {
  const auto said = text::words_of(*row.change);
  const auto with_unit = [&](const std::string& text) {
    return text.empty() || said.change_unit.empty() ? text : text + " " + said.change_unit;
  };
  return {{row.name, Tone::strong}, {said.unit, Tone::quiet}, {said.baseline},
          {said.variant},           {with_unit(said.change)}, {with_unit(said.range)}};
}

}  // namespace

std::string change_table(const std::string& title, const std::vector<ChangeRow>& rows,
                         bool colours) {
  if (rows.empty()) return "";
  const bool primary = rows.front().change->primary;
  std::vector<TextTable::Heading> headings = {
      {title, left}, {"", left}, {"baseline"}, {"variant"}, {"change"}};
  headings.push_back({primary ? "interval" : "95 % interval"});
  if (!primary) headings.push_back({"p"});
  headings.push_back({primary ? "verdict" : "", left});
  TextTable table(std::move(headings));
  for (const ChangeRow& row : rows) {
    const Change& c = *row.change;
    auto cells = cells_of(row);
    if (!primary) cells.push_back({text::p_value(c.p_adjusted), Tone::quiet});
    const bool said = primary || c.verdict != "not distinguishable";
    cells.push_back({said ? c.verdict : "", tone_of(c)});
    table.row(std::move(cells));
  }
  return table.text(colours);
}

}  // namespace cordon::terminal
