// What the ledger kept of each place, put together.

#include <algorithm>
#include <cmath>

#include "sim/output/ledger.hpp"
#include "sim/output/recorder/recorder.hpp"

namespace cordon {
namespace {

CrossingIndex nth(std::size_t crossing) { return {static_cast<std::uint16_t>(crossing)}; }

}  // namespace

double AssessmentTally::bias() const {
  double off = 0;
  for (std::size_t c = 0; c < told.size(); ++c) off += std::abs(told[c] - truth[c]);
  return off / 2;
}

Details Ledger::details(const Recorder& recorder) const {
  Details details;
  details.assessments = recorder.assessments();
  details.operations = operations_.operations();
  for (const GroupHistory& history : groups_) details.groups.push_back(history);
  for (std::size_t c = 0; c < posts_.size(); ++c) {
    tell_seizures(c, recorder, details);
    tell_hours(c, recorder, details);
    tell_machines(c, details);
    tell_groups(c, details);
  }
  mail_.tell(details);
  details.cases = cases_.cases();
  std::stable_sort(details.seizures.begin(), details.seizures.end(),
                   [](const Seizure& a, const Seizure& b) { return a.at < b.at; });
  return details;
}

void Ledger::tell_seizures(std::size_t crossing, const Recorder& recorder, Details& details) const {
  const auto& known = recorder.desk().first_known[crossing];
  for (const auto& [seizure, number] : posts_[crossing].seizures) {
    details.seizures.push_back(seizure);
    if (number <= known.size()) details.seizures.back().known = known[number - 1];
  }
}

void Ledger::tell_hours(std::size_t crossing, const Recorder& recorder, Details& details) const {
  for (const Crew& crew : posts_[crossing].crews) {
    Account hours;
    for (const Account& a : recorder.posts()[crossing].crews)
      if (a.home == crew.who.home && a.crew == crew.who.crew && a.operation == crew.who.operation)
        hours = a;
    const Int128 before = hours.of(Activity::travelling) - crew.travel;  // measuring began
    hours.spent[static_cast<std::size_t>(Activity::travelling)] -= before;
    hours.rostered -= before;
    details.crews.push_back({nth(crossing), crew.who, hours});
    if (crew.who.operation) details.operations[crew.who.operation.value].on_duty += hours.on_duty();
  }
}

void Ledger::tell_machines(std::size_t crossing, Details& details) const {
  for (std::uint16_t e = 0; e < posts_[crossing].machines.size(); ++e) {
    const Machines& m = posts_[crossing].machines[e];
    const Int128 present = m.present.total(ended_).value_microseconds;
    const Int128 working = m.working.total(ended_).value_microseconds;
    const Int128 in_use = m.in_use.total(ended_).value_microseconds;
    if (present > 0 || m.vehicles > 0)
      details.machines.push_back({nth(crossing), {e}, m.vehicles, present, working, in_use});
  }
}

void Ledger::tell_groups(std::size_t crossing, Details& details) const {
  for (std::size_t g = 0; g < details.groups.size(); ++g) {
    const GroupAtPost& here = posts_[crossing].groups[g];
    GroupAtPost& told = details.groups[g].at[crossing];
    told.lost = here.lost;
    told.passed = here.passed;
    told.refused = here.refused;
  }
}

}  // namespace cordon
