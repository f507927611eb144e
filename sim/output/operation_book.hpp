#pragma once

// Listens to a run and keeps what joint operations came to: for their debriefing reports.

#include <vector>

#include "sim/model/places.hpp"
#include "sim/output/details.hpp"

namespace cordon {

class OperationBook {
 public:
  explicit OperationBook(const Setup& setup);
  /// What has been kept is forgotten: measuring begins.
  void begin(Time now);

  // At a crossing: touched by the events of that crossing alone.
  void on(const ServiceBegan& event, const Crossing& here, Time now);
  void on(const ControlEnded& event, const Crossing& here, Time now);
  void on(const ChannelChosen& event, const Crossing& here, Time now);
  void on(const GoodsSeized& event, const Crossing& here, Time now);
  void on(const PersonsReferred& event, const Crossing& here, Time now);
  void on(const PassageRefused& event, const Crossing& here, Time now);
  void on(const TeamArrived& event, const Crossing& here, Time now);
  void on(const MachineArrived& event, const Crossing& here, Time now);
  void on(const StopReceived& event, const Crossing& here, Time now);
  // At a group, and at headquarters.
  void on(const OperationLearnt& event, const Group& here, Time now);
  void on(const OrdersGiven& event, const Headquarters& here, Time now);
  void on(const OperationDebriefed& event, const Headquarters& here, Time now);
  void on(const OperationReported& event, const Headquarters& here, Time now);

  /// As in the setup, all crossings together; without the hours of their officers.
  [[nodiscard]] std::vector<OperationTally> operations() const;

 private:
  using Tallies = std::vector<OperationTally>;  // by operation

  [[nodiscard]] Tallies& tallies(const Crossing& here) {
    return at_crossings_[here.setup->index.value];
  }
  OperationTally& of(const Headquarters& here) { return at_headquarters_[here.index.value]; }
  [[nodiscard]] bool measured(const Vehicle& v) const { return !v.initial && v.joined >= begun_; }
  /// Calls `add` with the tally of each operation in course at a post that is about a vehicle.
  template <class Add>
  void for_each_about(const Vehicle& v, const Crossing& here, Add add);

  const Setup& setup_;
  Time begun_ = start_of_run;
  std::vector<Tallies> at_crossings_;
  Tallies at_headquarters_;
  std::vector<std::vector<OperationIndex>> at_crossing_;  // that take place there
  std::vector<std::vector<char>> warned_;                 // by group and operation
};

}  // namespace cordon
