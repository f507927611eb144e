#pragma once

// A value that is kept as the file says it, whatever its kind: for keys whose meaning lies in
// another file.

#include <string>

#include "sim/scenario/format/table.hpp"

namespace cordon::format {

struct TomlValue {
  std::string text;  ///< as TOML: "\"12 min\"", "4", "{ exponential = \"2 min\" }"
};

template <>
constexpr ValueKind::Form form_of<TomlValue>() {
  return ValueKind::Form::text;
}

inline void read_value(const Node& node, const ValueKind&, Reader&, TomlValue& value) {
  value.text = toml_value(node);
}
[[nodiscard]] inline std::string written(const TomlValue& value, const ValueKind&) {
  return value.text;
}

}  // namespace cordon::format
