#pragma once

// What the user may say: a scenario as plain structs, in spec/. Names are the keys of the file;
// defaults are the values in the structs; meaning, unit, range and source of each key stand in
// parameters/, by the same subjects.

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/shared_rows.hpp"
#include "sim/scenario/spec/authorities.hpp"
#include "sim/scenario/spec/border.hpp"
#include "sim/scenario/spec/control.hpp"
#include "sim/scenario/spec/crime.hpp"
#include "sim/scenario/spec/information.hpp"
#include "sim/scenario/spec/investigation.hpp"
#include "sim/scenario/spec/risk.hpp"
#include "sim/scenario/spec/shocks.hpp"
#include "sim/scenario/spec/staff.hpp"
#include "sim/scenario/spec/strategy.hpp"
#include "sim/scenario/spec/traffic.hpp"

namespace cordon {

struct RecordSpec {
  Duration queues_every = 3h;
  Duration period{0};  ///< measures are told for each, besides the whole; 0: they are not
};

struct Scenario {
  std::string title, note;
  bool real_map = false;  ///< what passed is then not reported by post
  std::chrono::sys_seconds start{};
  Duration length = 24h;
  Duration warm_up{0};
  std::string time_zone = "UTC";
  Duration publish_every = 1h;
  Duration choice_scale = 24h;
  int scale = 1;  ///< consignments that one agent stands for, at most
  double binding_side = 0.5, slack = 0;
  std::vector<std::string> primary_measures = {"wait_mean", "illicit_passed", "report_delay_mean",
                                               "officer_hours"};

  std::map<std::string, PlaceSpec> place;
  std::vector<LinkRow> link;
  std::map<std::string, CrossingSpec> crossing;
  std::map<std::string, LineSpec> line;
  std::vector<SlotRow> slot;
  RoadSpace road_space;
  std::map<std::string, LayoutSpec> layout;
  OneStopSpec one_stop;
  CoLocatedSpec co_located;
  std::map<std::string, RosterSpec> roster;
  std::map<std::string, BaseSpec> base;
  std::map<std::string, PatrolSpec> patrol;
  std::map<std::string, TeamSpec> team;
  StaffingSpec staffing;
  FatigueSpec fatigue;
  LearningSpec learning;
  std::map<std::string, CourseSpec> course;
  std::vector<CompetenceRow> competence;
  std::map<std::string, SecondmentSpec> secondment;
  std::map<std::string, EquipmentSpec> equipment;
  std::map<std::string, PurchaseSpec> purchase;
  std::map<std::string, TechniqueSpec> technique;
  std::map<std::string, FlowSpec> flow;
  std::map<std::string, PrioritySpec> priority;
  std::vector<VolumeRow> volume;
  std::vector<BookingRow> booking;
  std::vector<ProfileRow> profile;
  std::vector<ReleaseRow> release;
  std::vector<ObservedQueueRow> observed_queue;
  SharedRows<ArrivalRow> arrival;
  SharedRows<ServiceRow> service;
  std::map<std::string, TerminalSpec> terminal;
  std::map<std::string, LotSpec> lot;
  std::map<std::string, CommoditySpec> commodity;
  OpponentSpec opponent;
  std::map<std::string, GroupSpec> group;
  TraderSpec trader;
  std::map<std::string, FieldSpec> declaration;  ///< by the name of a scoring category
  std::map<std::string, AdvanceSpec> advance;    ///< by vehicle class
  TargetingSpec targeting;
  SelectionSpec selection;
  RiskInformationSpec risk_information;
  std::map<std::string, CriterionSpec> criterion;
  AfterClearanceSpec after_clearance;
  ReportingSpec reporting;
  InteroperabilitySpec interoperability;
  std::map<std::string, DeskSpec> desk;
  std::map<std::string, ChannelSpec> channel;
  std::map<std::string, ExchangeSpec> exchange;
  InvestigationSpec investigation;
  std::map<std::string, SpecialFormSpec> special_form;
  std::map<std::string, OperationSpec> operation;
  std::map<std::string, AssessmentSpec> assessment;
  std::map<std::string, ProgrammeSpec> programme;
  std::map<std::string, TrainingNeedsSpec> training_needs;
  std::optional<ReviewSpec> review;
  std::map<std::string, ShockSpec> shock;
  RecordSpec record;

  std::vector<Conditions> conditions;  ///< what the shocks make of it, one after the other
};

}  // namespace cordon
