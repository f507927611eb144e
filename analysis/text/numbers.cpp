#include "analysis/text/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace cordon::text {
namespace {

int order_of(double value) { return static_cast<int>(std::floor(std::log10(std::abs(value)))); }

std::string grouped(std::string digits, std::string_view thousands) {
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  for (std::size_t at = whole; whole > 4 && at > 3; at -= 3) digits.insert(at - 3, thousands);
  return digits;
}

std::string digits_of(double value, int decimals) {
  const double unit = std::pow(10.0, -decimals);
  const double shown = decimals < 0 ? std::round(value / unit) * unit : value;
  return fmt::format("{:.{}f}", std::abs(shown), std::max(decimals, 0));
}

bool looks_zero(double value, int decimals) {
  return digits_of(value, decimals).find_first_not_of("0.") == std::string::npos;
}

}  // namespace

int decimals(double half_width, double value) {
  if (std::isfinite(half_width) && half_width > 0) {
    const int order = order_of(half_width);
    const bool small_lead = half_width < 3 * std::pow(10.0, order);
    return std::clamp((small_lead ? 1 : 0) - order, -9, 6);
  }
  if (!std::isfinite(value) || value == std::round(value)) return 0;
  return std::clamp(3 - order_of(value), 0, 6);
}

int decimals_of_change(double change, double low, double high) {
  int shown = decimals((high - low) / 2, change);
  const bool is_clear = low > 0 || high < 0;
  const double nearest = std::min(std::abs(low), std::abs(high));
  while (is_clear && shown < 6 && looks_zero(nearest, shown)) ++shown;
  return shown;
}

int decimals_of_level(double level, int decimals) {
  if (!std::isfinite(level) || level == 0) return std::max(decimals, 0);
  const int order = order_of(level);
  const int least = level == std::round(level) ? std::min(0, 1 - order) : std::min(1 - order, 6);
  return std::clamp(decimals, least, std::max(0, 3 - order));
}

std::string number(double value, int decimals, const Marks& marks) {
  if (!std::isfinite(value)) return "n/a";
  const std::string digits = grouped(digits_of(value, decimals), marks.thousands);
  return value < 0 && !looks_zero(value, decimals) ? std::string(marks.minus) + digits : digits;
}

std::string change(double value, int decimals, const Marks& marks) {
  const std::string text = number(value, decimals, marks);
  return std::isfinite(value) && value > 0 && !looks_zero(value, decimals) ? '+' + text : text;
}

std::string range(double low, double high, int decimals, const Marks& marks) {
  if (!std::isfinite(low) || !std::isfinite(high)) return "";
  if (low == high) return number(low, decimals, marks);
  return number(low, decimals, marks) + " to " + number(high, decimals, marks);
}

std::string change_range(double low, double high, int decimals, const Marks& marks) {
  if (!std::isfinite(low) || !std::isfinite(high)) return "";
  if (low == high) return change(low, decimals, marks);
  return change(low, decimals, marks) + " to " + change(high, decimals, marks);
}

std::string p_value(double p) {
  if (std::isnan(p)) return "";
  if (p < 0.001) return "< 0.001";
  return fmt::format("{:.{}f}", p, p < 0.1 ? 3 : 2);
}

std::string percent(double share) { return fmt::format("{:.4g} %", share * 100); }

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

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
  for (std::size_t i = 0; i < items.size(); ++i)
    text += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
  return text;
}

std::string sentence(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

}  // namespace cordon::text
