#include "analysis/results/parting.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/output/trace/reader.hpp"

namespace cordon {

std::optional<Time> first_difference(const std::filesystem::path& one,
                                     const std::filesystem::path& other) {
  trace::Reader a(one), b(other);
  trace::Row row, of_other;
  for (;;) {
    const bool more = a.next(row), more_of_other = b.next(of_other);
    if (!more && !more_of_other) return std::nullopt;
    if (more && more_of_other && row == of_other) continue;
    if (!more || (more_of_other && of_other.time < row.time)) row = of_other;
    return Time{Duration{row.time}};
  }
}

std::string at_text(Time moment) {
  using namespace std::chrono;
  const auto all = floor<minutes>(moment - start_of_run).count();
  std::string text;
  const auto add = [&](std::int64_t count, const char* unit) {
    if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : " ", count, unit);
  };
  add(all / 1440, "d");
  add(all % 1440 / 60, "h");
  add(all % 60, "min");
  return text.empty() ? "0 h" : text;
}

}  // namespace cordon
