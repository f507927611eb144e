#pragma once

// Runs a world for an observer of a test. The program compiles the loop for each of its observers,
// which is fast in the run and takes half a minute to compile; tests share one compiled loop.

#include "sim/model/build_world.hpp"

namespace cordon::testing {

/// Any observer, behind one virtual call for each kind of place.
class Listener {
 public:
  virtual ~Listener() = default;
  virtual void hear(const RegionEvent& event, Region& here, Time now) = 0;
  virtual void hear(const CrossingEvent& event, Crossing& here, Time now) = 0;
  virtual void hear(const DeskEvent& event, Desk& here, Time now) = 0;
  virtual void hear(const GroupEvent& event, Group& here, Time now) = 0;
  virtual void hear(const HeadquartersEvent& event, Headquarters& here, Time now) = 0;
  virtual void begin(const World& world, Time now) = 0;
  virtual void sample(const World& world, Time now) = 0;
  virtual void end(const World& world, Time now) = 0;
};

/// Hands on what it hears to an observer, as `simulate` would.
template <class Observer>
class ListenerFor final : public Listener {
 public:
  explicit ListenerFor(Observer& observer) : observer_(observer) {}
  void hear(const RegionEvent& event, Region& here, Time now) override { tell(event, here, now); }
  void hear(const CrossingEvent& event, Crossing& here, Time now) override {
    tell(event, here, now);
  }
  void hear(const DeskEvent& event, Desk& here, Time now) override { tell(event, here, now); }
  void hear(const GroupEvent& event, Group& here, Time now) override { tell(event, here, now); }
  void hear(const HeadquartersEvent& event, Headquarters& here, Time now) override {
    tell(event, here, now);
  }
  void begin(const World& world, Time now) override { observer_.begin(world, now); }
  void sample(const World& world, Time now) override { observer_.sample(world, now); }
  void end(const World& world, Time now) override { observer_.end(world, now); }

 private:
  template <class Event, class Place>
  void tell(const Event& event, Place& here, Time now) {
    std::visit([&](const auto& e) { observer_.on(e, here, now); }, event);
  }
  Observer& observer_;
};

void observe_by_listener(World& world, Listener& listener, int threads);

/// As `simulate`.
template <class Observer>
void observe(World& world, Observer& observer, int threads = 1) {
  ListenerFor<Observer> listener(observer);
  observe_by_listener(world, listener, threads);
}

}  // namespace cordon::testing
