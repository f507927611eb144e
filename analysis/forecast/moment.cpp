#include "analysis/forecast/moment.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/results/csv.hpp"

namespace cordon::forecast {
namespace {

using std::chrono::sys_days;

/// Takes pieces from the beginning of a text.
class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {}

  /// A number of just so many digits, from `low` to `high`.
  int number(std::size_t digits, int low, int high) {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const bool is_digit = i < text_.size() && text_[i] >= '0' && text_[i] <= '9';
      if (!is_digit) return fail();
      value = 10 * value + (text_[i] - '0');
    }
    text_.remove_prefix(digits);
    return value < low || value > high ? fail() : value;
  }
  bool take(std::string_view any_of) {
    if (text_.empty() || any_of.find(text_.front()) == std::string_view::npos) return false;
    last_ = text_.front();
    text_.remove_prefix(1);
    return true;
  }
  void expect(std::string_view any_of) {
    if (!take(any_of)) fail();
  }
  [[nodiscard]] char last() const { return last_; }
  [[nodiscard]] bool is_over() const { return text_.empty(); }
  [[nodiscard]] bool is_good() const { return is_good_; }

 private:
  int fail() {
    is_good_ = false;
    text_ = {};
    return 0;
  }
  std::string_view text_;
  char last_ = 0;
  bool is_good_ = true;
};

std::chrono::year_month scan_month(Scan& scan) {
  const int year = scan.number(4, 1971, 2099);
  scan.expect("-");
  const int month = scan.number(2, 1, 12);
  return std::chrono::year{year} / month;
}

std::optional<sys_days> scan_date(Scan& scan) {
  const std::chrono::year_month month = scan_month(scan);
  scan.expect("-");
  const auto date = month / scan.number(2, 1, 31);
  if (!scan.is_good() || !date.ok()) return std::nullopt;
  return sys_days{date};
}

/// Since midnight.
Duration scan_clock(Scan& scan) {
  const int hour = scan.number(2, 0, 23);
  scan.expect(":");
  const int minute = scan.number(2, 0, 59);
  const int second = scan.take(":") ? scan.number(2, 0, 59) : 0;
  return hour * 1h + minute * 1min + second * 1s;
}

}  // namespace

std::optional<sys_days> parse_date(std::string_view text) {
  Scan scan(text);
  const auto date = scan_date(scan);
  return scan.is_over() ? date : std::nullopt;
}

std::optional<std::chrono::year_month> parse_month(std::string_view text) {
  Scan scan(text);
  const auto month = scan_month(scan);
  if (!scan.is_good() || !scan.is_over()) return std::nullopt;
  return month;
}

std::optional<double> parse_moment(std::string_view text, const PostClock& clock) {
  Scan scan(text);
  const auto date = scan_date(scan);
  if (!date) return std::nullopt;
  scan.expect("T ");
  const Duration of_day = scan_clock(scan);
  if (scan.is_good() && scan.is_over()) return clock.hour_of(*date, of_day);
  Duration offset{0};
  if (!scan.take("Z")) {
    scan.expect("+-");
    const int sign = scan.last() == '-' ? -1 : 1;
    offset = scan.number(2, 0, 14) * 1h;
    scan.expect(":");
    offset = sign * (offset + scan.number(2, 0, 59) * 1min);
  }
  if (!scan.is_good() || !scan.is_over()) return std::nullopt;
  return hours(date->time_since_epoch() + of_day - offset);
}

std::chrono::sys_seconds moment_of(double hour) {
  return std::chrono::sys_seconds{std::chrono::seconds{std::llround(hour * 3600)}};
}

std::string moment_text(double hour) { return time_text(moment_of(hour)); }

std::string date_text(sys_days day) { return time_text(day).substr(0, 10); }

}  // namespace cordon::forecast
