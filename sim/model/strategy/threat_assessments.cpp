#include "sim/model/strategy/threat_assessments.hpp"

#include <algorithm>
#include <numeric>

#include "sim/engine/elementary.hpp"

namespace cordon::threat_assessments {
namespace {

constexpr Duration longest_delay = 24h * 365;                // no copy comes later
constexpr double least_attention = 0.5, most_attention = 2;  // assumed

// Probability that a control finds the goods, over all techniques alike: what trials tell.
double found_when_controlled(std::size_t commodity, const Setup& setup) {
  if (setup.techniques.empty()) return 1;
  const double concealed = setup.commodities[commodity].concealed_share;
  double sum = 0;
  for (const TechniqueSetup& t : setup.techniques)
    sum += (1 - concealed) * t.bulky[commodity] + concealed * t.concealed[commodity];
  return sum / static_cast<double>(setup.techniques.size());
}

// The map grows with the seizures of a year, not of all the time.
void forget_old(Assessors& self, Time now) {
  std::erase_if(self.seen,
                [&](const auto& seizure) { return seizure.second < now - longest_delay; });
  self.prune_at = 2 * self.seen.size() + 1000;
}

}  // namespace

Assessors make(const Setup& setup, Agenda<DeskEvent>& agenda) {
  Assessors made;
  const std::size_t commodities = setup.commodities.size();
  for (std::uint16_t a = 0; a < setup.assessments.size(); ++a) {
    made.of.push_back({std::vector<double>(commodities), std::vector<double>(commodities), {}});
    agenda.future.schedule(start_of_run + setup.assessments[a].spec.first, agenda.next_order(),
                           AssessmentDue{{a}});
  }
  return made;
}

void on(const ReportReceived& event, Assessors& self, Time now, const Setup& setup) {
  if (self.of.empty()) return;
  const SeizureReport& report = event.report;
  if (self.seen.size() >= self.prune_at) forget_old(self, now);
  const bool first = self.seen.try_emplace({report.crossing, report.number}, now).second;
  const double harm = setup.commodities[report.goods.value].harm_weight;
  for (Assessor& assessor : self.of) {
    assessor.copies[report.goods.value] += harm;
    if (first) assessor.seizures[report.goods.value] += harm;
  }
}

std::vector<double> shares(const Assessor& seen, AssessmentData data, const Setup& setup) {
  std::vector<double> shares = data == AssessmentData::copies ? seen.copies : seen.seizures;
  if (data == AssessmentData::rates)
    for (std::size_t c = 0; c < shares.size(); ++c)
      if (const double p = found_when_controlled(c, setup); p > 0) shares[c] /= p;
  const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
  if (all > 0)
    for (double& share : shares) share /= all;
  return shares;
}

std::vector<double> attention(const std::vector<double>& shares, double follows) {
  const double n = static_cast<double>(shares.size());
  std::vector<double> attention;
  for (const double share : shares) {
    const double raised = share > 0     ? elementary::exp(follows * elementary::log(n * share))
                          : follows > 0 ? 0
                                        : 1;
    attention.push_back(std::clamp(raised, least_attention, most_attention));
  }
  return attention;
}

void on(const AssessmentDue& event, Assessors& self, DeskStep step) {
  const AssessmentSpec& spec = step.setup.assessments[event.assessment.value].spec;
  Assessor& assessor = self.of[event.assessment.value];
  assessor.shares = shares(assessor, spec.data, step.setup);
  std::fill(assessor.copies.begin(), assessor.copies.end(), 0);
  std::fill(assessor.seizures.begin(), assessor.seizures.end(), 0);
  step.schedule(spec.takes, AssessmentMade{event.assessment});
  step.schedule(spec.every, event);
}

// Without any report there is nothing to say.
void on(const AssessmentMade& event, Assessors& self, DeskStep step) {
  const AssessmentSpec& spec = step.setup.assessments[event.assessment.value].spec;
  const auto& said = self.of[event.assessment.value].shares;
  if (spec.follows > 0 && std::any_of(said.begin(), said.end(), [](double s) { return s > 0; }))
    self.attention = attention(said, spec.follows);
}

}  // namespace cordon::threat_assessments
