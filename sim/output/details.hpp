#pragma once

// What a run leaves beside its measures: seizures, crews, machines, operations, groups, messages
// one by one, and where vehicles spent their time.

#include <array>
#include <vector>

#include "sim/engine/statistics.hpp"
#include "sim/model/cooperation/case.hpp"
#include "sim/model/ids.hpp"
#include "sim/model/letters.hpp"
#include "sim/model/setup.hpp"
#include "sim/model/staff/account.hpp"
#include "sim/model/staff/team.hpp"

namespace cordon {

struct Seizure {
  Time at;
  LineIndex line;
  VehicleClass vehicle_class{};
  CommodityIndex commodity;
  float mass_kg = 0;
  Channel channel{};   ///< the selectivity lane that the vehicle was sent to
  StageIndex stage;    ///< of the crossing, where it was found
  Time known = never;  ///< when the first report of it reached the desk
};

/// Officers of one crew at one crossing: its own, or guests.
struct CrewHours {
  CrossingIndex crossing;
  Detachment who;  ///< with the officers of the crew, or the most that were guests here
  Account hours;
};

/// Machines of one kind at one crossing.
struct MachineHours {
  CrossingIndex crossing;
  EquipmentIndex equipment;
  std::int64_t vehicles = 0;
  Int128 present = 0, working = 0, in_use = 0;  ///< machine microseconds
};

/// What an operation came to: at its crossings, during its action days.
struct OperationTally {
  std::int64_t officers = 0, machines = 0;  ///< that arrived
  Int128 on_duty = 0, travel = 0;           ///< officer microseconds of its guests
  std::int64_t controls = 0, document_checks = 0, scans = 0, searches = 0;
  std::int64_t checks = 0;         ///< vehicles that it has asked for,
  std::int64_t double_checks = 0;  ///< and of these, that another one has checked as well
  std::int64_t seizures = 0, referrals = 0, sanction_refusals = 0, arrests = 0, warned = 0;
  double mass_kg = 0, value = 0;
  bool stopped = false;                ///< by its interim review
  Moments waits_before, waits_during;  ///< for the first check, in as many days: microseconds
  // Its headquarters; never: not by the end.
  Time ordered = never, debriefed = never, reported = never;
  std::int64_t posts_heard = 0, controls_told = 0, detections_told = 0;  ///< at the debriefing
};

/// What became of the consignments of one group by way of one crossing.
struct GroupAtPost {
  std::int64_t sent = 0, lost = 0, passed = 0, refused = 0;
};
struct GroupHistory {
  std::int64_t planned = 0, postponed = 0, deterred = 0, warnings = 0;
  std::vector<GroupAtPost> at;  ///< by crossing
};

/// A threat assessment, beside what was smuggled in the time that it looked back on.
struct AssessmentTally {
  AssessmentIndex assessment;
  Time data_end;
  std::vector<double> told, truth;  ///< shares of the harm, by commodity
  /// Half the sum of what the shares are off: 0 it is right, 1 it is all wrong.
  [[nodiscard]] double bias() const;
};

/// A message on one hop of its way.
struct MessageHop {
  Message message;  ///< as it was sent
  PlaceId sender;
  Hop hop;
  Time sent, received = never, read = never;  ///< never: not by the end; posts read at once
  bool lost = false;
  std::int64_t controls = 0;  ///< vehicles that the post it reached has selected by what it tells
};

/// What came to a desk.
struct DeskWorkload {
  std::int64_t received = 0, read = 0, most_waiting = 0;
  Moments wait;                     ///< until an analyst takes it up: microseconds
  Int128 waiting = 0, reading = 0;  ///< message and analyst microseconds
};

inline constexpr std::size_t case_steps = static_cast<std::size_t>(CaseStep::operation) + 1;

/// A case of the investigating unit.
struct CaseHistory {
  std::uint32_t number = 0;  ///< of the unit's cases, from 1
  CrossingIndex found_at;
  CommodityIndex goods;
  CountryIndex destination;
  SpecialFormIndex form;  ///< none: the law of one state
  Time opened = start_of_run, closed = never;
  CaseOutcome outcome{};  ///< once it is closed
  /// By step; never: not by the end, or not at all.
  std::array<Time, case_steps> began{never, never, never, never}, ended{never, never, never, never};
};

/// What a vehicle does at a stage.
enum class StageActivity : std::uint8_t {
  waiting,             ///< for a lane; for the first check: wherever it waits
  in_service,          ///< is being checked
  waiting_for_papers,  ///< is done, but a desk is not
  blocked              ///< is done, and finds no room where it is to go
};

/// Time that the vehicles of one class of one line spent at one stage in one way.
struct StageTime {
  LineIndex line;
  VehicleClass vehicle_class{};
  int stage = 0;  ///< order in the layout
  StageActivity activity{};
  std::int64_t vehicles = 0;               ///< that came to it, or were there at the start
  std::array<std::int64_t, 24> by_hour{};  ///< of the local day: vehicle microseconds
};

/// What a run leaves beside measures and queues, of the time that is measured.
struct Details {
  std::vector<Seizure> seizures;  ///< in order of time
  std::vector<CrewHours> crews;
  std::vector<MachineHours> machines;  ///< where there were any
  std::vector<AssessmentTally> assessments;
  std::vector<OperationTally> operations;  ///< as in the setup, as are the groups
  std::vector<GroupHistory> groups;
  std::vector<MessageHop> messages;  ///< in the order of sending
  std::vector<DeskWorkload> desks;   ///< as in the setup
  std::vector<CaseHistory> cases;    ///< in the order of their numbers
  std::vector<StageTime> stages;     ///< where any vehicle was, by line, class, stage, activity
};

}  // namespace cordon
