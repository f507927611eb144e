#pragma once

// Listens to a run and keeps the cases of the investigating unit, with the time of each step.

#include <vector>

#include "sim/model/places.hpp"
#include "sim/output/details.hpp"

namespace cordon {

class Casebook {
 public:
  /// Cases that were opened before are left out.
  void begin(Time now) { begun_ = now, cases_.clear(); }

  // There is one unit, so that all of this is touched by the events of one place.
  void on(const CaseOpened& event, const Crossing& here, Time now);
  void on(const CaseStepBegan& event, const Crossing& here, Time now);
  void on(const CaseStepEnded& event, const Crossing& here, Time now);
  void on(const CaseClosed& event, const Crossing& here, Time now);

  [[nodiscard]] const std::vector<CaseHistory>& cases() const { return cases_; }

 private:
  CaseHistory* find(std::uint32_t number);

  Time begun_ = start_of_run;
  std::vector<CaseHistory> cases_;
};

}  // namespace cordon
