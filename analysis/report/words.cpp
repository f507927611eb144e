#include "analysis/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace cordon::words {
namespace {

constexpr std::string_view thin_space = "\u202f";
constexpr std::string_view minus = "\u2212";

/// Rounded, with decimals below zero for tens and hundreds; never a negative zero.
double rounded(double value, int decimals) {
  const double unit = std::pow(10.0, -decimals);
  if (std::abs(value) < unit / 2) return 0.0;
  return decimals >= 0 ? value : std::round(value / unit) * unit;
}

std::string grouped(std::string digits) {
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  if (whole < 5) return digits;
  for (std::size_t at = whole; at > 3; at -= 3) digits.insert(at - 3, thin_space);
  return digits;
}

int order_of(double value) { return static_cast<int>(std::floor(std::log10(std::abs(value)))); }

}  // namespace

int decimals(double half_width, double value) {
  if (std::isfinite(half_width) && half_width > 0) {
    const int order = order_of(half_width);
    const bool small_lead = half_width < 3 * std::pow(10.0, order);
    return std::clamp((small_lead ? 1 : 0) - order, -9, 6);
  }
  if (!std::isfinite(value) || value == 0) return 0;
  if (value == std::round(value)) return 0;
  return std::clamp(3 - order_of(value), 0, 6);
}

std::string number(double value, int decimals) {
  if (!std::isfinite(value)) return "n/a";
  const double shown = rounded(value, decimals);
  const std::string digits =
      grouped(fmt::format("{:.{}f}", std::abs(shown), std::max(decimals, 0)));
  return shown < 0 ? std::string(minus) + digits : digits;
}

std::string change(double value, int decimals) {
  return std::isfinite(value) && rounded(value, decimals) > 0 ? "+" + number(value, decimals)
                                                              : number(value, decimals);
}

std::string range(double low, double high, int decimals) {
  return change(low, decimals) + " to " + change(high, decimals);
}

std::string p_value(double p) {
  if (!std::isfinite(p)) return "n/a";
  if (p < 0.001) return "< 0.001";
  return fmt::format("{:.{}f}", p, p < 0.1 ? 3 : 2);
}

std::string percent(double share) { return fmt::format("{:.6g} %", share * 100); }

std::string date(double unix_ms) {
  using namespace std::chrono;
  static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto moment = sys_time<milliseconds>(milliseconds(static_cast<std::int64_t>(unix_ms)));
  const year_month_day day(floor<days>(moment));
  return fmt::format("{} {} {}", static_cast<unsigned>(day.day()),
                     months[static_cast<unsigned>(day.month()) - 1], static_cast<int>(day.year()));
}

std::string list(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  return text;
}

std::string sentence(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

}  // namespace cordon::words
