#pragma once

// Who reacts to what, and in which order. One page; an event that nobody lists does not compile.

#include "sim/model/places.hpp"

namespace cordon {

void react_to(const VehicleDue&, Region&, RegionStep);
void react_to(const DemandChanged&, Region&, RegionStep);
void react_to(const ConditionsChanged&, Crossing&, CrossingStep);
void react_to(const ConditionsChanged&, Desk&, DeskStep);
void react_to(const DemandChanged&, Group&, GroupStep);

void react_to(const VehicleArrived&, Crossing&, CrossingStep);
void react_to(const VehicleBalked&, Crossing&, CrossingStep);
void react_to(const CallDue&, Crossing&, CrossingStep);
void react_to(const VehicleCalled&, Crossing&, CrossingStep);
void react_to(const BookingMissed&, Crossing&, CrossingStep);
void react_to(const PatienceEnded&, Crossing&, CrossingStep);
void react_to(const VehicleGaveUp&, Crossing&, CrossingStep);
void react_to(const SlotOpened&, Crossing&, CrossingStep);
void react_to(const HoursChanged&, Crossing&, CrossingStep);
void react_to(const LanesWanted&, Crossing&, CrossingStep);
void react_to(const QueueJoined&, Crossing&, CrossingStep);
void react_to(const ServiceBegan&, Crossing&, CrossingStep);
void react_to(const ServiceInterrupted&, Crossing&, CrossingStep);
void react_to(const ServiceResumed&, Crossing&, CrossingStep);
void react_to(const HallAdvanced&, Crossing&, CrossingStep);
void react_to(const VehicleBlocked&, Crossing&, CrossingStep);
void react_to(const VehicleUnblocked&, Crossing&, CrossingStep);
void react_to(const ServiceEnded&, Crossing&, CrossingStep);
void react_to(const VehicleParted&, Crossing&, CrossingStep);
void react_to(const ChannelChosen&, Crossing&, CrossingStep);
void react_to(const ControlEnded&, Crossing&, CrossingStep);
void react_to(const ControlSkipped&, Crossing&, CrossingStep);
void react_to(const GoodsSeized&, Crossing&, CrossingStep);
void react_to(const PersonsReferred&, Crossing&, CrossingStep);
void react_to(const GoodsHeld&, Crossing&, CrossingStep);
void react_to(const HoldingEnded&, Crossing&, CrossingStep);
void react_to(const PictureRead&, Crossing&, CrossingStep);
void react_to(const VehicleFled&, Crossing&, CrossingStep);
void react_to(const PursuitBegan&, Crossing&, CrossingStep);
void react_to(const PursuitEnded&, Crossing&, CrossingStep);
void react_to(const VehicleEscaped&, Crossing&, CrossingStep);
void react_to(const DeliveryBegan&, Crossing&, CrossingStep);
void react_to(const DeliveryFollowed&, Crossing&, CrossingStep);
void react_to(const DeliveryArrived&, Crossing&, CrossingStep);
void react_to(const DeliveryLost&, Crossing&, CrossingStep);
void react_to(const CaseOpened&, Crossing&, CrossingStep);
void react_to(const CaseStepBegan&, Crossing&, CrossingStep);
void react_to(const CaseStepEnded&, Crossing&, CrossingStep);
void react_to(const CaseLapsed&, Crossing&, CrossingStep);
void react_to(const CaseClosed&, Crossing&, CrossingStep);
void react_to(const PassageRefused&, Crossing&, CrossingStep);
void react_to(const VehicleReleased&, Crossing&, CrossingStep);
void react_to(const ShiftChanged&, Crossing&, CrossingStep);
void react_to(const TeamCameOnDuty&, Crossing&, CrossingStep);
void react_to(const TeamWentOffDuty&, Crossing&, CrossingStep);
void react_to(const StaffChanged&, Crossing&, CrossingStep);
void react_to(const LanesChanged&, Crossing&, CrossingStep);
void react_to(const TeamArrived&, Crossing&, CrossingStep);
void react_to(const TeamLeft&, Crossing&, CrossingStep);
void react_to(const MachineArrived&, Crossing&, CrossingStep);
void react_to(const MachineLeft&, Crossing&, CrossingStep);
void react_to(const MachineFailed&, Crossing&, CrossingStep);
void react_to(const RepairBegan&, Crossing&, CrossingStep);
void react_to(const MachineRepaired&, Crossing&, CrossingStep);
void react_to(const MaintenanceBegan&, Crossing&, CrossingStep);
void react_to(const MaintenanceEnded&, Crossing&, CrossingStep);
void react_to(const ReportBegan&, Crossing&, CrossingStep);
void react_to(const ReportWritten&, Crossing&, CrossingStep);
void react_to(const ReportLost&, Crossing&, CrossingStep);
void react_to(const OrderReceived&, Crossing&, CrossingStep);
void react_to(const OperationBegan&, Crossing&, CrossingStep);
void react_to(const OperationEnded&, Crossing&, CrossingStep);
void react_to(const ReviewDue&, Crossing&, CrossingStep);
void react_to(const StopReceived&, Crossing&, CrossingStep);
void react_to(const DebriefingBegan&, Crossing&, CrossingStep);
void react_to(const DebriefingWritten&, Crossing&, CrossingStep);
void react_to(const MoveOrderReceived&, Crossing&, CrossingStep);
void react_to(const MoveDue&, Crossing&, CrossingStep);
void react_to(const SecondmentDue&, Crossing&, CrossingStep);
void react_to(const ReassignmentReceived&, Crossing&, CrossingStep);
void react_to(const StayEnded&, Crossing&, CrossingStep);
void react_to(const HelpNeeded&, Crossing&, CrossingStep);
void react_to(const CallReceived&, Crossing&, CrossingStep);
void react_to(const HelpReady&, Crossing&, CrossingStep);
void react_to(const CourseBegan&, Crossing&, CrossingStep);
void react_to(const CourseEnded&, Crossing&, CrossingStep);
void react_to(const OfficersPosted&, Crossing&, CrossingStep);
void react_to(const ActivityChanged&, Crossing&, CrossingStep);
void react_to(const OvertimeEnded&, Crossing&, CrossingStep);
void react_to(const RoadFoundFull&, Crossing&, CrossingStep);
void react_to(const VehicleDiverted&, Crossing&, CrossingStep);
void react_to(const TransitBegan&, Crossing&, CrossingStep);
void react_to(const LotDue&, Crossing&, CrossingStep);
void react_to(const LotArrived&, Crossing&, CrossingStep);
void react_to(const UnloadingBegan&, Crossing&, CrossingStep);
void react_to(const UnloadingEnded&, Crossing&, CrossingStep);
void react_to(const LotLeft&, Crossing&, CrossingStep);
void react_to(const ConsignmentStowed&, Crossing&, CrossingStep);
void react_to(const UnitPickedUp&, Crossing&, CrossingStep);

void react_to(const EntrySummaryLodged&, Crossing&, CrossingStep);
void react_to(const EntrySummaryReferred&, Crossing&, CrossingStep);
void react_to(const VerdictReceived&, Crossing&, CrossingStep);
void react_to(const EntrySummaryCleared&, Crossing&, CrossingStep);
void react_to(const ControlOrdered&, Crossing&, CrossingStep);
void react_to(const LoadingRefused&, Crossing&, CrossingStep);

void react_to(const RiskFormIssued&, Crossing&, CrossingStep);
void react_to(const RiskFormReceived&, Crossing&, CrossingStep);
void react_to(const RiskFormTakenUp&, Crossing&, CrossingStep);
void react_to(const AuditBegan&, Crossing&, CrossingStep);
void react_to(const AuditEnded&, Crossing&, CrossingStep);

void react_to(const SubstanceRecognised&, Crossing&, CrossingStep);
void react_to(const RecordHit&, Crossing&, CrossingStep);
void react_to(const MessageBegan&, Crossing&, CrossingStep);
void react_to(const MessageWritten&, Crossing&, CrossingStep);
void react_to(const MessageSent&, Crossing&, CrossingStep);
void react_to(const MessageLost&, Crossing&, CrossingStep);
void react_to(const MessageReceived&, Crossing&, CrossingStep);
void react_to(const InformationUsed&, Crossing&, CrossingStep);

void react_to(const SectorEntered&, Crossing&, CrossingStep);
void react_to(const SectorSearched&, Crossing&, CrossingStep);
void react_to(const SectorLeft&, Crossing&, CrossingStep);

void react_to(const ReportReceived&, Desk&, DeskStep);
void react_to(const AssessmentDue&, Desk&, DeskStep);
void react_to(const AssessmentMade&, Desk&, DeskStep);
void react_to(const FundingDecided&, Desk&, DeskStep);
void react_to(const MachineOrdered&, Desk&, DeskStep);
void react_to(const TrainingDecided&, Desk&, DeskStep);
void react_to(const StrategyReviewed&, Desk&, DeskStep);
void react_to(const ReferralReceived&, Desk&, DeskStep);
void react_to(const ReferralBegan&, Desk&, DeskStep);
void react_to(const ReferralEnded&, Desk&, DeskStep);
void react_to(const InformationRequested&, Desk&, DeskStep);
void react_to(const InformationReceived&, Desk&, DeskStep);
void react_to(const MessageReceived&, Desk&, DeskStep);
void react_to(const DeskOpened&, Desk&, DeskStep);
void react_to(const ReadingBegan&, Desk&, DeskStep);
void react_to(const ReadingEnded&, Desk&, DeskStep);
void react_to(const AnswerDue&, Desk&, DeskStep);
void react_to(const MatchFound&, Desk&, DeskStep);
void react_to(const MessageSent&, Desk&, DeskStep);
void react_to(const MessageLost&, Desk&, DeskStep);
void react_to(const ChannelFailed&, Desk&, DeskStep);
void react_to(const ChannelRestored&, Desk&, DeskStep);

void react_to(const ConsignmentPlanned&, Group&, GroupStep);
void react_to(const ConsignmentReady&, Group&, GroupStep);
void react_to(const ConsignmentSent&, Group&, GroupStep);
void react_to(const ConsignmentPostponed&, Group&, GroupStep);
void react_to(const ConsignmentDeterred&, Group&, GroupStep);
void react_to(const OwnLossLearnt&, Group&, GroupStep);
void react_to(const OwnPassageLearnt&, Group&, GroupStep);
void react_to(const OthersLossLearnt&, Group&, GroupStep);
void react_to(const OperationLearnt&, Group&, GroupStep);
void react_to(const GroupDisrupted&, Group&, GroupStep);
void react_to(const GroupLeft&, Group&, GroupStep);
void react_to(const IntelligenceGathered&, Group&, GroupStep);
void react_to(const GroupStruck&, Group&, GroupStep);

void react_to(const OrdersGiven&, Headquarters&, HeadquartersStep);
void react_to(const ActionDaysBegan&, Headquarters&, HeadquartersStep);
void react_to(const ActionDaysEnded&, Headquarters&, HeadquartersStep);
void react_to(const ReviewReceived&, Headquarters&, HeadquartersStep);
void react_to(const DebriefingReceived&, Headquarters&, HeadquartersStep);
void react_to(const DebriefingEnds&, Headquarters&, HeadquartersStep);
void react_to(const OperationDebriefed&, Headquarters&, HeadquartersStep);
void react_to(const OperationReported&, Headquarters&, HeadquartersStep);
void react_to(const OperationContinued&, Headquarters&, HeadquartersStep);
void react_to(const OperationStopped&, Headquarters&, HeadquartersStep);

/// What a letter starts at the place that it reaches: an event there, due when it arrives.
void deliver(const Posted& posted, World& world);
/// A vehicle on its way becomes the concern of the crossing that it is going to.
void deliver(const Departure& departure, World& world);

}  // namespace cordon
