#pragma once

// Tables as a reader of CSV sees them, and what the types of their columns ask for.

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <regex>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace cordon::testing {

struct Table {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  [[nodiscard]] std::size_t column(const std::string& name) const {
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end()) throw std::out_of_range("no column " + name);
    return static_cast<std::size_t>(found - header.begin());
  }
};

/// RFC 4180: quoted fields may hold commas, line breaks and doubled quotes.
inline Table table_of(const std::filesystem::path& file) {
  const std::string text = text_of(file);
  Table table;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"')
      row.back() += text[i++];
    else if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      row.emplace_back();
    else if (c == '\r' && !quoted && i + 1 < text.size() && text[i + 1] == '\n') {
      (table.header.empty() ? table.header : table.rows.emplace_back()) = row;
      row.assign(1, "");
      ++i;
    } else
      row.back() += c;
  }
  return table;
}

/// Whether a text is of a type of Frictionless; a missing value is of any.
inline bool is_a(const std::string& text, const std::string& type) {
  if (text.empty() || type == "string") return true;
  if (type == "boolean") return text == "true" || text == "false";
  if (type == "datetime") {
    static const std::regex form(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z)");
    return std::regex_match(text, form);
  }
  double number = 0;
  std::int64_t integer = 0;
  const char* const end = text.data() + text.size();
  if (type == "number") return std::from_chars(text.data(), end, number).ptr == end;
  return type == "integer" && std::from_chars(text.data(), end, integer).ptr == end;
}

}  // namespace cordon::testing
