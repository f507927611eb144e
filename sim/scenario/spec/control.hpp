#pragma once

// Stages of control, machines, techniques.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/engine/distribution.hpp"
#include "sim/engine/time.hpp"
#include "sim/scenario/spec/words.hpp"

namespace cordon {

/// Service times in seconds.
struct ClassTimes {
  Distribution lorry, car, bus, container, wagon, air_cargo, parcel;
  [[nodiscard]] const Distribution& of(VehicleClass c) const {
    return *std::array{
        &lorry, &car, &bus, &container, &wagon, &air_cargo, &parcel}[static_cast<std::size_t>(c)];
  }
};

/// Where a vehicle goes by the outcome of a stage: to the first of these stages with an open lane;
/// with none named, out.
struct NextSpec {
  std::vector<std::string> cleared, alarm, green, yellow, orange, red, blue;
};

/// One step of control.
struct StageSpec {
  int order = 0;                ///< position in the layout: goods go forward only
  bool own_lanes = false;       ///< every line has its own; otherwise shared by the crossing
  int lanes = 1;                ///< shared stages: how many at a time
  std::vector<Authority> crew;  ///< one team of each
  int officers_per_lane = 1;    ///< of each authority of the crew
  std::string equipment;        ///< kind of machine that each lane needs; empty: none
  ClassTimes time;
  std::string technique;  ///< by which something may be found here; empty: by none
  ControlKind control = ControlKind::none;
  std::optional<Power> power;  ///< that somebody at each lane must have; none: as `control` needs
  bool selects = false;        ///< the selectivity lane is chosen at its end
  NextSpec next;
};

struct LayoutSpec {
  std::map<std::string, StageSpec> stage;
};

/// What one crew does at a `one_stop` crossing.
struct OneStopSpec {
  double task_saving = 0.7;       ///< the crew's time as a share of the sum of its two checks
  double detection_bonus = 0.20;  ///< combined signs of person and goods raise detection by it
};

/// What the crews do that check in parallel at a `co_located` crossing.
struct CoLocatedSpec {
  double task_factor = 0.8;       ///< their time as a share of the longer check
  double detection_bonus = 0.10;  ///< combined signs, told over the counter
};

struct EquipmentSpec {
  Duration relocation = 4h;  ///< to pack up and set up, beside the journey
};

struct TechniqueSpec {
  double false_alarm = 0;
  double bulky = 0, concealed = 0;  ///< detection probability of any commodity not listed
  std::map<std::string, double> commodity;
};

}  // namespace cordon
