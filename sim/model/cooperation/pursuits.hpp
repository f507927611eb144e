#pragma once

// Officers go after who has broken away, over the border too where the states have agreed on it.

#include "sim/model/cooperation/special_forms.hpp"
#include "sim/model/crossing/desk_work.hpp"

namespace cordon {

/// One who is being followed.
struct Pursuit {
  VehicleId vehicle;
  bool caught = false;  ///< how it will end, if nobody calls the officers off
  DeskWork work;
};

struct Pursuits {
  std::vector<Pursuit> open;
};

/// How a pursuit ends.
struct Chase {
  Duration lasts{};
  bool caught = false;
};

namespace pursuits {

/// The time until it would be caught is exponential. It is caught if that is before the border, or
/// before the end of what the states allow beyond it; there perhaps only by the others' officers.
/// @param catching, handing_over  luck in (0,1)
[[nodiscard]] Chase plan(const Matter& matter, const Setup& setup, double catching,
                         double handing_over);

void begin(VehicleId vehicle, const Chase& chase, Pursuits& self, CrossingStep step);
/// How many officers are on one.
[[nodiscard]] int going_on(const Pursuits& self);
/// So many officers are free for it. Whom nobody follows any more has got away.
void work(int officers, Pursuits& self, CrossingStep step);
void on(const PursuitEnded& event, Pursuits& self);

}  // namespace pursuits
}  // namespace cordon
