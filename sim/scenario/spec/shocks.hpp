#pragma once

// What changes while a run goes on.

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "sim/engine/time.hpp"

namespace cordon {

struct Scenario;

/// One value, or all that a pattern names, is another for a time.
struct ChangeSpec {
  std::string key;              ///< the path of a value; `*` stands for any name in it
  std::string to;               ///< as after --set; empty: see `times`
  std::optional<double> times;  ///< so many times what it is without this shock
};

/// A war, an epidemic, a strike, a new law: other values of some parameters for a time.
struct ShockSpec {
  std::string label;
  Duration start{0};      ///< since the start of the run
  Duration length{0};     ///< 0: for good
  Duration announced{0};  ///< so long before: drivers and groups know which lines will be closed
  std::map<std::string, ChangeSpec> change;
};

/// From some time on a run goes by another scenario, which has the same places and people.
struct Conditions {
  Duration from{0};
  std::shared_ptr<const Scenario> scenario;
};

}  // namespace cordon
