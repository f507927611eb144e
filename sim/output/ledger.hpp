#pragma once

// Listens to a run and keeps what is told one by one: seizures, crews, machines, operations,
// groups, messages. Counts go by the same rules as the measures, so that they add up to them.

#include <vector>

#include "sim/engine/statistics.hpp"
#include "sim/model/places.hpp"
#include "sim/output/casebook.hpp"
#include "sim/output/details.hpp"
#include "sim/output/mailbook.hpp"
#include "sim/output/operation_book.hpp"

namespace cordon {

class Recorder;

class Ledger {
 public:
  explicit Ledger(const Setup& setup);

  /// An event, before its place reacts to it. Most say nothing that is kept.
  template <class E, class Place>
  void on(const E& event, const Place& here, Time now) {
    if constexpr (requires { observe(event, here, now); }) observe(event, here, now);
    if constexpr (requires { mail_.on(event, here, now); }) mail_.on(event, here, now);
    if constexpr (requires { cases_.on(event, here, now); }) cases_.on(event, here, now);
    if constexpr (requires { operations_.on(event, here, now); }) operations_.on(event, here, now);
  }
  /// The end of the warm-up: what has been kept is forgotten, what is going on goes on.
  void begin(const World& world, Time now);
  void sample(const World&, Time) {}
  void end(const World& world, Time now);

  /// @param recorder  of the same run, which has ended
  [[nodiscard]] Details details(const Recorder& recorder) const;

 private:
  struct Machines {
    TimeWeighted present, working, in_use;
    std::int64_t vehicles = 0;
  };
  struct Crew {
    Detachment who;
    Int128 travel = 0;  // on the way here, of the time that is measured
    int guests = 0;     // here now
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
    std::vector<GroupAtPost> groups;
  };

  void observe(const ServiceBegan&, const Crossing&, Time);
  void observe(const ServiceInterrupted&, const Crossing&, Time);
  void observe(const ServiceResumed&, const Crossing&, Time);
  void observe(const ServiceEnded&, const Crossing&, Time);
  void observe(const GoodsSeized&, const Crossing&, Time);
  void observe(const PersonsReferred&, const Crossing&, Time);
  void observe(const PassageRefused&, const Crossing&, Time);
  void observe(const VehicleReleased&, const Crossing&, Time);
  void observe(const VehicleBalked&, const Crossing&, Time);
  void observe(const VehicleGaveUp&, const Crossing&, Time);
  void observe(const BookingMissed&, const Crossing&, Time);
  void observe(const TeamArrived&, const Crossing&, Time);
  void observe(const TeamLeft&, const Crossing&, Time);
  void observe(const MachineArrived&, const Crossing&, Time);
  void observe(const MachineLeft&, const Crossing&, Time);
  void observe(const MachineFailed&, const Crossing&, Time);
  void observe(const MachineRepaired&, const Crossing&, Time);
  void observe(const MaintenanceBegan&, const Crossing&, Time);
  void observe(const MaintenanceEnded&, const Crossing&, Time);
  void observe(const ConsignmentPlanned&, const Group&, Time);
  void observe(const SectorLeft&, const Crossing&, Time);
  void observe(const VehicleEscaped&, const Crossing&, Time);
  void observe(const DeliveryLost&, const Crossing&, Time);
  void observe(const ConsignmentSent&, const Group&, Time);
  void observe(const ConsignmentPostponed&, const Group&, Time);
  void observe(const ConsignmentDeterred&, const Group&, Time);
  void observe(const OperationLearnt&, const Group&, Time);

  Post& post(const Crossing& here) { return posts_[here.setup->index.value]; }
  GroupHistory& history(const Group& here) {
    return groups_[setup_.group_at(here.agenda.place).value];
  }
  static Crew& crew(const Detachment& who, Post& post, CrossingIndex here);
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
  std::vector<GroupHistory> groups_;
  Mailbook mail_;
  Casebook cases_;
  OperationBook operations_;
};

}  // namespace cordon
