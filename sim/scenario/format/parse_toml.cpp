#include "sim/scenario/format/parse_toml.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include "sim/scenario/format/files.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::format {
namespace {

/// Dots between two delimiters, outside strings and comments, beyond which toml++ would build (and
/// overrun the stack in deleting) tables nested that deep. It limits brackets itself, but not dots.
std::optional<std::size_t> too_deep_key(std::string_view text) {
  int dots = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '#') {
      i = std::min(text.find('\n', i), text.size());
      dots = 0;
    } else if (c == '"' || c == '\'') {
      const std::string delimiter(text.substr(i, 3) == std::string(3, c) ? 3 : 1, c);
      i += delimiter.size();
      while (i < text.size() && text.substr(i, delimiter.size()) != delimiter) {
        if (delimiter.size() == 1 && text[i] == '\n') break;
        i += c == '"' && text[i] == '\\' ? 2 : 1;
      }
      if (i < text.size() && text[i] != '\n') i += delimiter.size() - 1;
    } else if (c == '.') {
      if (++dots > deepest_nesting) return i;
    } else if (c == '\n' || c == '=' || c == ',' || c == '{' || c == '}') {
      dots = 0;
    }
  }
  return std::nullopt;
}

std::string text_of_date(const toml::date& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string text_of_time(const toml::time& time) {
  const auto whole = fmt::format("{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
  return time.nanosecond == 0 ? whole : whole + fmt::format(".{:09}", time.nanosecond);
}

std::string text_of_moment(const toml::date_time& moment) {
  std::string text = text_of_date(moment.date) + "T" + text_of_time(moment.time);
  if (!moment.offset) return text;
  const int minutes = moment.offset->minutes;
  if (minutes == 0) return text + "Z";
  return text + fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                            std::abs(minutes) % 60);
}

/// Turns toml++'s nodes into ours.
class Converter {
 public:
  Converter(std::shared_ptr<const std::string> file, Problems& problems)
      : file_(std::move(file)), problems_(problems) {}

  Node converted(const toml::node& node, int depth) const {
    Node result;
    result.position = position(node.source());
    result.key_position = result.position;
    if (depth > deepest_nesting) {
      problems_.add(result.position, "",
                    fmt::format("nests more than {} levels deep", deepest_nesting));
      result.kind = Node::Kind::faulty;
      return result;
    }
    if (const auto* table = node.as_table()) {
      fill(result, *table, depth);
    } else if (const auto* list = node.as_array()) {
      result.kind = Node::Kind::list;
      for (const toml::node& item : *list) result.items.push_back(converted(item, depth + 1));
    } else {
      fill_value(result, node);
    }
    return result;
  }

 private:
  FilePosition position(const toml::source_region& region) const {
    return {file_, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
  }

  void fill(Node& result, const toml::table& table, int depth) const {
    result.kind = Node::Kind::table;
    for (const auto& [key, value] : table) {
      Node member = converted(value, depth + 1);
      member.key_position = position(key.source());
      if (value.is_table() && member.position.line == 0) member.position = member.key_position;
      result.members.emplace(std::string(key.str()), std::move(member));
    }
  }

  static void fill_value(Node& result, const toml::node& node) {
    if (const auto* flag = node.as_boolean()) {
      result.kind = Node::Kind::boolean;
      result.boolean = flag->get();
    } else if (const auto* integer = node.as_integer()) {
      result.kind = Node::Kind::integer;
      result.integer = integer->get();
    } else if (const auto* real = node.as_floating_point()) {
      result.kind = Node::Kind::real;
      result.real = real->get();
    } else if (const auto* text = node.as_string()) {
      result.kind = Node::Kind::text;
      result.text = text->get();
    } else {
      result.kind = Node::Kind::moment;
      if (const auto* date = node.as_date()) result.text = text_of_date(date->get());
      if (const auto* time = node.as_time()) result.text = text_of_time(time->get());
      if (const auto* moment = node.as_date_time()) result.text = text_of_moment(moment->get());
    }
  }

  std::shared_ptr<const std::string> file_;
  Problems& problems_;
};

void put_at(Node& node, const FilePosition& position) {
  node.position = position;
  node.key_position = position;
  for (Node& item : node.items) put_at(item, position);
  for (auto& [key, member] : node.members) put_at(member, position);
}

}  // namespace

std::optional<Node> parse_toml(std::string_view text, const std::string& name, Problems& problems) {
  if (const auto byte = too_deep_key(text)) {
    problems.add(position_in(text, *byte, name), "",
                 fmt::format("nests more than {} levels deep", deepest_nesting));
    return std::nullopt;
  }
  const auto file = std::make_shared<const std::string>(name);
  try {
    const toml::table table = toml::parse(text, std::string_view{name});
    Node node = Converter(file, problems).converted(table, 0);
    node.position = {file, 1, 1};
    return node;
  } catch (const toml::parse_error& error) {
    const auto& begin = error.source().begin;
    problems.add({file, static_cast<int>(begin.line), static_cast<int>(begin.column)}, "",
                 printable(error.description(), 300));
    return std::nullopt;
  }
}

Node parse_toml_value(std::string_view text, const FilePosition& position) {
  Problems ignored;
  std::optional<Node> parsed;
  if (!first_bad_utf8(text)) parsed = parse_toml("x = " + std::string(text), "", ignored);
  const bool is_one_value = parsed && parsed->members.size() == 1 && ignored.empty();
  Node value = is_one_value ? std::move(parsed->members.begin()->second)
                            : text_node(Node::Kind::text, std::string(text), position);
  put_at(value, position);
  return value;
}

}  // namespace cordon::format
