#pragma once

// The parameter table of a scenario: what each key means, in which unit, within which bounds, with
// which default from where. One table, from which scenarios are read and checked and described.

#include "sim/scenario/format/table.hpp"
#include "sim/scenario/read.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon {

#define CORDON_PARAMETERS_OF(Spec) \
  [[nodiscard]] const format::Table<Spec>& parameters_of(format::Tag<Spec>)

CORDON_PARAMETERS_OF(PlaceSpec);
CORDON_PARAMETERS_OF(LinkRow);
CORDON_PARAMETERS_OF(CrossingSpec);
CORDON_PARAMETERS_OF(LineSpec);
CORDON_PARAMETERS_OF(RoadSpace);
CORDON_PARAMETERS_OF(SlotRow);
CORDON_PARAMETERS_OF(ClassTimes);
CORDON_PARAMETERS_OF(NextSpec);
CORDON_PARAMETERS_OF(StageSpec);
CORDON_PARAMETERS_OF(AreaSpec);
CORDON_PARAMETERS_OF(LayoutSpec);
CORDON_PARAMETERS_OF(OneStopSpec);
CORDON_PARAMETERS_OF(CoLocatedSpec);
CORDON_PARAMETERS_OF(DayRosterSpec);
CORDON_PARAMETERS_OF(RosterSpec);
CORDON_PARAMETERS_OF(BaseSpec);
CORDON_PARAMETERS_OF(SectorSpec);
CORDON_PARAMETERS_OF(PatrolSpec);
CORDON_PARAMETERS_OF(TeamSpec);
CORDON_PARAMETERS_OF(SecondmentSpec);
CORDON_PARAMETERS_OF(StaffingSpec);
CORDON_PARAMETERS_OF(FatigueSpec);
CORDON_PARAMETERS_OF(LearningSpec);
CORDON_PARAMETERS_OF(CourseSpec);
CORDON_PARAMETERS_OF(CompetenceRow);
CORDON_PARAMETERS_OF(EquipmentSpec);
CORDON_PARAMETERS_OF(PurchaseSpec);
CORDON_PARAMETERS_OF(TechniqueSpec);
CORDON_PARAMETERS_OF(FlowSpec);
CORDON_PARAMETERS_OF(PrioritySpec);
CORDON_PARAMETERS_OF(VolumeRow);
CORDON_PARAMETERS_OF(BookingRow);
CORDON_PARAMETERS_OF(ProfileRow);
CORDON_PARAMETERS_OF(ReleaseRow);
CORDON_PARAMETERS_OF(ObservedQueueRow);
CORDON_PARAMETERS_OF(ArrivalRow);
CORDON_PARAMETERS_OF(ServiceRow);
CORDON_PARAMETERS_OF(TerminalSpec);
CORDON_PARAMETERS_OF(LotSpec);
CORDON_PARAMETERS_OF(CommoditySpec);
CORDON_PARAMETERS_OF(OpponentSpec);
CORDON_PARAMETERS_OF(GroupSpec);
CORDON_PARAMETERS_OF(TraderSpec);
CORDON_PARAMETERS_OF(FieldSpec);
CORDON_PARAMETERS_OF(AdvanceSpec);
CORDON_PARAMETERS_OF(TargetingSpec);
CORDON_PARAMETERS_OF(SelectionSpec);
CORDON_PARAMETERS_OF(RiskInformationSpec);
CORDON_PARAMETERS_OF(CriterionSpec);
CORDON_PARAMETERS_OF(AfterClearanceSpec);
CORDON_PARAMETERS_OF(ReportingSpec);
CORDON_PARAMETERS_OF(InteroperabilitySpec);
CORDON_PARAMETERS_OF(DeskSpec);
CORDON_PARAMETERS_OF(OutageSpec);
CORDON_PARAMETERS_OF(ChannelSpec);
CORDON_PARAMETERS_OF(ExchangeSpec);
CORDON_PARAMETERS_OF(InvestigationSpec);
CORDON_PARAMETERS_OF(SpecialFormSpec);
CORDON_PARAMETERS_OF(MoveSpec);
CORDON_PARAMETERS_OF(TargetSpec);
CORDON_PARAMETERS_OF(OperationSpec);
CORDON_PARAMETERS_OF(AssessmentSpec);
CORDON_PARAMETERS_OF(ProgrammeSpec);
CORDON_PARAMETERS_OF(TrainingNeedsSpec);
CORDON_PARAMETERS_OF(ReviewSpec);
CORDON_PARAMETERS_OF(ChangeSpec);
CORDON_PARAMETERS_OF(ShockSpec);
CORDON_PARAMETERS_OF(RecordSpec);
CORDON_PARAMETERS_OF(Scenario);

#undef CORDON_PARAMETERS_OF

/// What the values of a scenario must be together: rows that name lines, routes that lead on.
void check(const Scenario& scenario, Problems& problems);

/// @throws ScenarioError  with every problem
[[nodiscard]] Reading<Scenario> read_scenario(const std::filesystem::path& path,
                                              const std::vector<Override>& overrides = {});

}  // namespace cordon
