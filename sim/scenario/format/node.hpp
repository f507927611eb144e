#pragma once

// What stands in a scenario file, before anyone knows what it means: values, and where each stands.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/problem.hpp"

namespace cordon::format {

/// A value, list or table as written. A table has `members`, a list `items`.
struct Node {
  enum class Kind {
    boolean,
    integer,
    real,
    text,
    cell,    ///< of a CSV file: text that may stand for any kind
    moment,  ///< a TOML date or time; `text` says which
    list,
    table,
    faulty,  ///< already reported; stands for nothing
  };

  Kind kind = Kind::table;
  FilePosition position;      ///< of the value
  FilePosition key_position;  ///< of its key
  bool boolean = false;
  std::int64_t integer = 0;
  double real = 0.0;
  std::string text;
  std::vector<Node> items;
  std::map<std::string, Node, std::less<>> members;

  std::shared_ptr<const std::string> source;  ///< what the file said of this and all around it
  bool from_csv = false;                      ///< a table made from a row, or a cell
  bool implied = false;                       ///< a table that only lies on the path of an override
  bool removed = false;           ///< `remove = true`, and there was something to remove
  bool removed_from_csv = false;  ///< and that something is a row, which will come back
  /// For the name of a file: the name of its copy. Known when the value is read, which leaves all
  /// that the file says as it is.
  mutable std::string copied_as;

  [[nodiscard]] bool is_table() const { return kind == Kind::table; }
  [[nodiscard]] bool is_text() const { return kind == Kind::text || kind == Kind::cell; }
  [[nodiscard]] Node* find(std::string_view key);
  [[nodiscard]] const Node* find(std::string_view key) const;
};

/// The deepest nesting that is read; files made by people have less than ten.
inline constexpr int deepest_nesting = 64;

/// Does this table only say that what it is named after is to be removed?
[[nodiscard]] bool is_removal(const Node& node);

/// What stands here, for a message: 4, 'text', a list, a table.
[[nodiscard]] std::string shown(const Node& node);

/// The value on one line as TOML writes it; cells become text.
[[nodiscard]] std::string toml_value(const Node& node);

/// The shortest text that reads back as the same number; 5.0 as "5.0" so that it stays a real.
[[nodiscard]] std::string toml_number(double number);

/// A text node at a place.
[[nodiscard]] Node text_node(Node::Kind kind, std::string text, const FilePosition& position);

}  // namespace cordon::format
