#include "viz/playback/knowledge.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "viz/playback/history.hpp"
#include "viz/playback/scan.hpp"

namespace cordon::viz {
namespace {

using trace::Key;
using trace::number_of;

// What an event teaches the place where it happens.
std::optional<Learnt::Kind> learnt_from(std::uint16_t event) {
  using Kind = Learnt::Kind;
  switch (event) {
    case number_of<MessageReceived>:
      return Kind::message;
    case number_of<ReportReceived>:
      return Kind::report;
    case number_of<RiskFormReceived>:
      return Kind::risk_form;
    case number_of<RiskFormTakenUp>:
      return Kind::taken_up;
    case number_of<SubstanceRecognised>:
      return Kind::substance;
    case number_of<OrderReceived>:
    case number_of<MoveOrderReceived>:
    case number_of<StopReceived>:
    case number_of<ReassignmentReceived>:
    case number_of<ReviewReceived>:
    case number_of<DebriefingReceived>:
      return Kind::order;
    case number_of<VerdictReceived>:
      return Kind::verdict;
    case number_of<ReferralReceived>:
    case number_of<InformationReceived>:
      return Kind::referral;
    case number_of<AssessmentMade>:
      return Kind::assessment;
    case number_of<CallReceived>:
      return Kind::call_for_help;
    case number_of<CaseOpened>:
    case number_of<CaseClosed>:
    case number_of<CaseLapsed>:
      return Kind::case_of_unit;
    case number_of<InformationUsed>:
      return Kind::information_used;
    default:
      return std::nullopt;
  }
}

EventSet about_vehicles() {
  return events_of<EntrySummaryLodged, EntrySummaryReferred, EntrySummaryCleared, ControlOrdered,
                   LoadingRefused, RecordHit, VehicleArrived, ChannelChosen, VehicleReleased,
                   VehicleBalked, VehicleGaveUp, BookingMissed, VehicleDiverted, GoodsSeized,
                   PersonsReferred, PassageRefused, VehicleEscaped, DeliveryBegan>();
}

EventSet that_teach() {
  EventSet set = about_vehicles();
  for (std::uint16_t e = 0; e < event_kinds; ++e)
    if (learnt_from(e)) set.set(e);
  return set;
}

void learn_of_vehicle(const trace::Row& row, Knowledge& known) {
  const Subject vehicle = trace::vehicle(row);
  const auto of = [&]() -> KnownVehicle& { return known.vehicles[vehicle]; };
  switch (row.event) {
    case number_of<EntrySummaryLodged>:
      ++known.entry_summaries;
      of().announced = time_of(row);
      return;
    case number_of<EntrySummaryReferred>:
      of().risk_score = trace::real(row, Key::risk_score);
      return;
    case number_of<EntrySummaryCleared>:
      return;
    case number_of<ControlOrdered>:
      of().control_ordered = true;
      return;
    case number_of<RecordHit>:
      of().record_hit = true;
      return;
    case number_of<VehicleArrived>:
      of().arrived = time_of(row);
      return;
    case number_of<ChannelChosen>:
      of().risk_score = trace::real(row, Key::risk_score);
      of().channel = static_cast<Channel>(trace::slot(row, Key::channel));
      return;
    default:  // it is gone, or will not come
      known.vehicles.erase(vehicle);
  }
}

bool is_one_of(const trace::Row& row, const EventSet& events) { return events[row.event]; }

// Which message of all on a find a row is about.
bool is_of(const MessageWay& way, const trace::Row& row) {
  const auto said = [&](Key key) { return static_cast<std::uint16_t>(trace::slot(row, key)); };
  return way.exchange == said(Key::exchange) && way.message == said(Key::message) &&
         way.from == said(Key::crossing) && way.to_post == said(Key::to_post);
}

MessageWay way_of(const trace::Row& row) {
  const auto said = [&](Key key) { return static_cast<std::uint16_t>(trace::slot(row, key)); };
  return {said(Key::exchange), said(Key::message), said(Key::crossing), said(Key::to_post), {}};
}

void add_to_way(const Found& found, std::vector<MessageWay>& messages) {
  auto way = std::find_if(messages.begin(), messages.end(),
                          [&](const MessageWay& w) { return is_of(w, found.row); });
  if (way == messages.end()) way = messages.insert(way, way_of(found.row));
  way->steps.push_back(found);
}

std::optional<Time> time_of_step(const MessageWay& way, std::uint16_t event) {
  std::optional<Time> at;
  for (const Found& step : way.steps)
    if (step.row.event == event) at = time_of(step.row);
  return at;
}

// Desks know a report by its post and number, and not the vehicle.
void add_receipts(const Recording& recording, std::vector<Found>& reports, std::stop_token stop) {
  const auto& crossings = recording.header().crossings;
  std::set<std::pair<std::uint16_t, std::uint32_t>> written;  // place of the post, number
  for (const Found& report : reports)
    if (report.row.event == number_of<ReportWritten>)
      written.emplace(report.row.place, trace::slot(report.row, Key::report));
  if (written.empty()) return;
  const auto take = [&](const Found& found) {
    const std::uint32_t post = trace::slot(found.row, Key::crossing);
    if (post < crossings.size() &&
        written.contains({crossings[post].place, trace::slot(found.row, Key::report)}))
      reports.push_back(found);
    return true;
  };
  scan(recording, {reports.front().number, recording.rows()},
       Wanted{events_of<ReportReceived>(), {}}, take, std::move(stop));
  std::sort(reports.begin(), reports.end(),
            [](const Found& a, const Found& b) { return a.number < b.number; });
}

}  // namespace

std::uint64_t Knowledge::count(Learnt::Kind kind) const {
  return static_cast<std::uint64_t>(
      std::count_if(learnt.begin(), learnt.end(), [&](const Learnt& l) { return l.kind == kind; }));
}

Knowledge knowledge(const Recording& recording, std::uint16_t place, Time moment,
                    std::stop_token stop) {
  return later({}, recording, place, moment, std::move(stop));
}

Knowledge later(Knowledge known, const Recording& recording, std::uint16_t place, Time moment,
                std::stop_token stop) {
  static const EventSet of_vehicles = about_vehicles();
  const auto take = [&](const Found& found) {
    if (time_of(found.row) > moment) return false;
    if (const auto kind = learnt_from(found.row.event)) known.learnt.push_back({*kind, found});
    if (is_one_of(found.row, of_vehicles)) learn_of_vehicle(found.row, known);
    return true;
  };
  scan(recording, {known.rows, recording.rows()}, Wanted{that_teach(), {place}}, take,
       std::move(stop));
  known.rows = std::max(known.rows, recording.rows_until(moment));
  return known;
}

std::optional<Time> MessageWay::began() const {
  if (steps.empty()) return std::nullopt;
  return time_of(steps.front().row);
}

std::optional<Time> MessageWay::arrived() const {
  return time_of_step(*this, number_of<MessageReceived>);
}

bool MessageWay::lost() const { return time_of_step(*this, number_of<MessageLost>).has_value(); }

int MessageWay::hops() const {
  int most = 0;
  for (const Found& step : steps)
    most = std::max(most, static_cast<int>(trace::slot(step.row, Key::hops)));
  return most;
}

Chain chain(const Recording& recording, Subject find, std::stop_token stop) {
  static const EventSet finds =
      events_of<GoodsSeized, PersonsReferred, PassageRefused, GoodsHeld, VehicleFled>();
  static const EventSet reports = events_of<ReportBegan, ReportWritten, ReportLost>();
  static const EventSet cases =
      events_of<DeliveryBegan, DeliveryFollowed, DeliveryArrived, DeliveryLost, CaseOpened,
                CaseStepBegan, CaseStepEnded, CaseLapsed, CaseClosed>();
  static const EventSet messages =
      events_of<MessageBegan, MessageWritten, MessageSent, MessageLost, MessageReceived,
                ReadingBegan, ReadingEnded, AnswerDue>();
  static const EventSet forms = events_of<RiskFormIssued, RiskFormReceived, RiskFormTakenUp>();
  Chain all;
  for (const Found& found : history(recording, find, stop)) {
    const trace::Row& row = found.row;
    if (is_one_of(row, finds)) all.find.push_back(found);
    if (is_one_of(row, reports)) all.reports.push_back(found);
    if (is_one_of(row, cases)) all.cases.push_back(found);
    if (is_one_of(row, messages)) add_to_way(found, all.messages);
    if (is_one_of(row, forms)) all.forms.push_back(found);
    if (row.event == number_of<MatchFound>) all.matches.push_back(found);
    if (row.event == number_of<InformationUsed> && trace::vehicle(row, Key::other_find) == find)
      all.used.push_back(found);
  }
  add_receipts(recording, all.reports, std::move(stop));
  return all;
}

}  // namespace cordon::viz
