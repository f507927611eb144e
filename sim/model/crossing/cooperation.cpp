#include "sim/model/crossing/cooperation.hpp"

#include <algorithm>
#include <numeric>

namespace cordon::cooperation {

double stop_seconds(CooperationMode mode, std::span<const double> checks,
                    const Scenario& scenario) {
  switch (mode) {
    case CooperationMode::one_stop:
      return std::accumulate(checks.begin(), checks.end(), 0.0) * scenario.one_stop.task_saving;
    case CooperationMode::co_located:
      return *std::max_element(checks.begin(), checks.end()) * scenario.co_located.task_factor;
    case CooperationMode::separate:
      break;
  }
  return checks.front();
}

double detection_bonus(CooperationMode mode, const Scenario& scenario) {
  switch (mode) {
    case CooperationMode::one_stop:
      return scenario.one_stop.detection_bonus;
    case CooperationMode::co_located:
      return scenario.co_located.detection_bonus;
    case CooperationMode::separate:
      break;
  }
  return 0;
}

}  // namespace cordon::cooperation
