#include "analysis/calibrate/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

std::vector<std::string> names_of(const Calibration& found, const Experiment& experiment,
                                  FitStatus status) {
  std::vector<std::string> names;
  for (std::size_t f = 0; f < found.factors.size(); ++f)
    if (found.factors[f].status == status) names.push_back(experiment.factors()[f].name());
  return names;
}

std::string of_the_end(const std::vector<std::string>& names, const char* end) {
  const bool one = names.size() == 1;
  return fmt::format(
      "{} {} at the {} end of {} range{}: the range may be too narrow, or the model "
      "errs elsewhere.",
      text::list(names), one ? "is" : "are", end, one ? "its" : "their", one ? "" : "s");
}

}  // namespace

std::vector<int> members_of(const UnknownDirection& direction) {
  constexpr double worth_naming = 0.1;  // of the greatest
  const double greatest = direction.weights.cwiseAbs().maxCoeff();
  std::vector<int> members;
  for (int f = 0; f < direction.weights.size(); ++f)
    if (std::abs(direction.weights[f]) >= worth_naming * greatest) members.push_back(f);
  std::stable_sort(members.begin(), members.end(), [&](int a, int b) {
    return std::abs(direction.weights[a]) > std::abs(direction.weights[b]);
  });
  return members;
}

std::string words_of(const UnknownDirection& direction, const Experiment& experiment) {
  const std::vector<int> members = members_of(direction);
  const auto name = [&](int f) { return experiment.factors()[static_cast<std::size_t>(f)].name(); };
  if (members.size() == 1)
    return fmt::format(
        "The observations say next to nothing of {} once the other factors are to be "
        "told as well.",
        name(members.front()));
  const double sign = direction.weights[members.front()];
  std::vector<std::string> names, others;
  for (const int f : members) {
    names.push_back(name(f));
    if (f != members.front())
      others.push_back(
          fmt::format("a {} {}", direction.weights[f] * sign > 0 ? "higher" : "lower", name(f)));
  }
  return fmt::format("Of {} a combination alone is known: a higher {} with {} looks the same.",
                     text::list(names), names.front(), text::list(others));
}

std::vector<std::string> limits_of(const Calibration& found, const Experiment& experiment) {
  std::vector<std::string> all;
  const auto silent = names_of(found, experiment, FitStatus::silent);
  if (!silent.empty())
    all.push_back(fmt::format("The observations say nothing of {}.", text::list(silent)));
  for (const UnknownDirection& direction : found.unknown)
    all.push_back(words_of(direction, experiment));
  auto held = names_of(found, experiment, FitStatus::combined);
  held.insert(held.end(), silent.begin(), silent.end());
  if (!held.empty())
    all.push_back(fmt::format("{} left as the scenario says; what is fitted holds for {}.",
                              text::list(held) + (held.size() == 1 ? " is" : " are"),
                              held.size() == 1 ? "that value" : "these values"));
  const auto low = names_of(found, experiment, FitStatus::at_low_end);
  const auto high = names_of(found, experiment, FitStatus::at_high_end);
  if (!low.empty()) all.push_back(of_the_end(low, "low"));
  if (!high.empty()) all.push_back(of_the_end(high, "high"));
  return all;
}

text::ShownUnit shown_unit_of(const Factor& factor) {
  constexpr double minute = 60, hour = 3600, enough = 2;
  const double largest = std::max(std::abs(factor.low()), std::abs(factor.high()));
  if (factor.unit() != "s" || largest < enough * minute) return {factor.unit(), 1};
  if (largest < enough * hour) return {"min", 1 / minute};
  return {"h", 1 / hour};
}

}  // namespace cordon
