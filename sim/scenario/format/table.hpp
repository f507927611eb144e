#pragma once

// The vocabulary in which a struct's parameters are written down, once, for reading, checking,
// `cordon describe`, scenarios/README.md and the JSON Schema:
//
//   const Table<TeamSpec>& parameters_of(Tag<TeamSpec>) {
//     static const auto table =
//         Table<TeamSpec>("A team on post.")
//             .key("size", &TeamSpec::size, "Officers on duty.", between(1, 200),
//             source("assumed")) .key("speed", &TeamSpec::speed_km_per_hour, "On the road.",
//             unit::km_per_hour) .key("home", &TeamSpec::home, "Where it stands.", required,
//             refers_to("crossing"));
//     return table;
//   }
//
// Defaults are those of TeamSpec{}. `parameters_of` is found beside the struct.

#include <cassert>
#include <type_traits>

#include "sim/scenario/format/value.hpp"

namespace cordon::format {

/// Says for which struct the parameters are wanted.
template <class Spec>
struct Tag {};

// What may be said of a key, after its meaning. A `Dimension`, as in unit::km, is needed for every
// double and Distribution; a Distribution of times has unit::time.

/// The key must be given.
struct Required {};
inline constexpr Required required{};
/// A text, list or map must not be empty.
struct NotEmpty {};
inline constexpr NotEmpty not_empty{};
/// It may change during a run, by a shock.
struct MayChange {};
inline constexpr MayChange may_change{};
/// Where the default comes from; begins with "assumed" when nobody measured it.
struct Source {
  std::string text;
};
[[nodiscard]] inline Source source(std::string text) { return {std::move(text)}; }
/// The text names an entry of one of these tables (crossing; crossing.lane for tables in tables).
struct RefersTo {
  std::vector<std::string> tables, or_words;
  /// ...or is one of these words.
  [[nodiscard]] RefersTo or_one_of(std::vector<std::string> words) const {
    return {tables, std::move(words)};
  }
};
template <class... Names>
[[nodiscard]] RefersTo refers_to(const Names&... tables) {
  return {{std::string(tables)...}, {}};
}
/// The same of the keys of a map.
struct KeysReferTo {
  std::vector<std::string> tables;
};
template <class... Names>
[[nodiscard]] KeysReferTo keys_refer_to(const Names&... tables) {
  return {{std::string(tables)...}};
}
/// The words for the values of an enumeration.
template <class E>
struct Choice {
  std::string word;
  E value;
  std::string meaning;
};
template <class E>
struct OneOf {
  std::vector<Choice<E>> choices;
};
template <class E>
[[nodiscard]] OneOf<E> one_of(std::vector<Choice<E>> choices) {
  return {std::move(choices)};
}
/// Bounds of a number (in its base unit) or a duration; they narrow those of its dimension.
template <class Rep, class Period>
[[nodiscard]] double bound(std::chrono::duration<Rep, Period> value) {
  return std::chrono::duration<double>(value).count();
}
[[nodiscard]] inline double bound(double value) { return value; }
template <class T>
[[nodiscard]] Range at_least(T low) {
  return {.low = bound(low)};
}
template <class T>
[[nodiscard]] Range at_most(T high) {
  return {.high = bound(high)};
}
template <class T>
[[nodiscard]] Range above(T low) {
  return {.low = bound(low), .low_is_open = true};
}
template <class T>
[[nodiscard]] Range below(T high) {
  return {.high = bound(high), .high_is_open = true};
}
template <class T, class U>
[[nodiscard]] Range between(T low, U high) {
  return {.low = bound(low), .high = bound(high)};
}

inline void apply(Parameter& parameter, Required) { parameter.is_required = true; }
inline void apply(Parameter& parameter, MayChange) { parameter.may_change = true; }
inline void apply(Parameter& parameter, NotEmpty) { parameter.kind.not_empty = true; }
inline void apply(Parameter& parameter, const Source& said) { parameter.source = said.text; }
inline void apply(Parameter& parameter, const Range& range) {
  parameter.kind.range = parameter.kind.range.and_also(range);
}
inline void apply(Parameter& parameter, const Dimension& dimension) {
  parameter.kind.dimension = &dimension;
}
inline void apply(Parameter& parameter, const RefersTo& names) {
  parameter.kind.refers_to = names.tables;
  parameter.kind.or_words = names.or_words;
}
inline void apply(Parameter& parameter, const KeysReferTo& names) {
  parameter.kind.keys_refer_to = names.tables;
}
template <class E>
void apply(Parameter& parameter, const OneOf<E>& words) {
  for (const Choice<E>& choice : words.choices) {
    parameter.kind.words.push_back({choice.word, static_cast<long>(choice.value), choice.meaning});
  }
}

/// What a member's type says about its kind; `Value` is the type of a single value in it.
template <class T>
struct KindOf {
  using Value = T;
  static constexpr auto holds = ValueKind::Holds::one;
};
template <class T>
struct KindOf<std::optional<T>> : KindOf<T> {};
template <class T>
struct KindOf<std::vector<T>> {
  using Value = T;
  static constexpr auto holds = ValueKind::Holds::list;
};
template <class T>
struct KindOf<std::map<std::string, T>> {
  using Value = T;
  static constexpr auto holds = ValueKind::Holds::map;
};

template <class T>
constexpr ValueKind::Form form_of() {
  using Form = ValueKind::Form;
  if constexpr (std::is_same_v<T, bool>)
    return Form::boolean;
  else if constexpr (std::is_integral_v<T>)
    return Form::integer;
  else if constexpr (std::is_enum_v<T>)
    return Form::word;
  else if constexpr (std::is_same_v<T, double>)
    return Form::number;
  else if constexpr (std::is_same_v<T, Duration>)
    return Form::duration;
  else if constexpr (std::is_same_v<T, TimeOfDay>)
    return Form::clock;
  else if constexpr (std::is_same_v<T, std::chrono::sys_seconds>)
    return Form::moment;
  else if constexpr (std::is_same_v<T, Instant>)
    return Form::instant;
  else if constexpr (std::is_same_v<T, Distribution>)
    return Form::distribution;
  else {
    static_assert(std::is_same_v<T, std::string>, "no kind of value has this type");
    return Form::text;
  }
}

/// The parameters of a struct.
template <class Spec>
class Table {
 public:
  /// @param meaning  what one such table in the file stands for
  explicit Table(std::string meaning) {
    section_.meaning = std::move(meaning);
    section_.defaults = std::make_shared<const Spec>();
  }

  /// A value: `key = ...`
  template <class T, class... Said>
  Table& key(std::string name, T Spec::*member, std::string meaning, const Said&... said) {
    using Value = typename KindOf<T>::Value;
    constexpr bool needs_unit =
        std::is_same_v<Value, double> || std::is_same_v<Value, Distribution>;
    constexpr bool has_unit = (std::is_same_v<Said, Dimension> || ...);
    constexpr bool has_words = (std::is_same_v<Said, OneOf<Value>> || ...);
    static_assert(!needs_unit || has_unit, "say the unit: unit::km, unit::share, unit::time...");
    static_assert(!std::is_enum_v<Value> || has_words, "say the words: one_of<E>({...})");
    Parameter& parameter = add(std::move(name), std::move(meaning), Parameter::Shape::value);
    parameter.kind.form = form_of<Value>();
    parameter.kind.holds = KindOf<T>::holds;
    if constexpr (std::is_same_v<Value, Duration> || std::is_same_v<Value, Instant>)
      parameter.kind.dimension = &unit::time;
    (apply(parameter, said), ...);
    parameter.read = [member, kind = parameter.kind](const Node& node, Reader& reader, void* spec) {
      read_value(node, kind, reader, static_cast<Spec*>(spec)->*member);
    };
    parameter.written = [member, kind = parameter.kind](const void* spec) {
      return written(static_cast<const Spec*>(spec)->*member, kind);
    };
    return *this;
  }

  /// A table in this one: [crossing.medyka.limits]
  template <class Inner>
  Table& table(std::string name, Inner Spec::*member, std::string meaning) {
    Parameter& parameter = add(std::move(name), std::move(meaning), Parameter::Shape::table);
    parameter.section = &parameters_of(Tag<Inner>{}).section();
    parameter.open = [member](void* spec, const std::string&) -> void* {
      return &(static_cast<Spec*>(spec)->*member);
    };
    return *this;
  }

  /// The same, which may be absent.
  template <class Inner>
  Table& table(std::string name, std::optional<Inner> Spec::*member, std::string meaning) {
    Parameter& parameter = add(std::move(name), std::move(meaning), Parameter::Shape::optional);
    parameter.section = &parameters_of(Tag<Inner>{}).section();
    parameter.open = [member](void* spec, const std::string&) -> void* {
      return &(static_cast<Spec*>(spec)->*member).emplace();
    };
    return *this;
  }

  /// Named tables, from the file or from CSV: [crossing.medyka], crossing.csv = "crossings.csv"
  ///
  /// @param said  `required` when there must be at least one
  template <class Inner, class... Said>
  Table& tables(std::string name, std::map<std::string, Inner> Spec::*member, std::string meaning,
                const Said&... said) {
    Parameter& parameter = add(std::move(name), std::move(meaning), Parameter::Shape::tables);
    (apply(parameter, said), ...);
    parameter.section = &parameters_of(Tag<Inner>{}).section();
    parameter.open = [member](void* spec, const std::string& entry) -> void* {
      return &(static_cast<Spec*>(spec)->*member)[entry];
    };
    return *this;
  }

  /// A plain table, from CSV or a list: volumes = "volumes.csv", [[volumes]]
  ///
  /// @param member  a vector of structs, or SharedRows
  template <template <class...> class Rows, class Row, class... Others, class... Said>
  Table& rows(std::string name, Rows<Row, Others...> Spec::*member, std::string meaning,
              const Said&... said) {
    Parameter& parameter = add(std::move(name), std::move(meaning), Parameter::Shape::rows);
    (apply(parameter, said), ...);
    parameter.section = &parameters_of(Tag<Row>{}).section();
    parameter.open = [member](void* spec, const std::string&) -> void* {
      return &(static_cast<Spec*>(spec)->*member).emplace_back();
    };
    return *this;
  }

  /// The struct is told where it stands, for problems that are found when all is read.
  Table& placed(FilePosition Spec::*member) {
    section_.placed = [member](void* spec, const FilePosition& position) {
      static_cast<Spec*>(spec)->*member = position;
    };
    return *this;
  }

  [[nodiscard]] const Section& section() const { return section_; }

 private:
  Parameter& add(std::string key, std::string meaning, Parameter::Shape shape) {
    assert(!is_reserved_key(key) && section_.find(key) == nullptr);
    Parameter& parameter = section_.parameters.emplace_back();
    parameter.key = std::move(key);
    parameter.meaning = std::move(meaning);
    parameter.shape = shape;
    return parameter;
  }

  Section section_;
};

}  // namespace cordon::format
