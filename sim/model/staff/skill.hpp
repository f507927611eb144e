#pragma once

// How well officers find things: what they know, what they learn and forget, how tired they are.

#include "sim/engine/time.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon {

/// What the officers at a lane bring, on average.
struct Ability {
  double skill = 0;      ///< 0..1
  double alertness = 1;  ///< multiplies what they find; 0..1
};

namespace skill {

/// 1 until `after`, then less by `loss_per_hour`, but at least `least`.
[[nodiscard]] double alertness(const FatigueSpec& fatigue, Duration on_duty);

/// What is left of a gain in skill after a time; a year has 365.25 days.
[[nodiscard]] double remembered(double gained, double decay_per_year, Duration time);

/// What one inspection teaches a crew: those who do it learn a share of what they lack, and a share
/// of what the best at the lane have ahead of them. After n inspections by all of a crew, without
/// forgetting or better colleagues, 1 - skill is (1 - first skill) (1 - by_doing)^n.
/// @param share  of the crew's officers who do it
[[nodiscard]] double learnt(const LearningSpec& learning, double skill, double best, double share);

}  // namespace skill
}  // namespace cordon
