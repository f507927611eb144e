#include "sim/run/simulate.hpp"

#include <barrier>
#include <boost/core/demangle.hpp>
#include <exception>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <typeinfo>
#include <variant>

#include "sim/model/reactions.hpp"

namespace cordon {
namespace {

constexpr int endless = 1'000'000;

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
    throw std::runtime_error("a million events at one instant, " + std::to_string(seconds(instant_.time_since_epoch())) +
                             " s after the start; they go round among: " + cycle);
  }
  Time instant_ = never;
  int count_ = 0;
  std::set<std::string> names_;
};

template <class Place>
void run_until(Time border, Place& here, const World& world, Recorder& recorder) {
  InstantGuard guard;
  const auto happen = [&](Time now, const auto& event) {                                // pop
    guard.count(now, event);
    recorder.on(event, here, now);                                                      // observe
    react_to(event, here, {now, here.agenda, world.luck, world.board, *world.setup});   // react
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

std::vector<AnyPlace> all_places(World& world) {
  std::vector<AnyPlace> places;
  for_each_place(world, [&](auto& place) { places.push_back(&place); });
  return places;
}

// Places are dealt out to the threads in turn; nothing of a place is touched by two.
class Crew {
 public:
  Crew(World& world, Recorder& recorder, int threads)
      : world_(world), recorder_(recorder), places_(all_places(world)), threads_(threads),
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
        std::visit([&](auto* place) { cordon::run_until(border_, *place, world_, recorder_); },
                   places_[p]);
    } catch (...) {
      const std::lock_guard lock(failed_);
      if (!failure_) failure_ = std::current_exception();
    }
  }

  World& world_;
  Recorder& recorder_;
  std::vector<AnyPlace> places_;
  int threads_;
  Time border_ = start_of_run;
  bool done_ = false;
  std::mutex failed_;
  std::exception_ptr failure_;
  std::barrier<> meet_;
  std::vector<std::jthread> helpers_;
};

}  // namespace

void simulate(World& world, Recorder& recorder, int threads) {
  const Scenario& scenario = world.setup->scenario;
  const Time end = start_of_run + scenario.length;
  const Time measured = start_of_run + scenario.warm_up;
  Crew crew(world, recorder, threads);
  Time next_publication = start_of_run;
  for (Time border = start_of_run; border < end;) {
    if (border >= next_publication) {
      publish(world);
      recorder.sample(world, border);
      next_publication += scenario.publish_every;
    }
    if (border <= measured && measured < border + world.setup->border) {
      crew.run_until(measured);
      recorder.begin(world, measured);
    }
    border = std::min(border + world.setup->border, end);
    crew.run_until(border);
    for_each_place(world, [&](auto& place) { hand_over(place, world); });
  }
  recorder.end(world, end);
}

}  // namespace cordon
