#include "sim/output/recorder/tally.hpp"

#include <algorithm>

namespace cordon {

void IllicitTally::merge(const IllicitTally& o) {
  attempts += o.attempts;
  seizures += o.seizures;
  referrals += o.referrals;
  arrests += o.arrests;
  sanction_refusals += o.sanction_refusals;
  passed += o.passed;
  refused += o.refused;
  in_system += o.in_system;
  seized_mass_kg += o.seized_mass_kg;
}

void LineTally::merge(const LineTally& o) {
  arrivals += o.arrivals;
  crossed += o.crossed;
  balked += o.balked;
  diverted += o.diverted;
  transit += o.transit;
  entry_summaries += o.entry_summaries;
  referred += o.referred;
  ordered += o.ordered;
  loading_refused += o.loading_refused;
  record_hits += o.record_hits;
  false_record_hits += o.false_record_hits;
  profile_controls += o.profile_controls;
  profile_detections += o.profile_detections;
  operation_checks += o.operation_checks;
  double_checks += o.double_checks;
  gave_up += o.gave_up;
  missed += o.missed;
  at_start += o.at_start;
  at_end += o.at_end;
  controls += o.controls;
  legal_controls += o.legal_controls;
  legal_chosen += o.legal_chosen;
  chosen += o.chosen;
  document_checks += o.document_checks;
  scans += o.scans;
  searches += o.searches;
  wait.merge(o.wait);
  in_system.merge(o.in_system);
  wait_quantiles.merge(o.wait_quantiles);
  queue_most = std::max(queue_most, o.queue_most);
  queue_total.value_microseconds += o.queue_total.value_microseconds;
  busy_total.value_microseconds += o.busy_total.value_microseconds;
  open_total.value_microseconds += o.open_total.value_microseconds;
  delay_cost_micro_cents += o.delay_cost_micro_cents;
  illicit.resize(std::max(illicit.size(), o.illicit.size()));
  for (std::size_t c = 0; c < o.illicit.size(); ++c) illicit[c].merge(o.illicit[c]);
}

void TerminalTally::merge(const TerminalTally& o) {
  lots += o.lots;
  lots_left += o.lots_left;
  lots_at_end += o.lots_at_end;
  unloaded += o.unloaded;
  picked_up += o.picked_up;
  yard_at_start += o.yard_at_start;
  yard_at_end += o.yard_at_end;
  yard_most = std::max(yard_most, o.yard_most);
  lot_wait.merge(o.lot_wait);
  turnaround.merge(o.turnaround);
  yard_total.value_microseconds += o.yard_total.value_microseconds;
  storage_cents += o.storage_cents;
}

void PostTally::merge(const PostTally& o) {
  for (std::size_t a = 0; a < authorities; ++a) {
    officers_total[a].value_microseconds += o.officers_total[a].value_microseconds;
    overtime[a] += o.overtime[a];
    travel[a] += o.travel[a];
  }
  reporting += o.reporting;
  auditing += o.auditing;
  cents_total.value_microseconds += o.cents_total.value_microseconds;
  extra_cents += o.extra_cents;
  purchase_cents += o.purchase_cents;
  reports_sent += o.reports_sent;
  reports_lost += o.reports_lost;
  trainings += o.trainings;
  messages += o.messages;
  messages_lost += o.messages_lost;
  answered += o.answered;
  answered_in_time += o.answered_in_time;
  forms_issued += o.forms_issued;
  forms_taken_up += o.forms_taken_up;
  audits += o.audits;
  audit_findings += o.audit_findings;
  goods_held += o.goods_held;
  released_after_holding += o.released_after_holding;
  held.merge(o.held);
  fled += o.fled;
  caught += o.caught;
  deliveries += o.deliveries;
  deliveries_lost += o.deliveries_lost;
  cases_opened += o.cases_opened;
  cases_closed += o.cases_closed;
  cases_solved += o.cases_solved;
  investigating += o.investigating;
}

void InboxTally::merge(const InboxTally& o) {
  lost += o.lost;
  checks += o.checks;
  hits += o.hits;
  delay.merge(o.delay);
  busy_total.value_microseconds += o.busy_total.value_microseconds;
}

void GroupTally::merge(const GroupTally& o) {
  planned += o.planned;
  postponed += o.postponed;
  deterred += o.deterred;
  disrupted += o.disrupted;
  intelligence += o.intelligence;
  struck += o.struck;
  for (const auto& [line, vehicles] : o.sent) sent[line] += vehicles;
}

}  // namespace cordon
