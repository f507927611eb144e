#include "sim/scenario/format/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/scenario/format/csv_rows.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::format {
namespace {

constexpr std::size_t longest_name = 100;

void read_parameter(const Parameter& parameter, Node& table, void* spec, const Section& section,
                    Reader& reader);

/// Notes where a value comes from.
void record(const Node& node, const Node& value, const ValueKind& kind, Reader& reader) {
  if (reader.is_in_rows) return;
  reader.problems.locate(reader.path(), node.position);
  Node shown_value = value;
  if (&value == &node && kind.form != ValueKind::Form::text) {
    shown_value.members.erase("source");
    shown_value.members.erase("note");
  }
  reader.provenance[reader.path()] = {toml_value(shown_value), source_of(node), node.position,
                                      true};
}

/// A `source` or `note` must be text.
void check_remark(const Node& table, std::string_view key, Reader& reader) {
  const Node* remark = table.find(key);
  if (remark == nullptr || remark->is_text()) return;
  const Reader::At at(reader, key);
  reader.fail(remark->position, fmt::format("is {}; expected text in quotes", shown(*remark)));
}

void check_keys_beside_value(const Node& node, Reader& reader) {
  for (const auto& [key, member] : node.members) {
    if (key == "value" || key == "source" || key == "note") continue;
    const Reader::At at(reader, key);
    reader.fail(member.key_position,
                "unknown key beside 'value'" + did_you_mean(key, {"value", "source", "note"}));
  }
}

/// Whether an unknown key was meant for this parameter: that key is the problem, and told as one.
bool is_misspelt(const Parameter& parameter, const Node& table, const Section& section) {
  return std::any_of(table.members.begin(), table.members.end(), [&](const auto& member) {
    return section.find(member.first) == nullptr &&
           nearest(member.first, section.keys()) == parameter.key;
  });
}

void fail_as_missing(const Parameter& parameter, const FilePosition& position,
                     const std::string& expected, const Node& table, const Section& section,
                     Reader& reader) {
  if (!is_misspelt(parameter, table, section))
    reader.fail(position, "is missing; expected " + expected);
}

void read_leaf(const Parameter& parameter, const Node* node, const Node& table, void* spec,
               const Section& section, Reader& reader) {
  if (node == nullptr) {
    if (parameter.is_required) {
      fail_as_missing(parameter, table.position, expected(parameter.kind), table, section, reader);
    } else if (!reader.is_in_rows) {
      reader.provenance[reader.path()] = {
          section.default_of(parameter), parameter.source, {}, false};
    }
    return;
  }
  if (node->kind == Node::Kind::faulty) return;
  const Node& value = value_in(*node, parameter.kind);
  if (node->is_table()) {
    check_remark(*node, "source", reader);
    check_remark(*node, "note", reader);
    if (&value != node) check_keys_beside_value(*node, reader);
  }
  record(*node, value, parameter.kind, reader);
  if (value.kind != Node::Kind::faulty) parameter.read(value, reader, spec);
}

/// Is the table there, and not removed? Says so when there was nothing to remove.
bool is_present(const Node* node, Reader& reader) {
  if (node == nullptr || !is_removal(*node)) return node != nullptr;
  if (!node->removed) reader.fail(node->key_position, "is not there to be removed");
  for (const auto& [key, member] : node->members) {
    if (key == "remove" || key == "note") continue;
    const Reader::At at(reader, key);
    reader.fail(member.key_position, "is in a table that is removed; expected only 'remove'");
  }
  return false;
}

void read_inner(const Parameter& parameter, Node* node, const Node& table, void* spec,
                Reader& reader) {
  if (is_present(node, reader)) {
    read_section(*parameter.section, *node, parameter.open(spec, ""), reader);
  } else if (parameter.shape == Parameter::Shape::table) {
    Node absent;
    absent.position = table.position;
    read_section(*parameter.section, absent, parameter.open(spec, ""), reader);
  }
}

bool is_good_name(const std::string& name) {
  const bool is_printable = std::none_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  return is_printable && !name.empty() && name.size() <= longest_name;
}

/// Keys that named tables have beside their entries.
bool is_about_all_entries(const std::string& key, const Node& member) {
  return key == "csv" || ((key == "source" || key == "note") && !member.is_table());
}

std::vector<std::string> entry_names(const Node& tables) {
  std::vector<std::string> names;
  for (const auto& [name, entry] : tables.members) {
    const bool is_entry = !is_about_all_entries(name, entry) && !is_removal(entry);
    if (is_entry && !entry.implied) names.push_back(name);
  }
  return names;
}

void read_entry(const Parameter& parameter, const std::string& name, Node& entry, Node& tables,
                void* spec, Reader& reader) {
  if (entry.implied) {
    return reader.fail(entry.position,
                       fmt::format("there is no {} {}{}", parameter.key, in_quotes(name),
                                   did_you_mean(name, entry_names(tables))));
  }
  if (!is_good_name(name)) {
    return reader.fail(entry.key_position,
                       "is not a good name; expected 1 to 100 bytes without control characters");
  }
  read_section(*parameter.section, entry, parameter.open(spec, name), reader);
}

void read_tables(const Parameter& parameter, Node* node, const Node& table, void* spec,
                 const Section& section, Reader& reader) {
  if (node != nullptr && !node->is_table()) {
    reader.names_are_unknown();
    return reader.fail(node->position, fmt::format("is {}; expected tables, [{}.NAME]",
                                                   shown(*node), reader.path()));
  }
  std::size_t count = 0;
  if (node != nullptr) {
    reader.problems.locate(reader.path(), node->position);
    check_remark(*node, "note", reader);
    const bool is_faulty = !read_csv_into(*node, *parameter.section, reader);
    for (const std::string& name : entry_names(*node)) reader.add_name(name);
    for (auto& [name, entry] : node->members) {
      if (is_about_all_entries(name, entry)) continue;
      const Reader::At at(reader, name, true);
      if (!is_present(&entry, reader)) continue;
      read_entry(parameter, name, entry, *node, spec, reader);
      ++count;
    }
    if (is_faulty) return reader.names_are_unknown();
  }
  if (parameter.is_required && count == 0) {
    if (node == nullptr && is_misspelt(parameter, table, section)) reader.names_are_unknown();
    fail_as_missing(parameter, node != nullptr ? node->position : table.position,
                    fmt::format("at least one table, [{}.NAME]", reader.path()), table, section,
                    reader);
  }
}

void read_rows(const Parameter& parameter, Node* node, const Node& table, void* spec,
               const Section& section, Reader& reader) {
  if (node == nullptr) {
    if (parameter.is_required)
      fail_as_missing(parameter, table.position, "the name of a CSV file", table, section, reader);
    return;
  }
  reader.problems.locate(reader.path(), node->position);
  const bool was_in_rows = std::exchange(reader.is_in_rows, true);
  const auto read_row = [&](Node& row) {
    read_section(*parameter.section, row, parameter.open(spec, ""), reader);
  };
  Node* reference = node->is_table() ? node->find("value") : node;
  if (node->is_table() && reference != nullptr) check_keys_beside_value(*node, reader);
  if (reference != nullptr && reference->kind == Node::Kind::list) {
    for (Node& row : reference->items) read_row(row);
  } else if (reference != nullptr && reference->is_text()) {
    read_csv_rows(*reference, *parameter.section, read_row, reader);
  } else {
    reader.fail(
        node->position,
        fmt::format("is {}; expected the name of a CSV file, or a list of tables", shown(*node)));
  }
  reader.is_in_rows = was_in_rows;
  if (reader.is_in_rows || reference == nullptr) return;
  reader.provenance[reader.path()] = {reference->is_text()
                                          ? toml_text(reference->text)
                                          : fmt::format("{} rows", reference->items.size()),
                                      source_of(*node), node->position, true};
}

void check_unknown_keys(const Section& section, const Node& table, Reader& reader) {
  for (const auto& [key, member] : table.members) {
    if (section.find(key) != nullptr || key == "source" || key == "note") continue;
    const Reader::At at(reader, key);
    reader.fail(member.key_position, "unknown key" + did_you_mean(key, section.keys()));
  }
}

void read_parameter(const Parameter& parameter, Node& table, void* spec, const Section& section,
                    Reader& reader) {
  Node* node = table.find(parameter.key);
  const Reader::At at(reader, parameter.key);
  switch (parameter.shape) {
    case Parameter::Shape::value:
      return read_leaf(parameter, node, table, spec, section, reader);
    case Parameter::Shape::table:
    case Parameter::Shape::optional:
      return read_inner(parameter, node, table, spec, reader);
    case Parameter::Shape::tables:
      return read_tables(parameter, node, table, spec, section, reader);
    case Parameter::Shape::rows:
      return read_rows(parameter, node, table, spec, section, reader);
  }
}

}  // namespace

Reader::At::At(Reader& reader, std::string_view key, bool is_entry_name)
    : reader_(reader), path_size_(reader.path_.size()), table_size_(reader.table_.size()) {
  if (!reader.path_.empty()) reader.path_ += '.';
  reader.path_ += key_text(key);
  if (is_entry_name) return;
  if (!reader.table_.empty()) reader.table_ += '.';
  reader.table_ += key;
}

Reader::At::~At() {
  reader_.path_.resize(path_size_);
  reader_.table_.resize(table_size_);
}

void Reader::fail(const FilePosition& position, std::string message) {
  problems.add(position, path_, std::move(message));
}

void Reader::refer(const FilePosition& position, const std::string& name,
                   const std::vector<std::string>& tables,
                   const std::vector<std::string>& or_words) {
  if (std::find(or_words.begin(), or_words.end(), name) != or_words.end()) return;
  // Names are never taken back, so that a known one need not be remembered.
  for (const std::string& table : tables)
    if (const auto known = names_.find(table); known != names_.end())
      if (known->second.contains(name)) return;
  references_.push_back({position, path_, name, &tables});
}

void Reader::check_references() {
  for (const Reference& reference : references_) {
    if (problems.full()) return;
    std::vector<std::string> known;
    bool is_known = false;
    for (const std::string& table : *reference.tables) {
      is_known = is_known || unknown_.contains(table);
      const auto names = names_.find(table);
      if (names == names_.end()) continue;
      is_known = is_known || names->second.contains(reference.name);
      if (!is_known) known.insert(known.end(), names->second.begin(), names->second.end());
    }
    if (is_known) continue;
    problems.add(reference.position, reference.path,
                 fmt::format("is {}; expected the name of {}{}", in_quotes(reference.name),
                             one_of_these(*reference.tables), did_you_mean(reference.name, known)));
  }
}

void read_section(const Section& section, Node& node, void* spec, Reader& reader) {
  if (node.kind == Node::Kind::faulty) return;
  if (!node.is_table()) {
    return reader.fail(node.position, fmt::format("is {}; expected a table", shown(node)));
  }
  if (!reader.is_in_rows) reader.problems.locate(reader.path(), node.position);
  if (section.placed) section.placed(spec, node.position);
  check_remark(node, "source", reader);
  check_remark(node, "note", reader);
  for (const Parameter& parameter : section.parameters) {
    read_parameter(parameter, node, spec, section, reader);
  }
  check_unknown_keys(section, node, reader);
}

const Node& value_in(const Node& node, const ValueKind& kind) {
  if (!node.is_table()) return node;
  const Node* value = node.find("value");
  if (value == nullptr) return node;
  // A map may have an entry called "value"; then its value is no table.
  if (kind.holds == ValueKind::Holds::map && !value->is_table()) return node;
  return *value;
}

std::string source_of(const Node& node) {
  const Node* own = node.is_table() ? node.find("source") : nullptr;
  if (own != nullptr && own->is_text()) return own->text;
  return node.source ? *node.source : "";
}

}  // namespace cordon::format
