#pragma once

// Several observers as one: composed when compiled, so that one that is not there costs nothing.

#include <tuple>

#include "sim/model/places.hpp"

namespace cordon {

/// Each sees every event, in the order given here.
template <class... Observers>
class Together {
 public:
  explicit Together(Observers&... observers) : observers_(observers...) {}

  template <class E, class Place>
  void on(const E& event, const Place& here, Time now) {
    each([&](auto& observer) { observer.on(event, here, now); });
  }
  void begin(const World& world, Time now) {
    each([&](auto& observer) { observer.begin(world, now); });
  }
  void sample(const World& world, Time now) {
    each([&](auto& observer) { observer.sample(world, now); });
  }
  void end(const World& world, Time now) {
    each([&](auto& observer) { observer.end(world, now); });
  }

 private:
  template <class Tell>
  void each(Tell&& tell) {
    std::apply([&](auto&... observers) { (tell(observers), ...); }, observers_);
  }
  std::tuple<Observers&...> observers_;
};

}  // namespace cordon
