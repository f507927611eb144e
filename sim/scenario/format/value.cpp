#include "sim/scenario/format/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace cordon::format {
namespace {

/// A fixed number of digits at the front of a text, which it takes off; none when they are not
/// there.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  const bool are_digits =
      text.size() >= count &&
      std::all_of(text.begin(), text.begin() + static_cast<long>(count), is_digit);
  if (!are_digits) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + count, value);
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, std::string_view one_of) {
  if (text.empty() || one_of.find(text[0]) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

/// "06:00" or "06:00:00" in seconds, taken off the front.
std::optional<int> take_clock(std::string_view& text) {
  const auto hour = take_digits(text, 2);
  if (!hour || !take(text, ":")) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  std::optional<int> second = 0;
  if (take(text, ":")) second = take_digits(text, 2);
  if (!second || *second > 59) return std::nullopt;
  const int seconds = (*hour * 60 + *minute) * 60 + *second;
  if (seconds > 86400) return std::nullopt;
  return seconds;
}

/// "Z" or "+02:00" in seconds.
std::optional<int> take_offset(std::string_view& text) {
  if (take(text, "Zz")) return 0;
  const int sign = !text.empty() && text[0] == '-' ? -1 : 1;
  if (!take(text, "+-")) return std::nullopt;
  const auto seconds = take_clock(text);
  if (!seconds) return std::nullopt;
  return sign * *seconds;
}

/// ".25" in microseconds, taken off the front; 0 when there is none.
std::optional<std::chrono::microseconds> take_fraction(std::string_view& text) {
  if (!take(text, ".")) return std::chrono::microseconds{0};
  std::int64_t fraction = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits)
    if (digits < 6) fraction = fraction * 10 + (text[digits] - '0');
  if (digits == 0) return std::nullopt;
  text.remove_prefix(digits);
  for (; digits < 6; ++digits) fraction *= 10;
  return std::chrono::microseconds{fraction};
}

/// Finer than microseconds is cut off.
std::optional<Instant::Moment> parse_moment(std::string_view text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, "-")) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, "-")) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day || !take(text, "Tt ")) return std::nullopt;
  const auto seconds = take_clock(text);
  if (!seconds || *seconds == 86400) return std::nullopt;
  const auto fraction = take_fraction(text);
  if (!fraction) return std::nullopt;
  const auto offset = take_offset(text);
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!offset || !text.empty() || !date.ok()) return std::nullopt;
  return std::chrono::sys_days{date} + std::chrono::seconds{*seconds - *offset} + *fraction;
}

// "3 d 14 h" in seconds: parts in ever smaller units; none when it is something else.
std::optional<double> parse_parts(std::string_view text) {
  double sum = 0, last_unit = HUGE_VAL;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    const auto number = leading_number(text);
    if (!number || number->value < 0) return std::nullopt;
    const std::string_view after = trimmed(number->rest);
    const std::string_view name = after.substr(0, after.find_first_of(" \t0123456789"));
    const auto unit = parse_quantity("1" + std::string(name), unit::time).value;
    if (!unit || *unit >= last_unit) return std::nullopt;
    last_unit = *unit;
    sum += number->value * *unit;
    text = after.substr(name.size());
  }
  return last_unit < HUGE_VAL ? std::optional(sum) : std::nullopt;
}

std::string is_but(const std::string& what, const std::string& expected_text) {
  return fmt::format("is {}; expected {}", what, expected_text);
}

void fail_kind(const Node& node, const ValueKind& kind, Reader& reader) {
  reader.fail(node.position, is_but(shown(node), expected_one(kind)));
}

/// A whole number in a cell, or of TOML.
std::optional<std::int64_t> integer_in(const Node& node, bool& is_too_large) {
  if (node.kind == Node::Kind::integer) return node.integer;
  if (node.kind != Node::Kind::cell) return std::nullopt;
  std::int64_t value = 0;
  const char* end = node.text.data() + node.text.size();
  const auto [rest, error] = std::from_chars(node.text.data(), end, value);
  is_too_large = error == std::errc::result_out_of_range && rest == end;
  if (error != std::errc{} || rest != end) return std::nullopt;
  return value;
}

/// The number in the base unit; when there is none, `fault` may say why.
std::optional<double> number_in(const Node& node, const Dimension& dimension, std::string& fault) {
  if (node.is_text()) {
    if (node.kind == Node::Kind::text && dimension.base.empty() && leading_number(node.text) &&
        leading_number(node.text)->rest.empty()) {
      return std::nullopt;  // "3" in quotes is a text
    }
    const Quantity quantity = parse_quantity(node.text, dimension);
    fault = quantity.fault;
    return quantity.value;
  }
  if (!dimension.takes_plain) return std::nullopt;
  if (node.kind == Node::Kind::integer) return static_cast<double>(node.integer);
  if (node.kind == Node::Kind::real) return node.real;
  return std::nullopt;
}

}  // namespace

std::optional<double> read_number(const Node& node, const ValueKind& kind, Reader& reader) {
  std::string fault;
  const auto number = number_in(node, kind.measure(), fault);
  const bool is_finite = number && std::isfinite(*number);
  if (!is_finite) {
    fail_kind(node, kind, reader);
    return std::nullopt;
  }
  if (!kind.allowed().contains(*number)) {
    reader.fail(node.position, is_but(shown(node), range_text(kind.allowed(), kind.measure())));
    return std::nullopt;
  }
  if (*number > kind.measure().largest) {
    reader.fail(
        node.position,
        is_but(shown(node), "at most " + quantity_text(kind.measure().largest, kind.measure())));
    return std::nullopt;
  }
  return number;
}

void read_value(const Node& node, const ValueKind& kind, Reader& reader, bool& value) {
  if (node.kind == Node::Kind::boolean) {
    value = node.boolean;
  } else if (node.kind == Node::Kind::cell && (node.text == "true" || node.text == "false")) {
    value = node.text == "true";
  } else {
    fail_kind(node, kind, reader);
  }
}

void read_value(const Node& node, const ValueKind& kind, Reader& reader, double& value) {
  if (const auto number = read_number(node, kind, reader)) value = *number;
}

void read_value(const Node& node, const ValueKind& kind, Reader& reader, Duration& value) {
  if (const auto number = read_number(node, kind, reader)) value = from_seconds(*number);
}

void read_value(const Node& node, const ValueKind& kind, Reader& reader, std::string& value) {
  if (!node.is_text()) return fail_kind(node, kind, reader);
  if (kind.not_empty && node.text.empty()) {
    return reader.fail(node.position, "is empty; expected " + expected_one(kind));
  }
  if (!kind.refers_to.empty()) {
    reader.refer(node.position, node.text, kind.refers_to, kind.or_words);
  }
  value = node.text;
}

void read_value(const Node& node, const ValueKind& kind, Reader& reader, TimeOfDay& value) {
  std::string_view text = node.text;
  const auto seconds_of_day = take_clock(text);
  const bool may_be = node.is_text() || node.kind == Node::Kind::moment;
  if (!may_be || !seconds_of_day || !text.empty()) return fail_kind(node, kind, reader);
  value.since_midnight = std::chrono::seconds{*seconds_of_day};
}

void read_value(const Node& node, const ValueKind& kind, Reader& reader,
                std::chrono::sys_seconds& value) {
  const bool may_be = node.is_text() || node.kind == Node::Kind::moment;
  const auto moment = may_be ? parse_moment(node.text) : std::nullopt;
  if (!moment || *moment != std::chrono::floor<std::chrono::seconds>(*moment))
    return fail_kind(node, kind, reader);
  value = std::chrono::floor<std::chrono::seconds>(*moment);
}

void read_value(const Node& node, const ValueKind& kind, Reader& reader, Instant& value) {
  const bool may_be = node.is_text() || node.kind == Node::Kind::moment;
  if (const auto moment = may_be ? parse_moment(node.text) : std::nullopt) {
    value = {moment, Duration{0}};
  } else if (const auto parts = may_be ? parse_parts(node.text) : std::nullopt;
             parts && *parts <= kind.measure().largest) {
    value = {std::nullopt, from_seconds(*parts)};
  } else if (const auto number = read_number(node, kind, reader)) {
    value = {std::nullopt, from_seconds(*number)};
  }
}

std::optional<std::int64_t> read_integer(const Node& node, const ValueKind& kind, Reader& reader,
                                         std::int64_t low, std::int64_t high) {
  bool is_too_large = false;
  const auto number = integer_in(node, is_too_large);
  if (!number && !is_too_large) {
    fail_kind(node, kind, reader);
    return std::nullopt;
  }
  if (number && *number >= low && *number <= high &&
      kind.allowed().contains(static_cast<double>(*number))) {
    return number;
  }
  const std::string range = range_text(kind.allowed(), kind.measure());
  const bool is_in_range = number && kind.allowed().contains(static_cast<double>(*number));
  const std::string type_range = fmt::format("between {} and {}", low, high);
  reader.fail(node.position,
              is_but(shown(node), range.empty() || is_in_range ? type_range : range));
  return std::nullopt;
}

std::optional<long> read_word(const Node& node, const ValueKind& kind, Reader& reader) {
  if (!node.is_text()) {
    fail_kind(node, kind, reader);
    return std::nullopt;
  }
  for (const Word& word : kind.words) {
    if (word.text == node.text) return word.value;
  }
  reader.fail(node.position,
              is_but(shown(node), expected_one(kind)) + did_you_mean(node.text, word_texts(kind)));
  return std::nullopt;
}

std::vector<Node> read_items(const Node& node, const ValueKind& kind, Reader& reader) {
  std::vector<Node> items;
  if (node.kind == Node::Kind::list) {
    items = node.items;
  } else if (node.kind == Node::Kind::cell) {
    std::string_view rest = node.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      items.push_back(
          text_node(Node::Kind::cell, std::string(trimmed(rest.substr(0, end))), node.position));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  } else {
    reader.fail(node.position, is_but(shown(node), expected(kind)));
    return items;
  }
  if (kind.not_empty && items.empty()) {
    reader.fail(node.position, "is empty; expected " + expected(kind));
  }
  std::erase_if(items, [](const Node& item) { return item.kind == Node::Kind::faulty; });
  return items;
}

std::vector<std::pair<std::string, const Node*>> read_members(const Node& node,
                                                              const ValueKind& kind,
                                                              Reader& reader) {
  std::vector<std::pair<std::string, const Node*>> members;
  if (!node.is_table()) {
    reader.fail(node.position, is_but(shown(node), expected(kind)));
    return members;
  }
  for (const auto& [key, member] : node.members) {
    if (key == "source" || key == "note" || member.kind == Node::Kind::faulty) continue;
    const Reader::At at(reader, key, true);
    if (!kind.keys_refer_to.empty()) {
      reader.refer(member.key_position, key, kind.keys_refer_to, kind.or_words);
    }
    members.emplace_back(key, &member);
  }
  if (kind.not_empty && members.empty()) {
    reader.fail(node.position, "is empty; expected " + expected(kind));
  }
  return members;
}

std::string written(bool value, const ValueKind& /*kind*/) { return value ? "true" : "false"; }

std::string written(double value, const ValueKind& kind) {
  return quantity_toml(value, kind.measure());
}

std::string written(const std::string& value, const ValueKind& /*kind*/) {
  return toml_text(value);
}

std::string written(Duration value, const ValueKind& kind) {
  return quantity_toml(seconds(value), kind.measure());
}

std::string written(TimeOfDay value, const ValueKind& /*kind*/) {
  const auto total = std::chrono::duration_cast<std::chrono::minutes>(value.since_midnight).count();
  return fmt::format("\"{:02}:{:02}\"", total / 60, total % 60);
}

std::string written(std::chrono::sys_seconds value, const ValueKind& /*kind*/) {
  const auto day = std::chrono::floor<std::chrono::days>(value);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss clock{value - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string written(const Instant& value, const ValueKind& kind) {
  if (!value.moment) return written(value.since_start, kind);
  const auto whole = std::chrono::floor<std::chrono::seconds>(*value.moment);
  std::string text = written(whole, kind);
  if (const auto rest = *value.moment - whole; rest.count() > 0)
    text.insert(text.size() - 1, fmt::format(".{:06}", rest.count()));
  return text;
}

std::string written_word(long value, const ValueKind& kind) {
  for (const Word& word : kind.words) {
    if (word.value == value) return toml_text(word.text);
  }
  return "";
}

}  // namespace cordon::format
