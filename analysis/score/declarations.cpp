#include "analysis/score/declarations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <unordered_set>

#include "sim/model/risk/scoring/trait.hpp"
#include "sim/scenario/format/csv.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::score {
namespace {

using scoring::Category;
using scoring::Quantity;

/// "Importer ID" is "importer_id".
std::string plain(std::string_view header) {
  std::string name;
  for (const char c : header) {
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (c >= 'A' && c <= 'Z')
      name += static_cast<char>(c - 'A' + 'a');
    else if (is_word)
      name += c;
    else if (!name.empty() && name.back() != '_')
      name += '_';
  }
  return name;
}

/// The columns of a table that are read.
struct Columns {
  std::vector<std::pair<std::size_t, Category>> categories;
  std::vector<std::pair<std::size_t, Quantity>> quantities;
  std::optional<std::size_t> id, date, label;
};

std::optional<Category> category_called(const std::string& name) {
  for (std::size_t c = 0; c < scoring::categories; ++c) {
    const auto category = static_cast<Category>(c);
    const std::string own(name_of(category));
    if (name == own || name == own + "_id" || name == own + "_code") return category;
  }
  if (name == "hs6_code" || name == "hs6" || name == "hs_code") return Category::goods;
  if (name == "country_of_origin_indicator") return Category::origin_indicator;
  return std::nullopt;
}

std::optional<Quantity> quantity_called(const std::string& name) {
  for (std::size_t q = 0; q < scoring::quantities; ++q)
    if (name == name_of(static_cast<Quantity>(q))) return static_cast<Quantity>(q);
  return std::nullopt;
}

Columns columns_of(const format::CsvTable& head, const std::string& label, Declarations& table) {
  Columns columns;
  for (std::size_t n = 0; n < head.header.size(); ++n) {
    const std::string& header = head.header[n].text;
    const std::string name = plain(header);
    const auto category = category_called(name);
    const auto quantity = quantity_called(name);
    if (header == label) {
      columns.label = n;
      continue;
    }
    const bool is_known = category || quantity || name == "date" || name == "declaration_id";
    (is_known ? table.read : table.not_read).push_back(header);
    if (category) columns.categories.emplace_back(n, *category);
    if (quantity) columns.quantities.emplace_back(n, *quantity);
    if (name == "date") columns.date = n;
    if (name == "declaration_id") columns.id = n;
  }
  return columns;
}

/// Says what is wrong with the columns, if anything is.
/// @return whether all is well
bool are_enough(const Columns& columns, const format::CsvTable& head, const std::string& label,
                Problems& problems) {
  std::vector<std::string> names;
  for (const format::CsvCell& cell : head.header) names.push_back(cell.text);
  if (!columns.label)
    problems.add(head.top(), "",
                 fmt::format("has no column '{}'; expected one with 0 or 1, what the inspection "
                             "found{}",
                             label, format::did_you_mean(label, names)));
  if (columns.categories.empty() && columns.quantities.empty())
    problems.add(head.top(), "",
                 "has no column of a declaration; expected some, such as importer_id, hs6_code, "
                 "country_of_origin, net_mass");
  return columns.label && (!columns.categories.empty() || !columns.quantities.empty());
}

std::optional<int> day_in(const std::string& text) {
  int year = 0, month = 0, day = 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const auto& [number, length] : {std::pair{&year, 4}, {&month, 2}, {&day, 2}}) {
    const auto [stop, error] = std::from_chars(at, at + length, *number);
    if (error != std::errc{} || stop != at + length) return std::nullopt;
    at = std::min(end, stop + 1);
  }
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return static_cast<int>(std::chrono::sys_days{date}.time_since_epoch().count());
}

class RowReader {
 public:
  RowReader(const format::CsvTable& head, const Columns& columns, Problems& problems)
      : head_(head), columns_(columns), problems_(problems) {}

  Inspected read(const std::vector<format::CsvCell>& cells) {
    Inspected row;
    for (const auto& [n, category] : columns_.categories) {
      say(category, cells[n].text, row);
      if (category != Category::goods) continue;
      say(Category::heading, beginning(cells[n].text, 2), row);
      say(Category::chapter, beginning(cells[n].text, 4), row);
    }
    for (const auto& [n, quantity] : columns_.quantities)
      row.declared.amount[static_cast<std::size_t>(quantity)] = amount(cells[n]);
    if (columns_.date) row.day = day(cells[*columns_.date]);
    if (columns_.id) row.id = cells[*columns_.id].text;
    row.illicit = found(cells[*columns_.label]);
    const double duty =
        row.declared.of(Quantity::item_price) * row.declared.of(Quantity::tax_rate) / 100;
    row.duty = std::isfinite(duty) ? duty : 0;
    return row;
  }

 private:
  static void say(Category category, std::string text, Inspected& row) {
    const auto at = static_cast<std::size_t>(category);
    row.declared.says[at] = scoring::number_of(text);
    row.words[at] = std::move(text);
  }
  // Codes are of five digits where a leading zero has been lost.
  static std::string beginning(const std::string& code, std::size_t without) {
    return code.size() > without ? code.substr(0, code.size() - without) : "";
  }
  double amount(const format::CsvCell& cell) {
    if (cell.text.empty()) return scoring::Declared::not_said;
    const auto number = format::number_in(cell.text);
    if (!number || *number < 0) refuse(cell, "a number of at least 0, or nothing");
    return number.value_or(0);
  }
  int day(const format::CsvCell& cell) {
    const auto day = day_in(cell.text);
    if (!day) refuse(cell, "a date such as 2021-03-31");
    return day.value_or(0);
  }
  bool found(const format::CsvCell& cell) {
    if (cell.text != "0" && cell.text != "1") refuse(cell, "0 or 1");
    return cell.text == "1";
  }
  void refuse(const format::CsvCell& cell, std::string_view expected) {
    problems_.add(head_.position(cell), "",
                  fmt::format("is {}; expected {}", format::in_quotes(cell.text), expected));
  }

  const format::CsvTable& head_;
  const Columns& columns_;
  Problems& problems_;
};

}  // namespace

std::optional<Declarations> read_declarations(const std::string& file, const std::string& label,
                                              Problems& problems) {
  format::Files files;
  const InputFile* input = files.open(file, "");
  if (input == nullptr) {
    problems.add({std::make_shared<const std::string>(file), 0, 0}, "", files.fault);
    return std::nullopt;
  }
  problems.reads(input->name);
  format::CsvStream csv(*input, problems);
  if (!csv.open()) return std::nullopt;
  Declarations table;
  table.file = file;
  const Columns columns = columns_of(csv.head(), label, table);
  if (!are_enough(columns, csv.head(), label, problems)) return std::nullopt;
  RowReader reader(csv.head(), columns, problems);
  std::vector<format::CsvCell> cells;
  while (!problems.full() && csv.next(cells))
    if (cells.size() == csv.head().header.size()) table.rows.push_back(reader.read(cells));
  if (table.rows.empty() && problems.empty())
    problems.add(csv.head().top(), "", "has no declarations; expected at least one");
  if (!problems.empty()) return std::nullopt;
  std::stable_sort(table.rows.begin(), table.rows.end(),
                   [](const Inspected& a, const Inspected& b) { return a.day < b.day; });
  return table;
}

std::size_t remove_repeats(Declarations& table, const std::vector<Declarations>& learnt) {
  using scoring::exact;
  const scoring::Cross alike{trait(Category::goods), trait(Category::country_of_origin),
                             exact(Quantity::net_mass), exact(Quantity::item_price)};
  std::unordered_set<std::uint64_t> known;
  for (const Declarations& file : learnt)
    for (const Inspected& row : file.rows) known.insert(alike.in(row.declared));
  return std::erase_if(table.rows, [&](const Inspected& row) {
    const std::uint64_t says = alike.in(row.declared);
    return says != 0 && known.contains(says);
  });
}

}  // namespace cordon::score
