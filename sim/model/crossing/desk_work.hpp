#pragma once

// Work that waits for an officer, takes his time, and can be put aside.

#include <vector>

#include "sim/model/events.hpp"
#include "sim/model/step.hpp"

namespace cordon {

using CrossingStep = Step<CrossingEvent>;

struct DeskWork {
  Duration left{};  ///< of an officer's time
  bool begun = false;
  Time resumed = start_of_run;  ///< while somebody works on it: since when,
  EventId ends;                 ///< and its end; none: nobody does
  bool idle = false;            ///< nobody can do anything about it now
};

/// So many officers work from now on, the oldest work first. What is left of the rest waits for
/// the next officer who is free for it.
/// @param open   each has a `work`
/// @param began  the event that tells of its beginning   @param ended  that of its end
template <class Open, class Began, class Ended>
void share_out(int officers, std::vector<Open>& open, Began began, Ended ended, CrossingStep step) {
  for (Open& one : open) {
    DeskWork& work = one.work;
    if (work.idle) continue;
    const bool has_officer = officers-- > 0;
    if (has_officer && !work.ends) {
      if (!work.begun) step.schedule_at_once(began(one));
      work.begun = true;
      work.resumed = step.now;
      work.ends = step.schedule(work.left, ended(one));
    }
    if (!has_officer && work.ends) {
      step.agenda.future.cancel(work.ends);
      work.ends = {};
      work.left -= step.now - work.resumed;
    }
  }
}

}  // namespace cordon
