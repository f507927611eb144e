#include "viz/hud/time_text.hpp"

#include <date/date.h>
#include <fmt/format.h>

#include <array>
#include <vector>

#include "sim/scenario/format/dimension.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::viz {
namespace {

std::string digits(double value) {
  return value < 9.95 ? fmt::format("{:.1f}", value) : fmt::format("{:.0f}", value);
}

// "3 d 14 h" into "3 d" and "14 h": numbers and units take turns.
std::vector<std::string_view> quantities(std::string_view text) {
  std::vector<std::string_view> parts;
  for (text = format::trimmed(text); !text.empty();) {
    const auto unit = std::min(text.find_first_not_of("0123456789. "), text.size());
    const auto next = std::min(text.find_first_of("0123456789", unit), text.size());
    parts.push_back(format::trimmed(text.substr(0, next)));
    text = text.substr(next);
  }
  return parts;
}

}  // namespace

std::string date_text(Time at, const Calendar& calendar) {
  return date::format("%a %e %b %Y", calendar.date(at));
}

std::string clock_text(Time at, const Calendar& calendar) {
  const auto minutes = calendar.local(at).of_day / 1min;
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string short_date_text(Time at, const Calendar& calendar) {
  const std::string text = date::format("%e %b", calendar.date(at));
  return std::string(format::trimmed(text));
}

std::string moment_text(Time at, const Calendar& calendar) {
  return short_date_text(at, calendar) + ' ' + clock_text(at, calendar);
}

std::string since_start_text(Time at) {
  const auto minutes = at.time_since_epoch() / 1min;
  std::string text;
  if (minutes >= 24 * 60) text += fmt::format("{} d ", minutes / (24 * 60));
  if (minutes >= 60) text += fmt::format("{} h ", minutes / 60 % 24);
  return text + fmt::format("{} min", minutes % 60);
}

std::string span_text(Duration span) {
  const double s = seconds(span);
  if (s < 59.5) return fmt::format("{:.0f} s", s);
  if (s < 59.5 * 60) return fmt::format("{:.0f} min", s / 60);
  if (s < 47.5 * 3600) return digits(s / 3600) + " h";
  return digits(s / 86400) + " d";
}

std::string speed_text(double speed) {
  return fmt::format("x{:.0f}: {} a second", speed, span_text(from_seconds(speed)));
}

std::optional<Time> parse_since_start(std::string_view text) {
  const auto parts = quantities(text);
  double sum = 0;
  for (const std::string_view part : parts) {
    const auto quantity = format::parse_quantity(part, format::unit::time);
    if (!quantity.value || *quantity.value < 0) return std::nullopt;
    sum += *quantity.value;
  }
  if (parts.empty()) return std::nullopt;
  return start_of_run + from_seconds(sum);
}

}  // namespace cordon::viz
