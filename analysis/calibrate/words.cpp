#include "analysis/calibrate/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/text/labels.hpp"
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

std::string basis_of(const Experiment& experiment, const Observations& observations,
                     const Calibration& found) {
  std::set<const Evaluated*> points;
  for (const Trial& trial : found.trials) points.insert(trial.evaluated.get());
  return fmt::format("Fitted to {}: {} of {}, {} of each under the same luck.",
                     text::counted(observations.all().size(), "observation"),
                     text::counted(points.size(), "point"),
                     text::counted(experiment.factors().size(), "factor"),
                     text::counted(experiment.spec().replications, "replication"));
}

std::vector<std::string> warnings_of(const Calibration& found) {
  std::vector<std::string> warnings;
  // Within twice what luck makes of them residuals are no news.
  if (found.excess > 2)
    warnings.push_back(fmt::format(
        "What remains is {:.2g} times as large as luck explains: the model errs by more than its "
        "luck, and the intervals are that much wider.",
        found.excess));
  if (!found.has_converged)
    warnings.emplace_back("The search has used all of its evaluations; more may bring it nearer.");
  return warnings;
}

std::string name_of(const Series& series) {
  if (!series.is_queue()) return series.name;
  return fmt::format("{}: {}, {}", series.crossing, text::vehicles_of(series.vehicle_class),
                     series.direction);
}

std::string told_words(FitStatus status) {
  switch (status) {
    case FitStatus::fitted:
      return "fitted";
    case FitStatus::at_low_end:
      return "at the low end of its range";
    case FitStatus::at_high_end:
      return "at the high end of its range";
    case FitStatus::silent:
      return "the observations say nothing of it";
    case FitStatus::combined:
      return "known in combination with others alone";
  }
  return "";
}

std::string no_forecasts_text(const FitForecasts& forecasts) {
  return fmt::format("No forecasts: {}.", forecasts.none_because);
}

std::string whether_it_helps(const FitForecasts& forecasts) {
  using forecast::Method;
  const auto& lines = forecasts.judged.lines;
  const auto nearer = std::count_if(lines.begin(), lines.end(), [](const auto& line) {
    return line.mean_error(Method::simulation) < line.mean_error(Method::unfitted);
  });
  return fmt::format(
      "At {} of {} the fitted values forecast better than what the scenario said before.", nearer,
      text::counted(lines.size(), "queue"));
}

text::ShownUnit shown_unit_of(const Factor& factor) {
  constexpr double minute = 60, hour = 3600, enough = 2;
  const double largest = std::max(std::abs(factor.low()), std::abs(factor.high()));
  if (factor.unit() != "s" || largest < enough * minute) return {factor.unit(), 1};
  if (largest < enough * hour) return {"min", 1 / minute};
  return {"h", 1 / hour};
}

}  // namespace cordon
