#pragma once

// Listens to a run and keeps what is told one by one: seizures, crews, machines, operations,
// groups. Counts go by the same rules as the measures, so that they add up to them.

#include <array>
#include <vector>

#include "sim/engine/statistics.hpp"
#include "sim/model/places.hpp"

namespace cordon {

struct Seizure {
  Time at;
  LineIndex line;
  CommodityIndex commodity;
  double mass_kg = 0;
  Channel channel{};   ///< the selectivity lane that the vehicle was sent to
  StageIndex stage;    ///< of the crossing, where it was found
  Time known = never;  ///< when the first report of it reached the desk
};

/// Officers of one crew at one crossing: its own, or guests of an operation.
struct CrewHours {
  CrossingIndex crossing;
  Detachment who;       ///< with the officers of the crew, or the most that were guests here
  Int128 rostered = 0;  ///< officer microseconds, as this and the next: their shifts, at home
  Int128 on_duty = 0;   ///< worked here
  Int128 travel = 0;    ///< on the way here
};

/// What is known of an authority at a crossing, but not of which crew: officer microseconds.
struct AuthorityHours {
  CrossingIndex crossing;
  Authority authority{};
  Int128 on_duty = 0, overtime = 0, travel = 0, reporting = 0;
};

/// Machines of one kind at one crossing.
struct MachineHours {
  CrossingIndex crossing;
  EquipmentIndex equipment;
  std::int64_t vehicles = 0;
  Int128 present = 0, in_use = 0;  ///< machine microseconds
};

/// What an operation came to: at its crossings, during its action days.
struct OperationTally {
  std::int64_t officers = 0, machines = 0;  ///< that arrived
  Int128 on_duty = 0, travel = 0;           ///< officer microseconds of its guests
  std::int64_t controls = 0, document_checks = 0, scans = 0, searches = 0;
  std::int64_t seizures = 0, referrals = 0, warned = 0;
  double mass_kg = 0, value = 0;
};

/// What became of the consignments of one group by way of one crossing.
struct GroupAtPost {
  std::int64_t sent = 0, lost = 0, passed = 0, refused = 0;
};
struct GroupHistory {
  std::int64_t planned = 0, postponed = 0, deterred = 0, warnings = 0;
  std::vector<GroupAtPost> at;  ///< by crossing
};

/// What a run leaves beside measures and queues, of the time that is measured.
struct Details {
  std::vector<Seizure> seizures;  ///< by crossing, then time
  std::vector<CrewHours> crews;
  std::vector<AuthorityHours> authorities;
  std::vector<MachineHours> machines;      ///< where there were any
  std::vector<OperationTally> operations;  ///< as in the setup, as are the groups
  std::vector<GroupHistory> groups;
};

class Recorder;

class Ledger {
 public:
  explicit Ledger(const Setup& setup);

  /// An event, before its place reacts to it. Most say nothing that is kept.
  template <class E, class Place>
  void on(const E& event, const Place& here, Time now) {
    if constexpr (requires { observe(event, here, now); }) observe(event, here, now);
  }
  /// The end of the warm-up: what has been kept is forgotten, what is going on goes on.
  void begin(const World& world, Time now);
  void sample(const World&, Time) {}
  void end(const World& world, Time now);

  /// @param recorder  of the same run, which has ended
  [[nodiscard]] Details details(const Recorder& recorder) const;

 private:
  struct Machines {
    TimeWeighted present, in_use;
    std::int64_t vehicles = 0;
  };
  struct Crew {
    Detachment who;
    TimeWeighted rostered = TimeWeighted(), on_duty = TimeWeighted();
    Int128 travel = 0;
    int guests = 0;  // here now
  };
  struct NumberedSeizure {
    Seizure seizure;
    std::uint32_t number;  // of the post's seizures, measured or not
  };
  // All of this is touched by the events of its own crossing alone.
  struct Post {
    std::vector<NumberedSeizure> seizures;
    std::vector<Machines> machines;  // by kind
    std::vector<Crew> crews;         // its own first, then guests
    bool crews_changed = true;
    std::vector<OperationTally> operations;  // here
    std::vector<GroupAtPost> groups;
  };
  struct Planner {
    GroupHistory history;
    std::vector<std::int64_t> warned_of;  // by operation
  };

  void observe(const ServiceBegan&, const Crossing&, Time);
  void observe(const ServiceEnded&, const Crossing&, Time);
  void observe(const ChannelChosen&, const Crossing&, Time);
  void observe(const GoodsSeized&, const Crossing&, Time);
  void observe(const PersonsReferred&, const Crossing&, Time);
  void observe(const VehicleReleased&, const Crossing&, Time);
  void observe(const VehicleBalked&, const Crossing&, Time);
  void observe(const TeamCameOnDuty&, const Crossing&, Time);
  void observe(const TeamWentOffDuty&, const Crossing&, Time);
  void observe(const TeamArrived&, const Crossing&, Time);
  void observe(const TeamLeft&, const Crossing&, Time);
  void observe(const StaffChanged&, const Crossing&, Time);
  void observe(const MachineArrived&, const Crossing&, Time);
  void observe(const MachineLeft&, const Crossing&, Time);
  void observe(const ConsignmentPlanned&, const Group&, Time);
  void observe(const ConsignmentSent&, const Group&, Time);
  void observe(const ConsignmentPostponed&, const Group&, Time);
  void observe(const ConsignmentDeterred&, const Group&, Time);
  void observe(const OperationLearnt&, const Group&, Time);

  Post& post(const Crossing& here) { return posts_[here.setup->index.value]; }
  Planner& planner(const Group& here) {
    return planners_[setup_.group_at(here.agenda.place).value];
  }
  Crew& crew(const Detachment& who, Post& post, CrossingIndex here) const;
  [[nodiscard]] bool measured(const Vehicle& v) const { return !v.initial && v.joined >= begun_; }
  GroupAtPost* owner_of(VehicleId id, const Crossing& here);
  // Each adds to the details what one crossing has.
  void tell_seizures(std::size_t crossing, const Recorder& recorder, Details& details) const;
  void tell_hours(std::size_t crossing, const Recorder& recorder, Details& details) const;
  void tell_machines(std::size_t crossing, Details& details) const;
  void tell_groups(std::size_t crossing, Details& details) const;

  const Setup& setup_;
  Time begun_ = start_of_run, ended_ = start_of_run;
  std::vector<Post> posts_;
  std::vector<Planner> planners_;
};

}  // namespace cordon
