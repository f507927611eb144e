#pragma once

// What is decided for years: threat assessments.

#include <string>

#include "sim/engine/time.hpp"

namespace cordon {

/// What a threat assessment is made from.
enum class AssessmentData : std::uint8_t { copies, seizures, rates };

/// A threat assessment: what seizure reports say of what is smuggled, and where controls look then.
struct AssessmentSpec {
  std::string label;
  Duration first = 24h * 365;  ///< since the start of the run
  Duration every = 24h * 730;  ///< from one to the next
  Duration takes = 24h * 60;   ///< from the end of its data until it is there
  AssessmentData data = AssessmentData::copies;
  double follows = 0.5;  ///< how far selection looks where it points; 0: not at all
};

}  // namespace cordon
