// What shocks must be.

#include <fmt/format.h>

#include "sim/scenario/check/check.hpp"

namespace cordon {

void check_shocks(const Scenario& s, Problems& problems) {
  for (const auto& [name, shock] : s.shock) {
    if (shock.start >= s.length)
      problems.at(path_of({"shock", name, "start"}),
                  "lies beyond the end of the run; expected less than `length`");
    if (shock.change.empty())
      problems.at(path_of({"shock", name}),
                  fmt::format("changes nothing; expected [shock.{}.change] with a key", name));
    for (const auto& [what, change] : shock.change)
      if (change.to.empty() == !change.times)
        problems.at(path_of({"shock", name, "change", what}),
                    "says both or neither of `to` and `times`; expected one of them");
  }
}

}  // namespace cordon
