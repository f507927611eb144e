#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Numbers and names as people read them, without precision that is not there. Minus signs are
/// U+2212 and thousands are set apart by U+202F, which does not break over lines.
namespace cordon::words {

/// Decimals worth showing of a value known to within +-half_width: as many as give the half-width
/// one significant digit, or two when it begins with 1 or 2. Negative: round to tens, hundreds.
/// When the half-width is zero or not finite, as many as give `value` four.
[[nodiscard]] int decimals(double half_width, double value);

/// "12 345.6"; "n/a" when the value is not finite.
[[nodiscard]] std::string number(double value, int decimals);

/// "+1.2", "\u22121.2", "0.0".
[[nodiscard]] std::string change(double value, int decimals);

/// "\u22121.2 to +3.4".
[[nodiscard]] std::string range(double low, double high, int decimals);

/// "< 0.001", "0.012", "0.37".
[[nodiscard]] std::string p_value(double p);

/// "95 %", "98.75 %".
[[nodiscard]] std::string percent(double share);

/// "27 Jun 2026"; `unix_ms` is milliseconds since 1970 in UTC.
[[nodiscard]] std::string date(double unix_ms);

/// "a", "a and b", "a, b and c".
[[nodiscard]] std::string list(const std::vector<std::string>& items);

/// The same with a capital first letter.
[[nodiscard]] std::string sentence(std::string text);

}  // namespace cordon::words
