#pragma once

// Reports of seizures: they wait for an officer, take his time, and reach a reader or get lost.

#include "sim/model/crossing/desk_work.hpp"
#include "sim/model/risk/selection.hpp"

namespace cordon {

/// The report of a seizure that is not written yet.
struct OpenReport {
  Subject vehicle;
  Time seized;
  std::uint32_t number = 0;
  std::uint16_t copies = 0;
  bool one_report = false;
  CommodityIndex goods;
  DeskWork work;
};

/// Reports that a post still has to write.
struct Reporting {
  std::uint32_t seizures = 0;    ///< so far; numbers the reports
  std::vector<OpenReport> open;  ///< in the order of the seizures
};

namespace reporting {

/// A seizure calls for a report.
/// @param goods  that were seized
void on(const GoodsSeized& event, Reporting& self, const Known& known, const Vehicle& vehicle,
        CommodityIndex goods, CrossingStep step);
/// So many officers write from now on, the oldest reports first.
void write(int officers, Reporting& self, CrossingStep step);
/// A written report goes to the desk, once through each system; some copies are lost.
void on(const ReportWritten& event, Reporting& self, CrossingStep step);

}  // namespace reporting

}  // namespace cordon
