#pragma once

// Numbers for people, in plain ASCII, without precision that is not there.

#include <string>
#include <vector>

namespace cordon::terminal {

/// Decimals worth showing of a value known to within +-half_width: as many as give the half-width
/// two digits. Negative: tens, hundreds. A half-width of zero or none gives whole numbers none, and
/// other values four digits.
[[nodiscard]] int decimals(double half_width, double value);

/// More decimals, when these would make a value that is known not to be zero look like zero.
[[nodiscard]] int decimals_that_keep(double value, int decimals);
/// No more decimals than give a level four digits: two levels are known less well than their
/// difference under the same luck.
[[nodiscard]] int decimals_of_level(double level, int decimals);

/// "12 345.6"; "n/a" when not finite.
[[nodiscard]] std::string number(double value, int decimals);
/// The same with a sign: "+1.2", "-1.2", "0.0".
[[nodiscard]] std::string change(double value, int decimals);
/// "1.2 to 3.4"; "" when unknown, one number when both ends are the same.
[[nodiscard]] std::string range(double low, double high, int decimals);
[[nodiscard]] std::string change_range(double low, double high, int decimals);
/// "<0.001", "0.012", "0.37"; "" when NaN.
[[nodiscard]] std::string p_value(double p);
/// "95 %", "98.75 %".
[[nodiscard]] std::string percent(double share);
/// "a, b and c".
[[nodiscard]] std::string list(const std::vector<std::string>& items);
/// Lines of at most `width` columns, broken at blanks.
[[nodiscard]] std::string wrapped(const std::string& text, std::size_t width,
                                  std::size_t indent = 0);

}  // namespace cordon::terminal
