#pragma once

// Roads between places and crossings, and how long the way is.

#include <map>
#include <memory>
#include <string>

#include "sim/engine/time.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon {

/// By which side a crossing is left: to places in its own country, or to others. Where it has no
/// road to one, by any.
enum class Leaving { anywhere, inland, abroad };

class Network {
 public:
  /// @param scenario  checked: every link names places or crossings that exist
  explicit Network(const Scenario& scenario);

  /// Free travel times from one place or crossing to all others, by name; what cannot be reached
  /// is missing. Crossings are only reached, never driven through.
  /// @param side  when `from` is a crossing
  [[nodiscard]] std::map<std::string, Duration> travel_times(
      const std::string& from, Leaving side = Leaving::anywhere) const;

 private:
  struct Graph;
  std::shared_ptr<const Graph> graph_;
};

}  // namespace cordon
