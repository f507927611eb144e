#pragma once

// What is decided for years: threat assessments.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/engine/time.hpp"
#include "sim/scenario/spec/words.hpp"

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

/// Who gets what there is to give.
enum class AllocationRule : std::uint8_t { even, by_traffic, by_finds, by_need };

/// Machines that posts get from a fund, such as that for customs control equipment.
struct ProgrammeSpec {
  std::string label;
  std::string equipment;
  double budget = 0;  ///< EUR, each time; what is left is kept for the next
  Duration first{0}, every = 24h * 365;
  AllocationRule rule = AllocationRule::by_traffic;
  std::vector<std::string> crossings;  ///< that may get some; empty: all that can use them
};

/// Training by need: places on courses.
struct TrainingNeedsSpec {
  std::string label;
  std::optional<Authority> authority;  ///< whose officers; none: all
  int officers = 10;                   ///< each time
  Duration first{0}, every = 24h * 365;
  Duration length = 72h;
  double gain = 0.15;
  std::vector<std::string> techniques;  ///< empty: all
  AllocationRule rule = AllocationRule::by_need;
};

/// The review of the strategy: what was aimed at, and officers who go where more is found.
struct ReviewSpec {
  Duration first = 24h * 547, every = 24h * 547;  ///< 18 months
  Authority authority = Authority::customs;
  int officers = 0;   ///< officer shifts a day that are moved until the next one; 0: none
  double margin = 2;  ///< where finds of an officer differ by more than this
  std::map<std::string, double> at_least, at_most;  ///< by measure: targets, for each period
};

}  // namespace cordon
