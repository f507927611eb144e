#include "sim/scenario/format/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace cordon::format {
namespace {

constexpr std::size_t longest_quote = 60;
constexpr std::size_t longest_guess = 64;

bool is_bare(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
}

/// How many bytes the UTF-8 character at the front takes; 0 when it is none.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
  const bool outside = (lead == 0xED && byte(1) > 0x9F) || (lead == 0xF4 && byte(1) > 0x8F);
  return overlong || outside ? 0 : length;
}

/// Edits (insert, delete, replace, swap neighbours) that turn one word into the other.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::string printable(std::string_view text, std::size_t longest) {
  std::string shown;
  while (!text.empty()) {
    if (shown.size() >= longest) return shown + "...";
    const std::size_t length = utf8_length(text);
    const auto lead = static_cast<unsigned char>(text[0]);
    if (text[0] == '\n')
      shown += "\\n";
    else if (text[0] == '\r')
      shown += "\\r";
    else if (text[0] == '\t')
      shown += "\\t";
    else if (length == 0 || lead < 0x20 || lead == 0x7F)
      shown += fmt::format("\\x{:02x}", lead);
    else
      shown += text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return shown;
}

std::string in_quotes(std::string_view text) {
  return fmt::format("'{}'", printable(text, longest_quote));
}

std::string toml_text(std::string_view text) {
  std::string written = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      written += {'\\', c};
    else if (c == '\n')
      written += "\\n";
    else if (byte < 0x20 || byte == 0x7F)
      written += fmt::format("\\u{:04x}", byte);
    else
      written += c;
  }
  return written + '"';
}

std::string key_text(std::string_view key) {
  if (is_bare(key)) return std::string(key);
  return toml_text(key);
}

std::string join_path(std::string_view outer, std::string_view key) {
  if (outer.empty()) return key_text(key);
  return std::string(outer) + '.' + key_text(key);
}

std::optional<std::vector<std::string>> split_path(std::string_view path) {
  std::vector<std::string> keys(1);
  bool quoted_key = false;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '"' && keys.back().empty() && !quoted_key) {
      const std::size_t end = path.find('"', i + 1);
      if (end == std::string_view::npos) return std::nullopt;
      keys.back() = path.substr(i + 1, end - i - 1);
      quoted_key = true;
      i = end;
    } else if (path[i] == '.') {
      if (keys.back().empty()) return std::nullopt;
      keys.emplace_back();
      quoted_key = false;
    } else if (quoted_key) {
      return std::nullopt;
    } else {
      keys.back() += path[i];
    }
  }
  if (keys.back().empty()) return std::nullopt;
  return keys;
}

std::optional<std::size_t> first_bad_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = utf8_length(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  return fmt::format("{}", fmt::join(words, between));
}

std::string one_of_these(const std::vector<std::string>& tables) {
  const std::string words = joined(tables, " or ");
  const bool has_vowel = words.find_first_of("aeiou") == 0;
  return (has_vowel ? "an " : "a ") + words;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  if (word.empty() || word.size() > longest_guess) return "";
  const std::size_t near = word.size() <= 2 ? 1 : std::max<std::size_t>(1, (word.size() + 1) / 3);
  std::string best;
  std::size_t least = near + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t longer = std::max(candidate.size(), word.size());
    if (longer - std::min(candidate.size(), word.size()) >= least) continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance >= least || distance >= candidate.size()) continue;
    least = distance;
    best = candidate;
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string guess = nearest(word, candidates);
  return guess.empty() ? "" : fmt::format("; did you mean {}?", in_quotes(guess));
}

}  // namespace cordon::format
