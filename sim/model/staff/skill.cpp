#include "sim/model/staff/skill.hpp"

#include <algorithm>

#include "sim/engine/elementary.hpp"

namespace cordon::skill {

double alertness(const FatigueSpec& fatigue, Duration on_duty) {
  if (on_duty <= fatigue.after) return 1;
  return std::max(fatigue.least, 1 - fatigue.loss_per_hour * hours(on_duty - fatigue.after));
}

double remembered(double gained, double decay_per_year, Duration time) {
  constexpr double hours_per_year = 365.25 * 24;
  if (gained == 0 || decay_per_year <= 0) return gained;
  if (decay_per_year >= 1) return time > Duration::zero() ? 0 : gained;
  return gained *
         elementary::exp(elementary::log(1 - decay_per_year) * hours(time) / hours_per_year);
}

double learnt(const LearningSpec& learning, double skill, double best, double share) {
  const double alone = learning.by_doing * (1 - skill);
  const double together = learning.from_colleagues * std::max(0.0, best - skill);
  return std::min(1 - skill, (alone + together) * share);
}

}  // namespace cordon::skill
