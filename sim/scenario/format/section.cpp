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

const Parameter* parameter_at(const Section& root, const std::vector<std::string>& keys) {
  using Shape = Parameter::Shape;
  const Section* section = &root;
  for (std::size_t k = 0; k < keys.size(); ++k) {
    const Parameter* parameter = section->find(keys[k]);
    if (parameter == nullptr) return nullptr;
    const std::size_t below = keys.size() - k - 1;
    if (parameter->shape == Shape::value || parameter->shape == Shape::rows) {
      const bool is_map = parameter->kind.holds == ValueKind::Holds::map;
      return below == 0 || (is_map && below == 1) ? parameter : nullptr;
    }
    if (parameter->shape == Shape::tables) ++k;  // the name of the entry
    section = parameter->section;
  }
  return nullptr;
}

bool is_reserved_key(std::string_view key) {
  return key == "source" || key == "note" || key == "remove" || key == "extends";
}

}  // namespace cordon::format
