#include "sim/scenario/format/node.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/scenario/format/text.hpp"

namespace cordon::format {

Node* Node::find(std::string_view key) {
  const auto found = members.find(key);
  return found == members.end() ? nullptr : &found->second;
}

const Node* Node::find(std::string_view key) const {
  const auto found = members.find(key);
  return found == members.end() ? nullptr : &found->second;
}

bool is_removal(const Node& node) {
  if (!node.is_table()) return false;
  const Node* remove = node.find("remove");
  return remove != nullptr && remove->kind == Node::Kind::boolean && remove->boolean;
}

std::string shown(const Node& node) {
  switch (node.kind) {
    case Node::Kind::text:
    case Node::Kind::cell:
      return in_quotes(node.text);
    case Node::Kind::list:
      return "a list";
    case Node::Kind::table:
      return "a table";
    default:
      return toml_value(node);
  }
}

std::string toml_value(const Node& node) {
  switch (node.kind) {
    case Node::Kind::boolean:
      return node.boolean ? "true" : "false";
    case Node::Kind::integer:
      return std::to_string(node.integer);
    case Node::Kind::real:
      return toml_number(node.real);
    case Node::Kind::text:
    case Node::Kind::cell:
      return toml_text(node.copied_as.empty() ? node.text : node.copied_as);
    case Node::Kind::moment:
      return node.text;
    case Node::Kind::list: {
      std::string items;
      for (const Node& item : node.items) items += (items.empty() ? "" : ", ") + toml_value(item);
      return fmt::format("[{}]", items);
    }
    case Node::Kind::table: {
      std::string members;
      for (const auto& [key, value] : node.members) {
        members += (members.empty() ? " " : ", ") + key_text(key) + " = " + toml_value(value);
      }
      return members.empty() ? "{}" : fmt::format("{{{} }}", members);
    }
    case Node::Kind::faulty:
      break;
  }
  return "\"\"";
}

std::string toml_number(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
  std::string text = fmt::format("{}", number);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

Node text_node(Node::Kind kind, std::string text, const FilePosition& position) {
  Node node;
  node.kind = kind;
  node.text = std::move(text);
  node.position = position;
  node.key_position = position;
  return node;
}

}  // namespace cordon::format
