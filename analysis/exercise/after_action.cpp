#include "analysis/exercise/after_action.hpp"

#include <algorithm>
#include <limits>

#include "sim/output/trace/catalogue.hpp"

namespace cordon {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double unix_ms(const NamedScenario& scenario, Duration since_start) {
  const auto start = scenario.reading.spec.start.time_since_epoch();
  return static_cast<double>(std::chrono::duration_cast<std::chrono::seconds>(start).count()) *
             1000 +
         seconds(since_start) * 1000;
}

std::string waits_for(const Script& script, const std::string& contingency) {
  for (const PlacedInject& inject : script.injects)
    if (inject.spec.contingency == contingency) return inject.name;
  return "";
}

InjectReview begin_review(const Script& script, const PlacedInject& inject) {
  InjectReview review;
  review.inject = inject.name;
  review.text = inject.spec.text;
  review.objective = inject.spec.objective;
  review.by = inject.spec.by;
  review.to = inject.spec.to;
  review.expected = inject.spec.expected;
  if (const auto& expects = inject.spec.expects) {
    review.event = trace::meaning_of(expects->event);
    review.place = expects->at;
  }
  review.instead_of = waits_for(script, inject.name);
  review.contingency = inject.spec.contingency;
  review.at_ms = review.deadline_ms = nothing;
  review.median = review.fastest = review.slowest = nothing;
  return review;
}

// How long each took, sorted.
void add_reactions(InjectReview& review, Duration at, const NamedScenario& scenario,
                   const Lookouts& lookouts, const Runs& runs) {
  std::vector<double> hours_taken;
  review.replications = static_cast<int>(runs.replications());
  for (std::size_t r = 0; r < runs.replications(); ++r)
    for (const Reaction& reaction : lookouts.reactions(runs.number(r))) {
      if (reaction.inject != review.inject) continue;
      review.deadline_ms = unix_ms(scenario, reaction.deadline);
      if (reaction.came) hours_taken.push_back(hours(*reaction.came - at));
    }
  review.came = static_cast<int>(hours_taken.size());
  if (hours_taken.empty()) return;
  std::sort(hours_taken.begin(), hours_taken.end());
  review.fastest = hours_taken.front();
  review.slowest = hours_taken.back();
  const std::size_t half = hours_taken.size() / 2;
  review.median = hours_taken.size() % 2 == 1 ? hours_taken[half]
                                              : (hours_taken[half - 1] + hours_taken[half]) / 2;
}

std::vector<InjectReview> reviews_of(const Injected& injected, const NamedScenario& scenario,
                                     const Lookouts& lookouts, const Runs& runs) {
  std::vector<InjectReview> reviews;
  const auto happened = [&](const std::string& name) {
    return std::any_of(injected.happenings.begin(), injected.happenings.end(),
                       [&](const Happening& h) { return h.inject == name; });
  };
  for (const Happening& happening : injected.happenings) {
    InjectReview review =
        begin_review(injected.script, inject_of(injected.script, happening.inject));
    review.at_ms = unix_ms(scenario, happening.at);
    add_reactions(review, happening.at, scenario, lookouts, runs);
    reviews.push_back(std::move(review));
  }
  for (const PlacedInject& inject : injected.script.injects)
    if (!happened(inject.name)) reviews.push_back(begin_review(injected.script, inject));
  return reviews;
}

}  // namespace

std::vector<InjectReview> review_injects(const Studied& studied,
                                         const std::vector<std::unique_ptr<Lookouts>>& lookouts,
                                         const std::vector<Runs>& runs) {
  std::vector<InjectReview> all;
  for (std::size_t s = 0; s < studied.scenarios.size(); ++s) {
    if (!studied.injected[s]) continue;
    for (InjectReview& review :
         reviews_of(*studied.injected[s], studied.scenarios[s], *lookouts[s], runs[s])) {
      review.scenario = static_cast<int>(s);
      all.push_back(std::move(review));
    }
  }
  return all;
}

}  // namespace cordon
