#pragma once

// Text in messages and keys: quoting, UTF-8, and guesses at what was meant.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::format {

/// In ASCII, whatever the locale.
[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The text on one line: control characters and bytes that are not UTF-8 as escapes, cut when long.
[[nodiscard]] std::string printable(std::string_view text, std::size_t longest);

/// 'text' for a message.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// "text" as TOML and JSON write it.
[[nodiscard]] std::string toml_text(std::string_view text);

/// A key as TOML writes it: bare when it can be, else in quotes.
[[nodiscard]] std::string key_text(std::string_view key);

/// "outer.key", or just "key" at the top.
[[nodiscard]] std::string join_path(std::string_view outer, std::string_view key);

/// The keys of a dotted path, with quotes removed; none when it is not a path.
[[nodiscard]] std::optional<std::vector<std::string>> split_path(std::string_view path);

/// Where the first byte that is not UTF-8 stands; none when all is well.
[[nodiscard]] std::optional<std::size_t> first_bad_utf8(std::string_view text);

/// Without blanks at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// "one, two, three"
[[nodiscard]] std::string joined(const std::vector<std::string>& words,
                                 std::string_view between = ", ");

/// "a crossing", "an operation", "a place or crossing": one of what the tables hold.
[[nodiscard]] std::string one_of_these(const std::vector<std::string>& tables);

/// The nearest candidate; "" when no candidate is near.
[[nodiscard]] std::string nearest(std::string_view word,
                                  const std::vector<std::string>& candidates);

/// "; did you mean 'lanes'?", or "" when no candidate is near.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string>& candidates);

}  // namespace cordon::format
