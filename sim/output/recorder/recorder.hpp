#pragma once

// Listens to the events of a run and adds up what they come to. It changes nothing, and what it
// keeps for one place is touched by the events of that place alone.

#include <vector>

#include "sim/output/details.hpp"
#include "sim/output/measures.hpp"
#include "sim/output/recorder/tally.hpp"

namespace cordon {

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
