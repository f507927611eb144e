#include "sim/scenario/format/section.hpp"

#include <algorithm>

namespace cordon::format {

const Parameter* Section::find(std::string_view key) const {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const Parameter& p) { return p.key == key; });
  return found == parameters.end() ? nullptr : &*found;
}

std::vector<std::string> Section::keys() const {
  std::vector<std::string> keys;
  for (const Parameter& parameter : parameters) keys.push_back(parameter.key);
  return keys;
}

std::string Section::default_of(const Parameter& parameter) const {
  if (parameter.is_required || !parameter.written) return "";
  return parameter.written(defaults.get());
}

bool is_reserved_key(std::string_view key) {
  return key == "source" || key == "note" || key == "remove" || key == "extends";
}

}  // namespace cordon::format
