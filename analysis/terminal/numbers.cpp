#include "analysis/terminal/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace cordon::terminal {
namespace {

int order_of(double value) { return static_cast<int>(std::floor(std::log10(std::abs(value)))); }

std::string grouped(std::string digits) {
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  for (std::size_t at = whole; whole > 4 && at > 3; at -= 3) digits.insert(at - 3, " ");
  return digits;
}

std::string signless(double value, int decimals) {
  const double unit = std::pow(10.0, -decimals);
  const double shown = decimals < 0 ? std::round(value / unit) * unit : value;
  return grouped(fmt::format("{:.{}f}", std::abs(shown), std::max(decimals, 0)));
}

bool is_zero(const std::string& digits) {
  return digits.find_first_not_of("0. ") == std::string::npos;
}

}  // namespace

int decimals(double half_width, double value) {
  if (std::isfinite(half_width) && half_width > 0)
    return std::clamp(1 - order_of(half_width), -9, 6);
  if (!std::isfinite(value) || value == std::round(value)) return 0;
  return std::clamp(3 - order_of(value), 0, 6);
}

int decimals_that_keep(double value, int decimals) {
  if (!std::isfinite(value) || value == 0) return decimals;
  while (decimals < 6 && is_zero(signless(value, decimals))) ++decimals;
  return decimals;
}

int decimals_of_level(double level, int decimals) {
  if (!std::isfinite(level) || level == 0) return decimals;
  return std::min(decimals, std::max(0, 3 - order_of(level)));
}

std::string number(double value, int decimals) {
  if (!std::isfinite(value)) return "n/a";
  const std::string digits = signless(value, decimals);
  return value < 0 && !is_zero(digits) ? '-' + digits : digits;
}

std::string change(double value, int decimals) {
  const std::string text = number(value, decimals);
  return value > 0 && !is_zero(text) ? '+' + text : text;
}

std::string range(double low, double high, int decimals) {
  if (!std::isfinite(low) || !std::isfinite(high)) return "";
  if (low == high) return number(low, decimals);
  return number(low, decimals) + " to " + number(high, decimals);
}

std::string change_range(double low, double high, int decimals) {
  if (!std::isfinite(low) || !std::isfinite(high)) return "";
  if (low == high) return change(low, decimals);
  return change(low, decimals) + " to " + change(high, decimals);
}

std::string p_value(double p) {
  if (std::isnan(p)) return "";
  if (p < 0.001) return "<0.001";
  return fmt::format("{:.{}f}", p, p < 0.1 ? 3 : 2);
}

std::string percent(double share) { return fmt::format("{:.4g} %", share * 100); }

std::string list(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i)
    text += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
  return text;
}

std::string wrapped(const std::string& text, std::size_t width, std::size_t indent) {
  std::istringstream words(text);
  std::string lines, line;
  for (std::string word; words >> word;) {
    if (!line.empty() && indent + line.size() + 1 + word.size() > width) {
      lines += std::string(indent, ' ') + line + '\n';
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return line.empty() ? lines : lines + std::string(indent, ' ') + line + '\n';
}

}  // namespace cordon::terminal
