#include "analysis/sweep/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cordon {
namespace {

double size_of(const RankedFactor& ranked, const std::string& index) {
  const auto found = ranked.indices.find(index);
  const double size = found == ranked.indices.end() ? NAN : std::abs(found->second.estimate);
  return std::isnan(size) ? -1 : size;
}

}  // namespace

ShownIndices shown_of(DesignMethod method) {
  if (method == DesignMethod::morris)
    return {
        "mu_star",
        {"mu", "sigma"},
        "mu_star: mean size of what a factor changes over its range, in the measure's unit; mu: "
        "with its sign; sigma: how much that differs from place to place.",
        true};
  if (method == DesignMethod::saltelli)
    return {"total",
            {"first_order"},
            "Shares of the variance between designs: total: of a factor with all its interactions; "
            "first_order: by itself."};
  if (method == DesignMethod::one_at_a_time)
    return {"width",
            {"lowest", "at_lowest", "highest", "at_highest"},
            "width: how far the measure moves while one factor goes from end to end and the others "
            "are as the scenario says.",
            true};
  return {"src",
          {"srrc"},
          "src: standardised regression coefficient: standard deviations that the measure changes "
          "with one of the factor; srrc: the same of ranks."};
}

std::vector<RankedFactor> ranked_factors(const Sensitivity& found, const std::string& index) {
  std::vector<RankedFactor> ranked;
  for (const SensitivityIndex& i : found.indices) {
    if (i.factor < 0 || i.other >= 0) continue;
    const auto factor = static_cast<std::size_t>(i.factor);
    if (ranked.empty() || ranked.back().factor != factor) ranked.push_back({factor, {}});
    ranked.back().indices.emplace(i.index, i.value);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [&](const auto& a, const auto& b) {
    return size_of(a, index) > size_of(b, index);
  });
  return ranked;
}

bool varies(const std::vector<RankedFactor>& ranked, const std::string& index) {
  return std::any_of(ranked.begin(), ranked.end(),
                     [&](const RankedFactor& f) { return size_of(f, index) > 0; });
}

std::string estimate_text(const BootstrapEstimate& e, bool has_unit, const text::Marks& marks) {
  const double half = (e.high - e.low) / 2;
  if (!has_unit) return text::number(e.estimate, 2, marks);
  if (!std::isnan(half)) return text::number(e.estimate, text::decimals(half, e.estimate), marks);
  if (std::isnan(e.estimate)) return "n/a";
  const std::string size = fmt::format("{:.3g}", std::abs(e.estimate));
  return e.estimate < 0 ? std::string(marks.minus) + size : size;
}

std::string interval_text(const BootstrapEstimate& e, bool has_unit, const text::Marks& marks) {
  if (std::isnan(e.low)) return "";
  if (!has_unit) return text::range(e.low, e.high, 2, marks);
  return text::range(e.low, e.high, text::decimals((e.high - e.low) / 2, e.estimate), marks);
}

std::string response_name(const Experiment& experiment, const Response& r) {
  const std::string& measure = experiment.measures()[r.measure].name;
  const std::string& unit = std::string(experiment.measures()[r.measure].measure->unit);
  std::string text = measure + (unit == "1" || unit.empty() ? "" : ", " + unit);
  if (r.is_difference)
    return text + fmt::format(", {} less {}", experiment.scenarios()[r.scenario].name,
                              experiment.scenarios()[0].name);
  return experiment.scenarios().size() > 1 ? text + ", " + experiment.scenarios()[0].name : text;
}

std::vector<std::string> reservations_of(const Sensitivity& found) {
  std::vector<std::string> told;
  for (const SensitivityIndex& i : found.indices)
    if (i.index == "r2")
      told.push_back(fmt::format("A plane explains {} of the variance.",
                                 text::rough_percent(i.value.estimate)));
  if (found.dropped > 0)
    told.push_back(fmt::format("{} of {} {} lack a run with a value and are left out.",
                               found.dropped, found.dropped + found.used, found.unit));
  return told;
}

std::string conclusion_of(const Experiment& experiment, const Sensitivity& found,
                          MeasureNames name) {
  const Response& r = found.response;
  if (!r.is_difference || experiment.spec().design.method != DesignMethod::one_at_a_time) return "";
  const std::string& variant = experiment.scenarios()[r.scenario].name;
  const std::string& baseline = experiment.scenarios()[0].name;
  const std::string measure = name(experiment.measures()[r.measure]);
  const auto now = std::find_if(found.indices.begin(), found.indices.end(),
                                [](const SensitivityIndex& i) { return i.index == "as_it_is"; });
  const bool is_higher = now->value.low > 0;
  if (!is_higher && !(now->value.high < 0))
    return fmt::format("{} in {} cannot be told from that in {}, as the scenarios are.", measure,
                       variant, baseline);
  std::vector<std::string> unless;
  for (const SensitivityIndex& i : found.indices) {
    const bool is_crossing = i.index.starts_with("break_even");
    if (!is_crossing && i.index != "undecided") continue;
    const Factor& factor = experiment.factors()[static_cast<std::size_t>(i.factor)];
    const std::string unit = factor.unit().empty() ? "" : ' ' + factor.unit();
    const int decimals = text::decimals((i.value.high - i.value.low) / 2, i.value.high);
    if (is_crossing)
      unless.push_back(
          fmt::format("{} is {} {}{}", factor.name(),
                      (i.index == "break_even_rising") == is_higher ? "below" : "above",
                      estimate_text(i.value, true), unit));
    else
      unless.push_back(fmt::format("{} is from {} to {}{}, where it cannot be told", factor.name(),
                                   text::number(i.value.low, decimals),
                                   text::number(i.value.high, decimals), unit));
  }
  const std::string claim = fmt::format("{} is {} in {} than in {}", measure,
                                        is_higher ? "higher" : "lower", variant, baseline);
  if (unless.empty()) return claim + ", and remains so at every level of each factor.";
  std::string text = claim + ", unless ";
  for (std::size_t u = 0; u < unless.size(); ++u) text += (u == 0 ? "" : ", or ") + unless[u];
  return text + '.';
}

std::string discovery_text(const Experiment& experiment, const Discovery& found) {
  std::string text =
      fmt::format("{} happens in {} of {} designs", found.name, found.of_interest, found.designs);
  if (found.dropped > 0) text += fmt::format(" ({} more have no value)", found.dropped);
  if (found.of_interest == 0 || found.of_interest == found.designs) return text + '.';
  const PrimBox& box = found.boxes[found.chosen];
  if (box.restrictions.empty()) return text + ", and no part of them stands out.";
  return text + fmt::format(
                    ": mostly where {}. {} of them lie there, and it happens in {} of the {} "
                    "designs there.",
                    words_of(box, experiment), text::percent(std::round(100 * box.coverage) / 100),
                    text::percent(std::round(100 * box.density) / 100), box.points);
}

}  // namespace cordon
