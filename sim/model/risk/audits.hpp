#pragma once

// Control after clearance: what the blue lane has released waits for an officer who is spare.

#include "sim/model/crossing/desk_work.hpp"
#include "sim/model/risk/scoring/declared.hpp"
#include "sim/model/trade/vehicle.hpp"

namespace cordon {

/// The books of one consignment, that nobody has closed yet.
struct OpenAudit {
  Subject vehicle;
  std::uint32_t number = 0;
  scoring::Declared declared;
  bool finds = false;  ///< what it will come to
  DeskWork work;
};

struct Audits {
  std::uint32_t opened = 0;     ///< so far; numbers them
  std::vector<OpenAudit> open;  ///< in order of release
};

namespace audits {

/// Whether the books of a vehicle that is released are looked into.
[[nodiscard]] bool are_wanted(const Vehicle& vehicle, const Audits& self, const Setup& setup);
/// @param finds  what it will come to: nobody knows until it has ended
void open(const Vehicle& vehicle, const scoring::Declared& declared, bool finds, Audits& self,
          CrossingStep step);
/// So many officers work on them from now on, the oldest first.
void work(int officers, Audits& self, CrossingStep step);
/// It is closed. @return what it was about
[[nodiscard]] OpenAudit on(const AuditEnded& event, Audits& self);

}  // namespace audits
}  // namespace cordon
