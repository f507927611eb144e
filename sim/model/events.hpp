#pragma once

// Everything that can happen, place by place. Whatever happens is one of these structs, scheduled,
// taken, observed and reacted to; an event that nobody reacts to does not compile.

#include <cstdint>
#include <variant>

#include "sim/engine/future_events.hpp"
#include "sim/model/cooperation/case.hpp"
#include "sim/model/crossing/machine.hpp"
#include "sim/model/ids.hpp"
#include "sim/model/letters.hpp"
#include "sim/model/staff/team.hpp"
#include "sim/model/trade/lot.hpp"
#include "sim/model/trade/vehicle.hpp"

namespace cordon {

// A shock begins or ends: at crossings and desks, and where vehicles and consignments come from.
struct ConditionsChanged {};
struct DemandChanged {};

// At a region.
struct VehicleDue {
  std::uint16_t source;
};
using RegionEvent = std::variant<VehicleDue, DemandChanged>;

// At a crossing: vehicles.
struct VehicleArrived {
  VehicleId vehicle;
};  ///< at the end of the line
struct VehicleBalked {
  VehicleId vehicle;
};  ///< found the road full
struct RoadFoundFull {
  VehicleId vehicle;
};  ///< where vehicles may go elsewhere
struct VehicleDiverted {
  VehicleId vehicle;
  LineIndex line;
};  ///< leaves for another line
struct TransitBegan {
  VehicleId vehicle;
  LineIndex line;
};  ///< released, it goes on to another border
struct CallDue {
  LineIndex line;
};  ///< the booked queue may call the next
struct VehicleCalled {
  VehicleId vehicle;
};
struct QueueJoined {
  VehicleId vehicle;
  StageIndex stage;
};  ///< waits for a lane of the stage; of a desk: its papers do
struct ServiceBegan {
  VehicleId vehicle;
  StageIndex stage;
  std::uint16_t lane;
};
struct ServiceEnded {
  VehicleId vehicle;
  StageIndex stage;
  std::uint16_t lane;
};
struct ServiceInterrupted {
  VehicleId vehicle;
  StageIndex stage;
  std::uint16_t lane;
};  ///< the vehicle waits again, or another crew takes over
struct ServiceResumed {
  VehicleId vehicle;
  StageIndex stage;
  std::uint16_t lane;
};
struct HallAdvanced {
  StageIndex stage;
};  ///< the first of those in a shared hall is done
struct VehicleBlocked {
  VehicleId vehicle;
  StageIndex stage;
  std::uint16_t lane;
};  ///< is done, and finds no room where it is to go
struct VehicleUnblocked {
  VehicleId vehicle;
  StageIndex stage;
  std::uint16_t lane;
};
struct PatienceEnded {
  VehicleId vehicle;
};
struct VehicleGaveUp {
  VehicleId vehicle;
};  ///< turned back before its first check
struct BookingMissed {
  VehicleId vehicle;
};  ///< was called forward, and did not come
struct SlotOpened {
  LineIndex line;
};
struct HoursChanged {
  LineIndex line;
};  ///< opens or closes
struct LanesWanted {
  LineIndex line;
  std::uint16_t lanes;
};
struct VehicleParted {
  VehicleId vehicle;
  VehicleId from;  ///< the agent that has stood for it, which has fewer left already
};
struct ChannelChosen {
  VehicleId vehicle;
  Channel channel;
  std::uint8_t checks;  ///< that operations have asked for
};
struct ControlEnded {
  VehicleId vehicle;
  StageIndex stage;
  bool found;
};  ///< a find or an alarm
struct ControlSkipped {
  VehicleId vehicle;
  StageIndex stage;
};  ///< who waited goes on, since the last machine has left
struct GoodsSeized {
  VehicleId vehicle;
  bool arrest;  ///< of somebody
};
struct PersonsReferred {
  VehicleId vehicle;
  bool arrest;  ///< of somebody else
};
struct GoodsHeld {
  VehicleId vehicle;
  Aside why;
};  ///< until an expert has said what they are, or there is a permit to let them run
struct HoldingEnded {
  VehicleId vehicle;
};  ///< nobody has answered in time
struct VehicleFled {
  VehicleId vehicle;
};  ///< with what was found in it
struct PursuitBegan {
  VehicleId vehicle;
};
struct PursuitEnded {
  VehicleId vehicle;
  bool caught;
};
struct VehicleEscaped {
  VehicleId vehicle;
};  ///< and has crossed
struct DeliveryBegan {
  VehicleId vehicle;
};  ///< it goes on under watch
struct PictureRead {
  VehicleId vehicle;
  bool legible;
};  ///< elsewhere
struct PassageRefused {
  VehicleId vehicle;
};  ///< sanctioned goods go back
struct VehicleReleased {
  VehicleId vehicle;
};
// At a crossing: advance cargo information.
struct EntrySummaryLodged {
  VehicleId vehicle;
};
struct EntrySummaryReferred {
  VehicleId vehicle;
};  ///< to the targeting centre
struct VerdictReceived {
  VehicleId vehicle;  ///< which may have left already
  Verdict verdict;
};
struct EntrySummaryCleared {
  VehicleId vehicle;
};  ///< by a targeter
struct ControlOrdered {
  VehicleId vehicle;
};  ///< on arrival
struct LoadingRefused {
  VehicleId vehicle;
};  ///< it will not come
// At a crossing: risk information forms, and control after clearance.
struct RiskFormIssued {
  RiskForm form;
};
struct RiskFormReceived {
  RiskForm form;
};
struct RiskFormTakenUp {
  RiskForm form;
};  ///< from now on the post looks for it
struct AuditBegan {
  Subject vehicle;
};
struct AuditEnded {
  Subject vehicle;
  std::uint32_t number;  ///< of the post's audits
  bool found;
};
// At a crossing: new substances.
struct SubstanceRecognised {
  CommodityIndex commodity;
};  ///< after an alert
// At a crossing: systems of justice and home affairs.
struct RecordHit {
  VehicleId vehicle;
  bool confirmed;
};  ///< they know who comes; or it will turn out to be somebody else
// At a crossing: messages on finds.
struct MessageBegan {
  Message message;
};  ///< an officer begins to write it
struct MessageWritten {
  Message message;
};
struct InformationUsed {
  VehicleId vehicle;
  Subject found;
};  ///< a vehicle is selected whose papers say what those of a find did
// At a crossing or a desk.
struct MessageSent {
  Message message;
};  ///< on its next hop
struct MessageLost {
  Message message;
};  ///< on that
struct MessageReceived {
  Message message;
};
// At a base that investigates.
struct DeliveryFollowed {
  VehicleId vehicle;
  Duration journey;
};  ///< is on its way
struct DeliveryArrived {
  VehicleId vehicle;
};
struct DeliveryLost {
  VehicleId vehicle;
};  ///< out of sight
struct CaseOpened {
  Subject about;
  std::uint32_t number;  ///< of the unit's cases
  CrossingIndex found_at;
  CommodityIndex goods;
  CountryIndex destination;
};
struct CaseStepBegan {
  Subject about;
  std::uint32_t number;
  CaseStep step;
  SpecialFormIndex form;  ///< that it uses; none yet, or none at all
};
struct CaseStepEnded {
  Subject about;
  std::uint32_t number;
  CaseStep step;
  SpecialFormIndex form;
};
struct CaseLapsed {
  Subject about;
  std::uint32_t number;
};  ///< no permit has come
struct CaseClosed {
  Subject about;
  std::uint32_t number;
  SpecialFormIndex form;
  CaseOutcome outcome;
};
// At a base that watches green border.
struct SectorEntered {
  VehicleId vehicle;
};
struct SectorSearched {
  VehicleId vehicle;
};  ///< it is on the other side, if no patrol has found it
struct SectorLeft {
  VehicleId vehicle;
};  ///< unseen
// At a crossing: vessels, trains and flights.
struct LotDue {
  CallerIndex caller;
};  ///< by its schedule
struct LotArrived {
  LotId lot;
};
struct UnloadingBegan {
  LotId lot;
  BerthIndex berth;
};
struct UnloadingEnded {
  LotId lot;
  BerthIndex berth;
};
struct LotLeft {
  LotId lot;
  BerthIndex berth;
};
struct ConsignmentStowed {
  VehicleId vehicle;
};  ///< of a group; it comes off with the next lot
struct UnitPickedUp {
  TerminalIndex terminal;
  Time unloaded;
  std::uint16_t units;
};
// At a crossing: staff, machines, reports, operations.
struct ShiftChanged {};
struct TeamCameOnDuty {
  Detachment team;
};
struct TeamWentOffDuty {
  Detachment team;
};
struct StaffChanged {};  ///< lanes are manned anew
struct LanesChanged {
  StageIndex stage;
  std::uint16_t was, open;
};
struct TeamArrived {
  TeamId team;
};
struct TeamLeft {
  Detachment team;
  CrossingIndex to;
  bool on_duty;  ///< when they were sent
};
struct MachineArrived {
  EquipmentIndex equipment;
  OperationIndex operation;
  MachineId machine;
};
struct MachineLeft {
  EquipmentIndex equipment;
  OperationIndex operation;
  std::uint16_t slot;  ///< that it had: the number of its lane
  bool works;
};
struct MachineFailed {
  Id<struct MachineOnPost> machine;
  EquipmentIndex equipment;
  std::uint16_t slot;
};
struct RepairBegan {
  Id<struct MachineOnPost> machine;
  EquipmentIndex equipment;
  std::uint16_t slot;
};
struct MachineRepaired {
  Id<struct MachineOnPost> machine;
  EquipmentIndex equipment;
  std::uint16_t slot;
};
struct MaintenanceBegan {
  Id<struct MachineOnPost> machine;
  EquipmentIndex equipment;
  std::uint16_t slot;
};
struct MaintenanceEnded {
  Id<struct MachineOnPost> machine;
  EquipmentIndex equipment;
  std::uint16_t slot;
};
struct ReportBegan {
  Subject vehicle;
};
struct ReportWritten {
  Subject vehicle;
  Time seized;
  std::uint32_t number;
  std::uint16_t copies;  ///< systems that it was written into
  bool one_report;       ///< by the rules of one seizure - one report
  CommodityIndex goods;  ///< that were seized
};
struct ReportLost {
  Subject vehicle;
};  ///< one copy of it
struct OrderReceived {
  OperationIndex operation;
};
struct OperationBegan {
  OperationIndex operation;
};
struct OperationEnded {
  OperationIndex operation;
};
struct DebriefingBegan {
  OperationIndex operation;
};  ///< an officer begins to write down what the post did
struct DebriefingWritten {
  OperationIndex operation;
};
struct ReviewDue {
  OperationIndex operation;
};
struct StopReceived {
  OperationIndex operation;
};
struct MoveOrderReceived {
  OperationIndex operation;
  std::uint16_t move;
};
struct MoveDue {
  OperationIndex operation;
  std::uint16_t move;
};
struct SecondmentDue {
  std::uint16_t secondment;  ///< of the post's
};                           ///< officers leave for it
struct ReassignmentReceived {
  OfficersReassigned what;
};  ///< officers are to leave for another post
struct StayEnded {
  TeamId team;  ///< which may have left already
  CrossingIndex home;
  std::uint16_t crew;
};  ///< of guests, as it was planned
struct HelpNeeded {
  StageIndex stage;
  CrossingIndex from;  ///< who is called first
};                     ///< vehicles wait, and nobody present may do it
struct CallReceived {
  HelpCalled call;
};
struct HelpReady {
  HelpCalled call;
  TeamId team;
  int officers;
};  ///< officers leave on a call
struct CourseBegan {
  std::uint16_t course;        ///< of the post's
  std::uint16_t officers = 0;  ///< 0: as many as are planned
};
struct CourseEnded {
  std::uint16_t course;
};
struct OfficersPosted {
  Detachment team;  ///< with its officers at the lane from now on; over time, too
  StageIndex stage;
  std::uint16_t lane;
};
struct ActivityChanged {
  Detachment team;  ///< with its officers who do this from now on
  Activity activity;
};  ///< of all but who works at lanes and who is spare
struct OvertimeEnded {
  Detachment team;
  Time since;
};
using CrossingEvent = std::variant<
    VehicleArrived, VehicleBalked, CallDue, VehicleCalled, QueueJoined, ServiceBegan, ServiceEnded,
    ServiceInterrupted, ServiceResumed, HallAdvanced, VehicleBlocked, VehicleUnblocked,
    PatienceEnded, VehicleGaveUp, BookingMissed, SlotOpened, HoursChanged, LanesWanted,
    VehicleParted, ChannelChosen, ControlEnded, ControlSkipped, GoodsSeized, PersonsReferred,
    PassageRefused, VehicleReleased, ShiftChanged, TeamCameOnDuty, TeamWentOffDuty, StaffChanged,
    LanesChanged, TeamArrived, TeamLeft, MachineArrived, MachineLeft, MachineFailed, RepairBegan,
    MachineRepaired, MaintenanceBegan, MaintenanceEnded, ReportBegan, ReportWritten, ReportLost,
    OrderReceived, OperationBegan, OperationEnded, MoveOrderReceived, MoveDue, SecondmentDue,
    ReassignmentReceived, StayEnded, HelpNeeded, CallReceived, HelpReady, CourseBegan, CourseEnded,
    OfficersPosted, ActivityChanged, OvertimeEnded,
    // Journeys, terminals.
    RoadFoundFull, VehicleDiverted, TransitBegan, LotDue, LotArrived, UnloadingBegan,
    UnloadingEnded, LotLeft, ConsignmentStowed, UnitPickedUp,
    // The green border.
    SectorEntered, SectorSearched, SectorLeft,
    // Advance cargo information.
    EntrySummaryLodged, EntrySummaryReferred, VerdictReceived, EntrySummaryCleared, ControlOrdered,
    LoadingRefused,
    // Risk information, control after clearance, reviews.
    RiskFormIssued, RiskFormReceived, RiskFormTakenUp, AuditBegan, AuditEnded, ReviewDue,
    DebriefingBegan, DebriefingWritten, StopReceived,
    // New substances, look-ups, messages.
    SubstanceRecognised, RecordHit, GoodsHeld, HoldingEnded, PictureRead, VehicleFled, PursuitBegan,
    PursuitEnded, VehicleEscaped, DeliveryBegan, DeliveryFollowed, DeliveryArrived, DeliveryLost,
    CaseOpened, CaseStepBegan, CaseStepEnded, CaseLapsed, CaseClosed, MessageBegan, MessageWritten,
    MessageSent, MessageLost, MessageReceived, InformationUsed, ConditionsChanged>;

// At a reporting desk.
struct ReportReceived {
  SeizureReport report;
};
struct AssessmentDue {
  AssessmentIndex assessment;
};  ///< its data end
struct AssessmentMade {
  AssessmentIndex assessment;
};  ///< it is there
struct FundingDecided {
  ProgrammeIndex programme;
};
struct MachineOrdered {
  CrossingIndex post;
  EquipmentIndex equipment;
  double price;  ///< EUR
};
struct TrainingDecided {
  TrainingIndex training;
};
struct StrategyReviewed {};
// At a targeting centre.
struct ReferralReceived {
  DeclarationReferred referral;
};
struct ReferralBegan {
  DeclarationReferred referral;
};
struct ReferralEnded {
  DeclarationReferred referral;
};
struct InformationRequested {
  DeclarationReferred referral;
};
struct InformationReceived {
  DeclarationReferred referral;
};
// At a desk of the scenario.
struct DeskOpened {};
struct ReadingBegan {
  Message message;
};  ///< an analyst reads it
struct ReadingEnded {
  Message message;
};
struct AnswerDue {
  Message message;
};  ///< there is all that is needed to answer it
struct MatchFound {
  Message message;
};  ///< with another find
struct ChannelFailed {
  ChannelIndex channel;
};
struct ChannelRestored {
  ChannelIndex channel;
};
using DeskEvent =
    std::variant<ReportReceived, AssessmentDue, AssessmentMade, FundingDecided, MachineOrdered,
                 TrainingDecided, StrategyReviewed, ReferralReceived, ReferralBegan, ReferralEnded,
                 InformationRequested, InformationReceived, MessageReceived, MessageSent,
                 MessageLost, DeskOpened, ReadingBegan, ReadingEnded, AnswerDue, MatchFound,
                 ChannelFailed, ChannelRestored, ConditionsChanged>;

// At a criminal group.
struct ConsignmentPlanned {};  ///< and the next one is scheduled
struct ConsignmentReady {
  std::uint32_t number;
  std::uint16_t postponements;
};
struct ConsignmentSent {
  std::uint32_t number;
  LineIndex line;
  std::uint16_t vehicles;  ///< that it is split over; a decoy is not counted
};
struct ConsignmentPostponed {
  std::uint32_t number;
};
struct ConsignmentDeterred {
  std::uint32_t number;
};
struct OwnLossLearnt {
  ConsignmentLost what;
};
struct OwnPassageLearnt {
  ConsignmentPassed what;
};
struct OthersLossLearnt {
  LossHeard what;
};
struct GroupDisrupted {};  ///< losses have taken half of its capacity
struct GroupLeft {};       ///< the trade, for a while
struct IntelligenceGathered {
  ExchangeIndex exchange;
};  ///< on the group, by others
struct GroupStruck {
  NetworkStruck what;
};  ///< by a case, or where its goods were to go
struct OperationLearnt {
  OperationIndex operation;
};
using GroupEvent = std::variant<ConsignmentPlanned, ConsignmentReady, ConsignmentSent,
                                ConsignmentPostponed, ConsignmentDeterred, OwnLossLearnt,
                                OwnPassageLearnt, OthersLossLearnt, OperationLearnt, GroupDisrupted,
                                GroupLeft, IntelligenceGathered, GroupStruck, DemandChanged>;

// At the headquarters of an operation.
struct OrdersGiven {};
struct ActionDaysBegan {};
struct ActionDaysEnded {};
struct ReviewReceived {
  ReviewReport report;
};
struct DebriefingReceived {
  ReviewReport report;
};
struct DebriefingEnds {};      ///< who has not been heard of by now will not be
struct OperationDebriefed {};  ///< by all posts, or as many as could be heard
struct OperationReported {};
struct OperationContinued {};  ///< by its interim review
struct OperationStopped {};
using HeadquartersEvent =
    std::variant<OrdersGiven, ActionDaysBegan, ActionDaysEnded, ReviewReceived, OperationContinued,
                 OperationStopped, DebriefingReceived, DebriefingEnds, OperationDebriefed,
                 OperationReported>;

}  // namespace cordon
