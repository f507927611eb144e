#include "sim/scenario/format/csv_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/format/text.hpp"

namespace cordon::format {
namespace {

/// A column that the section knows, and the keys on the way to its value.
struct Column {
  std::size_t index = 0;
  std::vector<std::string> keys;
  std::string unit;
};

/// Whether a dotted key leads to a value of the section, or into one (check_time.lognormal.mean).
/// On the first key that does not, says what is wrong.
bool leads_to_value(const std::vector<std::string>& keys, const Section& top, std::string& fault) {
  const Section* section = &top;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == "source" || keys[i] == "note") return true;
    const Parameter* parameter = section->find(keys[i]);
    if (parameter == nullptr) {
      fault = "unknown column" + did_you_mean(keys[i], section->keys());
      return false;
    }
    if (parameter->shape == Parameter::Shape::value) return true;
    if (parameter->shape == Parameter::Shape::rows) break;
    if (parameter->shape == Parameter::Shape::tables) ++i;
    section = parameter->section;
  }
  fault = "is a table, which a cell cannot hold; expected a dotted key such as " +
          in_quotes(joined(keys, ".") + ".KEY");
  return false;
}

/// The columns that the section knows, after a report of those that it does not.
std::vector<Column> known_columns(const CsvTable& table, const Section& section, bool has_name,
                                  Reader& reader) {
  std::vector<Column> columns;
  for (std::size_t i = has_name ? 1 : 0; i < table.header.size(); ++i) {
    const CsvColumn said = column_of(table.header[i].text);
    const auto keys = split_path(said.key);
    std::string fault = "is not a column name";
    if (keys && leads_to_value(*keys, section, fault)) {
      columns.push_back({i, *keys, said.unit});
    } else {
      reader.problems.add(table.position(table.header[i]), reader.path() + '.' + said.key, fault);
    }
  }
  return columns;
}

/// A row as a table of cells. Empty cells say nothing.
Node row_node(const CsvTable& table, const std::vector<CsvCell>& row,
              const std::vector<Column>& columns) {
  Node node;
  node.position = table.position(row.front());
  node.key_position = node.position;
  node.from_csv = true;
  for (const Column& column : columns) {
    const CsvCell& cell = row[column.index];
    if (cell.text.empty()) continue;
    Node* at = &node;
    for (const std::string& key : column.keys) {
      const bool is_new = at->is_table() && !at->members.contains(key);
      Node& inner = at->members[key];
      if (is_new) {
        inner.position = inner.key_position = table.position(cell);
        inner.from_csv = true;
      }
      at = &inner;
    }
    at->kind = Node::Kind::cell;
    at->text = column.unit.empty() ? cell.text : cell.text + " " + column.unit;
  }
  return node;
}

std::vector<std::string> required_keys(const Section& section) {
  std::vector<std::string> keys;
  for (const Parameter& parameter : section.parameters) {
    if (parameter.is_required && parameter.shape == Parameter::Shape::value) {
      keys.push_back(parameter.key);
    }
  }
  return keys;
}

/// Whether a column that nobody knows was meant for this key: it is the problem, and told as one.
bool is_misspelt(const std::string& key, const CsvTable& table, const Section& section) {
  return std::any_of(table.header.begin(), table.header.end(), [&](const CsvCell& cell) {
    const std::string column = column_of(cell.text).key;
    return section.find(column) == nullptr && nearest(column, section.keys()) == key;
  });
}

bool has_column(const std::vector<Column>& columns, const std::string& key) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const Column& column) { return column.keys.front() == key; });
}

bool is_structure(const Parameter* parameter) {
  return parameter != nullptr && parameter->section != nullptr;
}

/// Puts what a row says under what the scenario file says. A value that the file gives stays whole.
///
/// @param section  of the table; nullptr inside a value
void put_under(Node& above, Node&& below, const Section* section) {
  if (!above.is_table()) return;
  if (above.implied) {
    above.implied = false;
    above.position = below.position;
  }
  for (auto& [key, member] : below.members) {
    Node* said = above.find(key);
    const Parameter* parameter = section != nullptr ? section->find(key) : nullptr;
    if (said == nullptr) {
      above.members.emplace(key, std::move(member));
    } else if (said->is_table() && member.is_table() &&
               (said->implied || is_structure(parameter))) {
      put_under(*said, std::move(member), parameter != nullptr ? parameter->section : nullptr);
    }
  }
}

void spread_source_of_row(Node& node, const std::shared_ptr<const std::string>& around) {
  const Node* own = node.is_table() ? node.find("source") : nullptr;
  node.source =
      own != nullptr && own->is_text() ? std::make_shared<const std::string>(own->text) : around;
  for (auto& [key, member] : node.members) spread_source_of_row(member, node.source);
}

/// Columns that must be there are reported once, not once a row.
void stand_in_for_missing(Node& entry, const std::vector<Column>& columns, const Section& section,
                          const CsvTable& table, Reader& reader) {
  for (const std::string& key : required_keys(section)) {
    if (has_column(columns, key) || entry.find(key) != nullptr) continue;
    const Reader::At at(reader, key);
    if (!is_misspelt(key, table, section))
      reader.fail(table.top(), "is missing; expected a column of that name");
    entry.members[key].kind = Node::Kind::faulty;
  }
}

void add_entry(Node& tables, const std::string& name, Node&& row, const Section& section) {
  Node* entry = tables.find(name);
  if (entry == nullptr) {
    tables.members.emplace(name, std::move(row));
  } else if (is_removal(*entry)) {
    entry->removed = entry->removed_from_csv = true;
  } else {
    put_under(*entry, std::move(row), &section);
  }
}

/// Adds the rows to the entries of named tables.
void add_rows(const CsvTable& table, const std::shared_ptr<const std::string>& source, Node& tables,
              const Section& section, Reader& reader) {
  const std::vector<Column> columns = known_columns(table, section, true, reader);
  std::map<std::string, int, std::less<>> lines;
  for (const std::vector<CsvCell>& row : table.rows) {
    const std::string& name = row.front().text;
    const auto [seen, is_new] = lines.emplace(name, row.front().line);
    if (!is_new) {
      const Reader::At at(reader, name, true);
      reader.fail(table.position(row.front()),
                  fmt::format("is there twice; first in line {}", seen->second));
      continue;
    }
    Node entry;
    entry.kind = Node::Kind::faulty;
    if (row.size() == table.header.size()) {
      entry = row_node(table, row, columns);
      spread_source_of_row(entry, source);
    }
    add_entry(tables, name, std::move(entry), section);
    Node* merged = tables.find(name);
    if (merged->is_table() && !is_removal(*merged)) {
      stand_in_for_missing(*merged, columns, section, table, reader);
    }
  }
}

}  // namespace

std::string naming_file(const FilePosition& position) {
  return position.file && position.line > 0 ? *position.file : "";
}

namespace {

/// The CSV file that a text names; the text gets the name of the file's copy.
const InputFile* csv_file(const Node& reference, Reader& reader) {
  if (reference.kind == Node::Kind::cell) {
    reader.fail(reference.position, "is in a CSV file, which cannot name another file");
    return nullptr;
  }
  if (!reference.is_text()) {
    reader.fail(reference.position,
                fmt::format("is {}; expected the name of a CSV file", shown(reference)));
    return nullptr;
  }
  const InputFile* file = reader.files.open(reference.text, naming_file(reference.position));
  if (file == nullptr) {
    const FilePosition& fault = reader.files.fault_position;
    const std::string named = fmt::format("{}: {}", in_quotes(reference.text), reader.files.fault);
    if (fault.line > 0)
      reader.problems.add(fault, "", reader.files.fault);
    else
      reader.fail(reference.position, named);
    return nullptr;
  }
  reference.copied_as = reader.files.copy_name(*file);
  return file;
}

}  // namespace

std::optional<CsvTable> open_csv(const Node& reference, Reader& reader) {
  const InputFile* file = csv_file(reference, reader);
  if (file == nullptr) return std::nullopt;
  return parse_csv(*file, reader.problems);
}

bool read_csv_into(Node& tables, const Section& section, Reader& reader) {
  Node* csv = tables.find("csv");
  if (csv == nullptr) return true;
  std::optional<CsvTable> table;
  {
    const Reader::At at(reader, "csv", true);
    Node* inner = csv->is_table() ? csv->find("value") : nullptr;
    Node& reference = inner != nullptr ? *inner : *csv;
    table = open_csv(reference, reader);
    if (!table) return false;
    reader.provenance[reader.path()] = {toml_text(reference.text), source_of(*csv), csv->position,
                                        true};
  }
  const CsvCell& first = table->header.front();
  if (first.text != "name") {
    reader.fail(table->position(first),
                fmt::format("the first column is {}; expected 'name'", in_quotes(first.text)));
    return false;
  }
  const std::string source = source_of(*csv);
  add_rows(*table, source.empty() ? nullptr : std::make_shared<const std::string>(source), tables,
           section, reader);
  return true;
}

void read_csv_rows(const Node& reference, const Section& section,
                   const std::function<void(Node&)>& read_row, Reader& reader) {
  const InputFile* file = csv_file(reference, reader);
  if (file == nullptr) return;
  CsvStream stream(*file, reader.problems);
  if (!stream.open()) return;
  const CsvTable& table = stream.head();
  const std::vector<Column> columns = known_columns(table, section, false, reader);
  bool is_complete = true;
  for (const std::string& key : required_keys(section)) {
    if (has_column(columns, key)) continue;
    const Reader::At at(reader, key);
    if (!is_misspelt(key, table, section))
      reader.fail(table.top(), "is missing; expected a column of that name");
    is_complete = false;
  }
  if (!is_complete) return;
  for (std::vector<CsvCell> row; !reader.problems.full() && stream.next(row);) {
    if (row.size() != table.header.size()) continue;
    Node node = row_node(table, row, columns);
    read_row(node);
  }
}

}  // namespace cordon::format
