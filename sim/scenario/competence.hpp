#pragma once

// What officers may do, by authority, country and service.

#include <string_view>
#include <vector>

#include "sim/scenario/spec/control.hpp"
#include "sim/scenario/spec/staff.hpp"

namespace cordon {

/// A set of powers: bit n stands for the n-th.
using PowerSet = std::uint16_t;
[[nodiscard]] constexpr PowerSet set_of(Power p) {
  return static_cast<PowerSet>(1u << static_cast<unsigned>(p));
}

/// What the member states' officers commonly may do: see `competence` in scenarios/README.md.
[[nodiscard]] PowerSet common_powers(Authority authority, Service service);

/// What officers may do in a country, by the rows of a scenario, else by the common pattern. Guests
/// and Frontex officers for whom no row is given have what the common pattern says of them; guests
/// have the powers of the host's own officers.
[[nodiscard]] PowerSet powers_of(const std::vector<CompetenceRow>& rows, Authority authority,
                                 Service service, std::string_view country);

/// What the officers at a lane of a stage must be allowed to do.
[[nodiscard]] PowerSet powers_needed(const StageSpec& stage);

}  // namespace cordon
