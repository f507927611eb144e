#pragma once

// What the parameter table says to people and editors: `cordon describe`, scenarios/README.md, and
// the JSON Schema.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/scenario/format/section.hpp"

namespace cordon {

/// A parameter and where it stands: crossing.NAME.lanes.
struct PlacedParameter {
  std::string path;
  const format::Parameter* parameter = nullptr;
  const format::Section* section = nullptr;  ///< that it is in
};

/// What there is to say of a parameter, each as text; "" where there is nothing.
struct ParameterWords {
  std::string path, meaning, kind, units, range, default_value, source;
  std::vector<std::pair<std::string, std::string>> words;  ///< that it may be, and what they mean
  bool is_required = false, may_change = false;
};
[[nodiscard]] ParameterWords words_of(const PlacedParameter& placed);

/// Every parameter in the order of the tables.
[[nodiscard]] std::vector<PlacedParameter> parameters_in(const format::Section& root);

/// What a parameter means, with kind, unit, range, default and source.
///
/// @param name  a key (lanes), a path (crossing.NAME.lanes), or the path of a value
///              (crossing.medyka.lanes)
/// @return one description for every parameter of that name; none when there is none
[[nodiscard]] std::optional<std::string> describe(const format::Section& root,
                                                  std::string_view name);

/// All paths with the first sentence of what they mean, a line each.
[[nodiscard]] std::string list_parameters(const format::Section& root);

/// "; did you mean 'lanes'?", or "" when no parameter has a name near this one.
[[nodiscard]] std::string suggest_parameter(const format::Section& root, std::string_view name);

/// The reference part of scenarios/README.md: a table of parameters for every table of the file.
[[nodiscard]] std::string markdown(const format::Section& root);

/// JSON Schema (draft-07), with which editors complete and check. Says nothing about missing keys,
/// as a file that extends another need not have them.
[[nodiscard]] std::string schema(const format::Section& root);

}  // namespace cordon
