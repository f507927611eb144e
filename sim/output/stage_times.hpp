#pragma once

// Listens to a run and tells where vehicles spend their time: at which stage, waiting or served, at
// which hour of the day. The parts add up to the time of all vehicles in the system.

#include <array>
#include <vector>

#include "sim/model/places.hpp"
#include "sim/output/details.hpp"

namespace cordon {

class StageTimes {
 public:
  explicit StageTimes(const Setup& setup);

  /// An event, before its place reacts to it. Most move no vehicle.
  template <class E, class Place>
  void on(const E& event, const Place& here, Time now) {
    if constexpr (requires { observe(event, here, now); }) observe(event, here, now);
  }
  /// The end of the warm-up: what has been kept is forgotten, what is going on goes on.
  void begin(const World& world, Time now);
  void sample(const World&, Time) {}
  void end(const World& world, Time now);

  /// Where anybody was at any time, by crossing, line, class, stage in the layout's
  /// order, activity.
  [[nodiscard]] std::vector<StageTime> times() const;

 private:
  static constexpr std::uint32_t nowhere = ~0u;
  struct Whereabouts {
    std::uint32_t cell = nowhere;  // of Post::times
    std::uint16_t stands_for = 1;
    Time since = start_of_run;
  };
  // All of this is touched by the events of its own crossing alone.
  struct Post {
    std::vector<Whereabouts> vehicles;                         // by slot
    std::vector<StageTime> times;                              // by line, class, stage and activity
    std::size_t stages = 0;                                    // of the layout
    Time hour_began = start_of_run, hour_ends = start_of_run;  // the hour that it is
    int hour = 0;
  };

  void observe(const VehicleArrived&, const Crossing&, Time);
  void observe(const VehicleParted&, const Crossing&, Time);
  void observe(const QueueJoined&, const Crossing&, Time);
  void observe(const ServiceBegan&, const Crossing&, Time);
  void observe(const ServiceResumed&, const Crossing&, Time);
  void observe(const ServiceInterrupted&, const Crossing&, Time);
  void observe(const VehicleBlocked&, const Crossing&, Time);
  void observe(const VehicleBalked&, const Crossing&, Time);
  void observe(const VehicleDiverted&, const Crossing&, Time);
  void observe(const VehicleGaveUp&, const Crossing&, Time);
  void observe(const BookingMissed&, const Crossing&, Time);
  void observe(const GoodsHeld&, const Crossing&, Time);
  void observe(const VehicleFled&, const Crossing&, Time);
  void observe(const GoodsSeized&, const Crossing&, Time);
  void observe(const PersonsReferred&, const Crossing&, Time);
  void observe(const PassageRefused&, const Crossing&, Time);
  void observe(const VehicleReleased&, const Crossing&, Time);

  Post& post(const Crossing& here) { return posts_[here.setup->index.value]; }
  [[nodiscard]] static std::size_t position(LineIndex line, VehicleClass c) {
    return line.value * std::size_t{vehicle_classes} + static_cast<std::size_t>(c);
  }
  static void add_cells(LineIndex line, VehicleClass c, Post& post);
  void go(VehicleId id, StageIndex to, StageActivity activity, const Crossing& here, Time now);
  void leave(VehicleId id, const Crossing& here, Time now);
  void add_time(Post& post, const Whereabouts& was, Time now) const;
  void add_hours(StageTime& time, int vehicles, Time from, Time to) const;
  void look_at_the_clock(Post& post, Time now) const;

  const Setup& setup_;
  Time begun_ = start_of_run;
  std::vector<Post> posts_;
  std::vector<std::size_t> first_cell_;  // of Post::times, by line and class
};

}  // namespace cordon
