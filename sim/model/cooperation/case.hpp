#pragma once

// How far a case has come, and how it may end.

#include <cstdint>

namespace cordon {

enum class CaseStep : std::uint8_t { assessment, permission, preparation, operation };
/// `not_approved`: it had begun without a permit, and none has come in time.
enum class CaseOutcome : std::uint8_t { no_lead, refused, not_approved, failed, solved };

}  // namespace cordon
