#pragma once

// What a reaction may use besides the state that it changes: the time, the future of its own place,
// letters to other places, luck, and what is published.

#include <cassert>
#include <vector>

#include "sim/engine/future_events.hpp"
#include "sim/engine/luck.hpp"
#include "sim/model/board.hpp"
#include "sim/model/letters.hpp"
#include "sim/model/setup.hpp"

namespace cordon {

/// What one place will do, and what it has to send when the next border of time is reached.
template <class Event>
struct Agenda {
  PlaceId place;
  FutureEvents<Event> future;
  std::vector<Posted> outbox;
  std::uint64_t count = 0;  ///< of what this place has scheduled and sent

  [[nodiscard]] Order next_order() { return {place.value, count++}; }
};

template <class Event>
struct Step {
  Time now;
  Agenda<Event>& agenda;
  const Luck& luck;
  const Board& board;
  const Setup& setup;

  /// Here, later. Zero delay means: at once, before anything else of this instant.
  template <class E>
  EventId schedule(Duration in, const E& event) const {
    assert(in >= Duration::zero());
    if (in == Duration::zero()) return agenda.future.schedule_at_once(event);
    return agenda.future.schedule(now + in, agenda.next_order(), event);
  }
  template <class E>
  EventId schedule_at_once(const E& event) const {
    return agenda.future.schedule_at_once(event);
  }
  /// Elsewhere, after at least the distance of the borders of time.
  template <class L>
  void send(PlaceId to, Duration latency, const L& letter) const {
    assert(latency >= setup.border);
    agenda.outbox.push_back({now + latency, agenda.place, to, agenda.count++, letter});
  }
};

}  // namespace cordon
