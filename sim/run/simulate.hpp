#pragma once

// The loop: places run ahead to a border of time, on any number of threads; there they hand over
// their messages and publish.

#include <barrier>
#include <boost/core/demangle.hpp>
#include <exception>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <typeinfo>
#include <variant>
#include <vector>

#include "sim/model/build_world.hpp"
#include "sim/model/conditions.hpp"
#include "sim/model/reactions.hpp"

namespace cordon {
namespace loop {

inline constexpr int endless = 1'000'000;

// A chain of consequences that never ends would stand still for ever; its last events name it.
class InstantGuard {
 public:
  template <class E>
  void count(Time now, const E&) {
    if (now != instant_) {
      instant_ = now;
      count_ = 0;
    } else if (++count_ > endless - 64) {
      names_.insert(boost::core::demangle(typeid(E).name()));
      if (count_ > endless) fail();
    }
  }

 private:
  [[noreturn]] void fail() const {
    std::string cycle;
    for (const auto& name : names_) cycle += (cycle.empty() ? "" : ", ") + name;
    throw std::runtime_error("a million events at one instant, " +
                             std::to_string(seconds(instant_.time_since_epoch())) +
                             " s after the start; they go round among: " + cycle);
  }
  Time instant_ = never;
  int count_ = 0;
  std::set<std::string> names_;
};

template <class Place, class Observer>
void run_until(Time border, Place& here, const World& world, Observer& observer) {
  InstantGuard guard;
  const auto happen = [&](Time now, const auto& event) {  // pop
    guard.count(now, event);
    observer.on(event, here, now);                                                     // observe
    react_to(event, here, {now, here.agenda, world.luck, world.board, *world.setup});  // react
  };
  while (here.agenda.future.take(border, happen)) {
  }
}

template <class Place>
void hand_over(Place& from, World& world) {
  for (const Posted& letter : from.agenda.outbox) deliver(letter, world);
  from.agenda.outbox.clear();
  if constexpr (requires { from.departures; }) {
    for (const Departure& d : from.departures) deliver(d, world);
    from.departures.clear();
  }
}

using AnyPlace = std::variant<Region*, Crossing*, Desk*, Group*, Headquarters*>;

inline std::vector<AnyPlace> all_places(World& world) {
  std::vector<AnyPlace> places;
  for_each_place(world, [&](auto& place) { places.push_back(&place); });
  return places;
}

// Places are dealt out to the threads in turn; nothing of a place is touched by two.
template <class Observer>
class Crew {
 public:
  Crew(World& world, Observer& observer, int threads)
      : world_(world),
        observer_(observer),
        places_(all_places(world)),
        threads_(threads),
        meet_(threads) {
    for (int n = 1; n < threads; ++n) helpers_.emplace_back([this, n] { help(n); });
  }
  ~Crew() {
    if (helpers_.empty()) return;
    done_ = true;
    meet_.arrive_and_wait();
  }
  void run_until(Time border) {
    border_ = border;
    if (!helpers_.empty()) meet_.arrive_and_wait();
    run_share(0);
    if (!helpers_.empty()) meet_.arrive_and_wait();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void help(int n) {
    for (;;) {
      meet_.arrive_and_wait();
      if (done_) return;
      run_share(n);
      meet_.arrive_and_wait();
    }
  }
  void run_share(int n) {
    try {
      for (std::size_t p = static_cast<std::size_t>(n); p < places_.size();
           p += static_cast<std::size_t>(threads_))
        std::visit([&](auto* place) { loop::run_until(border_, *place, world_, observer_); },
                   places_[p]);
    } catch (...) {
      const std::lock_guard lock(failed_);
      if (!failure_) failure_ = std::current_exception();
    }
  }

  World& world_;
  Observer& observer_;
  std::vector<AnyPlace> places_;
  int threads_;
  Time border_ = start_of_run;
  bool done_ = false;
  std::mutex failed_;
  std::exception_ptr failure_;
  std::barrier<> meet_;
  std::vector<std::jthread> helpers_;
};

}  // namespace loop

/// Runs the world to the end of its scenario.
///
/// @tparam Observer  sees every event before the place reacts to it: on(event, place, now); the end
///                   of the warm-up: begin(world, now); each publication: sample(world, now); and
///                   end(world, now). With several threads, `on` is called from all of them, but
///                   for one place never from two at a time.
/// @param threads    at least 1; any number gives the same bytes
/// @throws std::runtime_error  when a place has a million events at one instant; it names them
template <class Observer>
void simulate(World& world, Observer& observer, int threads = 1) {
  const Scenario& scenario = world.at_first->scenario;
  const Time end = start_of_run + scenario.length;
  const Time measured = start_of_run + scenario.warm_up;
  loop::Crew<Observer> crew(world, observer, threads);
  const auto run_until = [&](Time border) {
    for (Time change; (change = next_conditions(world)) < border;) {
      crew.run_until(change);
      change_conditions(world);
    }
    crew.run_until(border);
  };
  if (measured == start_of_run) observer.begin(world, measured);
  // Who waits when the run begins is in line, and who is on duty at work, before waits are
  // published.
  run_until(start_of_run + Duration{1});
  Time next_publication = start_of_run;
  for (Time border = start_of_run; border < end;) {
    if (border >= next_publication) {
      publish(world, border);
      observer.sample(world, border);
      next_publication += scenario.publish_every;
    }
    if (border < measured && measured <= border + world.setup->border) {
      run_until(measured);
      observer.begin(world, measured);
    }
    border = std::min(border + world.setup->border, end);
    run_until(border);
    for_each_place(world, [&](auto& place) { loop::hand_over(place, world); });
  }
  observer.end(world, end);
}

}  // namespace cordon
