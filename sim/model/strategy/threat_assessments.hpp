#pragma once

// Threat assessments: what seizure reports say of what is smuggled. Whoever makes them knows only
// what has been reported: what is found easily looks larger than it is.

#include <map>
#include <utility>
#include <vector>

#include "sim/model/events.hpp"
#include "sim/model/step.hpp"

namespace cordon {

using DeskStep = Step<DeskEvent>;

/// What an assessment has seen since the last one, and what that one said.
struct Assessor {
  std::vector<double> copies, seizures;  ///< reported, by commodity
  std::vector<double> shares;  ///< of the harm, by commodity, of the last; empty: none yet
};

struct Assessors {
  std::vector<Assessor> of;  ///< as in the setup
  /// Seizures of which a copy has come in the last year, by post and number: and when the first.
  std::map<std::pair<CrossingIndex, std::uint32_t>, Time> seen;
  std::size_t prune_at = 1000;    ///< so many of these
  std::vector<double> attention;  ///< as of the last that is there; see `Board`
};

namespace threat_assessments {

[[nodiscard]] Assessors make(const Setup& setup, Agenda<DeskEvent>& agenda);

void on(const ReportReceived& event, Assessors& self, Time now, const Setup& setup);
/// Its data end here: the shares of the harm that it will tell.
void on(const AssessmentDue& event, Assessors& self, DeskStep step);
void on(const AssessmentMade& event, Assessors& self, DeskStep step);

/// Shares of the harm, by commodity.
[[nodiscard]] std::vector<double> shares(const Assessor& seen, AssessmentData data,
                                         const Setup& setup);
/// How much better or worse than usual each commodity is looked for then.
[[nodiscard]] std::vector<double> attention(const std::vector<double>& shares, double follows);

}  // namespace threat_assessments
}  // namespace cordon
