// What is decided for years.

#include <fmt/format.h>

#include "sim/scenario/check/check.hpp"

namespace cordon {

namespace {

constexpr int most_machines = 1000;

void check_programmes(const Scenario& s, Problems& problems) {
  for (const auto& [name, programme] : s.programme)
    if (const double price = s.equipment.at(programme.equipment).price; price <= 0)
      problems.at(path_of({"programme", name, "equipment"}),
                  fmt::format("is '{}', which costs nothing; expected a kind with a price",
                              programme.equipment));
    else if (programme.budget / price > most_machines)
      problems.at(
          path_of({"programme", name, "budget"}),
          fmt::format("buys more than {} machines at a time; expected less", most_machines));
}

void check_training(const Scenario& s, Problems& problems) {
  for (const auto& [name, training] : s.training_needs)
    if (training.every < training.length)
      problems.at(path_of({"training_needs", name, "every"}),
                  "is shorter than the courses; expected at least `length`");
}

void check_review(const ReviewSpec& review, const Scenario& s, Problems& problems) {
  if ((!review.at_least.empty() || !review.at_most.empty()) && s.record.period == Duration::zero())
    problems.at("review", "has targets, and nothing is measured by period; expected record.period");
}

}  // namespace

void check_strategy(const Scenario& s, Problems& problems) {
  check_programmes(s, problems);
  check_training(s, problems);
  if (s.review) check_review(*s.review, s, problems);
  for (const auto& [name, assessment] : s.assessment) {
    if (assessment.first >= s.length)
      problems.at(path_of({"assessment", name, "first"}),
                  "lies beyond the end of the run; expected less than `length`");
    if (assessment.takes > assessment.every)
      problems.at(path_of({"assessment", name, "takes"}),
                  "is longer than `every`; expected to be there before the next one");
    if (assessment.follows > 0 && s.selection.engine != RiskEngine::binormal)
      problems.at(path_of({"assessment", name, "follows"}),
                  "is above 0, and the engine has no scores that could follow; expected 0, or "
                  "selection.engine = \"binormal\"");
  }
}

}  // namespace cordon
