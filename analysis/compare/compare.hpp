#pragma once

// From the runs of several scenarios to a comparison with the first of them.

#include "analysis/comparison.hpp"
#include "analysis/study/simulate_all.hpp"

namespace cordon {

/// Measures that only a comparison has.
[[nodiscard]] std::span<const Measure> comparison_measures();

/// Compares every other scenario with the first, which is the baseline. Replications that not all
/// of them have are left out.
[[nodiscard]] Comparison compare(const std::vector<NamedScenario>& scenarios,
                                 const Simulated& simulated, const Plan& plan);

// Its parts.

/// Primary measures first, with Bonferroni; then the measures of the whole, and those of crossings,
/// lines and commodities, with Holm in each of these groups.
[[nodiscard]] std::vector<Change> changes_of(const std::vector<NamedScenario>& scenarios,
                                             const std::vector<Runs>& runs);
/// What the primary measures say, in a sentence for each variant.
[[nodiscard]] std::string answer_of(const Comparison& comparison);
/// How many replications common luck has saved, for each primary measure; "" when unknown.
[[nodiscard]] std::string pairing_of(const Comparison& comparison);
[[nodiscard]] std::vector<QueueLine> queues_of(const std::vector<NamedScenario>& scenarios,
                                               const std::vector<Runs>& runs);
/// Where vehicles spend their time: what is lost and what is service, over all crossings of a kind
/// of traffic and at each, and what is lost at each stage.
/// @param scenarios  one or more; the first is the baseline
[[nodiscard]] std::vector<TimeUse> times_of(const std::vector<NamedScenario>& scenarios,
                                            const std::vector<Runs>& runs);
/// What was counted while the scenarios run, as the first of them that has any says.
[[nodiscard]] std::vector<ObservedQueue> observed_of(const std::vector<NamedScenario>& scenarios);
[[nodiscard]] std::vector<AssumedParameter> assumptions_of(
    const std::vector<NamedScenario>& scenarios);
/// What their joint operations came to.
[[nodiscard]] std::vector<Debriefing> debriefings_of(const std::vector<NamedScenario>& scenarios,
                                                     const std::vector<Runs>& runs);
/// Its name for people.
[[nodiscard]] std::string label_of(const OperationSetup& plan);
[[nodiscard]] std::vector<Window> operations_of(const std::vector<NamedScenario>& scenarios);
[[nodiscard]] std::vector<std::string> warnings_of(const std::vector<NamedScenario>& scenarios,
                                                   const Simulated& simulated, const Plan& plan,
                                                   const std::vector<Change>& changes);
/// What people call the crossings, by name; those without a label of their own are left out.
[[nodiscard]] std::map<std::string, std::string> labels_of(const NamedScenario& scenario);
/// What was unfinished at the end, in a sentence.
[[nodiscard]] std::string unfinished_of(const NamedScenario& scenario, const Runs& runs);

/// The mean wait of one class in one direction, wherever it crosses.
[[nodiscard]] bool is_traffic_wait(const Change& change);
/// The mean wait of lorries at one crossing, in one direction.
[[nodiscard]] bool is_crossing_wait(const Change& change);
/// The change of a measure over the whole; null when there is none.
[[nodiscard]] const Change* find_change(const std::vector<Change>& changes, int variant,
                                        std::string_view measure, const Labels& labels = {});

}  // namespace cordon
