#pragma once

// What places publish for everyone: waits and closures, and what engines have learnt, as they
// stood at the last publication.

#include <array>
#include <vector>

#include "sim/engine/time.hpp"
#include "sim/model/ids.hpp"
#include "sim/model/risk/learning.hpp"

namespace cordon {

/// What an authority has found at a post.
struct Finds {
  double recent = 0;         ///< older ones count less
  Time last = start_of_run;  ///< the latest; at the start: none
};

struct Board {
  std::vector<Duration> wait;  ///< by line: expected from joining to the first check
  std::vector<char> closed;    ///< by line; empty: none is
  Judges judges;               ///< the risk engines
  std::vector<std::array<Finds, authorities>> finds;  ///< by crossing
  /// How much better or worse than usual each commodity is looked for, since a threat assessment
  /// has said so; empty: as usual.
  std::vector<double> attention;
  int publications = 0;  ///< how many so far: readers renew what they derived from it

  [[nodiscard]] bool is_closed(LineIndex line) const {
    return line.value < closed.size() && closed[line.value] != 0;
  }
};

}  // namespace cordon
