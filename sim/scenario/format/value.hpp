#pragma once

// Single values: from a node into a member, and from a member to TOML for its default.

#include <chrono>
#include <concepts>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "sim/engine/distribution.hpp"
#include "sim/engine/time.hpp"
#include "sim/scenario/format/reader.hpp"
#include "sim/scenario/format/text.hpp"
#include "sim/scenario/instant.hpp"
#include "sim/scenario/time_of_day.hpp"

namespace cordon::format {

// Each reads one value, or reports why it cannot, and then leaves `value` as it was.
void read_value(const Node& node, const ValueKind& kind, Reader& reader, bool& value);
void read_value(const Node& node, const ValueKind& kind, Reader& reader, double& value);
void read_value(const Node& node, const ValueKind& kind, Reader& reader, std::string& value);
void read_value(const Node& node, const ValueKind& kind, Reader& reader, Duration& value);
void read_value(const Node& node, const ValueKind& kind, Reader& reader, TimeOfDay& value);
void read_value(const Node& node, const ValueKind& kind, Reader& reader,
                std::chrono::sys_seconds& value);
void read_value(const Node& node, const ValueKind& kind, Reader& reader, Instant& value);
void read_value(const Node& node, const ValueKind& kind, Reader& reader, Distribution& value);

/// @param low, high  that the type can hold
[[nodiscard]] std::optional<std::int64_t> read_integer(const Node& node, const ValueKind& kind,
                                                       Reader& reader, std::int64_t low,
                                                       std::int64_t high);
/// @return the value of the word in its enumeration
[[nodiscard]] std::optional<long> read_word(const Node& node, const ValueKind& kind,
                                            Reader& reader);
/// The items of a list; of a cell, what is between its semicolons.
[[nodiscard]] std::vector<Node> read_items(const Node& node, const ValueKind& kind, Reader& reader);
/// The members of a table other than its source and note.
[[nodiscard]] std::vector<std::pair<std::string, const Node*>> read_members(const Node& node,
                                                                            const ValueKind& kind,
                                                                            Reader& reader);
/// Reads a number with or without unit and checks its range.
[[nodiscard]] std::optional<double> read_number(const Node& node, const ValueKind& kind,
                                                Reader& reader);

template <std::integral T>
void read_value(const Node& node, const ValueKind& kind, Reader& reader, T& value) {
  static_assert(sizeof(T) < sizeof(std::int64_t) || std::signed_integral<T>);
  using Limits = std::numeric_limits<T>;
  const auto number = read_integer(node, kind, reader, Limits::min(), Limits::max());
  if (number) value = static_cast<T>(*number);
}

template <class E>
requires std::is_enum_v<E>
void read_value(const Node& node, const ValueKind& kind, Reader& reader, E& value) {
  if (const auto word = read_word(node, kind, reader)) value = static_cast<E>(*word);
}

template <class T>
void read_value(const Node& node, const ValueKind& kind, Reader& reader, std::vector<T>& values) {
  values.clear();
  for (const Node& item : read_items(node, kind, reader)) {
    T value{};
    read_value(item, kind, reader, value);
    values.push_back(std::move(value));
  }
}

template <class T>
void read_value(const Node& node, const ValueKind& kind, Reader& reader,
                std::map<std::string, T>& values) {
  values.clear();
  for (const auto& [key, member] : read_members(node, kind, reader)) {
    const Reader::At at(reader, key, true);
    read_value(*member, kind, reader, values[key]);
  }
}

template <class T>
void read_value(const Node& node, const ValueKind& kind, Reader& reader, std::optional<T>& value) {
  T read{};
  read_value(node, kind, reader, read);
  value = std::move(read);
}

// Each writes a value as TOML.
[[nodiscard]] std::string written(bool value, const ValueKind& kind);
[[nodiscard]] std::string written(double value, const ValueKind& kind);
[[nodiscard]] std::string written(const std::string& value, const ValueKind& kind);
[[nodiscard]] std::string written(Duration value, const ValueKind& kind);
[[nodiscard]] std::string written(TimeOfDay value, const ValueKind& kind);
[[nodiscard]] std::string written(std::chrono::sys_seconds value, const ValueKind& kind);
[[nodiscard]] std::string written(const Instant& value, const ValueKind& kind);
[[nodiscard]] std::string written(const Distribution& value, const ValueKind& kind);
[[nodiscard]] std::string written_word(long value, const ValueKind& kind);

template <std::integral T>
[[nodiscard]] std::string written(T value, const ValueKind&) {
  return std::to_string(value);
}

template <class E>
requires std::is_enum_v<E>
[[nodiscard]] std::string written(E value, const ValueKind& kind) {
  return written_word(static_cast<long>(value), kind);
}

template <class T>
[[nodiscard]] std::string written(const std::vector<T>& values, const ValueKind& kind) {
  std::string items;
  for (const T& value : values) items += (items.empty() ? "" : ", ") + written(value, kind);
  return '[' + items + ']';
}

template <class T>
[[nodiscard]] std::string written(const std::map<std::string, T>& values, const ValueKind& kind) {
  std::vector<std::string> members;
  for (const auto& [key, value] : values) {
    members.push_back(key_text(key) + " = " + written(value, kind));
  }
  return members.empty() ? "{}" : "{ " + joined(members) + " }";
}

template <class T>
[[nodiscard]] std::string written(const std::optional<T>& value, const ValueKind& kind) {
  return value ? written(*value, kind) : "";
}

}  // namespace cordon::format
