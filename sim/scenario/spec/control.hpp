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
#include "sim/scenario/time_of_day.hpp"

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
  Distribution per_traveller;          ///< added for each traveller, one after the other
  std::optional<int> places;           ///< for vehicles that wait here; none: for any number
  std::string area;                    ///< whose places it shares; empty: none
  std::vector<std::string> alongside;  ///< desks that read the papers while a vehicle is here
  bool sharing = false;  ///< a hall: all are served at once, more slowly when more than `lanes`
  Interruption preempted = Interruption::finish;     ///< what the urgent do to others here
  Interruption at_shift_end = Interruption::finish;  ///< with the vehicle in hand
  Duration handover{0};   ///< added to a service that another crew takes over
  std::string read_at;    ///< exchange by which a desk elsewhere reads its pictures; empty: none
  std::string technique;  ///< by which something may be found here; empty: by none
  ControlKind control = ControlKind::none;
  std::optional<Power> power;  ///< that somebody at each lane must have; none: as `control` needs
  bool selects = false;        ///< the selectivity lane is chosen at its end
  NextSpec next;
};

/// A yard, a shed or a hall, whose places several stages share.
struct AreaSpec {
  int places = 1;  ///< vehicles at these stages at one time, waiting or under control
};

struct LayoutSpec {
  std::map<std::string, StageSpec> stage;
  std::map<std::string, AreaSpec> area;
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
  Duration relocation = 4h;                      ///< to pack up and set up, beside the journey
  std::optional<Distribution> between_failures;  ///< seconds on post; none: it never fails
  Distribution repair = Distribution::constant(8 * 3600);  ///< seconds
  Duration maintenance_every{0};                           ///< 0: never
  Duration maintenance_lasts = 4h;
  std::optional<TimeOfDay> maintenance_at;  ///< local time of day; none: whenever it is due
  double price = 0;                         ///< EUR
  Duration lead_time{0};                    ///< from the order to the machine on post
};

/// A machine that is ordered during the run.
struct PurchaseSpec {
  std::string equipment, crossing;
  Duration ordered{0};  ///< since the start of the run
};

struct TechniqueSpec {
  double false_alarm = 0;
  double bulky = 0, concealed = 0;  ///< detection probability of any commodity not listed
  std::map<std::string, double> commodity;
};

}  // namespace cordon
