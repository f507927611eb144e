#include "analysis/text/time_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cordon {
namespace {

constexpr double slight = 0.01;  // of a level
constexpr int most_decimals = 2;

}  // namespace

bool is_place_of_loss(const TimeUse& use) { return use.crossing != "all" && use.stage != "all"; }

bool is_loss_of_traffic(const TimeUse& use) {
  return use.crossing == "all" && use.activity == "lost";
}

std::vector<double> hours_lost(const std::vector<TimeUse>& times) {
  std::vector<double> hours;
  for (const TimeUse& use : times) {
    if (!is_loss_of_traffic(use)) continue;
    hours.resize(use.in.size());
    for (std::size_t s = 0; s < use.in.size(); ++s) hours[s] += use.in[s].hours;
  }
  return hours;
}

double most_hours(const TimeUse& use) {
  double most = 0;
  for (const TimeIn& in : use.in) most = std::max(most, in.hours);
  return most;
}

bool is_clear(const Change& change) { return change.low > 0 || change.high < 0; }

bool is_slight(const Change& change) {
  const double level = std::max(change.baseline, change.value);
  const double unseen = 0.5 * std::pow(10.0, -most_decimals);
  return std::max(std::abs(change.low), std::abs(change.high)) < std::max(slight * level, unseen);
}

namespace text {

std::string loss_of(const TimeUse& use) {
  if (use.before_control) return "waiting for the first check";
  std::string stage = use.stage;
  std::replace(stage.begin(), stage.end(), '_', ' ');
  if (use.activity == "waiting") return "waiting for " + stage;
  if (use.activity == "waiting_for_papers") return "waiting for papers at " + stage;
  return use.activity + " at " + stage;
}

ShownUnit unit_of_minutes(double largest) {
  return largest >= 300 ? ShownUnit{"h", 1.0 / 60} : ShownUnit{"min", 1};
}

std::string level_of_minutes(double minutes, double half_width, double factor, const Marks& marks) {
  const double level = minutes * factor;
  if (!std::isfinite(level) || level == 0) return std::isfinite(level) ? "0" : "";
  const int three_digits = 2 - static_cast<int>(std::floor(std::log10(level)));
  const int shown = decimals_of_level(level, decimals(half_width * factor, level));
  return number(level, std::clamp(shown, -9, std::clamp(three_digits, 0, most_decimals)), marks);
}

std::string duration(const TimeIn& time, const Marks& marks) {
  const ShownUnit unit = unit_of_minutes(time.minutes);
  return level_of_minutes(time.minutes, time.half_width, unit.factor, marks) + " " + unit.unit;
}

ShownChange change_of_minutes(const Change& c, const Marks& marks) {
  if (!std::isfinite(c.difference)) return {};
  const bool known = std::isfinite(c.low) && std::isfinite(c.high);
  const double reach = known ? std::max(std::abs(c.low), std::abs(c.high)) : std::abs(c.difference);
  const ShownUnit unit = unit_of_minutes(reach);
  const double f = unit.factor;
  const int wanted = known ? decimals_of_change(c.difference * f, c.low * f, c.high * f)
                           : decimals(0.05 * reach * f, c.difference * f);
  const int shown = std::min(wanted, most_decimals);
  return {change(c.difference * f, shown, marks), change_range(c.low * f, c.high * f, shown, marks),
          unit.unit};
}

std::string share(double part, double whole, const Marks& marks) {
  if (!(whole > 0)) return "";
  const double percent = 100 * part / whole;
  const std::string sign = marks.thousands == Marks{}.thousands ? " %" : "\u00a0%";
  if (percent < 1) return "under 1" + sign;
  if (percent > 99 && percent < 100) return "over 99" + sign;
  return fmt::format("{:.0f}", percent) + sign;
}

}  // namespace text
}  // namespace cordon
