#include "viz/hud/reaction_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/output/trace/catalogue.hpp"
#include "viz/hud/row_text.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz {

std::string expected_event_text(const ExpectSpec& expects, const trace::Header& header) {
  std::string details;
  const auto add = [&](const std::string& detail) {
    details += (details.empty() ? "" : ", ") + detail;
  };
  const auto place = std::find_if(header.places.begin(), header.places.end(),
                                  [&](const auto& p) { return p.name == expects.at; });
  if (place != header.places.end())
    add(place_label(static_cast<std::uint16_t>(place - header.places.begin()), header));
  for (const auto& [field, value] : expects.where) add(spaced(field) + ' ' + spaced(value));
  const std::string event(trace::meaning_of(expects.event));
  return details.empty() ? event : fmt::format("{} ({})", event, details);
}

std::string reaction_text(const InjectThen& inject, Time now, const trace::Header& header,
                          const Calendar& calendar, const Words& words) {
  const std::string event = expected_event_text(*inject.says.expects, header);
  const auto at = [&](Duration since) { return moment_text(start_of_run + since, calendar); };
  if (inject.has_come(now))
    return fmt::format("{}: {} {}", event, words.came, at(*inject.reaction->came));
  if (inject.is_overdue(now)) return fmt::format("{}: {}", event, words.did_not_come);
  return fmt::format("{}: {} {}", event, words.is_awaited, at(inject.reaction->deadline));
}

std::string contingency_text(const InjectThen& inject, Time now, const Words& words) {
  if (inject.otherwise.empty()) return "";
  return fmt::format("{}: {}", inject.has_come(now) ? words.not_needed : words.if_not,
                     inject.otherwise);
}

std::string why_text(const InjectThen& inject, std::span<const InjectThen> all,
                     const InjectThen* before, const trace::Header& header, const Words& words) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const InjectThen& other) {
    return other.name == inject.instead_of;
  });
  if (found == all.end()) return "";
  if (before && before->name == inject.instead_of) return std::string(words.since_not) + ':';
  return fmt::format("{}: {}", words.since_not, expected_event_text(*found->says.expects, header));
}

}  // namespace cordon::viz
