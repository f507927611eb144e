// What the recorder counts of information: entry summary declarations, reports, messages, forms.

#include "sim/model/cooperation/messages.hpp"
#include "sim/output/recorder/recorder.hpp"

namespace cordon {

void Recorder::observe(const EntrySummaryLodged& e, const Crossing& here, Time) {
  ++line_of(here.vehicles[e.vehicle], here).entry_summaries;
}

void Recorder::observe(const EntrySummaryReferred& e, const Crossing& here, Time) {
  ++line_of(here.vehicles[e.vehicle], here).referred;
}

void Recorder::observe(const ControlOrdered& e, const Crossing& here, Time) {
  ++line_of(here.vehicles[e.vehicle], here).ordered;
}

// An attempt that ends before it comes to the border.
void Recorder::observe(const LoadingRefused& e, const Crossing& here, Time) {
  LineTally& line = line_of(here.vehicles[e.vehicle], here);
  ++line.loading_refused;
  const Shipment& hidden = here.hold.of(e.vehicle);
  if (!hidden.illicit()) return;
  ++line.illicit[hidden.commodity.value].attempts;
  ++line.illicit[hidden.commodity.value].refused;
}

void Recorder::observe(const ReferralBegan&, const Desk&, Time now) {
  targeting_.busy.change(now, 1);
}

void Recorder::observe(const ReferralEnded&, const Desk&, Time now) {
  targeting_.busy.change(now, -1);
}

void Recorder::observe(const InformationRequested&, const Desk&, Time) { ++targeting_.requests; }

void Recorder::observe(const ReportWritten& e, const Crossing& here, Time) {
  post(here).reports_sent += e.copies;
}

void Recorder::observe(const ReportLost&, const Crossing& here, Time) { ++post(here).reports_lost; }

void Recorder::observe(const ReportReceived& e, const Desk&, Time now) {
  ++desk_.received;
  desk_.delay.add(now - e.report.seized);
  auto& known = desk_.first_known[e.report.crossing.value];
  if (known.size() < e.report.number) known.resize(e.report.number, never);
  Time& first = known[e.report.number - 1];
  desk_.duplicates += first != never;
  first = std::min(first, now);
}

void Recorder::observe(const IntelligenceGathered&, const Group& here, Time) {
  ++tally_of(here).intelligence;
}
void Recorder::observe(const SubstanceRecognised&, const Crossing& here, Time) {
  ++post(here).trainings;
}
void Recorder::observe(const RecordHit& e, const Crossing& here, Time) {
  LineTally& line = line_of(here.vehicles[e.vehicle], here);
  ++(e.confirmed ? line.record_hits : line.false_record_hits);
}
void Recorder::observe(const MessageWritten&, const Crossing& here, Time) { ++post(here).messages; }
void Recorder::observe(const MessageLost&, const Crossing& here, Time) {
  ++post(here).messages_lost;
}
void Recorder::observe(const MessageReceived& e, const Crossing& here, Time now) {
  if (e.message.kind != MessageKind::answer) return;
  const ExchangeSpec& rules = here.stages.world->exchanges[e.message.exchange.value].spec;
  if (rules.kind != ExchangeKind::inquiry) return;
  ++post(here).answered;
  post(here).answered_in_time += now - e.message.born <= messages::deadline(e.message, rules);
}
void Recorder::observe(const MessageLost&, const Desk& here, Time) { ++inbox(here).lost; }
void Recorder::observe(const ReadingBegan&, const Desk& here, Time now) {
  inbox(here).busy.change(now, 1);
}
void Recorder::observe(const ReadingEnded& e, const Desk& here, Time now) {
  inbox(here).busy.change(now, -1);
  const ExchangeKind kind = setup_.exchanges[e.message.exchange.value].spec.kind;
  const bool on_a_find =
      e.message.from && kind != ExchangeKind::images && kind != ExchangeKind::permit;
  if (on_a_find && !e.message.to && messages::is_at_its_goal(e.message, setup_))
    inbox(here).delay.add(now - e.message.born);
}
void Recorder::observe(const AnswerDue& e, const Desk& here, Time) {
  const ExchangeKind kind = setup_.exchanges[e.message.exchange.value].spec.kind;
  inbox(here).checks += kind == ExchangeKind::inquiry;
}
void Recorder::observe(const MatchFound&, const Desk& here, Time) { ++inbox(here).hits; }

void Recorder::observe(const RiskFormIssued&, const Crossing& here, Time) {
  ++post(here).forms_issued;
}
void Recorder::observe(const RiskFormTakenUp&, const Crossing& here, Time) {
  ++post(here).forms_taken_up;
}

}  // namespace cordon
