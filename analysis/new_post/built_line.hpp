#pragma once

#include "analysis/new_post/lanes.hpp"
#include "analysis/new_post/post.hpp"

namespace cordon::new_post {

/// A line as a scenario has it.
struct BuiltLine {
  LineKey key;
  const LineFit* fit = nullptr;
  Lanes lanes;
  std::optional<Observation> first_queue;  ///< at the start
  double release_per_hour = 0;             ///< booked: how many are called forward
  bool is_saturated = false;               ///< booked: as many as can be are called forward
  double longest_queue = 0;                ///< physical: that was seen
};

}  // namespace cordon::new_post
