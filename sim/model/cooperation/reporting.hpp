#pragma once

// Reports of seizures: the officers' time that they take, and when they reach a reader.

#include "sim/model/risk/selection.hpp"

namespace cordon {

/// Reports that a post still has to write or send.
struct Reporting {
  std::uint32_t seizures = 0;  ///< so far; numbers the reports
};

namespace reporting {

/// A seizure calls for a report: an officer sits down to write it.
void on(const GoodsSeized& event, Reporting& self, const Known& known, const Vehicle& vehicle,
        CrossingStep step);
/// A written report goes to the desk, once through each system; some copies are lost.
void on(const ReportWritten& event, CrossingStep step);

}  // namespace reporting

// At the desk.
struct Desk {
  Agenda<DeskEvent> agenda;
  const DeskSetup* setup = nullptr;
};
using DeskStep = Step<DeskEvent>;

}  // namespace cordon
