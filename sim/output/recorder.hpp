#pragma once

// Listens to the events of a run and adds up what they come to. It changes nothing, and what it
// keeps for one place is touched by the events of that place alone.

#include <array>
#include <map>
#include <vector>

#include "sim/engine/statistics.hpp"
#include "sim/model/places.hpp"
#include "sim/output/details.hpp"
#include "sim/output/measures.hpp"

namespace cordon {

/// Goods of one commodity at one line.
struct IllicitTally {
  std::int64_t attempts = 0, seizures = 0, referrals = 0, sanction_refusals = 0, arrests = 0;
  std::int64_t passed = 0, refused = 0, in_system = 0;
  double seized_mass_kg = 0;
  [[nodiscard]] std::int64_t detections() const { return seizures + referrals + sanction_refusals; }
  void merge(const IllicitTally& other);
};

/// One class on one line of one crossing, or several merged.
struct LineTally {
  std::int64_t arrivals = 0, crossed = 0, balked = 0, gave_up = 0, missed = 0;
  std::int64_t at_start = 0, at_end = 0;
  std::int64_t controls = 0, legal_controls = 0, legal_chosen = 0, chosen = 0;
  std::int64_t document_checks = 0, scans = 0, searches = 0;
  Moments wait, in_system;         ///< microseconds
  QuantileSketch wait_quantiles;   ///< microseconds
  TimeWeighted queue, busy, open;  ///< vehicles waiting; lanes of the line's own stages
  std::int64_t queue_most = 0;
  TimeIntegral queue_total, busy_total, open_total;  ///< once the run has ended
  Int128 delay_cost_micro_cents = 0;
  std::vector<IllicitTally> illicit;  ///< by commodity
  std::int64_t diverted = 0, transit = 0;
  /// Entry summary declarations, and what targeters made of them.
  std::int64_t entry_summaries = 0, referred = 0, ordered = 0, loading_refused = 0;
  std::int64_t record_hits = 0, false_record_hits = 0;
  std::int64_t profile_controls = 0, profile_detections = 0;  ///< of what a risk profile matches
  std::int64_t operation_checks = 0, double_checks = 0;       ///< that operations have asked for
  void merge(const LineTally& other);
};

/// One terminal, or several merged.
struct TerminalTally {
  std::int64_t lots = 0, lots_left = 0, lots_at_end = 0;
  std::int64_t unloaded = 0, picked_up = 0, yard_at_start = 0, yard_at_end = 0, yard_most = 0;
  Moments lot_wait, turnaround;  ///< microseconds
  TimeWeighted yard;
  TimeIntegral yard_total;
  Int128 storage_cents = 0;
  void merge(const TerminalTally& other);
};

/// What is counted for a crossing as a whole.
struct PostTally {
  std::array<TimeWeighted, authorities> officers;  ///< on duty
  std::array<TimeIntegral, authorities> officers_total;
  TimeWeighted cents_per_hour;  ///< of the officers on duty
  TimeIntegral cents_total;
  std::array<Int128, authorities> overtime{}, travel{};  ///< officer microseconds
  Int128 reporting = 0, auditing = 0;
  Int128 extra_cents = 0;  ///< of travel and overtime: cents an hour times microseconds
  std::int64_t purchase_cents = 0;
  std::int64_t reports_sent = 0, reports_lost = 0;
  std::int64_t trainings = 0;  ///< to recognise a new substance
  std::int64_t messages = 0, messages_lost = 0, answered = 0, answered_in_time = 0;
  std::int64_t forms_issued = 0, forms_taken_up = 0, audits = 0, audit_findings = 0;
  std::int64_t goods_held = 0, released_after_holding = 0;
  std::int64_t fled = 0, caught = 0, deliveries = 0, deliveries_lost = 0;
  std::int64_t cases_opened = 0, cases_closed = 0, cases_solved = 0;
  Int128 investigating = 0;
  Moments held;  ///< how long, of those whose holding ended: microseconds
  /// What each crew did, but the part of a journey before measuring began is in it.
  std::vector<Account> crews;
  /// Adds up all but `crews`.
  void merge(const PostTally& other);
};

/// What targeters do.
struct TargetingTally {
  std::int64_t requests = 0;
  TimeWeighted busy;  ///< targeters
  TimeIntegral busy_total;
};

/// What analysts of one desk do, or of several merged.
struct InboxTally {
  std::int64_t lost = 0, checks = 0, hits = 0;
  Moments delay;      ///< from find to reading, of what is for the desk: microseconds
  TimeWeighted busy;  ///< analysts
  TimeIntegral busy_total;
  void merge(const InboxTally& other);
};

struct DeskTally {
  std::int64_t received = 0, duplicates = 0;
  Moments delay;  ///< microseconds
  /// By crossing and number of its seizure, from 1: when the first copy came; never: not yet.
  std::vector<std::vector<Time>> first_known;
};

struct GroupTally {
  std::int64_t planned = 0, postponed = 0, deterred = 0, disrupted = 0, intelligence = 0,
               struck = 0;
  std::map<LineIndex, std::int64_t> sent;  ///< vehicles, by the line that they were sent to
  void merge(const GroupTally& other);
};

/// Whether an authority has officers anywhere in a scenario: others have no rows.
[[nodiscard]] bool is_at_work(Authority authority, const Scenario& scenario);

class Recorder {
 public:
  explicit Recorder(const Setup& setup);

  /// An event, before its place reacts to it.
  template <class E, class Place>
  void on(const E& event, const Place& here, Time now) {
    ++events_[here.agenda.place.value];
    observe(event, here, now);
  }
  /// The end of the warm-up: measuring begins.
  void begin(const World& world, Time now);
  /// At each publication: takes a sample of the queues when one is due.
  void sample(const World& world, Time now);
  void end(const World& world, Time now);

  [[nodiscard]] std::vector<MeasureValue> values() const;
  [[nodiscard]] const std::vector<QueueSample>& queues() const { return samples_; }
  [[nodiscard]] std::uint64_t events() const;
  /// By crossing; what was counted since measuring began.
  [[nodiscard]] const std::vector<PostTally>& posts() const { return posts_; }
  [[nodiscard]] const DeskTally& desk() const { return desk_; }
  /// While measuring.
  [[nodiscard]] const std::vector<AssessmentTally>& assessments() const { return assessments_; }

 private:
  // Most events say nothing that is counted.
  template <class E, class Place>
  void observe(const E&, const Place&, Time) {}
  void observe(const VehicleArrived&, const Crossing&, Time);
  void observe(const VehicleBalked&, const Crossing&, Time);
  void observe(const VehicleGaveUp&, const Crossing&, Time);
  void observe(const BookingMissed&, const Crossing&, Time);
  void observe(const ServiceInterrupted&, const Crossing&, Time);
  void observe(const ServiceResumed&, const Crossing&, Time);
  void observe(const VehicleDiverted&, const Crossing&, Time);
  void observe(const TransitBegan&, const Crossing&, Time);
  void observe(const LotArrived&, const Crossing&, Time);
  void observe(const UnloadingBegan&, const Crossing&, Time);
  void observe(const LotLeft&, const Crossing&, Time);
  void observe(const UnitPickedUp&, const Crossing&, Time);
  void observe(const ServiceBegan&, const Crossing&, Time);
  void observe(const ServiceEnded&, const Crossing&, Time);
  void observe(const ControlEnded&, const Crossing&, Time);
  void observe(const ChannelChosen&, const Crossing&, Time);
  void observe(const GoodsHeld&, const Crossing&, Time);
  void observe(const VehicleFled&, const Crossing&, Time);
  void observe(const PursuitEnded&, const Crossing&, Time);
  void observe(const VehicleEscaped&, const Crossing&, Time);
  void observe(const DeliveryBegan&, const Crossing&, Time);
  void observe(const DeliveryLost&, const Crossing&, Time);
  void observe(const CaseOpened&, const Crossing&, Time);
  void observe(const CaseClosed&, const Crossing&, Time);
  void observe(const GroupStruck&, const Group&, Time);
  void observe(const GoodsSeized&, const Crossing&, Time);
  void observe(const PersonsReferred&, const Crossing&, Time);
  void observe(const PassageRefused&, const Crossing&, Time);
  void observe(const VehicleReleased&, const Crossing&, Time);
  void observe(const EntrySummaryLodged&, const Crossing&, Time);
  void observe(const EntrySummaryReferred&, const Crossing&, Time);
  void observe(const ControlOrdered&, const Crossing&, Time);
  void observe(const LoadingRefused&, const Crossing&, Time);
  void observe(const ReferralBegan&, const Desk&, Time);
  void observe(const ReferralEnded&, const Desk&, Time);
  void observe(const InformationRequested&, const Desk&, Time);
  void observe(const SectorEntered&, const Crossing&, Time);
  void observe(const SectorLeft&, const Crossing&, Time);
  void observe(const StaffChanged&, const Crossing&, Time);
  void observe(const LanesChanged&, const Crossing&, Time);
  void observe(const TeamArrived&, const Crossing&, Time);
  void observe(const ReportWritten&, const Crossing&, Time);
  void observe(const ReportLost&, const Crossing&, Time);
  void observe(const ReportReceived&, const Desk&, Time);
  void observe(const AssessmentDue&, const Desk&, Time);
  void observe(const MachineOrdered&, const Desk&, Time);
  void observe(const IntelligenceGathered&, const Group&, Time);
  void observe(const SubstanceRecognised&, const Crossing&, Time);
  void observe(const RecordHit&, const Crossing&, Time);
  void observe(const MessageWritten&, const Crossing&, Time);
  void observe(const MessageLost&, const Crossing&, Time);
  void observe(const MessageReceived&, const Crossing&, Time);
  void observe(const MessageLost&, const Desk&, Time);
  void observe(const ReadingBegan&, const Desk&, Time);
  void observe(const ReadingEnded&, const Desk&, Time);
  void observe(const AnswerDue&, const Desk&, Time);
  void observe(const MatchFound&, const Desk&, Time);
  void observe(const RiskFormIssued&, const Crossing&, Time);
  void observe(const RiskFormTakenUp&, const Crossing&, Time);
  void observe(const AuditEnded&, const Crossing&, Time);
  void observe(const OperationStopped&, const Headquarters&, Time);
  void observe(const ConsignmentPlanned&, const Group&, Time);
  void observe(const ConsignmentSent&, const Group&, Time);
  void observe(const GroupDisrupted&, const Group&, Time);
  void observe(const ConsignmentPostponed&, const Group&, Time);
  void observe(const ConsignmentDeterred&, const Group&, Time);

  static constexpr std::size_t places_of_line = 8;  // a shift is quicker than a product
  static_assert(vehicle_classes <= places_of_line);
  [[nodiscard]] static std::size_t position(LineIndex line, VehicleClass c) {
    return line.value * places_of_line + static_cast<std::size_t>(c);
  }
  // What happens to the vehicles of a post at the unit that investigates is counted apart, since
  // events of two places may be told of at one time.
  LineTally& line_of(const Vehicle& v, const Crossing& here) {
    const bool away = setup_.unit && here.setup->index == setup_.unit;
    return (away ? at_unit_ : lines_)[position(v.line, v.vehicle_class)];
  }
  TerminalTally& terminal_of(const Lot& lot) {
    return terminals_[setup_.callers[lot.caller.value].terminal.value];
  }
  void unloaded(const Vehicle& unit, const Crossing& here, Time now);
  void escaped(VehicleId id, const Crossing& here);
  void taken_away(VehicleId id, const Crossing& here, Time now);
  void count_profile(VehicleId id, const Crossing& here);
  void share_open_lanes(LineIndex line);
  IllicitTally* illicit_of(VehicleId id, const Crossing& here);
  GroupTally& tally_of(const Group& here) {
    return groups_[setup_.group_at(here.agenda.place).value];
  }
  PostTally& post(const Crossing& here) { return posts_[here.setup->index.value]; }
  InboxTally& inbox(const Desk& here) { return inboxes_[setup_.desk_at(here.agenda.place)]; }
  [[nodiscard]] bool measured(const Vehicle& v) const { return !v.initial && v.joined >= begun_; }
  void count_in_system(const World& world, bool at_end);
  void count_hours(const World& world, Time now);
  void assess(const World& world);
  [[nodiscard]] std::vector<double> attempted_so_far() const;

  const Setup& setup_;
  Time begun_ = start_of_run, ended_ = start_of_run;
  Time next_sample_ = start_of_run;
  std::vector<std::uint64_t> events_;  // by place
  std::vector<LineTally> lines_;  // by line and class; of the classes that it does not serve, empty
  std::vector<LineTally> at_unit_;  // likewise, until the end
  std::vector<TerminalTally> terminals_;
  std::vector<PostTally> posts_;
  std::vector<GroupTally> groups_;
  DeskTally desk_;
  TargetingTally targeting_;
  std::vector<InboxTally> inboxes_;          // by desk
  std::vector<std::int64_t> ordered_cents_;  // by crossing: machines from funds
  std::vector<AssessmentTally> assessments_;
  std::size_t assessed_ = 0;       // of these: all but those whose data have just ended
  std::vector<double> attempted_;  // harm, by commodity, before measuring began
  std::vector<std::vector<double>> looked_back_;  // by assessment: the same until its last one
  std::vector<std::int64_t> stopped_;             // by operation: 1 when its review has stopped it
  std::vector<QueueSample> samples_;
};

}  // namespace cordon
