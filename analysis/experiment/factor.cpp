#include "analysis/experiment/factor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>

#include "sim/scenario/format/files.hpp"
#include "sim/scenario/format/parse_toml.hpp"
#include "sim/scenario/format/value.hpp"

namespace cordon {
namespace {

using Form = format::ValueKind::Form;
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

// The kind of factors that multiply.
format::ValueKind factor_kind() {
  format::ValueKind kind;
  kind.form = Form::number;
  kind.dimension = &format::unit::factor;
  return kind;
}

// The kind of what stands at the path; of a map, that of one of its entries.
format::ValueKind kind_of_one(const format::Parameter& parameter, const std::string& key) {
  if (parameter.shape != format::Parameter::Shape::value) return {};  // a table's rows, as text
  format::ValueKind kind = parameter.kind;
  const bool is_entry = kind.holds == format::ValueKind::Holds::map &&
                        format::split_path(key)->back() != parameter.key;
  if (is_entry) kind.holds = format::ValueKind::Holds::one;
  return kind;
}

bool is_number(const format::ValueKind& kind) {
  return kind.holds == format::ValueKind::Holds::one &&
         (kind.form == Form::integer || kind.form == Form::number || kind.form == Form::duration);
}

FilePosition position_in(const Provenance& said, const std::string& at, const std::string& member) {
  const auto found = said.find(at + '.' + member);
  return found == said.end() ? FilePosition{} : found->second.position;
}

// Reads a value as a scenario would; of values that are not numbers, the scenario itself says what
// is wrong when it is read.
class ValueReader {
 public:
  /// @param keys  of the path, in order
  ValueReader(Problems& problems, const std::vector<std::string>& keys)
      : reader_(files_, problems, provenance_) {
    for (const std::string& key : keys) at_.emplace_back(reader_, key);
  }

  [[nodiscard]] double number(const format::Node& node, const format::ValueKind& kind) {
    double value = no_number;
    if (kind.form == Form::integer) {
      std::int64_t whole = 0;
      format::read_value(node, kind, reader_, whole);
      value = static_cast<double>(whole);
    } else if (kind.form == Form::duration) {
      Duration time{};
      format::read_value(node, kind, reader_, time);
      value = seconds(time);
    } else {
      format::read_value(node, kind, reader_, value);
    }
    return value;
  }
  [[nodiscard]] Distribution distribution(const format::Node& node, format::ValueKind kind) {
    Distribution value;
    kind.form = Form::distribution;
    format::read_value(node, kind, reader_, value);
    return value;
  }

 private:
  format::Files files_;
  Provenance provenance_;
  format::Reader reader_;
  std::deque<format::Reader::At> at_;
};

}  // namespace

std::string FactorValue::shown() const {
  const auto node = format::parse_toml_value(toml, {});
  return node.is_text() ? node.text : toml;
}

std::string FactorValue::brief() const {
  const std::string text = shown();
  const auto front = format::leading_number(text);
  if (std::isnan(number) || !front) return text;
  return fmt::format("{:.4g}{}", front->value, front->rest);
}

Factor::Factor(const std::string& name, const FactorSpec& spec, const Provenance& said,
               Problems& problems)
    : name_(name), label_(spec.label), keys_(spec.keys), times_(spec.times) {
  const std::string at = path_of({"factor", name});
  const auto position_of = [&](const std::string& member) { return position_in(said, at, member); };
  keys_position_ = position_of("keys");
  for (const std::string& key : keys_) {
    const auto [parameter, fault] = parameter_of_change(key);
    if (parameter == nullptr) {
      problems.add(keys_position_, at + ".keys", fault);
      continue;
    }
    const format::ValueKind kind = times_ ? factor_kind() : kind_of_one(*parameter, key);
    if (key != keys_.front() && (kind.form != kind_.form || kind.dimension != kind_.dimension))
      problems.add(
          keys_position_, at + ".keys",
          fmt::format("has '{}', which takes {}, beside '{}', which takes {}; expected "
                      "keys that can have the same value",
                      key, format::expected_one(kind), keys_.front(), format::expected_one(kind_)));
    kind_ = kind;
  }
  is_number_ = cordon::is_number(kind_);
  for (const format::TomlValue& level : spec.levels)
    levels_.push_back(read(format::parse_toml_value(level.text, position_of("levels")),
                           {"factor", name_, "levels"}, problems));
  read_range(spec, said, problems);
}

void Factor::read_range(const FactorSpec& spec, const Provenance& said, Problems& problems) {
  const std::string at = path_of({"factor", name_});
  const auto position_of = [&](const std::string& member) { return position_in(said, at, member); };
  if (!spec.low && !spec.high && !spec.distribution) return;
  if (!is_number_) {
    const std::string key = spec.distribution ? "distribution" : "low";
    problems.add(position_of(key), at + '.' + key,
                 "is of values that are no single numbers; expected `levels`");
    return;
  }
  const auto end = [&](const char* key, const format::TomlValue& value) {
    const auto node = format::parse_toml_value(value.text, position_of(key));
    return ValueReader(problems, {"factor", name_, key}).number(node, kind_);
  };
  if (spec.low && spec.high) {
    low_ = end("low", *spec.low), high_ = end("high", *spec.high);
    if (low_ >= high_)
      problems.add(
          position_of("low"), at + ".low",
          fmt::format("is {}, and `high` is {}; expected less", spec.low->text, spec.high->text));
  }
  if (spec.distribution) {
    const auto node =
        format::parse_toml_value(spec.distribution->text, position_of("distribution"));
    distribution_ =
        ValueReader(problems, {"factor", name_, "distribution"}).distribution(node, kind_);
  }
}

std::string Factor::unit() const { return is_number_ ? kind_.measure().base : ""; }

FactorValue Factor::value_of(double number) const {
  if (kind_.form == Form::integer) {
    number = std::round(number);
    return {fmt::format("{:.0f}", number), number};
  }
  return {format::quantity_toml(number, kind_.measure()), number};
}

FactorValue Factor::at(double u) const {
  if (has_levels()) {
    const auto n = static_cast<double>(levels_.size());
    return levels_[static_cast<std::size_t>(std::clamp(std::floor(u * n), 0.0, n - 1))];
  }
  if (distribution_) {
    constexpr double end = 0x1p-32;  // samples are of 32 bits: the ends are not among them
    return value_of(distribution_->sample(std::clamp(u, end, 1 - end)));
  }
  // Whole numbers are equally probable, those at the ends as well.
  if (kind_.form == Form::integer) {
    const double count = high_ - low_ + 1;
    return value_of(low_ + std::clamp(std::floor(u * count), 0.0, count - 1));
  }
  return value_of(low_ + u * (high_ - low_));
}

std::size_t Factor::choices() const {
  if (has_levels()) return levels_.size();
  const bool is_range = is_whole() && !distribution_;
  return is_range ? static_cast<std::size_t>(high_ - low_) + 1 : 0;
}

FactorValue Factor::choice(std::size_t choice) const {
  return has_levels() ? levels_[choice] : value_of(low_ + static_cast<double>(choice));
}

FactorValue Factor::whole(std::int64_t number) const {
  return value_of(static_cast<double>(number));
}

FactorValue Factor::between(double share) const {
  return value_of(std::clamp(low_ + share * (high_ - low_), low_, high_));
}

FactorValue Factor::as_it_is(const Reading<Scenario>& scenario) const {
  if (times_) return value_of(1);
  std::vector<std::string> texts;
  const ValueChanges said(scenario);
  for (const std::string& key : keys_)
    for (std::string& text : said.values(key)) texts.push_back(std::move(text));
  if (texts.empty() ||
      std::adjacent_find(texts.begin(), texts.end(), std::not_equal_to<>()) != texts.end())
    return {"", no_number};
  const format::Node node = format::parse_toml_value(texts.front(), {});
  Problems faults;
  const FactorValue value = node.is_text() && is_number_
                                ? read(node.text, {}, faults)  // of a table
                                : read(node, {name_}, faults);
  return faults.empty() ? value : FactorValue{"", no_number};
}

std::vector<double> Factor::positions(int count) const {
  std::vector<double> all;
  const bool has_ends = !has_levels() && !distribution_ && kind_.form != Form::integer;
  const double n = has_levels() ? static_cast<double>(levels_.size())
                   : kind_.form == Form::integer && !distribution_
                       ? std::min<double>(count, high_ - low_ + 1)
                       : count;
  for (int i = 0; i < static_cast<int>(n); ++i)
    all.push_back(has_ends ? i / (n - 1) : (i + 0.5) / n);
  return all;
}

FactorValue Factor::read(const format::Node& node, const std::vector<std::string>& keys,
                         Problems& problems) const {
  if (!is_number_) return {format::toml_value(node), no_number};
  const double number = ValueReader(problems, keys).number(node, kind_);
  return {node.is_text() && kind_.form == Form::integer ? fmt::format("{:.0f}", number)
                                                        : format::toml_value(node),
          number};
}

FactorValue Factor::read(const std::string& text, const FilePosition& position,
                         Problems& problems) const {
  return read(format::text_node(format::Node::Kind::cell, text, position), {name_}, problems);
}

std::vector<ValueChange> Factor::changes(const FactorValue& value) const {
  std::vector<ValueChange> all;
  for (const std::string& key : keys_) {
    ValueChange change{key, value.toml, std::nullopt, false, keys_position_};
    if (times_) change.times = value.number;
    all.push_back(std::move(change));
  }
  return all;
}

}  // namespace cordon
