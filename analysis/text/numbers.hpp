#pragma once

// Numbers and lists for people, without precision that is not there.

#include <string>
#include <string_view>
#include <vector>

namespace cordon::text {

/// How numbers look: plain ASCII, for terminals and pipes, unless said otherwise.
struct Marks {
  std::string_view minus = "-", thousands = " ";
};
/// For pages: U+2212, and U+202F, which does not break over lines.
inline constexpr Marks typographic{"\u2212", "\u202f"};

/// Decimals worth showing of a value known to within +-half_width: as many as give the half-width
/// one digit, or two when it begins with 1 or 2. Negative: tens, hundreds. A half-width of zero or
/// none gives whole numbers none, and other values four digits.
[[nodiscard]] int decimals(double half_width, double value);
/// The same of a change and its interval; more, when the end nearest to zero would look like zero
/// and is not.
[[nodiscard]] int decimals_of_change(double change, double low, double high);
/// Between two and four digits of a level: it is known less well than a change under the same luck,
/// and is no less worth reading when the change is not known at all.
[[nodiscard]] int decimals_of_level(double level, int decimals);

/// "12 345.6"; "n/a" when not finite.
[[nodiscard]] std::string number(double value, int decimals, const Marks& marks = {});
/// The same with a sign: "+1.2", "-1.2", "0.0".
[[nodiscard]] std::string change(double value, int decimals, const Marks& marks = {});
/// "1.2 to 3.4"; "" when unknown, one number when both ends are the same.
[[nodiscard]] std::string range(double low, double high, int decimals, const Marks& marks = {});
[[nodiscard]] std::string change_range(double low, double high, int decimals,
                                       const Marks& marks = {});
/// "< 0.001", "0.012", "0.37"; "" when NaN.
[[nodiscard]] std::string p_value(double p);
/// "95 %", "98.75 %".
[[nodiscard]] std::string percent(double share);
/// "1 flow", "2 flows".
[[nodiscard]] std::string counted(std::size_t count, std::string_view what);
/// "27 Jun 2026"; `unix_ms` is milliseconds since 1970 in UTC.
[[nodiscard]] std::string date(double unix_ms);
/// "a, b and c".
[[nodiscard]] std::string list(const std::vector<std::string>& items);
/// The same with a capital first letter.
[[nodiscard]] std::string sentence(std::string text);

}  // namespace cordon::text
