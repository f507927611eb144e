#pragma once

// How many lanes a line needs to do what was counted.

#include <array>

#include "sim/scenario/spec/words.hpp"

namespace cordon::new_post {

/// Mean times of the checks on a lane, minutes.
struct CheckTimes {
  double first, customs;
};
/// First check of lorries: planning constant of the booked queue at Tysa-Zahony, 7 min. All others
/// are assumed: 2 travellers a car and 30 a bus, 45 s each, and half a minute for the vehicle.
[[nodiscard]] constexpr CheckTimes check_times(VehicleClass c) {
  return c == VehicleClass::lorry ? CheckTimes{7, 2.5}
         : c == VehicleClass::car ? CheckTimes{2, 0.75}
                                  : CheckTimes{23, 5};
}

/// Lanes, and what the time of the first check is multiplied by.
struct Lanes {
  int count = 1;
  double time_factor = 1;
};

/// Lanes that serve just so many vehicles: as few as can with the usual time of the first check,
/// and each of them as much slower.
/// @param per_hour  above 0
[[nodiscard]] Lanes lanes_that_do(double per_hour, VehicleClass c);

/// Lanes of which the busiest hour takes three quarters, assumed.
[[nodiscard]] Lanes lanes_to_spare(double busiest_per_hour, VehicleClass c);

/// Traffic of an hour of the week relative to the mean, assumed: cars and buses by day and at
/// weekends, lorries from morning to night and on weekdays.
[[nodiscard]] double assumed_weight(VehicleClass c, std::size_t hour_of_week);

}  // namespace cordon::new_post
