#pragma once

// The words by which the outputs call what has a few kinds: the same as in a scenario.

#include <array>
#include <string_view>

#include "sim/model/letters.hpp"
#include "sim/output/details.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon {
namespace words {
template <class Enum, std::size_t n>
[[nodiscard]] constexpr std::string_view nth(const std::array<std::string_view, n>& words, Enum e) {
  return words[static_cast<std::size_t>(e)];
}
inline constexpr std::array<std::string_view, 5> channels = {"green", "yellow", "orange", "red",
                                                             "blue"};
inline constexpr std::array<std::string_view, 4> controls = {"none", "documents", "scan", "search"};
inline constexpr std::array<std::string_view, 4> stage_activities = {
    "waiting", "in_service", "waiting_for_papers", "blocked"};
inline constexpr std::array<std::string_view, 7> messages = {
    "report", "request", "answer", "warning", "alert", "picture", "referral"};
inline constexpr std::array<std::string_view, 9> exchange_kinds = {
    "report",    "inquiry", "warning",  "alert", "intelligence",
    "expertise", "images",  "referral", "permit"};
inline constexpr std::array<std::string_view, 4> case_steps = {"assessment", "permission",
                                                               "preparation", "operation"};
inline constexpr std::array<std::string_view, 5> case_outcomes = {
    "no_lead", "refused", "not_approved", "failed", "solved"};
inline constexpr std::array<std::string_view, 4> asides = {"no", "expert", "permit", "fled"};
inline constexpr std::array<std::string_view, 3> cooperation = {"separate", "one_stop",
                                                                "co_located"};
}  // namespace words

[[nodiscard]] constexpr std::string_view name_of(Channel c) {
  return words::nth(words::channels, c);
}
[[nodiscard]] constexpr std::string_view name_of(StageActivity a) {
  return words::nth(words::stage_activities, a);
}
[[nodiscard]] constexpr std::string_view name_of(ControlKind c) {
  return words::nth(words::controls, c);
}
[[nodiscard]] constexpr std::string_view name_of(MessageKind m) {
  return words::nth(words::messages, m);
}
[[nodiscard]] constexpr std::string_view name_of(ExchangeKind k) {
  return words::nth(words::exchange_kinds, k);
}
[[nodiscard]] constexpr std::string_view name_of(CaseStep s) {
  return words::nth(words::case_steps, s);
}
[[nodiscard]] constexpr std::string_view name_of(CaseOutcome o) {
  return words::nth(words::case_outcomes, o);
}
[[nodiscard]] constexpr std::string_view name_of(CooperationMode m) {
  return words::nth(words::cooperation, m);
}

}  // namespace cordon
