#include "tests/support/observe.hpp"

#include "sim/run/simulate.hpp"

namespace cordon::testing {
namespace {

class Hearing {
 public:
  explicit Hearing(Listener& listener) : listener_(listener) {}
  void on(const auto& event, Region& here, Time now) {
    listener_.hear(RegionEvent(event), here, now);
  }
  void on(const auto& event, Crossing& here, Time now) {
    listener_.hear(CrossingEvent(event), here, now);
  }
  void on(const auto& event, Desk& here, Time now) { listener_.hear(DeskEvent(event), here, now); }
  void on(const auto& event, Group& here, Time now) {
    listener_.hear(GroupEvent(event), here, now);
  }
  void on(const auto& event, Headquarters& here, Time now) {
    listener_.hear(HeadquartersEvent(event), here, now);
  }
  void begin(const World& world, Time now) { listener_.begin(world, now); }
  void sample(const World& world, Time now) { listener_.sample(world, now); }
  void end(const World& world, Time now) { listener_.end(world, now); }

 private:
  Listener& listener_;
};

}  // namespace

void observe_by_listener(World& world, Listener& listener, int threads) {
  Hearing hearing(listener);
  simulate(world, hearing, threads);
}

}  // namespace cordon::testing
