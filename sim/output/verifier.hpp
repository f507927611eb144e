#pragma once

// Listens to a run and holds what the events say against what there is.

#include <map>
#include <mutex>
#include <set>
#include <stdexcept>
#include <vector>

#include "sim/model/places.hpp"
#include "sim/output/trace/playback.hpp"

namespace cordon {

/// The first contradiction; `what()` is one line with event, place and time.
struct VerifyError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Plays the events back and compares with the places:
/// - time never goes back at a place;
/// - every event is possible after those before it: a vehicle is checked where it waits, in a lane
///   that is free, and is at no two crossings; no more officers or machines leave than are there;
/// - whenever time goes on at a crossing, its queues, open and busy lanes, officers on duty, report
///   writers, machines, operations, lots and yards are those that the events add up to;
/// - every vehicle that arrived has left, or is still there.
class Verifier {
 public:
  explicit Verifier(const Setup& setup);

  template <class E, class Place>
  void on(const E& event, const Place& here, Time now) {
    const trace::Row row = trace::row_of(event, here, now);
    if constexpr (std::is_same_v<Place, Crossing>)
      if (now > last_[row.place]) compare(here, row);
    check(row);
  }
  void begin(const World&, Time) {}
  void sample(const World& world, Time now) {
    compare_all(world, now);
    left_.clear();
  }
  void end(const World& world, Time now) { compare_all(world, now); }

 private:
  [[noreturn]] void fail(const trace::Row& row, const std::string& why) const;
  [[noreturn]] void fail(std::string_view what, std::size_t place, Time now,
                         const std::string& why) const;
  void check(const trace::Row& row);
  void meet_once(const trace::Row& row, Time now);
  void compare(const Crossing& here, const trace::Row& row) const;
  void compare_all(const World& world, Time now) const;

  const Setup& setup_;
  trace::Header header_;
  trace::Playback playback_;
  std::vector<Time> last_;  // by place
  std::mutex meeting_;
  std::set<Subject> somewhere_;   // vehicles that are at some crossing
  std::map<Subject, Time> left_;  // and when others left one, lately: places run ahead in turn
};

}  // namespace cordon
