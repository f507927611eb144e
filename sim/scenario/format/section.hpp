#pragma once

// The parameter table without its types: what can be read, checked and described of any struct.

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/format/kind.hpp"
#include "sim/scenario/format/node.hpp"

namespace cordon::format {

class Reader;
struct Section;

/// One key of a table in the file, and the member of the struct it fills.
struct Parameter {
  enum class Shape {
    value,     ///< a value
    table,     ///< one table, always there: [crossing.medyka.limits]
    optional,  ///< one table that may be absent
    tables,    ///< named tables: [crossing.NAME]
    rows,      ///< a plain table of rows, from CSV or a list
  };

  std::string key;
  std::string meaning;
  Shape shape = Shape::value;
  bool is_required = false;
  bool may_change = false;           ///< during a run
  std::string source;                ///< of the default
  ValueKind kind;                    ///< of a value
  const Section* section = nullptr;  ///< of what is in a table

  /// Reads a value into the member of a struct.
  std::function<void(const Node&, Reader&, void* spec)> read;
  /// The member as TOML; "" when it is an optional without value.
  std::function<std::string(const void* spec)> written;
  /// The struct inside a struct, made when necessary: under a name for named tables.
  std::function<void*(void* spec, const std::string& name)> open;
};

/// A table in the file, and the struct it fills.
struct Section {
  std::string meaning;
  std::vector<Parameter> parameters;
  std::shared_ptr<const void> defaults;  ///< a struct as it is when nothing is said
  /// Tells the struct where it stands in the file; may be empty.
  std::function<void(void* spec, const FilePosition&)> placed;

  [[nodiscard]] const Parameter* find(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> keys() const;
  /// The default of a value as TOML; "" when there is none.
  [[nodiscard]] std::string default_of(const Parameter& parameter) const;
};

/// The parameter at a path of keys, such as line, medyka, lanes; or that of a map, for one of its
/// entries. None: null.
[[nodiscard]] const Parameter* parameter_at(const Section& root,
                                            const std::vector<std::string>& keys);

/// Keys that every table may have and no parameter is called by.
[[nodiscard]] bool is_reserved_key(std::string_view key);

}  // namespace cordon::format
