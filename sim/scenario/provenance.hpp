#pragma once

// Where every value of a scenario comes from.

#include <map>
#include <string>
#include <string_view>

#include "sim/scenario/problem.hpp"

namespace cordon {

/// A value of a parameter and its origin.
struct ParameterValue {
  std::string value;   ///< as TOML: "\"12 min\"", "4"
  std::string source;  ///< what the file, or for a default the program, says of it; "" for nothing
  FilePosition position;  ///< none for a default
  bool is_given = false;  ///< in a file or by an override, rather than by default

  /// Nobody has measured it: its source begins with "assumed".
  [[nodiscard]] bool is_assumed() const { return source.rfind("assumed", 0) == 0; }
};

/// Every parameter of a scenario by its path: crossing.medyka.lanes. Rows of plain tables are
/// one entry together.
using Provenance = std::map<std::string, ParameterValue, std::less<>>;

}  // namespace cordon
