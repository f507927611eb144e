#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/compare/compare.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/shown_unit.hpp"

namespace cordon {
namespace {

/// The name of a measure within a sentence.
std::string phrase_of(const Measure& measure) {
  struct Phrase {
    std::string_view measure, words;
  };
  static constexpr std::array phrases = {
      Phrase{"wait_mean", "the mean wait"},
      Phrase{"illicit_passed", "the number of vehicles that pass with something hidden"},
      Phrase{"report_delay_mean", "the mean delay of seizure reports"},
      Phrase{"officer_hours", "officer hours"},
      Phrase{"reporting_hours", "the officer hours spent on writing"},
      Phrase{"time_in_system_mean", "the mean time from joining the line to leaving"},
      Phrase{"seizures", "the number of seizures"},
  };
  for (const Phrase& p : phrases)
    if (p.measure == measure.name) return std::string(p.words);
  return std::string(measure.name);
}

/// "better, by 12 to 21 min or about 8 %"
std::string extent_of(const Change& c) {
  const auto shown = text::shown_unit(*c.measure, std::max(std::abs(c.low), std::abs(c.high)));
  const double least = shown.factor * std::min(std::abs(c.low), std::abs(c.high));
  const double most = shown.factor * std::max(std::abs(c.low), std::abs(c.high));
  const int decimals = text::decimals_of_change(shown.factor * c.difference, least, most);
  const double part = std::abs(c.difference / c.baseline);
  return fmt::format("{}, by {}{}{}", c.verdict, text::range(least, most, decimals),
                     shown.unit == "1" ? "" : " " + shown.unit,
                     std::isfinite(part) ? " or about " + text::rough_percent(part) : "");
}

std::string sentence_of(const Comparison& comparison, int variant) {
  std::vector<std::string> clear, unclear, unknown;
  for (const Change& c : comparison.changes) {
    if (!c.primary || c.variant != variant) continue;
    const std::string what = phrase_of(*c.measure);
    if (c.verdict == "no data")
      unknown.push_back(what);
    else if (c.verdict == "not distinguishable")
      unclear.push_back(what);
    else
      clear.push_back(
          fmt::format("{} {} ({})", c.difference > 0 ? "raises" : "lowers", what, extent_of(c)));
  }
  const std::string& name = comparison.variants[static_cast<std::size_t>(variant)];
  std::vector<std::string> parts;
  if (!clear.empty()) parts.push_back(text::list(clear));
  if (!unclear.empty())
    parts.push_back(
        (clear.empty() ? "cannot be told apart from " : "it cannot be told apart from ") +
        comparison.baseline + " by " + text::list(unclear));
  if (!unknown.empty()) parts.push_back("nothing can be said of " + text::list(unknown));
  std::string sentence = name;
  const bool only_unknown = clear.empty() && unclear.empty();
  for (std::size_t i = 0; i < parts.size(); ++i)
    sentence += (i > 0 ? "; " : only_unknown ? ": " : " ") + parts[i];
  if (parts.empty()) sentence += ": no pair of replications has finished";
  return sentence + '.';
}

/// "840 for the mean wait"; "" when it cannot be told.
std::string unpaired_of(const Change& c) {
  constexpr double beyond_telling = 1e6;
  if (!c.primary || !std::isfinite(c.replications_unpaired)) return "";
  if (c.replications_unpaired > beyond_telling)
    return "more than a million for " + phrase_of(*c.measure);
  // Known to two digits at best.
  const double unit =
      std::pow(10, std::max(0.0, std::floor(std::log10(c.replications_unpaired)) - 1));
  return text::number(std::round(c.replications_unpaired / unit) * unit, 0) + " for " +
         phrase_of(*c.measure);
}

}  // namespace

std::string pairing_of(const Comparison& comparison) {
  std::vector<std::string> sentences;
  for (std::size_t v = 0; v < comparison.variants.size(); ++v) {
    std::vector<std::string> parts;
    for (const Change& c : comparison.changes)
      if (c.variant == static_cast<int>(v))
        if (const std::string part = unpaired_of(c); !part.empty()) parts.push_back(part);
    if (!parts.empty())
      sentences.push_back(
          (comparison.variants.size() > 1 ? comparison.variants[v] + ": " : std::string()) +
          text::list(parts));
  }
  if (sentences.empty()) return "";
  std::string text =
      "With luck of their own, both scenarios would have to be replicated about so often for "
      "intervals as narrow: ";
  for (std::size_t i = 0; i < sentences.size(); ++i) text += (i == 0 ? "" : "; ") + sentences[i];
  return text + '.';
}

std::string answer_of(const Comparison& comparison) {
  std::string answer = fmt::format("Compared with {}, ", comparison.baseline);
  for (std::size_t v = 0; v < comparison.variants.size(); ++v)
    answer += (v == 0 ? "" : " ") + sentence_of(comparison, static_cast<int>(v));
  return answer;
}

}  // namespace cordon
