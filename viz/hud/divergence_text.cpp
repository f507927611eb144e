#include "viz/hud/divergence_text.hpp"

#include <fmt/format.h>

#include "viz/hud/row_text.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz {
namespace {

std::string told(const std::optional<trace::Row>& row, const trace::Header& header,
                 const Calendar& calendar, bool truth, const Words& words) {
  if (!row) return words.at_the_end;
  const std::string text = row_text(*row, header, truth && header.truth);
  return moment_text(time_of(*row), calendar) + "  " + (text.empty() ? words.hidden_row : text);
}

}  // namespace

std::string divergence_text(const std::optional<Divergence>& divergence, const std::string& one,
                            const trace::Header& header, const std::string& other,
                            const trace::Header& other_header, const Calendar& calendar, bool truth,
                            const Words& words) {
  if (!divergence) return words.never_part;
  return fmt::format("{} {}.\n{}: {}\n{}: {}", words.same_until,
                     moment_text(divergence->time, calendar), one,
                     told(divergence->row, header, calendar, truth, words), other,
                     told(divergence->other, other_header, calendar, truth, words));
}

}  // namespace cordon::viz
