#include "sim/scenario/format/write_toml.hpp"

#include <fmt/format.h>

#include "sim/scenario/format/reader.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::format {
namespace {

/// `{ value = ..., source = "..." }` where there is a source or note, else the plain value.
std::string value_with_source(const Node& node, const Node& value) {
  const std::string source = source_of(node);
  const Node* note = node.is_table() ? node.find("note") : nullptr;
  Node whole;
  whole.members = value.members;
  if (!value.is_table()) whole.members.emplace("value", value);
  whole.members.erase("source");
  whole.members.erase("note");
  if (whole.find("value") != nullptr && source.empty() && note == nullptr && !value.is_table()) {
    return toml_value(value);
  }
  std::string members;
  for (const auto& [key, member] : whole.members) {
    members +=
        fmt::format("{}{} = {}", members.empty() ? "" : ", ", key_text(key), toml_value(member));
  }
  const auto add = [&](std::string_view key, const std::string& text) {
    members += fmt::format("{}{} = {}", members.empty() ? "" : ", ", key, toml_text(text));
  };
  if (!source.empty()) add("source", source);
  if (note != nullptr) add("note", note->text);
  return members.empty() ? "{}" : fmt::format("{{ {} }}", members);
}

class Writer {
 public:
  std::string text;

  void write_section(const Node& table, const Section& section, const std::string& path) {
    write_note(table);
    for (const Parameter& parameter : section.parameters) {
      const Node* node = table.find(parameter.key);
      if (node == nullptr || node->from_csv) continue;
      if (parameter.shape == Parameter::Shape::value) {
        write_line(parameter.key, value_with_source(*node, value_in(*node, parameter.kind)));
      } else if (parameter.shape == Parameter::Shape::rows) {
        const Node* inner = node->is_table() ? node->find("value") : nullptr;
        write_line(parameter.key, value_with_source(*node, inner != nullptr ? *inner : *node));
      }
    }
    for (const Parameter& parameter : section.parameters) {
      const Node* node = table.find(parameter.key);
      if (node == nullptr || node->from_csv || parameter.section == nullptr) continue;
      if (parameter.shape == Parameter::Shape::rows) continue;
      write_inner(*node, parameter, join_path(path, parameter.key));
    }
  }

 private:
  void write_line(std::string_view key, const std::string& value) {
    text += fmt::format("{} = {}\n", key_text(key), value);
  }

  void write_note(const Node& table) {
    const Node* note = table.find("note");
    if (note != nullptr && note->is_text() && !note->from_csv) {
      write_line("note", toml_text(note->text));
    }
  }

  void write_inner(const Node& node, const Parameter& parameter, const std::string& path) {
    if (is_removal(node)) return;
    text += fmt::format("\n[{}]\n", path);
    if (parameter.shape == Parameter::Shape::tables)
      write_entries(node, *parameter.section, path);
    else
      write_section(node, *parameter.section, path);
  }

  void write_entries(const Node& tables, const Section& section, const std::string& path) {
    write_note(tables);
    const Node* csv = tables.find("csv");
    if (csv != nullptr) {
      const Node* inner = csv->is_table() ? csv->find("value") : nullptr;
      write_line("csv", value_with_source(*csv, inner != nullptr ? *inner : *csv));
    }
    for (const auto& [name, entry] : tables.members) {
      if (!entry.is_table() || entry.from_csv || name == "csv") continue;
      if (is_removal(entry)) {
        if (entry.removed_from_csv) {
          text += fmt::format("\n[{}]\nremove = true\n", join_path(path, name));
        }
        continue;
      }
      text += fmt::format("\n[{}]\n", join_path(path, name));
      write_section(entry, section, join_path(path, name));
    }
  }
};

}  // namespace

std::string write_toml(const Node& root, const Section& section) {
  Writer writer;
  writer.write_section(root, section, "");
  return writer.text;
}

}  // namespace cordon::format
