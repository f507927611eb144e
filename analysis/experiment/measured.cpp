#include "analysis/experiment/measured.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

constexpr std::array<std::pair<const char*, std::string Labels::*>, 8> label_names{{
    {"crossing", &Labels::crossing},
    {"direction", &Labels::direction},
    {"stage", &Labels::stage},
    {"vehicle_class", &Labels::vehicle_class},
    {"commodity", &Labels::commodity},
    {"country", &Labels::country},
    {"authority", &Labels::authority},
    {"period", &Labels::period},
}};

std::vector<std::string> measure_names() {
  std::vector<std::string> names;
  for (const Measure& m : measures()) names.emplace_back(m.name);
  return names;
}

std::vector<std::string> names_of_labels() {
  std::vector<std::string> names;
  for (const auto& [name, member] : label_names) names.emplace_back(name);
  return names;
}

const MeasureValue* find(const Measured& wanted, const std::vector<MeasureValue>& values) {
  // A crossing says in which country it is.
  const bool any_country = wanted.labels.crossing != "all" && wanted.labels.country == "all";
  const auto found = std::find_if(values.begin(), values.end(), [&](const MeasureValue& v) {
    if (v.measure != wanted.measure) return false;
    Labels of = v.labels;
    if (any_country) of.country = "all";
    return of == wanted.labels;
  });
  return found == values.end() ? nullptr : &*found;
}

}  // namespace

bool Measured::is_among(const std::vector<MeasureValue>& values) const {
  return find(*this, values) != nullptr;
}

double Measured::of(const std::vector<MeasureValue>& values) const {
  const MeasureValue* const found = find(*this, values);
  return found == nullptr ? std::numeric_limits<double>::quiet_NaN() : found->value;
}

std::string as_said(const Measured& measured) { return measured.name; }

std::optional<Measured> parse_measured(const std::string& text, std::string& fault) {
  const std::size_t bracket = text.find('[');
  const std::string name = text.substr(0, bracket);
  Measured measured{text, find_measure(name), {}};
  if (measured.measure == nullptr) {
    fault = fmt::format("'{}' is not a measure{}; expected one that `cordon describe` lists", name,
                        format::did_you_mean(name, measure_names()));
    return std::nullopt;
  }
  if (bracket == std::string::npos) return measured;
  if (text.back() != ']') {
    fault = fmt::format("'{}' has no ] at its end", text);
    return std::nullopt;
  }
  std::string rest = text.substr(bracket + 1, text.size() - bracket - 2);
  while (true) {
    const std::size_t end = rest.find(';');
    const std::string part = rest.substr(0, end);
    const std::size_t equals = part.find('=');
    const std::string label = part.substr(0, equals);
    const auto known = std::find_if(label_names.begin(), label_names.end(),
                                    [&](const auto& l) { return label == l.first; });
    if (equals == std::string::npos || known == label_names.end()) {
      fault = fmt::format("'{}' has no label '{}'{}; expected {}", text, label,
                          format::did_you_mean(label, names_of_labels()),
                          format::joined(names_of_labels()));
      return std::nullopt;
    }
    measured.labels.*(known->second) = part.substr(equals + 1);
    if (end == std::string::npos) break;
    rest.erase(0, end + 1);
  }
  return measured;
}

}  // namespace cordon
